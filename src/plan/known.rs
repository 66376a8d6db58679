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

    /// The day when an update became known, as far as the content says: `reported`, else its own date. A meeting that is
    /// still to come became known with the oldest document about it, and where that has no date, at the latest with the
    /// plan: never on the day of the build, which would make it new each day.
    pub fn known_on(&self, update: &Update, as_of: Day) -> Day {
        let document = &update.document;
        let reported = document.reported.as_ref().map(|date| date.earliest);
        let own = document.date.value.earliest;
        let documents = || document.evidence.iter().filter_map(|evidence| evidence.date.as_ref());
        let shown = || documents().map(|date| date.earliest).filter(|day| *day <= as_of).min();
        let adopted = || self.about.as_ref().map(|about| about.document.adopted.value.earliest);
        let by_then = |day: &Day| *day <= as_of;
        reported
            .filter(by_then)
            .or_else(|| Some(own).filter(by_then))
            .or_else(shown)
            .or_else(|| adopted().filter(by_then))
            .unwrap_or(as_of)
    }
}
