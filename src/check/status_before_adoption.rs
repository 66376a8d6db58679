//! Nobody can claim the status of an item before there is a plan. Such an update is baseline.

use super::LintContext;
use crate::diag::{Diagnostic, code};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(about) = &context.plan.about else { return };
    for update in context.plan.updates.iter().filter(|update| update.baseline) {
        if let Some(status) = &update.document.status {
            found.push(
                Diagnostic::new(
                    code::STATUS_BEFORE_ADOPTION,
                    status.span,
                    "this status was claimed before the plan was adopted",
                )
                .label(update.document.date_span(), "the update is of this date")
                .label(about.document.adopted.span, "the plan was adopted here")
                .help("remove the status (the update stays as part of the baseline), or correct the date"),
            );
        }
    }
}
