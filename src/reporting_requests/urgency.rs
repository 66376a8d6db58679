//! Why an item is asked about, and whether it is.

use super::job::Job;
use crate::date::Day;
use crate::facts::{Freshness, Schedule, ended, follows_from_parts, freshness};
use crate::plan::{Index as _, Item, Ix};

/// The reasons, the most urgent first. An item has the first that is true of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Urgency {
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

impl Urgency {
    /// In the order in which an agency reads them.
    pub(super) const ALL: [Self; 10] = [
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
    pub(super) fn heading(self) -> &'static str {
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
    pub(super) fn is_asked(self) -> bool {
        self < Self::Answered
    }

    pub(super) fn of(job: &Job<'_>, ix: Ix<Item>) -> Self {
        let (plan, as_of) = (job.builder.plan(), job.as_of());
        let item = plan.items.at(ix);
        let facts = job.builder.context.facts_of(ix);
        if follows_from_parts(item) && !item.parts.is_empty() {
            return Self::Parts;
        }
        if facts.settled {
            return Self::Settled;
        }
        // Nobody reports on a period after the end of the plan.
        let over = |day: Day| ended(plan, day).is_some();
        if over(as_of) || over(job.period.earliest) {
            return Self::Ended;
        }
        let end = job.period.latest;
        let newest = facts.newest_report;
        let newest = newest.map(|ix| plan.updates.at(ix).document.date.value.latest);
        let report_is_due =
            |day: Day| matches!(freshness(plan, ix, day), Freshness::Due { .. } | Freshness::Stale { .. });
        match &facts.schedule {
            Schedule::Overdue { .. } => Self::Overdue,
            _ if job.builder.context.facts.late_milestones(plan, ix).next().is_some() => Self::Milestone,
            Schedule::DueSoon { due } | Schedule::NotDue { due } if due.latest <= end => Self::Due,
            _ if newest.is_none() => Self::Never,
            _ if report_is_due(as_of.max(end)) => Self::Stale,
            _ if newest.is_some_and(|newest| newest >= job.period.earliest) => Self::Answered,
            _ => Self::Open,
        }
    }
}
