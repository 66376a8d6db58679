//! What has not happened yet cannot be reported. A typing error in a year would otherwise hide an update without a report.

use super::LintContext;
use crate::date::{Date, Day};
use crate::diag::{Diagnostic, code};
use crate::vocabulary::MeetingState;

/// What is said of the date of an update that is in the future.
pub fn is_future(date: &Date, today: Day) -> Option<String> {
    (date.earliest > today)
        .then(|| format!("{} is in the future, so the site does not show the update yet", date.text))
}

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in &context.plan.updates {
        let document = &update.document;
        let announced = document.meeting_state().is_some_and(|state| state != MeetingState::Held);
        if !announced && let Some(message) = is_future(&document.date.value, context.today) {
            found.push(
                Diagnostic::new(code::FUTURE_UPDATE, document.date_span(), message)
                    .help("correct the date; for a future meeting, write `meeting: planned`"),
            );
        }
    }
}
