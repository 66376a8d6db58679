//! In a plan that asks for reports at an interval, an item without a recent report.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::facts::Freshness;
use crate::plan::Index as _;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    // Where nobody promised to report, silence is no mistake of whoever keeps the book.
    let asks = context.plan.about.as_ref().is_some_and(|about| about.document.reporting.is_some());
    if !asks || context.config.is_off(code::STALE) {
        return;
    }
    for (ix, item) in context.plan.items.indexed() {
        let Freshness::Stale { last, days } = &context.facts.of(ix).freshness else { continue };
        let document = &item.document;
        let unit = if *days == 1 { "day" } else { "days" };
        let last = format!("the latest report on item {} is of {}", document.called(), last.text);
        let message = format!("{last}, and the next report is {days} {unit} late");
        found.push(
            Diagnostic::new(code::STALE, document.title.span, message)
                .known_as(format!("{last}, and the next report is late"))
                .help(
                    "ask the lead agency and add an update; `kind: no-change` reports that nothing changed",
                ),
        );
    }
}
