//! A meeting that two updates record: the same forum, held on the same days.

use std::collections::BTreeMap;

use super::LintContext;
use crate::date::Precision;
use crate::diag::{Diagnostic, code};
use crate::plan::{Index as _, Update};
use crate::vocabulary::MeetingState;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for forum in &context.plan.forums {
        let mut seen: BTreeMap<_, &Update> = BTreeMap::new();
        for update in forum.updates.iter().map(|ix| context.plan.updates.at(*ix)) {
            if !is_meeting_on_known_days(update) {
                continue;
            }
            let days = (update.document.date.value.earliest, update.document.last_day());
            let Some(first) = seen.get(&days) else {
                seen.insert(days, update);
                continue;
            };
            if matches!((number(first), number(update)), (Some(one), Some(other)) if one != other) {
                continue;
            }
            let document = &update.document;
            let message = format!(
                "two updates record the same meeting of `{}` on {}",
                forum.document.id, document.date.value.text
            );
            found.push(
                Diagnostic::new(code::DUPLICATE_MEETING, document.date.span, message)
                    .label(first.document.date.span, "the first one")
                    .help("merge them into one update that names all items; if there were two meetings, correct the dates or give each its `number`"),
            );
        }
    }
}

/// A meeting that was held, whose days are known, and that no other update reports again on purpose.
fn is_meeting_on_known_days(update: &Update) -> bool {
    let document = &update.document;
    let precise = matches!(document.date.value.precision, Precision::Day | Precision::Range);
    let held = document.meeting_state() == Some(MeetingState::Held);
    precise && held && update.corrects.is_none() && update.corrections.is_empty()
}

fn number(update: &Update) -> Option<i64> {
    update.document.meeting.as_ref().and_then(|meeting| meeting.number)
}
