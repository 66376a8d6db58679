//! What the responsible body claims, on a day.

use crate::date::Day;
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::{Degree, Kind, Outcome, Rollup, Status};

/// The status of an item on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrentStatus {
    /// The status; `None` for a catch-all, which has none.
    pub status: Option<Status>,
    /// How far work in progress has come.
    pub degree: Option<Degree>,
    /// How a closed item ended.
    pub outcome: Option<Outcome>,
    /// The first update of the unbroken run of updates that say so.
    pub since: Option<Ix<Update>>,
    /// The newest update that says so: the last time that it was confirmed, and what the status rests on.
    pub confirmed: Option<Ix<Update>>,
    /// Whether it follows from the parts.
    pub from_parts: bool,
}

impl CurrentStatus {
    /// The status that counts are of: none for what follows from its parts.
    pub fn counted(&self) -> Option<Status> {
        self.status.filter(|_| !self.from_parts)
    }

    /// Whether it is completed or closed.
    pub fn is_done(&self) -> bool {
        matches!(self.status, Some(Status::Completed | Status::Closed))
    }

    pub(super) fn without_update(status: Option<Status>, from_parts: bool) -> Self {
        Self { status, degree: None, outcome: None, since: None, confirmed: None, from_parts }
    }
}

/// Whether the status of an item follows from its parts, so that it has none of its own.
pub fn follows_from_parts(item: &Item) -> bool {
    item.document.kind == Kind::Container && item.document.rollup != Rollup::Manual
}

/// The status of a list of claims, which is in the order of their dates; `None` when there are none.
pub(super) fn claimed(plan: &Plan, claims: &[Ix<Update>]) -> Option<CurrentStatus> {
    let newest = *claims.last()?;
    let said = |ix: Ix<Update>| {
        let document = &plan.updates.at(ix).document;
        let status = document.status.as_ref().map(|status| status.value);
        let degree = document.degree.as_ref().map(|degree| degree.value);
        (status, degree, document.outcome.as_ref().map(|outcome| outcome.value))
    };
    let (status, degree, outcome) = said(newest);
    let first = claims.iter().rev().copied().take_while(|ix| said(*ix) == said(newest)).last();
    Some(CurrentStatus { status, degree, outcome, since: first, confirmed: Some(newest), from_parts: false })
}

/// Where nobody claims a status: something is known from these updates, if only that a meeting is announced, or nothing is.
pub(super) fn unclaimed(
    plan: &Plan,
    mut updates: impl Iterator<Item = Ix<Update>>,
    as_of: Day,
) -> CurrentStatus {
    let is_known = |update: &Update| !update.baseline && is_known(&update.document, as_of);
    let known = updates.any(|ix| is_known(plan.updates.at(ix)));
    let status = if known { Status::NotStated } else { Status::NotReported };
    CurrentStatus::without_update(Some(status), false)
}

/// The status of a group. The rule is short, so that a reader can check it: complete when all parts (or one) are; closed
/// when nothing more is to be done on any; not reported, or not stated, when no status was reported of any; else in progress.
pub(super) fn from_parts(rollup: Rollup, parts: &[Status]) -> CurrentStatus {
    let done = |status: &Status| *status == Status::Completed;
    let complete = match rollup {
        Rollup::Any => parts.iter().any(done),
        _ => !parts.is_empty() && parts.iter().all(done),
    };
    let status = if complete {
        Status::Completed
    } else if !parts.is_empty() && parts.iter().all(|status| done(status) || *status == Status::Closed) {
        Status::Closed
    } else if parts.iter().all(|status| *status == Status::NotReported) {
        Status::NotReported
    } else if parts.iter().all(|status| matches!(status, Status::NotReported | Status::NotStated)) {
        Status::NotStated
    } else {
        Status::InProgress
    };
    CurrentStatus::without_update(Some(status), true)
}
