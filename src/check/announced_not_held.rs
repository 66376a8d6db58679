//! Announced is not held: a meeting whose date has passed and whose state is still `planned`.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::facts::is_outcome_unknown;
use crate::plan::Index as _;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, update) in context.plan.updates.indexed() {
        let document = &update.document;
        let unknown = is_outcome_unknown(context.plan, ix, context.today);
        let Some(meeting) = document.meeting.as_ref().filter(|_| unknown) else { continue };
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
