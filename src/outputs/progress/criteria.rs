//! What is counted: the questions that the lists and numbers of the dashboards share, so that a number and its list
//! can never differ.

use super::views::{FactRow, FigureView};
use crate::date::days_between;
use crate::outputs::{ViewBuilder, items};
use crate::plan::{
    CurrentStatus, Freshness, Index as _, Item, Ix, Plan, RECENT_DAYS, RecordIx, Schedule, Update,
};
use crate::route::Route;
use crate::vocabulary::{MeetingState, Status};

/// What the dashboards ask of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
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
    /// Whether its due date was put back.
    Slipped,
}

impl Question {
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
        let (plan, as_of) = (builder.plan(), builder.as_of());
        let status = || counted(builder.context.current_status(ix));
        match self {
            Self::Overdue => matches!(plan.schedule(ix, as_of), Schedule::Overdue { .. }),
            Self::Stale => matches!(plan.freshness(ix, as_of), Freshness::Stale { .. }),
            Self::Unknown => status() == Some(Status::NotReported),
            Self::Known => status().is_some_and(|status| status != Status::NotReported),
            Self::Recent => newest(builder, ix).is_some_and(|update| is_recent(builder, update)),
            Self::Backwards => !plan.went_backwards(ix, as_of).is_empty(),
            Self::Slipped => plan.slips(ix, as_of).times > 0,
        }
    }

    /// Those of some items for which it holds, the most urgent first.
    pub(super) fn of(self, builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<Ix<Item>> {
        let mut found: Vec<Ix<Item>> = items.iter().copied().filter(|ix| self.holds(builder, *ix)).collect();
        let (plan, as_of) = (builder.plan(), builder.as_of());
        match self {
            Self::Overdue => found.sort_by_key(|ix| match plan.schedule(*ix, as_of) {
                Schedule::Overdue { days, .. } => -days,
                _ => 0,
            }),
            Self::Stale => found.sort_by_key(|ix| match plan.freshness(*ix, as_of) {
                Freshness::Stale { days, .. } => -days,
                _ => 0,
            }),
            Self::Recent => found.sort_by_key(|ix| std::cmp::Reverse(newest(builder, *ix))),
            Self::Backwards => found.sort_by_key(|ix| {
                std::cmp::Reverse(plan.went_backwards(*ix, as_of).last().map(|step| step.after))
            }),
            Self::Slipped => found.sort_by_key(|ix| {
                let slips = plan.slips(*ix, as_of);
                std::cmp::Reverse((slips.times, slips.days))
            }),
            Self::Unknown | Self::Known => {}
        }
        found
    }

    /// An item in the list of those for which it holds.
    pub(super) fn row(self, builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
        let update = newest(builder, ix);
        let day = update.map(|update| &builder.plan().updates.at(update).document.date.value);
        let value = day.map(|day| day.earliest.to_string()).unwrap_or_default();
        let linked = |update: Option<Ix<Update>>| update.map(|ix| builder.link(RecordIx::Update(ix)));
        match self {
            Self::Overdue => {
                let due = builder.plan().due(ix, builder.as_of()).0;
                let value = due.map(|due| due.latest.to_string()).unwrap_or_default();
                FactRow { fact: items::schedule(builder, ix).1, value, ..row(builder, ix) }
            }
            Self::Stale => FactRow {
                fact: items::freshness(builder, ix).1,
                value,
                update: linked(update),
                ..row(builder, ix)
            },
            Self::Unknown => {
                let fact = builder.word("progress-asked");
                FactRow { fact, ..row(builder, ix) }
            }
            Self::Backwards => backwards(builder, ix),
            Self::Slipped => {
                let slips = builder.plan().slips(ix, builder.as_of());
                let value = slips.due.as_ref().map(|due| due.latest.to_string()).unwrap_or_default();
                let last = slips.revisions.iter().rev().find(|revision| !revision.corrected);
                FactRow {
                    fact: super::slips::sum(builder, &slips),
                    value,
                    update: linked(last.map(|revision| revision.update)),
                    ..row(builder, ix)
                }
            }
            Self::Known | Self::Recent => FactRow {
                fact: day.map(|day| builder.date(day).text).unwrap_or_default(),
                value,
                update: linked(update),
                ..row(builder, ix)
            },
        }
    }
}

