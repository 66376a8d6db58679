//! How the due date of an item moved: each time, and how often and how far in all.

use crate::facts::{Revision, Slips};
use crate::page::ViewBuilder;
use crate::page::views::{LedgerRow, LedgerView, LinkView};
use crate::plan::{Index as _, Item, Ix, RecordIx};

/// The slip ledger of an item; `None` when its due date never moved.
pub(super) fn ledger(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Option<LedgerView> {
    let slips = &builder.context.facts_of(item).slips;
    if slips.revisions.is_empty() {
        return None;
    }
    let document = &builder.plan().items.at(item).document;
    let words = builder.messages();
    let moved = slips.months.zip(slips.days).map(|(months, days)| distance(builder, months, days));
    let times = i64::try_from(slips.times).unwrap_or(i64::MAX);
    let sentence = match (slips.times, moved) {
        (0, _) => words.get("ledger-never").to_owned(),
        (_, None) => words.count("ledger-times", times),
        (_, Some(moved)) => words.count("ledger-times-by", times).replace("{distance}", &moved),
    };
    Some(LedgerView {
        sentence,
        baseline: slips.baseline.as_ref().map(|date| builder.date(date)),
        baseline_in_words: document.due_in_words.as_ref().map(|words| words.text.clone()),
        due: slips.due.as_ref().map(|date| builder.date(date)),
        rows: newest(builder, slips).map(|revision| ledger_row(builder, revision)).collect(),
        all: all(builder, item, slips),
    })
}

/// The newest changes, which a page shows, in the order in which they came.
pub(super) fn newest<'s>(builder: &ViewBuilder<'_>, slips: &'s Slips) -> impl Iterator<Item = &'s Revision> {
    let most = builder.context.entries_shown();
    slips.revisions.iter().skip(slips.revisions.len().saturating_sub(most))
}

/// What leads to all of them, where a page does not show them.
pub(super) fn all(builder: &ViewBuilder<'_>, item: Ix<Item>, slips: &Slips) -> Option<LinkView> {
    builder.all_of(item, "due-dates", slips.revisions.len(), builder.context.entries_shown())
}

/// One change of a due date.
pub(super) fn ledger_row(builder: &ViewBuilder<'_>, revision: &Revision) -> LedgerRow {
    let document = &builder.plan().updates.at(revision.update).document;
    LedgerRow {
        date: builder.date(&document.date.value),
        link: builder.link(RecordIx::Update(revision.update)),
        from: revision.from.as_ref().map(|date| builder.date(date)),
        to: builder.date(&revision.to),
        distance: revision.months.zip(revision.days).map(|(months, days)| distance(builder, months, days)),
        reason: builder.texts().reason(revision.update).map(str::to_owned),
        evidence: builder.evidence(&document.evidence),
        corrected: revision.corrected,
    }
}

/// How far a date was moved: in months, and in days where that is less than a month.
fn distance(builder: &ViewBuilder<'_>, months: i64, days: i64) -> String {
    let words = builder.messages();
    let amount = match months {
        0 => words.count("ledger-days", days.abs()),
        months => words.count("ledger-months", months.abs()),
    };
    let key = match days {
        0 => return words.get("ledger-same").to_owned(),
        ..0 => "ledger-earlier",
        _ => "ledger-later",
    };
    words.with(key, &[("amount", &amount)])
}

/// "postponed twice; 14 months later; now due 30 June 2025".
pub(super) fn sum(builder: &ViewBuilder<'_>, slips: &Slips) -> String {
    let words = builder.messages();
    let times = words.count("schedule-slipped", i64::try_from(slips.times).unwrap_or(i64::MAX));
    let by = slips.months.zip(slips.days).map(|(months, days)| distance(builder, months, days));
    let due =
        slips.due.as_ref().map(|due| words.with("schedule-not-due", &[("date", &builder.date(due).text)]));
    words.clauses(&[Some(times), by, due].into_iter().flatten().collect::<Vec<_>>())
}
