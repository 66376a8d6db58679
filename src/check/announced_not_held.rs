//! Announced is not held: a meeting whose date has passed and whose state is still `planned`.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::vocabulary::MeetingState;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for update in &context.plan.updates {
        let document = &update.document;
        let Some(meeting) =
            document.meeting.as_ref().filter(|meeting| meeting.state.value == MeetingState::Planned)
        else {
            continue;
        };
        if document.last_day() < context.today {
            let message = format!(
                "this meeting was planned for {}, and no update reports whether it was held",
                document.date.value.text
            );
            found.push(
                Diagnostic::new(code::ANNOUNCED_NOT_HELD, meeting.state.span, message)
                    .help("write `held`, `postponed` or `cancelled` and add evidence; if you find none, leave it as it is: the site says that no report was found"),
            );
        }
    }
}
