//! What has not happened yet cannot be reported. A slip in a year would otherwise hide an update without a word.

use super::Subject;
use crate::diag::{Diagnostic, code};
use crate::vocabulary::MeetingState;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for update in &subject.plan.updates {
        let document = &update.document;
        let announced = document.meeting_state().is_some_and(|state| state != MeetingState::Held);
        if !announced && document.date.value.earliest > subject.today {
            let message = format!(
                "{} is in the future, so the site does not show the update yet",
                document.date.value.text
            );
            found.push(
                Diagnostic::new(code::FUTURE_UPDATE, document.date_span(), message)
                    .help("correct the date; for a future meeting, write `meeting: planned`"),
            );
        }
    }
}
