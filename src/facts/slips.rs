//! The slip ledger: what was promised for when, and each time that the date was moved.

use crate::date::{Date, Day, days_between, months_between};
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::UpdateKind;

/// How the due date of an item moved until a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slips {
    /// The date that the plan gives.
    pub baseline: Option<Date>,
    /// Each time that it was moved, oldest first; those that were corrected later stay here and do not count.
    pub revisions: Vec<Revision>,
    /// The date that holds now.
    pub due: Option<Date>,
    /// How often it was postponed.
    pub times: usize,
    /// By how many whole months in all, from the first date to the one that holds now: less than nothing when it was
    /// brought forward. `None` when there were no two dates to compare, or one has no end.
    pub months: Option<i64>,
    /// The same in days.
    pub days: Option<i64>,
}

/// A change of a due date. Why, and what shows it, stands in its update (`reason`, `evidence`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The update that says so.
    pub update: Ix<Update>,
    /// The date that held before, if there was one.
    pub from: Option<Date>,
    /// The date that holds from then on.
    pub to: Date,
    /// By how many whole months: less than nothing when it was brought forward.
    pub months: Option<i64>,
    /// The same in days.
    pub days: Option<i64>,
    /// Whether the update was corrected, so that this does not count.
    pub corrected: bool,
}

impl Revision {
    /// Whether the date was postponed, and not brought forward or set for the first time.
    pub fn is_slip(&self) -> bool {
        !self.corrected && self.from.as_ref().is_some_and(|from| self.to.latest > from.latest)
    }
}

/// How the due date of an item moved until a day.
pub fn slips(plan: &Plan, ix: Ix<Item>, as_of: Day) -> Slips {
    of(plan, plan.items.at(ix), as_of)
}

/// How the due date of an item moved until a day: by its updates of the kind `date-change`, and nothing else.
pub(super) fn of(plan: &Plan, item: &Item, as_of: Day) -> Slips {
    let baseline = item.document.due.clone();
    let mut slips = Slips { due: baseline.clone(), baseline, ..Slips::default() };
    // What the moves are measured from, when the plan itself gave no date.
    let mut first = slips.baseline.clone();
    for ix in item.updates.iter().copied() {
        let document = &plan.updates.at(ix).document;
        let happened = document.date.value.earliest <= as_of && is_known(document, as_of);
        let (true, UpdateKind::DateChange, Some(to)) = (happened, document.kind.value, &document.new_due)
        else {
            continue;
        };
        let (from, to) = (slips.due.clone(), to.value.clone());
        let (months, days) = distance(from.as_ref(), &to);
        let corrected = plan.is_corrected(ix, as_of);
        let revision = Revision { update: ix, from, to, months, days, corrected };
        if !corrected {
            slips.times += usize::from(revision.is_slip());
            first.get_or_insert_with(|| revision.to.clone());
            slips.due = Some(revision.to.clone());
        }
        slips.revisions.push(revision);
    }
    if let (false, Some(due)) = (slips.revisions.is_empty(), &slips.due) {
        (slips.months, slips.days) = distance(first.as_ref(), due);
    }
    slips
}

/// From the last day of one date to that of another, where both have one.
fn distance(from: Option<&Date>, to: &Date) -> (Option<i64>, Option<i64>) {
    match from {
        Some(from) if from.latest < Day::MAX && to.latest < Day::MAX => {
            (Some(months_between(from.latest, to.latest)), Some(days_between(from.latest, to.latest)))
        }
        _ => (None, None),
    }
}
