//! What was known on a day: it had happened, and it had been reported.

use super::{Index as _, Ix, Plan, Update};
use crate::date::Day;
use crate::parse::UpdateDocument;
use crate::vocabulary::MeetingState;

impl Plan {
    /// Whether an update exists on a day. It does when it had happened, and had been reported where `reported` says when.
    /// A meeting that was announced, put off or called off is known before its day: from the day on which that was
    /// reported, else from the day of its oldest dated evidence, else always, because nothing says since when.
    pub fn is_known(update: &UpdateDocument, as_of: Day) -> bool {
        if update.reported.as_ref().is_some_and(|reported| reported.earliest > as_of) {
            return false;
        }
        if update.date.value.earliest <= as_of {
            return true;
        }
        let ahead = update.meeting_state().is_some_and(|state| state != MeetingState::Held);
        let evidence = update.evidence.iter().filter_map(|evidence| evidence.date.as_ref());
        let told = update.reported.is_some()
            || evidence.map(|date| date.earliest).min().is_none_or(|first| first <= as_of);
        ahead && told
    }

    /// Whether an update says on a day what the responsible body claims: it is known and has happened, the plan was
    /// adopted, and nobody had corrected it by then.
    pub fn counts(&self, ix: Ix<Update>, as_of: Day) -> bool {
        let update = self.updates.at(ix);
        !update.baseline
            && update.document.date.value.earliest <= as_of
            && Self::is_known(&update.document, as_of)
            && !self.is_corrected(ix, as_of)
    }

    /// Whether an update had been corrected by a day. `corrected_by` is the last of its corrections, and an earlier one may
    /// have been known when that one was not.
    pub fn is_corrected(&self, ix: Ix<Update>, as_of: Day) -> bool {
        let corrects =
            |update: &Update| update.corrects == Some(ix) && Self::is_known(&update.document, as_of);
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
            !update.baseline && !planned && happened && Self::is_known(&update.document, as_of)
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
