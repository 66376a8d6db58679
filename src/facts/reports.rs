//! Which updates report something.

use crate::date::Day;
use crate::plan::{Index as _, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::{MeetingState, Status, UpdateKind};

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
/// nobody has corrected. One that says that nothing was done is none, nor is the verdict of a third party.
pub fn is_occasion(plan: &Plan, ix: Ix<Update>, as_of: Day) -> bool {
    let document = &plan.updates.at(ix).document;
    let status = document.status.as_ref().map(|status| status.value);
    let nothing_done = matches!(status, Some(Status::NotStarted | Status::OnHold | Status::Closed));
    let reports = document.kind.value == UpdateKind::Progress && document.assessment.is_none();
    reports && !nothing_done && plan.counts(ix, as_of)
}
