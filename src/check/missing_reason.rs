//! A change of the plan has a reason.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::vocabulary::UpdateKind;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in &context.plan.updates {
        let document = &update.document;
        let kind = document.kind.value;
        let needs_one = matches!(
            kind,
            UpdateKind::DateChange | UpdateKind::TextAmendment | UpdateKind::Correction | UpdateKind::Closure
        );
        if needs_one && document.reason.is_none() {
            found.push(
                Diagnostic::new(
                    code::MISSING_REASON,
                    document.kind.span,
                    format!("a `{}` needs a `reason`", kind.word()),
                )
                .help("add `reason:` with a sentence that tells readers why"),
            );
        }
    }
}
