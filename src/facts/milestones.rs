//! Where a milestone stands on a day.

use crate::date::Day;
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
        }
    }

    /// Whether it is done.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate)
    }
}

/// Where a milestone stands on a day. What was done later is not done yet.
pub fn milestone_state(milestone: &Milestone, as_of: Day) -> MilestoneState {
    let due = milestone.due.as_ref().map(|due| &due.value);
    let done = milestone.done.as_ref().map(|done| &done.value).filter(|done| done.earliest <= as_of);
    match (done, due) {
        // A date that is not known to the day is late only when it is late in any case.
        (Some(done), Some(due)) if done.earliest > due.latest => MilestoneState::DoneLate,
        (Some(_), _) => MilestoneState::Done,
        (None, Some(due)) if due.latest < as_of => MilestoneState::Overdue,
        (None, Some(_)) => MilestoneState::Ahead,
        (None, None) => MilestoneState::Open,
    }
}
