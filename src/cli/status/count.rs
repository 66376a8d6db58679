//! Counts what the site counts: items that have a status of their own, not groups of parts and not "others".

use super::summary::{
    AreaCount, DateText, FreshnessCount, KindCount, Line, ScheduleCount, StatusCount, StepBack, Summary,
    UpdateLine,
};
use crate::date::days_between;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Freshness, Index as _, Item, Ix, RecordIx, Schedule, Update};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Kind, MeetingState, Status};

/// Grows when a key changes its meaning or goes.
const VERSION: u32 = 1;
/// How many of the newest updates are listed.
const LATEST: usize = 5;

/// Where the plan stands.
pub(super) fn of(context: &Context) -> Summary {
    let published = &context.published;
    let (plan, as_of) = (&published.plan, published.as_of);
    let counted: Vec<Ix<Item>> =
        plan.items.indexed().map(|(ix, _)| ix).filter(|ix| is_counted(context, *ix)).collect();
    let mut summary = Summary {
        schema_version: VERSION,
        generator: concat!("planbook ", env!("CARGO_PKG_VERSION")),
        as_of: as_of.to_string(),
        audience: published.audience.word(),
        title: context.title().to_owned(),
        licence: context.licence().map(str::to_owned),
        areas: plan.areas.len(),
        items: plan.items.len(),
        updates: plan.updates.len(),
        counted: counted.len(),
        statuses: statuses(context, &counted),
        kinds: Kind::CHOICES.iter().filter_map(|(_, kind)| kind_count(context, *kind, &counted)).collect(),
        schedule: ScheduleCount::default(),
        freshness: FreshnessCount::default(),
        by_area: plan.areas.indexed().map(|(ix, area)| area_count(context, ix, area)).collect(),
        overdue: Vec::new(),
        due_soon: Vec::new(),
        stale: Vec::new(),
        put_back: Vec::new(),
        went_backwards: Vec::new(),
        no_information: Vec::new(),
        outcome_unknown: outcome_unknown(context),
        latest: latest(context),
    };
    for ix in counted {
        sort_in(&mut summary, context, ix);
    }
    // The longest overdue first; the order of the plan where two are as long.
    summary.overdue.sort_by_key(|line| std::cmp::Reverse(line.days));
    summary.due_soon.sort_by_key(|line| line.days);
    summary.stale.sort_by_key(|line| std::cmp::Reverse(line.days));
    summary
}

fn is_counted(context: &Context, item: Ix<Item>) -> bool {
    let current_status = context.current_status(item);
    current_status.status.is_some() && !current_status.from_parts
}

fn statuses(context: &Context, counted: &[Ix<Item>]) -> Vec<StatusCount> {
    let count = |status: Status| {
        counted.iter().filter(|ix| context.current_status(**ix).status == Some(status)).count()
    };
    Status::CHOICES.iter().map(|(word, status)| StatusCount { status: word, items: count(*status) }).collect()
}

/// `None` for a kind of which there is no item that counts.
fn kind_count(context: &Context, kind: Kind, counted: &[Ix<Item>]) -> Option<KindCount> {
    let plan = &context.published.plan;
    let of_kind: Vec<Ix<Item>> =
        counted.iter().copied().filter(|ix| plan.items.at(*ix).document.kind == kind).collect();
    let paced = plan.about.as_ref().is_some_and(|about| about.document.reporting.is_some());
    let measure = match kind {
        Kind::Recurring => "held-in-time",
        Kind::Continuing if paced => "reported-in-time",
        Kind::Continuing => "reported-in-last-year",
        Kind::Conditional => "started",
        _ => "completed",
    };
    let meets = |ix: Ix<Item>| {
        let current_status = context.current_status(ix);
        let completed = current_status.status == Some(Status::Completed);
        plan.meets_measure(ix, current_status, context.published.as_of).unwrap_or(completed)
    };
    let reached = of_kind.iter().filter(|ix| meets(**ix)).count();
    (!of_kind.is_empty()).then_some(KindCount { kind: kind.word(), items: of_kind.len(), measure, reached })
}

/// Puts an item into the lists that it belongs to.
fn sort_in(summary: &mut Summary, context: &Context, ix: Ix<Item>) {
    let (plan, as_of) = (&context.published.plan, context.published.as_of);
    let line = |days: Option<i64>| line(context, ix, days);
    match plan.schedule(ix, as_of) {
        Schedule::NoDate => summary.schedule.no_date += 1,
        Schedule::NotDue { .. } => summary.schedule.not_due += 1,
        Schedule::DueSoon { due } => {
            summary.schedule.due_soon += 1;
            summary.due_soon.push(line(Some(days_between(as_of, due.latest))));
        }
        Schedule::Overdue { days, .. } => {
            summary.schedule.overdue += 1;
            summary.overdue.push(line(Some(days)));
        }
        Schedule::DoneOnTime { .. } => summary.schedule.done_on_time += 1,
        Schedule::DoneLate { .. } => summary.schedule.done_late += 1,
    }
    match plan.freshness(ix, as_of) {
        Freshness::Never => summary.freshness.never += 1,
        Freshness::Unpaced { .. } => summary.freshness.unpaced += 1,
        Freshness::Fresh { .. } => summary.freshness.fresh += 1,
        Freshness::Due { .. } => summary.freshness.due += 1,
        Freshness::Stale { days, .. } => {
            summary.freshness.stale += 1;
            summary.stale.push(line(Some(days)));
        }
    }
    if plan.slips(ix, as_of).times > 0 {
        summary.put_back.push(line(None));
    }
    for step in plan.went_backwards(ix, as_of) {
        summary.went_backwards.extend(step_back(context, ix, step));
    }
    if context.current_status(ix).status == Some(Status::NotReported) {
        summary.no_information.push(line(None));
    }
}

