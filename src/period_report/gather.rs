//! What changed in a period, by the facts of three days: the one before it, its end, and the as-of date.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::data::{AgencyPart, AreaPart, PeriodReport, StatusChange, StatusCount};
use crate::date::Date;
use crate::facts::{CurrentStatus, Facts, IndicatorIx, Measurement, is_report, measurements};
use crate::plan::{Area, Index as _, Item, Ix, Plan, Update};
use crate::rounds::{self, Answer, State};
use crate::vocabulary::{Choice as _, Status};

/// What changed in a period.
pub fn gather(plan: &Plan, facts: &Facts, period: &Date) -> PeriodReport {
    let end = period.latest.min(facts.as_of);
    let known = known_by_now(plan);
    let before = Facts::on(&known, period.earliest.yesterday().unwrap_or(period.earliest));
    let job = Job { plan: &known, period, before, after: Facts::on(&known, end) };
    let updates = job.updates();
    let round = rounds::state(plan, facts, period);
    let late =
        |ix: Ix<Item>| job.places_of_late_milestones(facts, ix).into_iter().map(move |place| (ix, place));
    let areas = plan.top_areas().map(|area| job.area(area, &updates));
    PeriodReport {
        end,
        statuses: job.statuses(),
        whole_plan: updates.iter().copied().filter(|ix| plan.updates.at(*ix).document.whole_plan).collect(),
        areas: areas.filter(|part| !part.is_empty()).collect(),
        agencies: agencies(plan, &updates, &round),
        overdue: facts.counted(plan).filter(|ix| facts.of(*ix).is_overdue()).collect(),
        late_milestones: plan.items.indices().flat_map(late).collect(),
        period: period.clone(),
        round,
    }
}

/// The plan as if each report had been known when it happened: answers on a period are given after its end, and a report on the
/// period is about what happened in it.
fn known_by_now(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    for update in &mut plan.updates {
        let document = &update.document;
        if document.reported.as_ref().is_some_and(|known| known.earliest > document.date.value.earliest) {
            Arc::make_mut(&mut update.document).reported = None;
        }
    }
    plan
}

/// What a report is gathered from.
struct Job<'a> {
    plan: &'a Plan,
    period: &'a Date,
    before: Facts,
    after: Facts,
}

impl Job<'_> {
    /// The reports of the period that nobody corrected by its end, oldest first.
    fn updates(&self) -> Vec<Ix<Update>> {
        let day = self.after.as_of;
        let all = self.plan.updates.indexed();
        let own = all.filter(|(ix, update)| {
            let of_period = rounds::is_of_period(&update.document.date.value, self.period);
            of_period && is_report(update, day) && !self.plan.is_corrected(*ix, day)
        });
        own.map(|(ix, _)| ix).collect()
    }

    /// Whether a date is of the period: it ends in it.
    fn has(&self, date: &Date) -> bool {
        self.period.earliest <= date.latest && date.latest <= self.period.latest
    }

    fn statuses(&self) -> Vec<StatusCount> {
        let count = |facts: &Facts, status: Status| {
            let items = facts.counted(self.plan);
            items.filter(|ix| facts.of(*ix).counted_status() == Some(status)).count()
        };
        let all = Status::CHOICES.iter().map(|(_, status)| StatusCount {
            status: *status,
            before: count(&self.before, *status),
            after: count(&self.after, *status),
        });
        all.filter(|it| it.before + it.after > 0).collect()
    }

    fn area(&self, area: Ix<Area>, updates: &[Ix<Update>]) -> AreaPart {
        let plan = self.plan;
        let items: Vec<Ix<Item>> =
            plan.items.indices().filter(|ix| plan.top_area(plan.items.at(*ix).area) == area).collect();
        let of_area = |ix: &Ix<Update>| {
            let update = plan.updates.at(*ix);
            update.items.iter().any(|item| items.contains(item))
                || update.areas.iter().any(|own| plan.top_area(*own) == area)
        };
        let indicators = plan.measured().filter(|ix| items.contains(&ix.item));
        AreaPart {
            area,
            changes: items.iter().filter_map(|ix| self.change(*ix)).collect(),
            updates: updates.iter().copied().filter(of_area).collect(),
            milestones: items.iter().flat_map(|ix| self.reached(*ix)).collect(),
            values: indicators.flat_map(|ix| self.values(ix)).collect(),
        }
    }

    fn change(&self, item: Ix<Item>) -> Option<StatusChange> {
        let (from, to) = (self.before.of(item), self.after.of(item));
        let said = |status: &CurrentStatus| (status.status, status.degree, status.outcome);
        let changed = to.counted && said(&from.status) != said(&to.status);
        changed.then_some(StatusChange { item, from: from.status, to: to.status })
    }

    /// The milestones of an item that were done in the period.
    fn reached(&self, item: Ix<Item>) -> impl Iterator<Item = (Ix<Item>, usize)> {
        let day = self.after.day_of(item);
        let all = self.plan.items.at(item).document.milestones.iter().enumerate();
        let reached = all.filter(move |(_, milestone)| {
            let done = milestone.done.as_ref().is_some_and(|done| self.has(&done.value));
            done && day.milestone(milestone).is_done()
        });
        reached.map(move |(place, _)| (item, place))
    }

    /// The values of an indicator that became known in the period: an update of it says so, or they are of it.
    fn values(&self, ix: IndicatorIx) -> Vec<(IndicatorIx, usize)> {
        let all = measurements(self.plan, ix, self.after.as_of);
        let new = all.iter().enumerate().filter(|(_, value)| match value {
            Measurement::Update(update, _) => {
                rounds::is_of_period(&self.plan.updates.at(*update).document.date.value, self.period)
            }
            Measurement::Row(_, row) => self.has(&row.period),
        });
        new.map(|(place, _)| (ix, place)).collect()
    }

    fn places_of_late_milestones(&self, facts: &Facts, ix: Ix<Item>) -> Vec<usize> {
        let late: Vec<&str> =
            facts.late_milestones(self.plan, ix).map(|milestone| milestone.id.value.as_str()).collect();
        let all = self.plan.items.at(ix).document.milestones.iter().enumerate();
        all.filter(|(_, milestone)| late.contains(&milestone.id.value.as_str())).map(|(at, _)| at).collect()
    }
}

/// What each agency reported, and what it has not answered.
fn agencies(plan: &Plan, updates: &[Ix<Update>], round: &State) -> Vec<AgencyPart> {
    let asked: BTreeSet<_> = round.agencies.iter().map(|own| own.agency).collect();
    let named = updates.iter().flat_map(|ix| plan.updates.at(*ix).by.iter().copied());
    let all: BTreeSet<_> = asked.into_iter().chain(named).collect();
    let part = |agency| {
        let own = round.agencies.iter().filter(|own| own.agency == agency).flat_map(|own| &own.points);
        let late: BTreeSet<_> = own
            .clone()
            .filter(|point| matches!(point.answer, Answer::Late(_)))
            .filter_map(|point| point.answer.update())
            .collect();
        let named = updates.iter().copied().filter(|ix| plan.updates.at(*ix).by.contains(&agency));
        let updates: Vec<_> = named.filter(|ix| !late.contains(ix)).collect();
        let answers: BTreeSet<_> = own.clone().filter_map(|point| point.answer.update()).collect();
        let missing = own.filter(|it| it.answer == Answer::Missing).copied();
        AgencyPart {
            agency,
            answers: answers.into_iter().filter(|ix| !updates.contains(ix)).collect(),
            updates,
            missing: missing.collect(),
        }
    };
    all.into_iter().map(part).filter(|part| !part.is_empty()).collect()
}
