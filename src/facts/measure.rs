//! By what each kind of commitment is measured. Few commitments of a plan are ever "completed", so a share of completed items
//! would say nothing of the others.

use super::freshness::{Freshness, age};
use super::period::ended;
use super::series;
use super::status::CurrentStatus;
use crate::date::Day;
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::{Kind, Status};

/// How many days back something counts as recent: a year.
const RECENT_DAYS: i64 = 365;

/// By what items of a kind are measured on a day, as a key; `None` for kinds that have no measure.
pub fn measure_of(plan: &Plan, kind: Kind, as_of: Day) -> Option<&'static str> {
    let over = ended(plan, as_of).is_some();
    let paced = plan.about.as_ref().is_some_and(|about| about.document.reporting.is_some());
    Some(match kind {
        Kind::Deliverable | Kind::Event => "completed",
        Kind::Recurring => "held-in-time",
        Kind::Continuing if over => "reported-in-last-year-of-plan",
        Kind::Continuing if paced => "reported-in-time",
        Kind::Continuing => "reported-in-last-year",
        Kind::Conditional => "started",
        Kind::Container | Kind::CatchAll | Kind::Unstated => return None,
    })
}

/// Whether an item does what its kind is measured by: a deliverable or event is completed, what recurs was held within its
/// cadence, what is conditional has started, what continues was reported in the plan's interval, or in the last year when
/// there is none. `None` for kinds without a measure, and where the status follows from parts.
pub(super) fn meets(
    plan: &Plan,
    ix: Ix<Item>,
    status: &CurrentStatus,
    freshness: &Freshness,
    as_of: Day,
) -> Option<bool> {
    let kind = plan.items.at(ix).document.kind;
    measure_of(plan, kind, as_of)?;
    let status = status.status.filter(|_| !status.from_parts)?;
    let in_time = || match freshness {
        Freshness::Fresh { .. } | Freshness::Due { .. } => true,
        Freshness::Never | Freshness::Stale { .. } => false,
        Freshness::Unpaced { last, .. } => is_of_last_year(plan, last.latest, as_of),
    };
    Some(match kind {
        Kind::Recurring => series::held_in_time(plan, ix, as_of).unwrap_or_else(in_time),
        Kind::Continuing => in_time(),
        Kind::Conditional => matches!(status, Status::InProgress | Status::Continuing | Status::Completed),
        _ => status == Status::Completed,
    })
}

/// Whether the newest report is of the year before a day. After the end of a plan nothing is.
pub(super) fn is_recent(plan: &Plan, newest: Option<Ix<Update>>, as_of: Day) -> bool {
    ended(plan, as_of).is_none()
        && newest
            .is_some_and(|ix| is_of_last_year(plan, plan.updates.at(ix).document.date.value.latest, as_of))
}

fn is_of_last_year(plan: &Plan, day: Day, as_of: Day) -> bool {
    age(plan, day, as_of) <= RECENT_DAYS
}
