//! Which reports are of a period.

use crate::date::Date;

/// Whether a report of a date can be an answer on a period: what happened before it is none.
pub fn is_reported_by(date: &Date, period: &Date) -> bool {
    date.latest >= period.earliest
}

/// Whether a date is of a period, or may be: an imprecise one may be any of its days.
pub fn is_of_period(date: &Date, period: &Date) -> bool {
    is_reported_by(date, period) && date.earliest <= period.latest
}
