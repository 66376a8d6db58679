//! The updates that set a status, and where one says less than the same body said before.

use super::status::{CurrentStatus, follows_from_parts};
use crate::date::Day;
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::{Degree, Kind, Status};

/// A status that says less than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepBack {
    /// The update with the status before.
    pub before: Ix<Update>,
    /// The update that says less.
    pub after: Ix<Update>,
}

/// The updates of an item that set its status, oldest first, until a day. A group that follows from its parts, and a
/// catch-all, have none.
pub(super) fn of(plan: &Plan, item: &Item, as_of: Day) -> Vec<Ix<Update>> {
    if follows_from_parts(item) || item.document.kind == Kind::CatchAll {
        return Vec::new();
    }
    let claims = |ix: &Ix<Update>| plan.updates.at(*ix).document.status.is_some() && plan.counts(*ix, as_of);
    item.updates.iter().copied().filter(claims).collect()
}

/// Each time until a day that a body's status said less than the one before: completed and then not, further and then less
/// far, under way and then interrupted. What ends has not lost anything. Bodies are compared with themselves only: that one
/// is done and another is not takes nothing back.
pub(super) fn steps_back(plan: &Plan, item: &Item, as_of: Day) -> Vec<StepBack> {
    let claims = of(plan, item, as_of);
    let before =
        |at: usize| claims[..at].iter().rev().find(|earlier| share_a_body(plan, **earlier, claims[at]));
    let steps = claims.iter().enumerate().filter_map(|(at, after)| {
        let before = *before(at)?;
        says_less(plan, before, *after).then_some(StepBack { before, after: *after })
    });
    steps.collect()
}

/// Whether two updates speak for the same body. One that names nobody speaks for all.
fn share_a_body(plan: &Plan, one: Ix<Update>, other: Ix<Update>) -> bool {
    let (one, other) = (&plan.updates.at(one).by, &plan.updates.at(other).by);
    one.is_empty() || other.is_empty() || one.iter().any(|agency| other.contains(agency))
}

fn says_less(plan: &Plan, before: Ix<Update>, after: Ix<Update>) -> bool {
    let said = |ix| {
        let document = &plan.updates.at(ix).document;
        let degree = document.degree.as_ref().map(|degree| degree.value);
        Some((document.status.as_ref()?.value, degree))
    };
    said(before).zip(said(after)).is_some_and(|(before, after)| less(before, after))
}

impl CurrentStatus {
    /// Whether it says less than another did.
    pub fn says_less_than(&self, before: &Self) -> bool {
        let said = |claim: &Self| claim.status.map(|status| (status, claim.degree));
        said(before).zip(said(self)).is_some_and(|(before, after)| less(before, after))
    }
}

/// Whether the second says less than the first.
fn less((old, old_degree): (Status, Option<Degree>), (new, new_degree): (Status, Option<Degree>)) -> bool {
    // What was done once may go on being done.
    if (old, new) == (Status::Completed, Status::Continuing) {
        return false;
    }
    let less = rank(old).zip(rank(new)).is_some_and(|(old, new)| new < old);
    let less_far =
        old == new && matches!((old_degree, new_degree), (Some(Degree::Substantial), Some(Degree::Limited)));
    less || less_far
}

/// How far a status is, where one can be further than another.
fn rank(status: Status) -> Option<u8> {
    match status {
        Status::NotReported | Status::NotStated | Status::Closed => None,
        Status::NotStarted => Some(0),
        Status::OnHold => Some(1),
        Status::InProgress | Status::Continuing => Some(2),
        Status::Completed => Some(3),
    }
}
