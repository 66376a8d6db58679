//! What items continue in other editions, on both sides.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Span, code};
use crate::item_code::fold_code;
use crate::parse::{ANY_NAME, Continues as Written, Documents, Ref, edition_name, item_of_edition};
use crate::plan::{ContinuedBy, Continues, Edition, Index as _, Item, Ix, Plan};

/// One plan of a book, before it is known what it continues.
pub(super) struct Assembled<'d> {
    pub(super) documents: &'d Documents,
    pub(super) plan: Plan,
    /// Names of items that were dropped because they had no area.
    pub(super) orphaned: BTreeSet<String>,
}

/// A connection between two plans, each by its place in the list of all: the first is that of the root.
struct Connection {
    from: (usize, Ix<Item>),
    to: (usize, Ix<Item>),
    continues: Continues,
    /// Where it is written.
    place: Span,
}

/// Looks up what items continue in other editions, and writes it down on both sides.
pub(super) fn connect(all: &mut [Assembled<'_>], diagnostics: &mut Vec<Diagnostic>) {
    let mut found = Vec::new();
    for (at, from) in all.iter().enumerate() {
        for (ix, item) in from.plan.items.indexed() {
            // The same item twice would stand twice on both pages.
            let mut own: Vec<Connection> = Vec::new();
            for written in &item.document.continues {
                match look_up(all, at, written) {
                    Ok((place, to)) => {
                        let continues = Continues { edition: Ix::new(place - 1), item: to, how: written.how };
                        let connection = Connection {
                            from: (at, ix),
                            to: (place, to),
                            continues,
                            place: written.item.span,
                        };
                        match first_of(&own, &connection) {
                            Some(first) => diagnostics.push(twice(&item.document.called(), written, first)),
                            None => own.push(connection),
                        }
                    }
                    Err(problem) => diagnostics.extend(problem.map(|problem| *problem)),
                }
            }
            found.extend(own);
        }
    }
    for Connection { from: (at, ix), to: (place, to), continues, .. } in found {
        let edition: Option<Ix<Edition>> = at.checked_sub(1).map(Ix::new);
        all[at].plan.items.at_mut(ix).continues.push(continues);
        let by = ContinuedBy { edition, item: ix, how: continues.how };
        all[place].plan.items.at_mut(to).continued_by.push(by);
    }
}

/// Where an item already says that it continues the same item.
fn first_of(own: &[Connection], connection: &Connection) -> Option<Span> {
    own.iter().find(|other| other.to == connection.to).map(|other| other.place)
}

fn twice(item: &str, written: &Written, first: Span) -> Diagnostic {
    let message = format!(
        "item {item} continues item {} of edition {} twice",
        written.item.value, written.edition.value
    );
    Diagnostic::new(code::CONTINUES_TWICE, written.item.span, message)
        .label(first, "the first one")
        .help("keep one of the two; if only a part of the item is continued, say so in the text")
}

/// The plan and the item that are meant, or what is wrong with that; nothing where it was reported before.
fn look_up(
    all: &[Assembled<'_>],
    at: usize,
    written: &Written,
) -> Result<(usize, Ix<Item>), Option<Box<Diagnostic>>> {
    let name = written.edition.value.as_str();
    let documents = all[at].documents;
    let of_name = |it: &Assembled<'_>| it.documents.edition.as_deref() == Some(name);
    let Some(place) = all.iter().position(of_name).filter(|place| *place != at) else {
        return Err(no_edition(all, at, &written.edition));
    };
    if let Some(problem) = newer(all, at, place, &written.edition) {
        return Err(Some(Box::new(problem)));
    }
    let Assembled { plan, orphaned, .. } = &all[place];
    let item = plan.items.iter().position(|item| item.document.is_called(&written.item.value));
    if let Some(item) = item {
        return Ok((place, Ix::new(item)));
    }
    let item = written.item.value.as_str();
    let names = [item_of_edition(name, item), item_of_edition(name, &fold_code(item))];
    if names.iter().any(|name| documents.internal.names.contains(name)) {
        return Err(Some(Box::new(to_internal(&written.item))));
    }
    let unreadable = &documents.unreadable;
    let any = item_of_edition(name, ANY_NAME);
    if orphaned.contains(item) || unreadable.contains(&names[0]) || unreadable.contains(&any) {
        return Err(None);
    }
    let message = format!("edition {name} does not have an item `{item}`");
    let problem = Diagnostic::new(code::UNKNOWN_ITEM, written.item.span, message)
        .suggest_from(item, plan.items.iter().map(|item| item.document.id.as_str()))
        .help("its items are the files in that edition's areas/ folder");
    Err(Some(Box::new(problem)))
}

/// A plan continues what was there before it: the other way round, two items would each come before the other.
fn newer(all: &[Assembled<'_>], at: usize, place: usize, written: &Ref) -> Option<Diagnostic> {
    let adopted = |place: usize| all[place].documents.plan.as_ref().map(|plan| &plan.adopted.value);
    let (own, other) = (adopted(at)?, adopted(place)?);
    (other.earliest > own.latest).then(|| {
        let message = format!(
            "edition {} was adopted {}, after the plan that this item belongs to ({}), so the item cannot continue it",
            written.value, other.text, own.text
        );
        Diagnostic::new(code::UNKNOWN_EDITION, written.span, message)
            .help("write `continues` in the newer item; the site then shows it on the pages of both")
    })
}

fn no_edition(all: &[Assembled<'_>], at: usize, written: &Ref) -> Option<Box<Diagnostic>> {
    let documents = all[at].documents;
    let name = edition_name(&written.value);
    if documents.internal.names.contains(&name) {
        return Some(Box::new(to_internal(written)));
    }
    if documents.unreadable.contains(&name) || documents.unreadable.contains(ANY_NAME) {
        return None;
    }
    let own = documents.edition.as_deref() == Some(written.value.as_str());
    let problem = match own {
        true => {
            let message = format!("an item cannot continue an item of its own edition, `{}`", written.value);
            Diagnostic::new(code::UNKNOWN_EDITION, written.span, message)
                .help("name another edition, or use `same-as` or `related` for an item of this one")
        }
        false => {
            let message = format!("the edition `{}` does not exist", written.value);
            let others = all.iter().filter_map(|it| it.documents.edition.as_deref());
            let others = others.filter(|other| documents.edition.as_deref() != Some(*other));
            let problem = Diagnostic::new(code::UNKNOWN_EDITION, written.span, message);
            // Readers know an edition by the name that pages show.
            let is_called = |it: &&Assembled<'_>| {
                it.documents.plan.as_ref().and_then(|plan| plan.edition.as_ref()) == Some(&written.value)
            };
            let called = all.iter().find(is_called).and_then(|it| it.documents.edition.clone());
            let problem = match called {
                Some(folder) => problem.suggest(folder),
                None => problem.suggest_from(&written.value, others),
            };
            problem.help("editions are the folders in content/editions/")
        }
    };
    Some(Box::new(problem))
}

/// A key of something public that names something internal.
fn to_internal(written: &Ref) -> Diagnostic {
    let message = format!("`{}` is internal, so the public site does not show it here", written.value);
    Diagnostic::new(code::LINK_TO_INTERNAL, written.span, message)
        .help("name a public record, or mark the entry as internal: `{value: …, audience: internal}`")
}