/// An item with the last time that its status said less than before.
fn backwards(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let plan = builder.plan();
    let claimed = |ix: Ix<Update>| {
        let status = builder.update_row(ix).status;
        status
            .map(|status| {
                [Some(status.text), status.detail].into_iter().flatten().collect::<Vec<_>>().join(", ")
            })
            .unwrap_or_default()
    };
    let steps = plan.went_backwards(ix, builder.as_of());
    let Some(step) = steps.last() else { return row(builder, ix) };
    let date = &plan.updates.at(step.after).document.date.value;
    let values = [("before", &*claimed(step.before)), ("after", &*claimed(step.after))];
    FactRow {
        fact: format!(
            "{}: {}",
            builder.date(date).text,
            builder.messages().with("progress-step-back", &values)
        ),
        value: date.earliest.to_string(),
        update: Some(builder.link(RecordIx::Update(step.after))),
        ..row(builder, ix)
    }
}

/// The status that the counts are of. Items that have none of their own (groups and catch-alls) are left out.
pub(super) fn counted(current_status: &CurrentStatus) -> Option<Status> {
    current_status.status.filter(|_| !current_status.from_parts)
}

/// All items and parts.
pub(super) fn all(plan: &Plan) -> Vec<Ix<Item>> {
    plan.items.indexed().map(|(ix, _)| ix).collect()
}

/// Whether an update reports something: it happened after the plan was adopted, and is no mere announcement.
pub(super) fn is_report(builder: &ViewBuilder<'_>, ix: Ix<Update>) -> bool {
    let update = builder.plan().updates.at(ix);
    let planned = update.document.meeting_state() == Some(MeetingState::Planned);
    !update.baseline && !planned && update.document.date.value.earliest <= builder.as_of()
}

/// The newest report on an item.
pub(super) fn newest(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> Option<Ix<Update>> {
    let plan = builder.plan();
    plan.newest_report(plan.items.at(ix).updates.iter(), builder.as_of())
}

/// Whether an update was within a year before the day of the story.
pub(super) fn is_recent(builder: &ViewBuilder<'_>, ix: Ix<Update>) -> bool {
    let last = builder.plan().updates.at(ix).document.date.value.latest.min(builder.as_of());
    days_between(last, builder.as_of()) <= RECENT_DAYS
}

/// An item without anything in the last column.
pub(super) fn row(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    let row = builder.item_row(ix);
    FactRow {
        href: row.href,
        number: row.number,
        title: row.title,
        kind: row.kind,
        status: row.status,
        lead: row.lead,
        fact: String::new(),
        value: String::new(),
        update: None,
        depth: row.depth,
    }
}

/// The numbers of the whole plan, each with its list.
pub(in crate::outputs) fn figures(builder: &ViewBuilder<'_>) -> Vec<FigureView> {
    let items = all(builder.plan());
    let counted = items.iter().filter(|ix| counted(builder.context.current_status(**ix)).is_some()).count();
    let order = [
        Question::Known,
        Question::Unknown,
        Question::Recent,
        Question::Stale,
        Question::Overdue,
        Question::Slipped,
        Question::Backwards,
    ];
    order
        .into_iter()
        .map(|question| {
            let route = Route::within(super::NAME, question.name());
            let of = matches!(question, Question::Known)
                .then(|| builder.messages().with("progress-of", &[("n", &counted.to_string())]));
            FigureView { of, ..figure(builder, question, &items, builder.href(&route)) }
        })
        .collect()
}

/// One number.
pub(super) fn figure(
    builder: &ViewBuilder<'_>,
    question: Question,
    items: &[Ix<Item>],
    href: String,
) -> FigureView {
    FigureView {
        key: question.name().to_owned(),
        count: items.iter().filter(|ix| question.holds(builder, **ix)).count(),
        text: builder.word(&format!("progress-{}", question.name())),
        of: None,
        href,
    }
}
