//! A degree belongs to work in progress, an outcome to a closed item, a new due date to a change of date.

use super::LintContext;
use crate::diag::{Diagnostic, Span, code};
use crate::vocabulary::{Status, UpdateKind};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
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
    }
}
