//! Where a milestone stands on a day.

use super::item_day::ItemDay;
use crate::parse::Milestone;

/// Where a milestone stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneState {
    /// It was done in time, or nothing says by when.
    Done,
    /// It was done after its date.
    DoneLate,
    /// Its date has not come.
    Ahead,
    /// Its date has passed.
    Overdue,
    /// Nothing says when.
    Open,
    /// Nothing says that it was done, and nobody waits for it any more: its item is completed or closed, or the plan has ended.
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
