//! By what each kind of promise is measured. Few promises of a plan are ever "completed", so a share of completed items
//! would say nothing of the others.

use super::{CurrentStatus, Freshness, Index as _, Item, Ix, Plan};
use crate::date::Day;
use crate::vocabulary::{Kind, Status};

/// How many days back something counts as recent: a year.
pub const RECENT_DAYS: i64 = 365;

impl Plan {
    /// Whether an item that stands so does what its kind is measured by: a deliverable or event is completed, what recurs
    /// was held within its cadence, what is conditional has started, what continues was reported in the plan's rhythm, or
    /// in the last year when there is none. `None` for groups and catch-alls, and where the status follows from parts.
    pub fn meets_measure(&self, item: Ix<Item>, current_status: &CurrentStatus, as_of: Day) -> Option<bool> {
        let status = current_status.status.filter(|_| !current_status.from_parts)?;
        let in_time = || match self.freshness(item, as_of) {
            Freshness::Fresh { .. } | Freshness::Due { .. } => true,
            Freshness::Never | Freshness::Stale { .. } => false,
            Freshness::Unpaced { days, .. } => days <= RECENT_DAYS,
        };
        Some(match self.items.at(item).document.kind {
            Kind::Deliverable | Kind::Event => status == Status::Completed,
            Kind::Recurring => self.held_in_time(item, as_of).unwrap_or_else(in_time),
            Kind::Continuing => in_time(),
            Kind::Conditional => {
                matches!(status, Status::InProgress | Status::Continuing | Status::Completed)
            }
            Kind::Container | Kind::CatchAll => return None,
        })
    }
}
