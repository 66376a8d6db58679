//! `completed` needs evidence, and before the public evidence that the public can see.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::Plan;
use crate::vocabulary::Status;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    look(context.plan, found);
    look(context.public, found);
}

fn look(plan: &Plan, found: &mut Vec<Diagnostic>) {
    for update in &plan.updates {
        let document = &update.document;
        let Some(status) = document.status.as_ref().filter(|status| status.value == Status::Completed) else {
            continue;
        };
        if !document.evidence.is_empty() {
            continue;
        }
        // What is the same in both plans is reported once: exact repetitions are dropped.
        let (message, help) = match document.record.removed.entries {
            0 => (
                "no evidence shows that this was completed",
                "add `evidence:` with the `title` and `url` of a document that shows it",
            ),
            _ => (
                "no public evidence shows that this was completed",
                "add public `evidence:`, or mark the whole update `audience: internal`",
            ),
        };
        found.push(Diagnostic::new(code::COMPLETED_WITHOUT_EVIDENCE, status.span, message).help(help));
    }
}
