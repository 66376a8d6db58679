//! How old the newest report on an item is.

use super::{current_status, last_day, newest_report, period, status, verdicts};
use crate::date::{Cadence, Date, Day, days_between};
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::Kind;

/// How old the newest report is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Freshness {
    /// There is none.
    Never,
    /// Nothing asks for an interval, or not any more: so many days ago.
    Unpaced {
        /// The day of the newest report.
        last: Date,
        /// Its age.
        days: i64,
    },
    /// In time.
    Fresh {
        /// The day of the newest report.
        last: Date,
    },
    /// The next one is due, and the days of grace run.
    Due {
        /// The day of the newest report.
        last: Date,
    },
    /// Too old.
    Stale {
        /// The day of the newest report.
        last: Date,
        /// Days since the next one was due at the latest.
        days: i64,
    },
}

/// How old the newest report on an item will be on a day: for those who ask what becomes due.
pub fn freshness(plan: &Plan, ix: Ix<Item>, as_of: Day) -> Freshness {
    let item = plan.items.at(ix);
    let newest = newest_report(plan, item.updates.iter(), as_of);
    let verdicts = verdicts::newest(plan, item, as_of);
    let settled = verdicts::is_settled(plan, &current_status(plan, ix, as_of), &verdicts);
    of(plan, item, newest, settled, as_of)
}

/// By the item's own cadence, else by the plan's reporting interval. What is settled, in a group or in a plan that has ended
/// has no interval.
pub(super) fn of(
    plan: &Plan,
    item: &Item,
    newest: Option<Ix<Update>>,
    settled: bool,
    as_of: Day,
) -> Freshness {
    let interval = interval(plan, item).filter(|_| !settled && period::ended(plan, as_of).is_none());
    let (Some((every, grace)), Some(newest)) = (interval, newest) else {
        return unpaced(plan, newest, as_of);
    };
    let last = plan.updates.at(newest).document.date.value.clone();
    let late = days_between(every.after(last.latest), as_of);
    match late {
        late if late <= 0 => Freshness::Fresh { last },
        late if late <= grace => Freshness::Due { last },
        late => Freshness::Stale { last, days: late - grace },
    }
}

/// Only how long ago the newest report was.
pub(super) fn unpaced(plan: &Plan, newest: Option<Ix<Update>>, as_of: Day) -> Freshness {
    let Some(newest) = newest else { return Freshness::Never };
    let last = plan.updates.at(newest).document.date.value.clone();
    let days = days_between(last.latest.min(as_of), as_of);
    Freshness::Unpaced { last, days }
}

/// Whether anything says how often a report on an item is due.
pub fn has_rhythm(plan: &Plan, ix: Ix<Item>) -> bool {
    interval(plan, plan.items.at(ix)).is_some()
}

/// How often a report is due, and how many days late is still in time.
fn interval<'p>(plan: &'p Plan, item: &'p Item) -> Option<(&'p Cadence, i64)> {
    let document = &item.document;
    if status::follows_from_parts(item) || document.kind == Kind::CatchAll {
        return None;
    }
    let reporting = plan.about.as_ref().and_then(|about| about.document.reporting.as_ref());
    let own = document.cadence.as_ref().filter(|_| document.kind == Kind::Recurring);
    match (own, reporting) {
        (Some(own), _) => Some((own, reporting.map_or(0, |reporting| reporting.grace_days))),
        (None, Some(reporting)) => Some((&reporting.every, reporting.grace_days)),
        (None, None) => None,
    }
}

/// How many days ago a day is, as of a day that the plan may have ended before.
pub(super) fn age(plan: &Plan, day: Day, as_of: Day) -> i64 {
    let last = last_day(plan, as_of);
    days_between(day.min(last), last)
}
