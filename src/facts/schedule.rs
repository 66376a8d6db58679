//! What the calendar says of an item.

use super::slips::Slips;
use super::status::CurrentStatus;
use super::{last_day, period};
use crate::date::{Date, Day, days_between};
use crate::plan::{Index as _, Item, Ix, Plan};
use crate::vocabulary::{Kind, Outcome, Status};

/// How many days before its due date an item is due soon.
const SOON: i64 = 90;

/// What the calendar says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Schedule {
    /// The plan gives no date.
    NoDate,
    /// The plan says in words when it is due, and no day follows from them yet.
    NoDayYet {
        /// The words.
        text: String,
        /// The item whose completion sets the day, if the plan names one.
        after: Option<Ix<Item>>,
    },
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
    /// Its date passed, and it was closed without being completed.
    Missed {
        /// The date that held.
        due: Date,
    },
    /// Completed, and the dates do not tell whether by its date.
    Done {
        /// The date that held.
        due: Date,
    },
    /// It ended before its date, or because its work was done: nothing is due any more.
    Ended {
        /// The date that held.
        due: Date,
    },
    /// The plan says in words when it is due; it ended, and no day ever followed from them.
    EndedInWords {
        /// The words.
        text: String,
    },
    /// The plan ended before its date, or on it.
    PlanEnded {
        /// The date that held.
        due: Date,
    },
    /// A group: the next date is that of one of its parts.
    OfParts {
        /// The earliest date of the parts that are still open.
        due: Date,
        /// The part that it belongs to.
        part: Ix<Item>,
    },
}

impl Schedule {
    /// The word for it in keys of messages and data.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::NoDayYet { .. } => "no-day-yet",
            Self::NotDue { .. } => "not-due",
            Self::DueSoon { .. } => "due-soon",
            Self::Overdue { .. } => "overdue",
            Self::DoneOnTime { .. } => "done-on-time",
            Self::DoneLate { .. } => "done-late",
            Self::Missed { .. } => "missed",
            Self::Done { .. } => "done",
            Self::Ended { .. } | Self::EndedInWords { .. } => "ended",
            Self::PlanEnded { .. } => "plan-ended",
            Self::OfParts { .. } => "of-parts",
        }
    }

    /// The date that it speaks of, if there is one.
    pub fn due(&self) -> Option<&Date> {
        match self {
            Self::NoDate | Self::NoDayYet { .. } | Self::EndedInWords { .. } => None,
            Self::NotDue { due }
            | Self::DueSoon { due }
            | Self::Overdue { due, .. }
            | Self::DoneOnTime { due }
            | Self::DoneLate { due, .. }
            | Self::Missed { due }
            | Self::Done { due }
            | Self::Ended { due }
            | Self::PlanEnded { due }
            | Self::OfParts { due, .. } => Some(due),
        }
    }

    /// The date by which something is still to be done.
    fn open(&self) -> Option<&Date> {
        match self {
            Self::NotDue { due }
            | Self::DueSoon { due }
            | Self::Overdue { due, .. }
            | Self::OfParts { due, .. } => Some(due),
            _ => None,
        }
    }
}

/// What the calendar says of an item that has its own status. `settled` is whether nothing more is to be done.
pub(super) fn of(
    plan: &Plan,
    item: &Item,
    slips: &Slips,
    status: &CurrentStatus,
    settled: bool,
    as_of: Day,
) -> Schedule {
    let Some(due) = slips.due.clone() else { return without_day(item, settled) };
    let date = |update| &plan.updates.at(update).document.date.value;
    if status.status == Some(Status::Completed) {
        let (first, last) =
            status.since.map_or((as_of, as_of), |since| (date(since).earliest, date(since).latest));
        return match days_between(due.latest, first) {
            days if days > 0 => Schedule::DoneLate { due, days },
            _ if last <= due.latest => Schedule::DoneOnTime { due },
            _ => Schedule::Done { due },
        };
    }
    if status.status == Some(Status::Closed) {
        let was_due = status.since.is_some_and(|closed| date(closed).earliest > due.latest);
        let concluded = status.outcome == Some(Outcome::Concluded);
        return if was_due && !concluded { Schedule::Missed { due } } else { Schedule::Ended { due } };
    }
    // A final verdict of a third party ends the matter, and nobody knows on which day it did.
    if settled {
        return Schedule::Ended { due };
    }
    // A catch-all has no status, so nothing could ever say that it is done.
    if item.document.kind == Kind::CatchAll {
        return Schedule::NotDue { due };
    }
    open(due, last_day(plan, as_of), period::ended(plan, as_of).is_some())
}

/// What an open item's date says on the last day that counts.
fn open(due: Date, day: Day, plan_ended: bool) -> Schedule {
    match days_between(day, due.latest) {
        left if left < 0 => Schedule::Overdue { due, days: -left },
        _ if plan_ended => Schedule::PlanEnded { due },
        left if left <= SOON => Schedule::DueSoon { due },
        _ => Schedule::NotDue { due },
    }
}

fn without_day(item: &Item, settled: bool) -> Schedule {
    match &item.document.due_in_words {
        Some(words) if settled => Schedule::EndedInWords { text: words.text.clone() },
        Some(words) => Schedule::NoDayYet { text: words.text.clone(), after: item.due_after },
        None => Schedule::NoDate,
    }
}

/// What the calendar says of a group: the next date among its parts.
pub(super) fn from_parts<'a>(parts: impl Iterator<Item = (&'a Schedule, Ix<Item>)>) -> Schedule {
    let open = parts.filter_map(|(schedule, part)| match schedule {
        Schedule::OfParts { due, part } => Some((due, *part)),
        schedule => schedule.open().map(|due| (due, part)),
    });
    open.min_by_key(|(due, part)| (due.latest, *part))
        .map_or(Schedule::NoDate, |(due, part)| Schedule::OfParts { due: due.clone(), part })
}
