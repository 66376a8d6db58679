//! When a plan begins, and when it is over.

use crate::date::{Date, Day};
use crate::plan::Plan;

/// The last day of a plan, where it had ended by a day: what `closed` says, else the end of its `period`.
pub fn ended(plan: &Plan, as_of: Day) -> Option<Day> {
    let document = &plan.about.as_ref()?.document;
    let closed = document.closed.as_ref().map(|closed| closed.value.latest);
    let last = closed.or_else(|| document.period.as_ref().map(|period| period.latest))?;
    (last < as_of).then_some(last)
}

/// The date on which a plan was adopted, where that is later than a day: on that day there was no such plan.
pub fn not_adopted(plan: &Plan, as_of: Day) -> Option<&Date> {
    let adopted = &plan.about.as_ref()?.document.adopted.value;
    (adopted.earliest > as_of).then_some(adopted)
}

/// The day by which dates are judged: after the plan has ended nothing becomes later than it was then.
pub fn last_day(plan: &Plan, as_of: Day) -> Day {
    ended(plan, as_of).unwrap_or(as_of)
}
