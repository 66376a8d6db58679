//! Which updates report something.

use crate::date::Day;
use crate::plan::{Index as _, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::{MeetingState, UpdateKind};

/// Whether an update reports something by a day: it is known and has happened, the plan was adopted before, and it is no
/// mere announcement.
pub fn is_report(update: &Update, as_of: Day) -> bool {
    let planned = update.document.meeting_state() == Some(MeetingState::Planned);
    let happened = update.document.date.value.earliest <= as_of;
    !update.baseline && !planned && happened && is_known(&update.document, as_of)
}

/// The newest report in a list of updates, which is in the order of their dates.
pub fn newest_report<'a>(
    plan: &Plan,
    updates: impl DoubleEndedIterator<Item = &'a Ix<Update>>,
    as_of: Day,
) -> Option<Ix<Update>> {
    updates.rev().copied().find(|ix| is_report(plan.updates.at(*ix), as_of))
}

/// Whether an update says that what recurs was done once more, where no meetings are recorded: a report of progress that
/// nobody has corrected.
pub fn is_occasion(plan: &Plan, ix: Ix<Update>, as_of: Day) -> bool {
    plan.updates.at(ix).document.kind.value == UpdateKind::Progress && plan.counts(ix, as_of)
}