fn line(context: &Context, ix: Ix<Item>, days: Option<i64>) -> Line {
    let (plan, as_of) = (&context.published.plan, context.published.as_of);
    let item = plan.items.at(ix);
    let slips = plan.slips(ix, as_of);
    let newest = plan.newest_report(item.updates.iter(), as_of);
    Line {
        item: item.document.id.as_str().to_owned(),
        title: context.texts().title(ix).to_owned(),
        status: context.current_status(ix).status.map(Status::word),
        due: slips.due.as_ref().map(DateText::from),
        put_back: slips.times,
        put_back_months: slips.months.filter(|_| slips.times > 0),
        last_information: newest.map(|ix| DateText::from(&plan.updates.at(ix).document.date.value)),
        days,
        number: item.document.id.number(context.config.numbering),
    }
}

fn step_back(context: &Context, ix: Ix<Item>, step: crate::plan::StepBack) -> Option<StepBack> {
    let plan = &context.published.plan;
    let item = &plan.items.at(ix).document;
    let word = |ix: Ix<Update>| Some(plan.updates.at(ix).document.status.as_ref()?.value.word());
    let update = &plan.updates.at(step.after).document;
    Some(StepBack {
        item: item.id.as_str().to_owned(),
        title: context.texts().title(ix).to_owned(),
        from: word(step.before)?,
        to: word(step.after)?,
        date: DateText::from(&update.date.value),
        update: update.id.clone(),
        number: item.id.number(context.config.numbering),
    })
}

fn area_count(context: &Context, ix: Ix<Area>, area: &Area) -> AreaCount {
    let (plan, as_of) = (&context.published.plan, context.published.as_of);
    let all: Vec<(Ix<Item>, &Item)> = plan.items.indexed().filter(|(_, item)| item.area == ix).collect();
    let counted: Vec<Ix<Item>> =
        all.iter().map(|(ix, _)| *ix).filter(|ix| is_counted(context, *ix)).collect();
    let count = |test: &dyn Fn(Ix<Item>) -> bool| counted.iter().filter(|ix| test(**ix)).count();
    let newest = all
        .iter()
        .filter_map(|(_, item)| plan.newest_report(item.updates.iter(), as_of))
        .chain(plan.newest_report(area.updates.iter(), as_of))
        .max();
    AreaCount {
        area: area.document.number.value.as_str().to_owned(),
        title: context.texts().title(ix).to_owned(),
        items: counted.len(),
        no_information: count(&|ix| context.current_status(ix).status == Some(Status::NotReported)),
        overdue: count(&|ix| matches!(plan.schedule(ix, as_of), Schedule::Overdue { .. })),
        stale: count(&|ix| matches!(plan.freshness(ix, as_of), Freshness::Stale { .. })),
        last_information: newest.map(|ix| DateText::from(&plan.updates.at(ix).document.date.value)),
    }
}

/// Meetings that were announced, whose day has passed, and of which nobody said whether they were held.
fn outcome_unknown(context: &Context) -> Vec<UpdateLine> {
    let updates = context.published.plan.updates.indexed().filter(|(_, update)| {
        update.document.meeting_state() == Some(MeetingState::Planned)
            && update.document.last_day() < context.published.as_of
    });
    updates.map(|(ix, _)| update_line(context, ix)).collect()
}

/// The newest updates that report something.
fn latest(context: &Context) -> Vec<UpdateLine> {
    let as_of = context.published.as_of;
    let updates = context.published.plan.updates.indexed().rev().filter(|(_, update)| {
        update.document.meeting_state() != Some(MeetingState::Planned)
            && update.document.date.value.earliest <= as_of
    });
    updates.take(LATEST).map(|(ix, _)| update_line(context, ix)).collect()
}

fn update_line(context: &Context, ix: Ix<Update>) -> UpdateLine {
    let plan = &context.published.plan;
    let update = plan.updates.at(ix);
    let id = |ix: &Ix<Item>| plan.items.at(*ix).document.id.as_str().to_owned();
    let number = |ix: &Ix<Item>| plan.items.at(*ix).document.id.number(context.config.numbering);
    UpdateLine {
        update: update.document.id.clone(),
        date: DateText::from(&update.document.date.value),
        title: ViewBuilder::new(context, Route::record(plan, RecordIx::Update(ix))).update_title(ix),
        items: update.items.iter().map(id).collect(),
        numbers: update.items.iter().map(number).collect(),
    }
}
