//! The plan's own words read differently, and no text-amendment says so.

use std::collections::BTreeMap;

use super::older_place::was;
use crate::diag::{Diagnostic, Spanned, code};
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::diff::words::plain;
use crate::plan::{Index as _, Plan, RecordIx, Update};
use crate::vocabulary::UpdateKind;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let mut by_words: Option<BTreeMap<String, &str>> = None;
    for pair in comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()) {
        let before = promise(comparison.before, &pair.old);
        let after = promise(comparison.after, &pair.new);
        let (Some(before), Some(after)) = (before, after) else { continue };
        if plain(&before.value) == plain(&after.value) || is_reported(comparison, pair.new.ix) {
            continue;
        }
        // To quote the plan where only a title stood before takes nothing from anybody.
        if quotes(comparison.after, &pair.new) && !quotes(comparison.before, &pair.old) {
            continue;
        }
        let by_words = by_words.get_or_insert_with(|| promises(comparison));
        let other = by_words.get(&plain(&after.value)).copied().filter(|id| *id != pair.old.id);
        found.push(problem(comparison, pair, before, after, other));
    }
}

/// The words of an item or area that are the plan's: its `text`, or its title where it has none.
fn promise<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> Option<&'a Spanned<String>> {
    match entry.ix {
        RecordIx::Item(ix) => {
            let document = &revision.plan().items.at(ix).document;
            Some(document.text.as_ref().unwrap_or(&document.title))
        }
        RecordIx::Area(ix) => Some(&revision.plan().areas.at(ix).document.title),
        _ => None,
    }
}

fn quotes(revision: &BookRevision<'_>, entry: &RevisionRecord<'_>) -> bool {
    matches!(entry.ix, RecordIx::Item(ix) if revision.plan().items.at(ix).document.text.is_some())
}

/// Which item of the older state had which words.
fn promises<'a>(comparison: &'a Comparison<'_>) -> BTreeMap<String, &'a str> {
    let items = &comparison.before.plan().items;
    let words = items.iter().map(|item| {
        let document = &item.document;
        (plain(&document.text.as_ref().unwrap_or(&document.title).value), document.id.as_str())
    });
    words.collect()
}

/// Whether a new update amends the text of this record.
fn is_reported(comparison: &Comparison<'_>, record: RecordIx) -> bool {
    let plan = comparison.after.plan();
    let mut new = comparison.new_updates.iter().map(|ix| plan.updates.at(*ix));
    new.any(|update| {
        update.document.kind.value == UpdateKind::TextAmendment && bears_on(plan, update, record)
    })
}

fn bears_on(plan: &Plan, update: &Update, record: RecordIx) -> bool {
    match record {
        RecordIx::Item(ix) => {
            update.items.contains(&ix)
                || plan.items.at(ix).same_as.iter().any(|same| update.items.contains(same))
        }
        RecordIx::Area(ix) => update.areas.contains(&ix),
        _ => false,
    }
}

fn problem(
    comparison: &Comparison<'_>,
    pair: &Pair<'_>,
    before: &Spanned<String>,
    after: &Spanned<String>,
    other: Option<&str>,
) -> Diagnostic {
    let (kind, id, called) = (pair.new.kind.word(), pair.new.id, pair.new.called());
    let message = match other {
        None => format!(
            "the plan's text of {kind} {called} changed, but no update of the kind text-amendment explains the change"
        ),
        Some(other) => format!("{kind} {called} now has the text of item {other}"),
    };
    let (list, id) = (if kind == "area" { "areas" } else { "items" }, format!("[\"{id}\"]"));
    let help = match other {
        None => format!(
            "restore the old text; if the parties agreed on the new text, add an update with `kind: text-amendment`, `{list}: {id}` and a `reason`"
        ),
        Some(_) => "numbers never change: give a new record a number that was never used, and do not change the other numbers".to_owned(),
    };
    let problem = Diagnostic::new(code::TEXT_CHANGED_WITHOUT_AMENDMENT, after.span, message).help(help);
    was(comparison, problem, Some(before.span), "before the change")
}
