//! What is asked of an item: the questions that the lists and numbers of the dashboards share, so that a number and its
//! list can never differ.

use crate::date::days_between;
use crate::facts::{Freshness, RECENT_DAYS, Schedule};
use crate::page::ViewBuilder;
use crate::plan::{Index as _, Item, Ix, Update};
use crate::vocabulary::Status;

/// What the dashboards ask of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Criterion {
    /// Whether its date has passed.
    Overdue,
    /// Whether the newest report is too old.
    Stale,
    /// Whether no public information was found.
    Unknown,
    /// Whether there is some.
    Known,
    /// Whether something was reported within a year.
    Recent,
    /// Whether its status once said more than later.
    Backwards,
    /// Whether its due date was postponed.
    Slipped,
}

impl Criterion {
    /// Its name in addresses and keys.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Stale => "stale",
            Self::Unknown => "no-information",
            Self::Known => "with-information",
            Self::Recent => "recent",
            Self::Backwards => "backwards",
            Self::Slipped => "slips",
        }
    }

    /// Whether the answer is yes.
    pub(super) fn holds(self, builder: &ViewBuilder<'_>, ix: Ix<Item>) -> bool {
        let facts = builder.context.facts_of(ix);
        let status = || facts.counted_status();
        match self {
            Self::Overdue => facts.is_overdue(),
            Self::Stale => facts.is_stale(),
            Self::Unknown => status() == Some(Status::NotReported),
            Self::Known => status().is_some_and(|status| status != Status::NotReported),
            Self::Recent => newest(builder, ix).is_some_and(|update| is_recent(builder, update)),
            Self::Backwards => !facts.steps_back.is_empty(),
            Self::Slipped => facts.slips.times > 0,
        }
    }

    /// Those of some items for which it holds, the most urgent first.
    pub(super) fn of(self, builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<Ix<Item>> {
        let mut found: Vec<Ix<Item>> = items.iter().copied().filter(|ix| self.holds(builder, *ix)).collect();
        let facts = |ix: &Ix<Item>| builder.context.facts_of(*ix);
        match self {
            Self::Overdue => found.sort_by_key(|ix| match facts(ix).schedule {
                Schedule::Overdue { days, .. } => -days,
                _ => 0,
            }),
            Self::Stale => found.sort_by_key(|ix| match facts(ix).freshness {
                Freshness::Stale { days, .. } => -days,
                _ => 0,
            }),
            Self::Recent => found.sort_by_key(|ix| std::cmp::Reverse(newest(builder, *ix))),
            Self::Backwards => {
                found.sort_by_key(|ix| std::cmp::Reverse(facts(ix).steps_back.last().map(|step| step.after)))
            }
            Self::Slipped => found.sort_by_key(|ix| {
                let slips = &facts(ix).slips;
                std::cmp::Reverse((slips.times, slips.days))
            }),
            Self::Unknown | Self::Known => {}
        }
        found
    }
}

/// The newest report on an item.
pub(super) fn newest(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<Ix<Update>> {
    builder.context.facts_of(ix).newest_report
}

/// Whether an update was within a year before the as-of date.
pub(super) fn is_recent(builder: &ViewBuilder<'_>, ix: Ix<Update>) -> bool {
    let last = builder.plan().updates.at(ix).document.date.value.latest.min(builder.as_of());
    days_between(last, builder.as_of()) <= RECENT_DAYS
}
