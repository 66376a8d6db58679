//! What was known on a day: it had happened, and it had been reported.

use super::{Index as _, Ix, Plan, Update};
use crate::date::Day;
use crate::visible::is_known;
use crate::vocabulary::MeetingState;

impl Plan {
    /// Whether an update says on a day what the responsible body claims: it is known and has happened, the plan was
    /// adopted, and nobody had corrected it by then.
    pub fn counts(&self, ix: Ix<Update>, as_of: Day) -> bool {
        let update = self.updates.at(ix);
        !update.baseline
            && update.document.date.value.earliest <= as_of
            && is_known(&update.document, as_of)
            && !self.is_corrected(ix, as_of)
    }

    /// Whether an update had been corrected by a day. `corrected_by` is the last of its corrections, and an earlier one may
    /// have been known when that one was not.
    pub fn is_corrected(&self, ix: Ix<Update>, as_of: Day) -> bool {
        let corrects = |update: &Update| update.corrects == Some(ix) && is_known(&update.document, as_of);
        self.updates.at(ix).corrected_by.is_some() && self.updates.iter().any(corrects)
    }

    /// The newest of a list of updates that reports something: after the plan was adopted, and no mere announcement.
    pub fn newest_report<'a>(
        &self,
        updates: impl DoubleEndedIterator<Item = &'a Ix<Update>>,
        as_of: Day,
    ) -> Option<Ix<Update>> {
        updates.rev().copied().find(|ix| {
            let update = self.updates.at(*ix);
            let planned = update.document.meeting_state() == Some(MeetingState::Planned);
            let happened = update.document.date.value.earliest <= as_of;
            !update.baseline && !planned && happened && is_known(&update.document, as_of)
        })
    }
}
