//! In a plan that asks for reports at an interval, an item whose due date has passed.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::facts::Schedule;
use crate::plan::Index as _;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    // Where nobody promised to report, nobody can be asked for the status either.
    let asks = context.plan.about.as_ref().is_some_and(|about| about.document.reporting.is_some());
    // A plan that has ended asks for nothing more.
    let asks = asks && context.facts.ended.is_none();
    if !asks || context.config.is_off(code::OVERDUE) {
        return;
    }
    for (ix, item) in context.plan.items.indexed() {
        let Schedule::Overdue { due, days } = &context.facts.of(ix).schedule else { continue };
        let document = &item.document;
        let unit = if *days == 1 { "day" } else { "days" };
        let sentence = format!("item {} was due by {}", document.called(), due.text);
        found.push(
            Diagnostic::new(code::OVERDUE, document.title.span, format!("{sentence}, {days} {unit} ago"))
                .known_as(sentence)
                .help("add an update with its status; `kind: date-change` with a `reason` records a new date. Leave the `due` of the item as it is"),
        );
    }
}
