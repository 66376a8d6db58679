//! What was known on a day: it had happened, and it had been reported.

use super::{Index as _, Ix, Plan, Update};
use crate::date::Day;
use crate::visible::is_known;

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

    /// Whether an update had been corrected by a day.
    pub fn is_corrected(&self, ix: Ix<Update>, as_of: Day) -> bool {
        let known = |ix: &Ix<Update>| is_known(&self.updates.at(*ix).document, as_of);
        self.updates.at(ix).corrections.iter().any(known)
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
