//! `completed` needs evidence.

use super::Subject;
use crate::diag::{Diagnostic, code};
use crate::vocabulary::Status;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for update in &subject.plan.updates {
        let document = &update.document;
        let Some(status) = document.status.as_ref().filter(|status| status.value == Status::Completed) else {
            continue;
        };
        if document.evidence.is_empty() {
            found.push(
                Diagnostic::new(
                    code::COMPLETED_WITHOUT_EVIDENCE,
                    status.span,
                    "nothing shows that this was completed",
                )
                .help("add `evidence:` with the `title` and `url` of a document that shows it"),
            );
        }
    }
}
