//! The records of a plan by their ids, and what they are called.

use std::fmt::Write as _;

use crate::date::Day;
use crate::diag::Span;
use crate::facts::Facts;
use crate::item_code::fold_code;
use crate::parse::edition_of;
use crate::plan::{Index as _, Named as _, Plan, RecordIx, Role, Titled as _};
use crate::schema::Target;
use crate::text_document::escape;

/// A record that can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) title: String,
    /// What kind of record it is.
    pub(super) kind: &'static str,
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
    plan.record_indices().filter_map(|ix| entry(plan, ix)).collect()
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
            .filter_map(|ix| entry(plan, ix))
            .collect(),
    }
}

fn edition_entry(edition: &crate::plan::Edition) -> Entry {
    let title = edition.plan.about.as_ref().map_or("", |about| &about.document.title);
    Entry { id: edition.name.clone(), title: title.to_owned(), kind: "edition" }
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

/// What a record is offered as.
fn entry(plan: &Plan, ix: RecordIx) -> Option<Entry> {
    let id = match ix {
        RecordIx::Update(ix) => &plan.updates.at(ix).document.written_id,
        ix => plan.id(ix)?,
    };
    Some(Entry { id: id.to_owned(), title: title(plan, ix), kind: ix.kind()?.word })
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

/// The record of an id, as a text names it: by its id, by one that it had, or by its code.
pub(super) fn find(plan: &Plan, id: &str) -> Option<RecordIx> {
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
    let by = |test: &dyn Fn(&RecordIx) -> bool| plan.record_indices().find(test);
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
        _ => find(plan, id).filter(|ix| is_target(*ix, target)).map(|ix| (plan, ix)),
    }
}

/// Where a record begins.
pub(super) fn span((plan, ix): Found<'_>) -> Option<Span> {
    plan.record(ix).map(|(record, _)| record.span)
}

/// What a record is, in Markdown. `facts` are those of its plan.
pub(super) fn described((plan, ix): Found<'_>, facts: &Facts) -> String {
    let id = plan.id(ix).unwrap_or_default();
    let mut text = format!("**{}**\n\n", escape(format!("{id} {}", title(plan, ix)).trim()));
    let kind = ix.kind().map_or("plan", |kind| kind.word);
    let _ = writeln!(
        text,
        "{}",
        facts_line(plan, ix, facts).map_or_else(|| kind.to_owned(), |it| format!("{kind} · {it}"))
    );
    let summary = plan.record(ix).and_then(|(record, _)| record.summary.as_deref());
    for line in roles(plan, ix).into_iter().chain(summary.map(escape)) {
        let _ = write!(text, "\n{line}\n");
    }
    if let Some((record, _)) = plan.record(ix) {
        let _ = write!(text, "\n`{}`", record.path);
    }
    text
}

/// What there is to say of a record in a few words.
fn facts_line(plan: &Plan, ix: RecordIx, facts: &Facts) -> Option<String> {
    let parts: Vec<String> = match ix {
        RecordIx::Item(ix) => {
            let document = &plan.items.at(ix).document;
            let status = facts.of(ix).status.status.map(|status| status_on(status.word(), facts.as_of));
            let due = document.due.as_ref().map(|due| format!("due {}", due.text));
            [Some(document.kind.word().to_owned()), status, due].into_iter().flatten().collect()
        }
        RecordIx::Update(ix) => {
            let document = &plan.updates.at(ix).document;
            let status = document.status.as_ref().map(|status| format!("status {}", status.value.word()));
            let items: Vec<&str> = document.items.iter().map(|item| item.value.as_str()).collect();
            let about = (!items.is_empty()).then(|| format!("about {}", items.join(", ")));
            [
                Some(document.date.value.text.clone()),
                Some(document.kind.value.word().to_owned()),
                status,
                about,
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        RecordIx::Agency(ix) => {
            let agency = plan.agencies.at(ix);
            let short = agency.abbreviation().map(escape);
            let party = agency.document.party.as_deref().map(escape);
            let leads = (!agency.leads.is_empty()).then(|| format!("leads {}", agency.leads.len()));
            let supports =
                (!agency.supports.is_empty()).then(|| format!("supports {}", agency.supports.len()));
            [short, party, leads, supports].into_iter().flatten().collect()
        }
        RecordIx::Forum(ix) => {
            let forum = plan.forums.at(ix);
            let kind = forum.document.kind.map(|kind| kind.word().to_owned());
            [forum.abbreviation().map(escape), kind].into_iter().flatten().collect()
        }
        RecordIx::Area(ix) => vec![format!("items {}", plan.areas.at(ix).items.len())],
        RecordIx::Source(ix) => vec![plan.sources.at(ix).document.date.text.clone()],
        _ => Vec::new(),
    };
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn status_on(status: &str, day: Day) -> String {
    format!("{status} on {day}")
}

/// Who is responsible.
fn roles(plan: &Plan, ix: RecordIx) -> Vec<String> {
    let (lead, supporting): (&[Role], &[Role]) = match ix {
        RecordIx::Item(ix) => (&plan.items.at(ix).lead, &plan.items.at(ix).supporting),
        RecordIx::Area(ix) => (&plan.areas.at(ix).lead, &[]),
        _ => (&[], &[]),
    };
    let named = |what: &str, roles: &[Role]| {
        let names: Vec<String> = roles
            .iter()
            .map(|role| {
                let agency = plan.agencies.at(role.agency);
                format!("{} ({})", escape(agency.title()), agency.document.id)
            })
            .collect();
        (!names.is_empty()).then(|| format!("{what}: {}", names.join(", ")))
    };
    named("lead", lead).into_iter().chain(named("supporting", supporting)).collect()
}
