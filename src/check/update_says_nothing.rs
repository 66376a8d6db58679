//! An update that is a headline only: no text, no status, no evidence, no meeting, no values.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::parse::UpdateDocument;
use crate::vocabulary::UpdateKind;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in context.plan.updates.iter().map(|update| &update.document) {
        if says_something(update) {
            continue;
        }
        found.push(
            Diagnostic::new(
                code::UPDATE_SAYS_NOTHING,
                update.date.span,
                "this update has no content: no text, no status, no evidence and no meeting",
            )
            .help("write below the front matter what happened, or add `evidence`; `kind: no-change` reports that nothing changed"),
        );
    }
}

fn says_something(update: &UpdateDocument) -> bool {
    let texts =
        [&update.record.summary, &update.reason, &update.challenges, &update.next_steps, &update.conflicts];
    update.kind.value == UpdateKind::NoChange
        || !update.record.body.is_empty()
        || texts.iter().any(|text| text.is_some())
        || update.status.is_some()
        || !update.evidence.is_empty()
        || update.meeting.is_some()
        || update.new_due.is_some()
        || update.corrects.is_some()
        || update.assessment.is_some()
        || update.outlook.is_some()
        || !update.values.is_empty()
        || !update.new_targets.is_empty()
}
