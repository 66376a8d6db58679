//! Meetings that were announced, and what became of them.

use crate::date::Day;
use crate::plan::{Index as _, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::MeetingState;

/// Whether a meeting was announced, its last day has passed, and no update says what became of it.
pub fn is_outcome_unknown(plan: &Plan, ix: Ix<Update>, as_of: Day) -> bool {
    let update = plan.updates.at(ix);
    let over = state(update) == Some(MeetingState::Planned) && update.document.last_day() < as_of;
    // What was announced later was not announced on the day.
    over && is_known(&update.document, as_of)
        && !plan.is_corrected(ix, as_of)
        && !is_reported(plan, update, as_of)
}

/// Whether another update of the same forum, known on a day, says what became of a meeting that was announced; one of the
/// same items where the meeting belongs to no forum.
pub fn is_reported(plan: &Plan, announced: &Update, as_of: Day) -> bool {
    let report = |ix: &Ix<Update>| {
        let other = plan.updates.at(*ix);
        is_known(&other.document, as_of) && says_what_became_of(other, announced)
    };
    match announced.forum {
        Some(forum) => plan.forums.at(forum).updates.iter().any(report),
        None => announced.items.iter().any(|item| {
            let updates = plan.items.at(*item).updates.iter();
            updates.filter(|ix| plan.updates.at(**ix).forum.is_none()).any(report)
        }),
    }
}

/// Whether `report` says what became of `announced`: they have one number or, where one of them has none, days in common.
pub fn says_what_became_of(report: &Update, announced: &Update) -> bool {
    let says_more = state(report).is_some_and(|state| state != MeetingState::Planned);
    if !says_more || state(announced) != Some(MeetingState::Planned) {
        return false;
    }
    let number = |update: &Update| update.document.meeting.as_ref().and_then(|meeting| meeting.number);
    if let (Some(one), Some(other)) = (number(report), number(announced)) {
        return one == other;
    }
    let first = |update: &Update| update.document.date.value.earliest;
    first(report) <= announced.document.last_day() && first(announced) <= report.document.last_day()
}

fn state(update: &Update) -> Option<MeetingState> {
    update.document.meeting_state()
}
