//! The records of a plan by their ids, and what they are called.

use crate::diag::Span;
use crate::item_code::fold_code;
use crate::parse::edition_of;
use crate::plan::{Index as _, Plan, RecordIx, Titled as _};
use crate::schema::Target;

/// A record that can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// As it is written.
    pub(super) name: String,
    pub(super) id: String,
    pub(super) title: String,
    /// What kind of record it is.
    pub(super) kind: &'static str,
}

impl Entry {
    /// Something that has one name.
    pub(super) fn of(name: &str, title: &str, kind: &'static str) -> Self {
        Self { name: name.to_owned(), id: name.to_owned(), title: title.to_owned(), kind }
    }
}

/// The plan that a file belongs to: that of its edition, else the one at the root.
pub(super) fn plan_of<'p>(plan: &'p Plan, path: &str) -> &'p Plan {
    // What all editions share names records of the plan at the root.
    let edition = edition_of(path).and_then(|name| plan.editions.iter().find(|edition| edition.name == name));
    edition.map_or(plan, |edition| &edition.plan)
}

/// The plan in which an id is looked up that a key of a file names: editions are known to the plan at the root.
pub(super) fn plan_for<'p>(plan: &'p Plan, path: &str, target: Target) -> &'p Plan {
    match target {
        Target::Edition | Target::ItemOfEdition => plan,
        _ => plan_of(plan, path),
    }
}

/// The records that a text can name.
pub(super) fn all(plan: &Plan) -> Vec<Entry> {
    plan.record_indices().filter_map(|ix| entry(plan, ix, |_| true)).collect()
}

/// The records that a key can name. `edition` is which plan is meant, where the key is of another one.
pub(super) fn of_target(plan: &Plan, target: Target, edition: Option<&str>) -> Vec<Entry> {
    match target {
        Target::Edition => plan.editions.iter().map(edition_entry).collect(),
        Target::ItemOfEdition => {
            let editions = plan.editions.iter().filter(|it| edition.is_none_or(|name| it.name == name));
            editions.flat_map(|it| of_target(&it.plan, Target::Item, None)).collect()
        }
        _ => plan
            .record_indices()
            .filter(|ix| is_target(*ix, target))
            .filter_map(|ix| entry(plan, ix, |ix| is_target(ix, target)))
            .collect(),
    }
}

fn edition_entry(edition: &crate::plan::Edition) -> Entry {
    let title = edition.plan.about.as_ref().map_or("", |about| &about.document.title);
    Entry::of(&edition.name, title, "edition")
}

fn is_target(ix: RecordIx, target: Target) -> bool {
    matches!(
        (ix, target),
        (RecordIx::Area(_), Target::Area)
            | (RecordIx::Item(_), Target::Item)
            | (RecordIx::Update(_), Target::Update)
            | (RecordIx::Agency(_), Target::Agency)
            | (RecordIx::Forum(_), Target::Forum)
            | (RecordIx::Source(_), Target::Source)
    )
}

/// What a record is offered as where it is one of these: an item by the code that the plan gave it, where that means the item.
fn entry(plan: &Plan, ix: RecordIx, of_kind: impl Fn(RecordIx) -> bool) -> Option<Entry> {
    let id = match ix {
        RecordIx::Update(ix) => &plan.updates.at(ix).document.written_id,
        ix => plan.id(ix)?,
    };
    let code = match ix {
        RecordIx::Item(ix) => plan.items.at(ix).document.code.as_ref().map(|code| code.text.as_str()),
        _ => None,
    };
    let code = code.filter(|code| find(plan, code, of_kind) == Some(ix));
    Some(Entry {
        name: code.unwrap_or(id).to_owned(),
        id: id.to_owned(),
        title: title(plan, ix),
        kind: ix.kind()?.word,
    })
}

/// The title or name of a record.
pub(super) fn title(plan: &Plan, ix: RecordIx) -> String {
    match ix {
        RecordIx::Plan => plan.about.as_ref().map_or("", |about| &about.document.title).to_owned(),
        RecordIx::Area(ix) => plan.areas.at(ix).title().to_owned(),
        RecordIx::Item(ix) => plan.items.at(ix).title().to_owned(),
        RecordIx::Update(ix) => plan.updates.at(ix).document.title.clone().unwrap_or_default(),
        RecordIx::Agency(ix) => plan.agencies.at(ix).title().to_owned(),
        RecordIx::Forum(ix) => plan.forums.at(ix).title().to_owned(),
        RecordIx::Source(ix) => plan.sources.at(ix).title().to_owned(),
        RecordIx::Page(ix) => plan.pages.at(ix).title().to_owned(),
        RecordIx::Attachment(_) => String::new(),
    }
}

/// A record and the plan that it belongs to.
pub(super) type Found<'p> = (&'p Plan, RecordIx);

/// The record of an id among some, as a text names it: by its id, by one that it had, or by its code.
pub(super) fn find(plan: &Plan, id: &str, of_kind: impl Fn(RecordIx) -> bool) -> Option<RecordIx> {
    let written = |ix: &RecordIx| match ix {
        RecordIx::Update(ix) => plan.updates.at(*ix).document.written_id == id,
        ix => plan.id(*ix) == Some(id),
    };
    let had = |ix: &RecordIx| {
        plan.record(*ix).is_some_and(|(record, _)| record.aliases.iter().any(|alias| alias.value == id))
    };
    let code = fold_code(id);
    let coded = |ix: &RecordIx| {
        let RecordIx::Item(ix) = ix else { return false };
        plan.items.at(*ix).document.code.as_ref().is_some_and(|own| fold_code(&own.text) == code)
    };
    let by = |test: &dyn Fn(&RecordIx) -> bool| plan.record_indices().filter(|ix| of_kind(*ix)).find(test);
    by(&written).or_else(|| by(&had)).or_else(|| by(&coded))
}

/// The record of an id that a key names.
pub(super) fn find_target<'p>(
    plan: &'p Plan,
    target: Target,
    id: &str,
    edition: Option<&str>,
) -> Option<Found<'p>> {
    match target {
        Target::Edition => {
            let found = plan.editions.iter().find(|edition| edition.name == id)?;
            Some((&*found.plan, RecordIx::Plan))
        }
        Target::ItemOfEdition => {
            let editions = plan.editions.iter().filter(|it| edition.is_none_or(|name| it.name == name));
            editions.map(|it| &*it.plan).find_map(|of| find_target(of, Target::Item, id, None))
        }
        _ => find(plan, id, |ix| is_target(ix, target)).map(|ix| (plan, ix)),
    }
}

/// The record that a file is of.
pub(super) fn at_path<'p>(plan: &'p Plan, path: &str) -> Option<Found<'p>> {
    let plan = plan_of(plan, path);
    // A short update stands in the file of its item, and items come first.
    let all = std::iter::once(RecordIx::Plan).chain(plan.record_indices());
    let is_of = |ix: &RecordIx| plan.record(*ix).is_some_and(|(record, _)| record.path == path);
    all.into_iter().find(is_of).map(|ix| (plan, ix))
}

/// Where a record begins.
pub(super) fn span((plan, ix): Found<'_>) -> Option<Span> {
    plan.record(ix).map(|(record, _)| record.span)
}
