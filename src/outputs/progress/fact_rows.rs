//! Items in the lists of the dashboards, each with what the list is about.

use super::criteria::{Criterion, longest_late, newest};
use crate::outputs::due_ledger;
use crate::page::ViewBuilder;
use crate::page::views::FactRow;
use crate::parse::Milestone;
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};

/// An item without anything in the last column.
pub(super) fn row(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let row = builder.item_row(ix);
    FactRow {
        href: row.href,
        number: row.number,
        title: row.title,
        kind: row.kind,
        status: row.status,
        outlook: row.outlook,
        lead: row.lead,
        tags: row.tags,
        fields: row.fields,
        fact: String::new(),
        value: String::new(),
        update: None,
        depth: row.depth,
    }
}

/// An item in the list of those for which it holds.
pub(super) fn fact(builder: &ViewBuilder<'_>, criterion: Criterion, ix: Ix<Item>) -> FactRow {
    let update = newest(builder.context, ix);
    let day = update.map(|update| &builder.plan().updates.at(update).document.date.value);
    let value = day.map(|day| day.earliest.to_string()).unwrap_or_default();
    let linked = |update: Option<Ix<Update>>| update.map(|ix| builder.link(RecordIx::Update(ix)));
    match criterion {
        Criterion::Overdue | Criterion::Missed => {
            let due = builder.context.facts_of(ix).slips.due.as_ref();
            let value = due.map(|due| due.latest.to_string()).unwrap_or_default();
            FactRow { fact: builder.schedule(ix).1, value, ..row(builder, ix) }
        }
        Criterion::Stale => {
            FactRow { fact: builder.freshness(ix).1, value, update: linked(update), ..row(builder, ix) }
        }
        Criterion::Unknown => {
            let searches = builder.searches(&builder.plan().items.at(ix).document.searched);
            let newest = searches.into_iter().next().map(|search| search.text);
            let fact = newest.unwrap_or_else(|| builder.word("progress-asked"));
            FactRow { fact, ..row(builder, ix) }
        }
        Criterion::Backwards => backwards(builder, ix),
        Criterion::LateMilestones => late_milestones(builder, ix),
        Criterion::Outlook(_) => {
            let said = builder.context.facts_of(ix).outlook.map(|(update, _)| update);
            let date = said.map(|said| &builder.plan().updates.at(said).document.date.value);
            FactRow {
                fact: date.map(|date| builder.date(date).text).unwrap_or_default(),
                value: date.map(|date| date.earliest.to_string()).unwrap_or_default(),
                update: linked(said),
                ..row(builder, ix)
            }
        }
        Criterion::Slipped => {
            let slips = &builder.context.facts_of(ix).slips;
            let value = slips.due.as_ref().map(|due| due.latest.to_string()).unwrap_or_default();
            let last = slips.revisions.iter().rev().find(|revision| !revision.corrected);
            FactRow {
                fact: due_ledger::sum(builder, slips),
                value,
                update: linked(last.map(|revision| revision.update)),
                ..row(builder, ix)
            }
        }
        Criterion::Known | Criterion::Recent => FactRow {
            fact: day.map_or_else(|| builder.freshness(ix).1, |day| builder.date(day).text),
            value,
            update: linked(update),
            ..row(builder, ix)
        },
    }
}

/// So many late milestones of an item are named; its page has all.
const NAMED: usize = 3;

/// An item with its late milestones.
fn late_milestones(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let late: Vec<&Milestone> = builder.context.facts.late_milestones(builder.plan(), ix).collect();
    let named = late.iter().take(NAMED).map(|it| {
        let due = it.due.as_ref().map(|due| builder.date(&due.value).text).unwrap_or_default();
        builder.messages().with("progress-late-milestone", &[("title", &it.title), ("date", &due)])
    });
    let more = i64::try_from(late.len().saturating_sub(NAMED)).unwrap_or(i64::MAX);
    let more = (more > 0).then(|| builder.messages().count("progress-late-milestones-more", more));
    let value = longest_late(builder.context, ix).map(|day| day.to_string()).unwrap_or_default();
    FactRow {
        fact: builder.messages().clauses(&named.chain(more).collect::<Vec<_>>()),
        value,
        ..row(builder, ix)
    }
}

/// An item with the last time that its status said less than before.
fn backwards(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let plan = builder.plan();
    let claimed = |ix: Ix<Update>| {
        let status = builder.update_row(ix).status;
        status
            .map(|status| {
                let words: Vec<String> = [Some(status.text), status.detail].into_iter().flatten().collect();
                builder.messages().list(&words)
            })
            .unwrap_or_default()
    };
    let steps = &builder.context.facts_of(ix).steps_back;
    let Some(step) = steps.last() else { return row(builder, ix) };
    let date = &plan.updates.at(step.after).document.date.value;
    let values = [("before", &*claimed(step.before)), ("after", &*claimed(step.after))];
    FactRow {
        fact: builder
            .messages()
            .labelled(&builder.date(date).text, &builder.messages().with("progress-step-back", &values)),
        value: date.earliest.to_string(),
        update: Some(builder.link(RecordIx::Update(step.after))),
        ..row(builder, ix)
    }
}

/// An item with the day of what is known of it, if something is.
pub(super) fn known_or_plain(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    match Criterion::Known.holds(builder.context, ix) {
        true => fact(builder, Criterion::Known, ix),
        false => row(builder, ix),
    }
}
