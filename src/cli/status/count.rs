//! Counts what the site counts: items that have a status of their own, not groups of parts and not "others".

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::indicators;
use super::summary::{
    AreaCount, DateText, FreshnessCount, ItemLine, KindCount, MilestoneLine, NewsLine, OutlookCount,
    ScheduleCount, StatusCount, StepBackLine, Summary, VerdictCount,
};
use crate::date::days_between;
use crate::facts::{
    Freshness, Schedule, StepBack as Step, is_outcome_unknown, is_report, measure_of, not_adopted,
};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Index as _, Item, Ix, RecordIx, Update};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Kind, Outlook, Status, Verdict};

/// Grows when a key changes its meaning or goes.
const VERSION: u32 = 1;
/// How many of the newest updates are listed.
const LATEST: usize = 5;

/// Where the plan stands.
pub(super) fn of(context: &Context) -> Summary {
    let published = &context.published;
    let (plan, as_of) = (&published.plan, published.as_of);
    let counted: Vec<Ix<Item>> = context.facts.counted(plan).collect();
    let mut summary = Summary {
        schema_version: VERSION,
        generator: concat!("planbook ", env!("CARGO_PKG_VERSION")),
        as_of: as_of.to_string(),
        adopted_later: not_adopted(plan, context.facts.as_of).map(DateText::from),
        ended: context.facts.ended.map(|day| day.to_string()),
        audience: published.audience.word(),
        title: context.title().to_owned(),
        licence: context.licence().map(str::to_owned),
        areas: plan.areas.len(),
        items: plan.items.len(),
        updates: plan.updates.len(),
        counted: counted.len(),
        statuses: statuses(context, &counted),
        verdicts: verdicts(context),
        outlooks: outlooks(context),
        kinds: Kind::CHOICES.iter().filter_map(|(_, kind)| kind_count(context, *kind, &counted)).collect(),
        schedule: ScheduleCount::default(),
        freshness: FreshnessCount::default(),
        by_area: plan.top_areas().map(|ix| area_count(context, ix, plan.areas.at(ix))).collect(),
        indicators: indicators::of(context),
        overdue: Vec::new(),
        missed: Vec::new(),
        late_milestones: Vec::new(),
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
    // Dates and verdicts may also be of groups, which have no status of their own.
    for ix in plan.items.indices() {
        let facts = context.facts_of(ix);
        if facts.slips.times > 0 {
            summary.put_back.push(line(context, ix, None));
        }
        summary.late_milestones.extend(late_milestones(context, ix));
        let steps = facts.steps_back.iter().filter_map(|step| step_back(context, ix, *step));
        summary.went_backwards.extend(steps);
    }
    // The longest overdue first; the order of the plan where two are as long.
    summary.overdue.sort_by_key(|line| Reverse(line.days));
    summary.late_milestones.sort_by_key(|line| Reverse(line.days));
    summary.due_soon.sort_by_key(|line| line.days);
    summary.stale.sort_by_key(|line| Reverse(line.days));
    summary
}

fn statuses(context: &Context, counted: &[Ix<Item>]) -> Vec<StatusCount> {
    let count = |status: Status| {
        counted.iter().filter(|ix| context.current_status(**ix).status == Some(status)).count()
    };
    Status::CHOICES.iter().map(|(word, status)| StatusCount { status: word, items: count(*status) }).collect()
}

/// The newest verdict on each item, groups included: the best first, the words for one verdict by letters.
fn verdicts(context: &Context) -> Vec<VerdictCount> {
    let plan = &context.published.plan;
    let mut counts: BTreeMap<(Reverse<Verdict>, Option<String>), usize> = BTreeMap::new();
    for update in plan.items.indices().filter_map(|ix| context.facts_of(ix).verdict()) {
        if let Some(assessment) = &plan.updates.at(update).document.assessment {
            *counts.entry((Reverse(assessment.verdict), assessment.word.clone())).or_default() += 1;
        }
    }
    let count = |((Reverse(verdict), word), items): ((Reverse<Verdict>, _), _)| VerdictCount {
        verdict: verdict.word(),
        word,
        items,
    };
    counts.into_iter().map(count).collect()
}

/// `None` for a kind of which there is no item that counts.
fn kind_count(context: &Context, kind: Kind, counted: &[Ix<Item>]) -> Option<KindCount> {
    let plan = &context.published.plan;
    let of_kind: Vec<Ix<Item>> =
        counted.iter().copied().filter(|ix| plan.items.at(*ix).document.kind == kind).collect();
    let measure = measure_of(plan, kind, context.published.as_of);
    let meets = |ix: Ix<Item>| context.facts_of(ix).measure == Some(true);
    let reached = of_kind.iter().filter(|ix| meets(**ix)).count();
    (!of_kind.is_empty()).then_some(KindCount { kind: kind.word(), items: of_kind.len(), measure, reached })
}

/// How many items have each outlook, as it was reported; nothing where none has one.
fn outlooks(context: &Context) -> Vec<OutlookCount> {
    let plan = &context.published.plan;
    let own: Vec<Outlook> =
        plan.items.indices().filter_map(|ix| context.facts_of(ix).outlook.map(|(_, it)| it)).collect();
    let count = |outlook: Outlook| own.iter().filter(|it| **it == outlook).count();
    let all = Outlook::CHOICES.iter();
    let counts = all.map(|(word, outlook)| OutlookCount { outlook: word, items: count(*outlook) });
    if own.is_empty() { Vec::new() } else { counts.collect() }
}

/// The milestones of an item whose date has passed.
fn late_milestones(context: &Context, ix: Ix<Item>) -> impl Iterator<Item = MilestoneLine> {
    let (plan, as_of) = (&context.published.plan, context.published.as_of);
    let item = &plan.items.at(ix).document;
    context.facts.late_milestones(plan, ix).filter_map(move |it| {
        let due = &it.due.as_ref()?.value;
        Some(MilestoneLine {
            item: item.id.as_str().to_owned(),
            milestone: it.id.value.clone(),
            title: it.title.clone(),
            due: DateText::from(due),
            days: days_between(due.latest, as_of),
            number: item.shown_number(context.config.numbering),
        })
    })
}

/// Puts an item into the lists that it belongs to.
fn sort_in(summary: &mut Summary, context: &Context, ix: Ix<Item>) {
    let (facts, as_of) = (context.facts_of(ix), context.published.as_of);
    let line = |days: Option<i64>| line(context, ix, days);
    match &facts.schedule {
        Schedule::NoDate => summary.schedule.no_date += 1,
        Schedule::NotDue { .. } => summary.schedule.not_due += 1,
        Schedule::DueSoon { due } => {
            summary.schedule.due_soon += 1;
            summary.due_soon.push(line(Some(days_between(as_of, due.latest))));
        }
        Schedule::Overdue { days, .. } => {
            summary.schedule.overdue += 1;
            summary.overdue.push(line(Some(*days)));
        }
        Schedule::DoneOnTime { .. } => summary.schedule.done_on_time += 1,
        Schedule::DoneLate { .. } => summary.schedule.done_late += 1,
        Schedule::NoDayYet { .. } => summary.schedule.no_day_yet += 1,
        Schedule::Missed { .. } => {
            summary.schedule.missed += 1;
            summary.missed.push(line(None));
        }
        Schedule::Ended { .. } | Schedule::EndedInWords { .. } => summary.schedule.ended += 1,
        Schedule::Done { .. } => summary.schedule.done += 1,
        Schedule::PlanEnded { .. } => summary.schedule.plan_ended += 1,
        // Groups are not counted.
        Schedule::OfParts { .. } => {}
    }
    match &facts.freshness {
        Freshness::Never => summary.freshness.never += 1,
        Freshness::Unpaced { .. } => summary.freshness.unpaced += 1,
        Freshness::Fresh { .. } => summary.freshness.fresh += 1,
        Freshness::Due { .. } => summary.freshness.due += 1,
        Freshness::Stale { days, .. } => {
            summary.freshness.stale += 1;
            summary.stale.push(line(Some(*days)));
        }
    }
    if context.current_status(ix).status == Some(Status::NotReported) {
        summary.no_information.push(line(None));
    }
}

fn line(context: &Context, ix: Ix<Item>, days: Option<i64>) -> ItemLine {
    let plan = &context.published.plan;
    let item = plan.items.at(ix);
    let slips = &context.facts_of(ix).slips;
    let newest = context.facts_of(ix).newest_report;
    ItemLine {
        item: item.document.id.as_str().to_owned(),
        title: context.texts().title(ix).to_owned(),
        status: context.current_status(ix).status.map(Status::word),
        due: slips.due.as_ref().map(DateText::from),
        put_back: slips.times,
        put_back_months: slips.months.filter(|_| slips.times > 0),
        last_information: newest.map(|ix| DateText::from(&plan.updates.at(ix).document.date.value)),
        days,
        number: item.document.shown_number(context.config.numbering),
    }
}

fn step_back(context: &Context, ix: Ix<Item>, step: Step) -> Option<StepBackLine> {
    let plan = &context.published.plan;
    let item = &plan.items.at(ix).document;
    let word = |ix: Ix<Update>| Some(plan.updates.at(ix).document.status.as_ref()?.value.word());
    let update = &plan.updates.at(step.after).document;
    Some(StepBackLine {
        item: item.id.as_str().to_owned(),
        title: context.texts().title(ix).to_owned(),
        from: word(step.before)?,
        to: word(step.after)?,
        date: DateText::from(&update.date.value),
        update: update.id.clone(),
        number: item.shown_number(context.config.numbering),
    })
}

fn area_count(context: &Context, ix: Ix<Area>, area: &Area) -> AreaCount {
    let plan = &context.published.plan;
    let counted: Vec<Ix<Item>> =
        context.facts.counted(plan).filter(|item| plan.top_area(plan.items.at(*item).area) == ix).collect();
    let count = |test: &dyn Fn(Ix<Item>) -> bool| counted.iter().filter(|ix| test(**ix)).count();
    let newest = context.facts.newest_in_area(plan, ix);
    AreaCount {
        area: area.document.number.value.as_str().to_owned(),
        title: context.texts().title(ix).to_owned(),
        items: counted.len(),
        no_information: count(&|ix| context.current_status(ix).status == Some(Status::NotReported)),
        overdue: count(&|ix| context.facts_of(ix).is_overdue()),
        stale: count(&|ix| context.facts_of(ix).is_stale()),
        last_information: newest.map(|ix| DateText::from(&plan.updates.at(ix).document.date.value)),
    }
}

/// Meetings that were announced, whose day has passed, and of which nobody said whether they were held.
fn outcome_unknown(context: &Context) -> Vec<NewsLine> {
    let (plan, as_of) = (&context.published.plan, context.published.as_of);
    let unknown = plan.updates.indices().filter(|ix| is_outcome_unknown(plan, *ix, as_of));
    unknown.map(|ix| update_line(context, ix)).collect()
}

/// The newest updates that report something.
fn latest(context: &Context) -> Vec<NewsLine> {
    let as_of = context.published.as_of;
    let updates =
        context.published.plan.updates.indexed().rev().filter(|(_, update)| is_report(update, as_of));
    updates.take(LATEST).map(|(ix, _)| update_line(context, ix)).collect()
}

fn update_line(context: &Context, ix: Ix<Update>) -> NewsLine {
    let plan = &context.published.plan;
    let update = plan.updates.at(ix);
    let id = |ix: &Ix<Item>| plan.items.at(*ix).document.id.as_str().to_owned();
    let number = |ix: &Ix<Item>| plan.items.at(*ix).document.shown_number(context.config.numbering);
    NewsLine {
        update: update.document.id.clone(),
        date: DateText::from(&update.document.date.value),
        title: ViewBuilder::new(context, Route::record(plan, RecordIx::Update(ix))).update_title(ix),
        items: update.items.iter().map(id).collect(),
        numbers: update.items.iter().map(number).collect(),
    }
}
