//! What a report has.

use crate::date::{Date, Day};
use crate::facts::{CurrentStatus, IndicatorIx};
use crate::plan::{Agency, Area, Item, Ix, Update};
use crate::rounds::{Point, State};
use crate::vocabulary::Status;

/// What changed in a period.
#[derive(Debug, Clone)]
pub struct PeriodReport {
    /// The period.
    pub period: Date,
    /// The last day of it that is reported on: its end, or the as-of date where that is earlier.
    pub end: Day,
    /// How many items had each status before the period, and how many at its end; statuses of none are left out.
    pub statuses: Vec<StatusCount>,
    /// The updates on the plan as a whole.
    pub whole_plan: Vec<Ix<Update>>,
    /// The areas in which something changed, in the order of the plan.
    pub areas: Vec<AreaPart>,
    /// The agencies that were asked or took part in an update.
    pub agencies: Vec<AgencyPart>,
    /// Items whose due date has passed by the as-of date.
    pub overdue: Vec<Ix<Item>>,
    /// Late milestones: the item, and the place of the milestone.
    pub late_milestones: Vec<(Ix<Item>, usize)>,
    /// The round of the period.
    pub round: State,
}

/// The items of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusCount {
    /// The status.
    pub status: Status,
    /// How many items had it on the day before the period.
    pub before: usize,
    /// How many have it at its end.
    pub after: usize,
}

/// What changed in an area.
#[derive(Debug, Clone)]
pub struct AreaPart {
    /// The area.
    pub area: Ix<Area>,
    /// The items of which the status changed.
    pub changes: Vec<StatusChange>,
    /// What was reported, oldest first.
    pub updates: Vec<Ix<Update>>,
    /// Milestones that were reached: the item, and the place of the milestone.
    pub milestones: Vec<(Ix<Item>, usize)>,
    /// New values: the indicator, and the place of the value in the [measurements](crate::facts::measurements) of the end.
    pub values: Vec<(IndicatorIx, usize)>,
}

/// A status that changed.
#[derive(Debug, Clone, Copy)]
pub struct StatusChange {
    /// The item.
    pub item: Ix<Item>,
    /// Before the period.
    pub from: CurrentStatus,
    /// At its end.
    pub to: CurrentStatus,
}

/// What an agency reported, and what not.
#[derive(Debug, Clone)]
pub struct AgencyPart {
    /// The agency.
    pub agency: Ix<Agency>,
    /// The updates of the period that it is named in.
    pub updates: Vec<Ix<Update>>,
    /// The others that count as its answers: late ones, and those of other leads.
    pub answers: Vec<Ix<Update>>,
    /// What it was asked about and has not answered.
    pub missing: Vec<Point>,
}

impl AreaPart {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
            && self.updates.is_empty()
            && self.milestones.is_empty()
            && self.values.is_empty()
    }
}

impl AgencyPart {
    /// Whether there is nothing to say of it.
    pub fn is_empty(&self) -> bool {
        self.updates.is_empty() && self.answers.is_empty() && self.missing.is_empty()
    }
}

impl PeriodReport {
    /// Whether anything changed in the period.
    pub fn has_changes(&self) -> bool {
        !self.whole_plan.is_empty() || !self.areas.is_empty()
    }
}
