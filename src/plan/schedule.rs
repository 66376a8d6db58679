//! What the calendar says of an item, and how old the answer is.

use super::{Index, Item, Ix, Plan};
use crate::date::{Date, Day, days_between};
use crate::vocabulary::{Kind, Status};

/// How many days before its due date an item is due soon.
const SOON: i64 = 90;

/// What the calendar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// The plan gives no date.
    NoDate,
    /// There is time.
    NotDue {
        /// The date that holds now.
        due: Date,
    },
    /// It is due within 90 days.
    DueSoon {
        /// The date that holds now.
        due: Date,
    },
    /// The date has passed.
    Overdue {
        /// The date that holds now.
        due: Date,
        /// By how many days.
        days: i64,
    },
    /// Completed by its date.
    DoneOnTime {
        /// The date that held.
        due: Date,
    },
    /// Completed after its date.
    DoneLate {
        /// The date that held.
        due: Date,
        /// By how many days.
        days: i64,
    },
}

/// How old the newest report is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Freshness {
    /// There is none.
    Never,
    /// The plan asks for no rhythm: so many days ago.
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

impl Plan {
    /// The due date that holds on a day, and how often it was put back until then.
    pub fn due(&self, item: Ix<Item>, as_of: Day) -> (Option<Date>, usize) {
        let slips = self.slips(item, as_of);
        (slips.due, slips.times)
    }

    /// What the calendar says on a day.
    pub fn schedule(&self, item: Ix<Item>, as_of: Day) -> Schedule {
        let Some(due) = self.due(item, as_of).0 else { return Schedule::NoDate };
        let current_status = self.current_status(item, as_of);
        if current_status.status == Some(Status::Completed) {
            let done =
                current_status.since.map_or(as_of, |ix| self.updates.at(ix).document.date.value.earliest);
            let days = days_between(due.latest, done);
            return if days > 0 { Schedule::DoneLate { due, days } } else { Schedule::DoneOnTime { due } };
        }
        let left = days_between(as_of, due.latest);
        match left {
            _ if current_status.status == Some(Status::Closed) => Schedule::NotDue { due },
            left if left < 0 => Schedule::Overdue { due, days: -left },
            left if left <= SOON => Schedule::DueSoon { due },
            _ => Schedule::NotDue { due },
        }
    }

    /// How old the newest report on an item is: by its own cadence, else by the plan's reporting rhythm. Baseline
    /// updates and meetings that were only announced are no reports.
    pub fn freshness(&self, item: Ix<Item>, as_of: Day) -> Freshness {
        let record = self.items.at(item);
        let newest = self.newest_report(record.updates.iter(), as_of);
        let Some(last) = newest.map(|ix| self.updates.at(ix).document.date.value.clone()) else {
            return Freshness::Never;
        };
        let reporting = self.about.as_ref().and_then(|about| about.document.reporting.as_ref());
        let settled =
            matches!(self.current_status(item, as_of).status, Some(Status::Completed | Status::Closed));
        let rhythm = match (&record.document.cadence, reporting) {
            _ if settled => None,
            (Some(own), _) if record.document.kind == Kind::Recurring => {
                Some((own, reporting.map_or(0, |r| r.grace_days)))
            }
            (_, Some(reporting)) => Some((&reporting.every, reporting.grace_days)),
            _ => None,
        };
        let Some((every, grace)) = rhythm else {
            let days = days_between(last.latest.min(as_of), as_of);
            return Freshness::Unpaced { last, days };
        };
        let late = days_between(every.after(last.latest), as_of);
        match late {
            late if late <= 0 => Freshness::Fresh { last },
            late if late <= grace => Freshness::Due { last },
            late => Freshness::Stale { last, days: late - grace },
        }
    }
}
