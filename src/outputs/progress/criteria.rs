//! What is asked of an item: the questions that the lists and numbers of the dashboards share, so that a number and its
//! list can never differ.

use crate::date::Day;
use crate::facts::{Freshness, Schedule, has_rhythm};
use crate::page::Context;
use crate::plan::{Index as _, Item, Ix, Update};
use crate::vocabulary::{Outlook, Status};

/// What the dashboards ask of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Criterion {
    /// Whether its date has passed.
    Overdue,
    /// Whether it ended after its date, without being completed.
    Missed,
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
    /// Whether its due date was put back.
    Slipped,
    /// Whether a milestone of it is late.
    LateMilestones,
    /// Whether those who report say so of what is still to come.
    Outlook(Outlook),
}

impl Criterion {
    /// Its name in addresses and keys.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Missed => "missed",
            Self::Stale => "stale",
            Self::Unknown => "no-information",
            Self::Known => "with-information",
            Self::Recent => "recent",
            Self::Backwards => "backwards",
            Self::Slipped => "slips",
            Self::LateMilestones => "late-milestones",
            Self::Outlook(Outlook::OnTrack) => "reported-on-track",
            Self::Outlook(Outlook::AtRisk) => "reported-at-risk",
            Self::Outlook(Outlook::OffTrack) => "reported-off-track",
        }
    }

    /// The key of its words, or of other words about it: `-note`, `-label`, `-empty`. When the plan has ended, what is overdue was so
    /// at its end, and says nothing of today.
    pub(super) fn words(self, context: &Context, about: &str) -> String {
        let then = if self == Self::Overdue && context.facts.ended.is_some() { "-at-end" } else { "" };
        format!("progress-{}{then}{about}", self.name())
    }

    /// Whether the answer can be yes for any item of this plan: without due dates nothing is ever overdue.
    pub(super) fn applies(self, context: &Context) -> bool {
        let plan = &context.published.plan;
        let any = |test: &dyn Fn(Ix<Item>) -> bool| plan.items.indices().any(test);
        match self {
            Self::Known | Self::Unknown => true,
            Self::Recent => {
                context.facts.ended.is_none() && any(&|ix| context.facts_of(ix).newest_report.is_some())
            }
            Self::Overdue | Self::Slipped => any(&|ix| context.facts_of(ix).has_date()),
            Self::Missed => any(&|ix| context.facts_of(ix).is_missed()),
            Self::Stale => context.facts.ended.is_none() && any(&|ix| has_rhythm(plan, ix)),
            Self::Backwards => any(&|ix| context.facts_of(ix).status.confirmed.is_some()),
            Self::LateMilestones => {
                let has_date =
                    |ix: Ix<Item>| plan.items.at(ix).document.milestones.iter().any(|it| it.due.is_some());
                context.facts.ended.is_none() && any(&has_date)
            }
            Self::Outlook(_) => any(&|ix| context.facts_of(ix).outlook.is_some()),
        }
    }

    /// Whether the answer is yes.
    pub(super) fn holds(self, context: &Context, ix: Ix<Item>) -> bool {
        let facts = context.facts_of(ix);
        let status = || facts.counted_status();
        match self {
            Self::Overdue => facts.is_overdue(),
            Self::Missed => facts.is_missed(),
            Self::Stale => facts.is_stale(),
            Self::Unknown => status() == Some(Status::NotReported),
            Self::Known => status().is_some_and(|status| status != Status::NotReported),
            Self::Recent => facts.recent && facts.counted,
            Self::Backwards => !facts.steps_back.is_empty(),
            Self::Slipped => facts.slips.times > 0,
            Self::LateMilestones => {
                context.facts.late_milestones(&context.published.plan, ix).next().is_some()
            }
            Self::Outlook(outlook) => facts.outlook.is_some_and(|(_, own)| own == outlook),
        }
    }

    /// How many of some items it holds for.
    pub(super) fn count(self, context: &Context, items: &[Ix<Item>]) -> usize {
        items.iter().filter(|ix| self.holds(context, **ix)).count()
    }

    /// Those of some items for which it holds, the most urgent first.
    pub(super) fn of(self, context: &Context, items: &[Ix<Item>]) -> Vec<Ix<Item>> {
        let mut found: Vec<Ix<Item>> = items.iter().copied().filter(|ix| self.holds(context, *ix)).collect();
        let facts = |ix: &Ix<Item>| context.facts_of(*ix);
        match self {
            Self::Overdue => found.sort_by_key(|ix| match facts(ix).schedule {
                Schedule::Overdue { days, .. } => -days,
                _ => 0,
            }),
            Self::Stale => found.sort_by_key(|ix| match facts(ix).freshness {
                Freshness::Stale { days, .. } => -days,
                _ => 0,
            }),
            Self::Recent => found.sort_by_key(|ix| std::cmp::Reverse(newest(context, *ix))),
            Self::Backwards => {
                found.sort_by_key(|ix| std::cmp::Reverse(facts(ix).steps_back.last().map(|step| step.after)))
            }
            Self::Slipped => found.sort_by_key(|ix| {
                let slips = &facts(ix).slips;
                std::cmp::Reverse((slips.times, slips.days))
            }),
            Self::LateMilestones => found.sort_by_key(|ix| longest_late(context, *ix)),
            Self::Outlook(_) => {
                found.sort_by_key(|ix| std::cmp::Reverse(facts(ix).outlook.map(|(update, _)| update)))
            }
            Self::Missed | Self::Unknown | Self::Known => {}
        }
        found
    }
}

/// The newest report on an item.
pub(super) fn newest(context: &Context, ix: Ix<Item>) -> Option<Ix<Update>> {
    context.facts_of(ix).newest_report
}

/// The day on which the first late milestone of an item was due.
pub(super) fn longest_late(context: &Context, ix: Ix<Item>) -> Option<Day> {
    let late = context.facts.late_milestones(&context.published.plan, ix);
    late.filter_map(|it| Some(it.due.as_ref()?.value.latest)).min()
}
