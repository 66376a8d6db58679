//! Who reports a delay says what causes it.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::vocabulary::{Degree, Outlook, Status};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in &context.plan.updates {
        let document = &update.document;
        if document.challenges.is_some() {
            continue;
        }
        let status = document
            .status
            .as_ref()
            .filter(|status| matches!(status.value, Status::NotStarted | Status::OnHold));
        let degree = document.degree.as_ref().filter(|degree| degree.value == Degree::Limited);
        let outlook = document.outlook.as_ref().filter(|outlook| outlook.value != Outlook::OnTrack);
        let place = status
            .map(|status| (status.span, status.value.word()))
            .or_else(|| degree.map(|degree| (degree.span, "limited")))
            .or_else(|| outlook.map(|outlook| (outlook.span, outlook.value.word())));
        if let Some((span, word)) = place {
            found.push(
                Diagnostic::new(
                    code::MISSING_CHALLENGES,
                    span,
                    format!("`{word}` needs `challenges`: the reason for the delay"),
                )
                .help("add `challenges:` with a sentence on what causes the delay"),
            );
        }
    }
}
