//! The first due date of an item was edited, and no date-change says so.

use super::was;
use crate::date::Date;
use crate::diag::{Diagnostic, code};
use crate::diff::comparison::{Comparison, Pair};
use crate::diff::kinds::revision_behind;
use crate::diff::written::Written;
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for (pair, old, new) in comparison.items() {
        let Some((old_written, new_written)) = &pair.written else { continue };
        let before = comparison.before.plan().items.at(old).document.due.as_ref();
        let after = comparison.after.plan().items.at(new).document.due.as_ref();
        // To write down a date where there was none takes nothing from anybody.
        let Some(before) = before else { continue };
        let days = |date: &Date| (date.earliest, date.latest);
        if Some(days(before)) == after.map(days) || revision_behind(comparison, new).is_some() {
            continue;
        }
        found.push(problem(comparison, pair, (before, after), (old_written, new_written)));
    }
}

fn problem(
    comparison: &Comparison<'_>,
    pair: &Pair<'_>,
    (before, after): (&Date, Option<&Date>),
    (old, new): (&Written, &Written),
) -> Diagnostic {
    let id = pair.new.id;
    let passed = if before.latest < comparison.as_of { ", which has passed," } else { "" };
    let now = after.map_or_else(|| "was removed".to_owned(), |date| format!("is now {}", date.text));
    let message = format!(
        "the due date of item {id} was {}{passed} and {now}, but no update explains the change",
        before.text
    );
    let span = new.key("due").map_or(pair.new.record.span, |key| key.span);
    let problem = Diagnostic::new(code::DUE_CHANGED_WITHOUT_DATE_CHANGE, span, message).help(format!(
        "write `due: {}` again; if the date really changed, add an update with `kind: date-change`, `items: [\"{id}\"]`, `new-due` and a `reason`",
        before.text
    ));
    was(comparison, problem, old.key("due").map(|key| key.span), "before the change")
}
