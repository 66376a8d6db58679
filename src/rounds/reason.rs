//! Why an item is asked about, and whether it is.

use super::of_period::is_reported_by;
use crate::date::{Date, Day};
use crate::facts::{Facts, Freshness, Schedule, ended, follows_from_parts, freshness};
use crate::plan::{Agency, Index as _, Item, Ix, Plan};

/// The reasons, the most urgent first. An item has the first that is true of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Its due date has passed.
    Overdue,
    /// The due date of one of its milestones has passed.
    Milestone,
    /// It is due before the period ends.
    Due,
    /// By the interval of the plan, or its own, a report is due before the period ends.
    Stale,
    /// Nothing was ever reported.
    Never,
    /// Nothing was reported in the period.
    Open,
    /// Something was reported in the period.
    Answered,
    /// It is completed or closed.
    Settled,
    /// The plan has ended.
    Ended,
    /// Its status follows from its parts, which are asked about.
    Parts,
}

impl Reason {
    /// In the order in which an agency reads them.
    pub const ALL: [Self; 10] = [
        Self::Overdue,
        Self::Milestone,
        Self::Due,
        Self::Stale,
        Self::Never,
        Self::Open,
        Self::Answered,
        Self::Settled,
        Self::Ended,
        Self::Parts,
    ];

    /// The key of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Overdue => "request-overdue",
            Self::Milestone => "request-milestone",
            Self::Due => "request-due",
            Self::Stale => "request-stale",
            Self::Never => "request-never",
            Self::Open => "request-open",
            Self::Answered => "request-answered",
            Self::Settled => "request-settled",
            Self::Ended => "request-ended",
            Self::Parts => "request-parts",
        }
    }

    /// Whether an answer is asked for.
    pub fn is_asked(self) -> bool {
        self < Self::Answered
    }

    /// The key of its name in programs.
    pub fn word(self) -> &'static str {
        self.heading().trim_start_matches("request-")
    }

    /// Why an item is asked about for a period, by what is true of it on the day of the facts.
    pub(super) fn of(plan: &Plan, facts: &Facts, period: &Date, ix: Ix<Item>) -> Self {
        let (item, as_of) = (plan.items.at(ix), facts.as_of);
        let own = facts.of(ix);
        if follows_from_parts(item) && !item.parts.is_empty() {
            return Self::Parts;
        }
        if own.settled {
            return Self::Settled;
        }
        // Nobody reports on a period after the end of the plan.
        let over = |day: Day| ended(plan, day).is_some();
        if over(as_of) || over(period.earliest) {
            return Self::Ended;
        }
        let end = period.latest;
        let newest = own.newest_report.map(|ix| &plan.updates.at(ix).document.date.value);
        let report_is_due =
            |day: Day| matches!(freshness(plan, ix, day), Freshness::Due { .. } | Freshness::Stale { .. });
        match &own.schedule {
            Schedule::Overdue { .. } => Self::Overdue,
            _ if facts.late_milestones(plan, ix).next().is_some() => Self::Milestone,
            Schedule::DueSoon { due } | Schedule::NotDue { due } if due.latest <= end => Self::Due,
            _ if newest.is_none() => Self::Never,
            _ if report_is_due(as_of.max(end)) => Self::Stale,
            _ if newest.is_some_and(|newest| is_reported_by(newest, period)) => Self::Answered,
            _ => Self::Open,
        }
    }

    /// The same of one agency that leads it. Where every lead has to do an item, one that has done it is asked no more,
    /// whatever the others have to do, and what another one reported is no answer of this one.
    pub(super) fn of_body(
        self,
        plan: &Plan,
        facts: &Facts,
        period: &Date,
        item: Ix<Item>,
        agency: Ix<Agency>,
    ) -> Self {
        let Some(own) = facts.of(item).by_body.iter().find(|body| body.agency == agency) else { return self };
        if own.status.is_done() {
            return Self::Settled;
        }
        if !matches!(self, Self::Stale | Self::Open | Self::Answered) {
            return self;
        }
        let newest = facts.newest_report_for(plan, item, agency);
        match newest.map(|ix| is_reported_by(&plan.updates.at(ix).document.date.value, period)) {
            None => Self::Never,
            Some(false) if self == Self::Answered => Self::Open,
            Some(_) => self,
        }
    }
}
