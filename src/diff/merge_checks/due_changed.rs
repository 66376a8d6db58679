//! The first due date of an item was edited, and no date-change leads from exactly the old date to exactly the new one.

use super::explained::Edit;
use super::older_place::was;
use crate::date::{Date, Day};
use crate::diag::{Diagnostic, code};
use crate::diff::change_kinds::revision_behind;
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::raw_fields::RawFields;
use crate::facts::{Revision, slips};
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for (pair, old, new) in comparison.items() {
        let Some((old_written, new_written)) = &pair.raw_fields else { continue };
        let before = comparison.before.plan().items.at(old).document.due.as_ref();
        let after = comparison.after.plan().items.at(new).document.due.as_ref();
        // To write down a date where there was none takes nothing from anybody.
        let Some(before) = before else { continue };
        if after.is_some_and(|after| same(before, after)) {
            continue;
        }
        let revision = revision_behind(comparison, new);
        let held = slips(comparison.before.plan(), old, Day::MAX).due;
        let update = revision.as_ref().map(|revision| (&revision.to, revision.corrected));
        if (Edit { before, after, held: held.as_ref(), update }).is_explained(same) {
            continue;
        }
        found.push(problem(comparison, pair, (before, after), (old_written, new_written), revision.as_ref()));
    }
}

/// Two ways to write one date are one date.
fn same(one: &Date, other: &Date) -> bool {
    (one.earliest, one.latest) == (other.earliest, other.latest)
}

fn problem(
    comparison: &Comparison<'_>,
    pair: &Pair<'_>,
    (before, after): (&Date, Option<&Date>),
    (old, new): (&RawFields, &RawFields),
    revision: Option<&Revision>,
) -> Diagnostic {
    let (id, item) = (pair.new.id, pair.new.called());
    let passed = if before.latest < comparison.as_of { ", which has passed," } else { "" };
    let now = after.map_or_else(|| "was removed".to_owned(), |date| format!("is now {}", date.text));
    let update = revision.map(|revision| comparison.after.plan().updates.at(revision.update));
    let why = match (update, revision) {
        (Some(update), Some(revision)) => format!(
            "the update {} does not explain that: it moves the date from {} to {}",
            update.document.id,
            revision.from.as_ref().map_or("no date", |from| from.text.as_str()),
            revision.to.text
        ),
        _ => "no update explains the change".to_owned(),
    };
    let sentence =
        |passed| format!("the due date of item {item} was {}{passed} and {now}, but {why}", before.text);
    let span = new.key("due").map_or(pair.new.record.span, |key| key.span);
    let problem = Diagnostic::new(code::DUE_CHANGED_WITHOUT_DATE_CHANGE, span, sentence(passed));
    let problem = problem.known_as(sentence("")).help(format!(
        "write `due: {}` again; if the date really changed, add an update with `kind: date-change`, `items: [\"{id}\"]`, `new-due` and a `reason`",
        before.text
    ));
    was(comparison, problem, old.key("due").map(|key| key.span), "before the change")
}
