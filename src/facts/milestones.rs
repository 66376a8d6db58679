//! Where a milestone stands on a day.

use schemars::JsonSchema;
use serde::Serialize;

use super::item_day::ItemDay;
use crate::parse::Milestone;

/// The state of a milestone.
// The comments are read by those who use the open data, which has these states under these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum MilestoneState {
    /// Done by its due date, or without one.
    Done,
    /// Done after its due date.
    DoneLate,
    /// Its due date has not passed.
    Ahead,
    /// Its due date has passed.
    Overdue,
    /// It has no due date.
    Open,
    /// No source says that it was done, and its item is completed or closed, or the plan has ended.
    NotReported,
}

impl MilestoneState {
    /// The key of its words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::DoneLate => "done-late",
            Self::Ahead => "ahead",
            Self::Overdue => "overdue",
            Self::Open => "open",
            Self::NotReported => "not-reported",
        }
    }

    /// Whether it is done.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate)
    }
}

impl ItemDay {
    /// Where a milestone of the item stands on the day. What was done later is not done yet.
    pub fn milestone(&self, milestone: &Milestone) -> MilestoneState {
        let due = milestone.due.as_ref().map(|due| &due.value);
        let done = milestone.done.as_ref().map(|done| &done.value).filter(|done| done.earliest <= self.as_of);
        match (done, due) {
            // A date that is not known to the day is late only when it is late in any case.
            (Some(done), Some(due)) if done.earliest > due.latest => MilestoneState::DoneLate,
            (Some(_), _) => MilestoneState::Done,
            _ if self.is_over() => MilestoneState::NotReported,
            (None, Some(due)) if due.latest < self.as_of => MilestoneState::Overdue,
            (None, Some(_)) => MilestoneState::Ahead,
            (None, None) => MilestoneState::Open,
        }
    }

    /// What is known on the day of how a milestone was done: what shows it and what was remarked on it belong to that.
    pub fn is_known_of(&self, milestone: &Milestone) -> bool {
        milestone.done.is_none() || self.milestone(milestone).is_done()
    }
}
