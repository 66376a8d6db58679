//! What is known of an item on a day that its steps and its numbers are judged by.

use super::status::CurrentStatus;
use crate::date::Day;
use crate::vocabulary::{Outcome, Status};

/// A day, as it is for one item.
#[derive(Debug, Clone, Copy)]
pub struct ItemDay {
    /// The day.
    pub as_of: Day,
    /// The last day of the plan, where it had ended by then.
    pub ended: Option<Day>,
    /// What the responsible body claims.
    pub status: CurrentStatus,
    /// Whether a final verdict of a third party ends the matter, or what the responsible body claims does.
    pub settled: bool,
}

impl ItemDay {
    /// Whether the item was closed without its work being done: nothing of it is pursued any more.
    pub fn is_dropped(&self) -> bool {
        self.status.status == Some(Status::Closed) && self.status.outcome != Some(Outcome::Concluded)
    }

    /// Whether nothing more is awaited: the item is completed or closed, or the plan has ended.
    pub fn is_over(&self) -> bool {
        self.settled || self.status.is_done() || self.ended.is_some()
    }
}
