//! A degree belongs to work in progress, an outcome to a closed item, a new due date to a change of date, and `each` to an
//! item with several leads.

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::vocabulary::{Kind, Status, UpdateKind};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for item in &context.plan.items {
        let of_each = item.document.each_span.filter(|_| item.document.each);
        let has_status = !matches!(item.document.kind, Kind::Container | Kind::CatchAll);
        if let Some(span) = of_each.filter(|_| !has_status || item.document.lead.len() < 2) {
            let message =
                "`each` needs an item that has its own status and at least two agencies under `lead`";
            let help = "list every agency that has to do it under `lead`, or remove `each`";
            found.push(Diagnostic::new(code::MISPLACED_QUALIFIER, span, message).help(help));
        }
    }
    for update in &context.plan.updates {
        let document = &update.document;
        let status = document.status.as_ref().map(|status| status.value);
        let mut report = |span: Span, message: &str, help: &str| {
            found.push(Diagnostic::new(code::MISPLACED_QUALIFIER, span, message).help(help))
        };
        if let Some(degree) = document.degree.as_ref().filter(|_| status != Some(Status::InProgress)) {
            report(
                degree.span,
                "a degree needs `status: in-progress`",
                "set that status, or remove the degree",
            );
        }
        if let Some(outcome) = document.outcome.as_ref().filter(|_| status != Some(Status::Closed)) {
            report(
                outcome.span,
                "an outcome needs `status: closed`",
                "set that status, or remove the outcome",
            );
        }
        if let Some(due) = document.new_due.as_ref().filter(|_| document.kind.value != UpdateKind::DateChange)
        {
            report(
                due.span,
                "a new due date needs `kind: date-change`",
                "set that kind and a `reason`, or remove the date",
            );
        }
        let changes_plan = [UpdateKind::DateChange, UpdateKind::TextAmendment, UpdateKind::Correction];
        if let Some(new) =
            document.new_targets.first().filter(|_| !changes_plan.contains(&document.kind.value))
        {
            report(
                new.indicator.span,
                "a new target needs `kind: text-amendment` or `kind: date-change`",
                "set one of these kinds and a `reason`, or remove the target",
            );
        }
    }
}
