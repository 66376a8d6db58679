//! Due dates that are others: edited in the item, or moved by an update.

use crate::date::Date;
use crate::diff::changes::{Changes, DueMove};
use crate::diff::comparison::{Comparison, Pair};
use crate::facts::{Revision, Slips, slips};
use crate::plan::{Index as _, Item, Ix, Plan};

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for (pair, old, new) in comparison.items() {
        let before = slips(comparison.before.plan(), old, comparison.as_of);
        let after = slips(comparison.after.plan(), new, comparison.as_of);
        let words = (in_words(comparison.before.plan(), old), in_words(comparison.after.plan(), new));
        let edited = words.0 != words.1 || !same(before.baseline.as_ref(), after.baseline.as_ref());
        if edited {
            let (from, to) = (before.baseline.as_ref(), after.baseline.as_ref());
            let revision = revision_behind(comparison, new);
            let moved = due_move(comparison, pair, (from, to), true, revision.as_ref());
            let (from, to) = (moved.from.clone().or(words.0), moved.to.clone().or(words.1));
            changes.due_dates.push(DueMove { from, to, ..moved });
        }
        let reported = edited && moved_alike(&before, &after);
        if !reported && !same(before.due.as_ref(), after.due.as_ref()) {
            let revision = after.revisions.iter().rev().find(|revision| !revision.corrected);
            let dates = (before.due.as_ref(), after.due.as_ref());
            changes.due_dates.push(due_move(comparison, pair, dates, false, revision));
        }
    }
}

/// The due date in the plan's words, where it gives no day.
fn in_words(plan: &Plan, ix: Ix<Item>) -> Option<String> {
    let words = plan.items.at(ix).document.due_in_words.as_ref()?;
    let after = words.after.as_ref().map(|after| format!(" (after {})", after.value)).unwrap_or_default();
    Some(format!("{}{after}", words.text))
}

/// Whether the date that holds is another only because the first one is.
fn moved_alike(before: &Slips, after: &Slips) -> bool {
    same(before.due.as_ref(), before.baseline.as_ref()) && same(after.due.as_ref(), after.baseline.as_ref())
}

/// Two ways to write one date are one date.
fn same(one: Option<&Date>, other: Option<&Date>) -> bool {
    let days = |date: &Date| (date.earliest, date.latest);
    one.map(days) == other.map(days)
}

/// The newest move of an item's due date by an update that is new.
pub(in crate::diff) fn revision_behind(comparison: &Comparison<'_>, item: Ix<Item>) -> Option<Revision> {
    // A date that was put off with effect from a later day counts too.
    let slips = slips(comparison.after.plan(), item, crate::date::Day::MAX);
    slips.revisions.into_iter().rev().find(|revision| comparison.new_updates.contains(&revision.update))
}

fn due_move(
    comparison: &Comparison<'_>,
    pair: &Pair<'_>,
    (from, to): (Option<&Date>, Option<&Date>),
    edited: bool,
    revision: Option<&Revision>,
) -> DueMove {
    let update = revision.map(|revision| comparison.after.plan().updates.at(revision.update));
    DueMove {
        item: pair.new.named(),
        from: from.map(|date| date.text.clone()),
        to: to.map(|date| date.text.clone()),
        edited,
        had_passed: from.is_some_and(|date| date.latest < comparison.as_of),
        update: update.map(|update| update.document.id.clone()),
        by: update.map(|update| comparison.agencies(update)).unwrap_or_default(),
        reason: update.and_then(|update| update.document.reason.clone()),
    }
}
