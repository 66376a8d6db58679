//! What the responsible body claims, on a day.

use super::{Index, Item, Ix, Plan, Update};
use crate::date::Day;
use crate::visible::is_known;
use crate::vocabulary::{Degree, Kind, Outcome, Rollup, Status};

/// Where an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrentStatus {
    /// The status; `None` for a catch-all, which has none.
    pub status: Option<Status>,
    /// How far work in progress has come.
    pub degree: Option<Degree>,
    /// How a closed item ended.
    pub outcome: Option<Outcome>,
    /// The update that says so.
    pub since: Option<Ix<Update>>,
    /// Whether it follows from the parts.
    pub from_parts: bool,
}

impl CurrentStatus {
    fn derived(status: Option<Status>) -> Self {
        Self { status, degree: None, outcome: None, since: None, from_parts: status.is_some() }
    }

    /// The status that counts are of. Items that have none of their own (groups and catch-alls) are left out.
    pub fn counted(&self) -> Option<Status> {
        self.status.filter(|_| !self.from_parts)
    }
}

impl Plan {
    /// Where an item stands on a day: what its newest update with a status says. Baseline updates and corrected ones do
    /// not count; a container follows from its parts.
    pub fn current_status(&self, item: Ix<Item>, as_of: Day) -> CurrentStatus {
        let record = self.items.at(item);
        match (record.document.kind, record.document.rollup) {
            (Kind::CatchAll, _) => CurrentStatus::derived(None),
            (Kind::Container, rollup @ (Rollup::All | Rollup::Any)) => {
                CurrentStatus::derived(Some(self.rolled_up(item, rollup, as_of)))
            }
            _ => self.claimed(record, as_of),
        }
    }

    fn claimed(&self, item: &Item, as_of: Day) -> CurrentStatus {
        let newest = item.updates.iter().rev().copied().find_map(|ix| {
            let update = self.updates.at(ix);
            let status = update.document.status.as_ref().filter(|_| self.counts(ix, as_of))?;
            Some((ix, update, status.value))
        });
        match newest {
            None => {
                let counts = |update: &Update| !update.baseline && is_known(&update.document, as_of);
                let known = item.updates.iter().any(|ix| counts(self.updates.at(*ix)));
                let status = if known { Status::NotStated } else { Status::NotReported };
                CurrentStatus { from_parts: false, ..CurrentStatus::derived(Some(status)) }
            }
            Some((ix, update, status)) => CurrentStatus {
                status: Some(status),
                degree: update.document.degree.as_ref().map(|degree| degree.value),
                outcome: update.document.outcome.as_ref().map(|outcome| outcome.value),
                since: Some(ix),
                from_parts: false,
            },
        }
    }

    /// The rule is short, so that a reader can check it: complete when all parts (or one) are; not reported, or not
    /// stated, when no status was reported of any; else in progress.
    fn rolled_up(&self, item: Ix<Item>, rollup: Rollup, as_of: Day) -> Status {
        let parts: Vec<Status> = self
            .items
            .at(item)
            .parts
            .iter()
            .filter_map(|part| self.current_status(*part, as_of).status)
            .collect();
        let done = |status: &Status| *status == Status::Completed;
        let complete = match rollup {
            Rollup::Any => parts.iter().any(done),
            _ => !parts.is_empty() && parts.iter().all(done),
        };
        if complete {
            Status::Completed
        } else if parts.iter().all(|status| *status == Status::NotReported) {
            Status::NotReported
        } else if parts.iter().all(|status| matches!(status, Status::NotReported | Status::NotStated)) {
            Status::NotStated
        } else {
            Status::InProgress
        }
    }
}
