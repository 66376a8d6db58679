//! What is true of each item on a day, made once: pages, dashboards, open data, feeds, `status`, `requests`, `check` and
//! `diff` show it or judge by it, and decide nothing themselves.
//!
//! [`Facts::on`] makes all facts of a day. A few callers need one fact of another day, such as the pages of past years;
//! [`current_status`], [`freshness`] and [`series`] answer them by the same rules.

mod claims;
mod current;
mod each;
mod freshness;
mod indicators;
mod item_day;
mod measure;
mod meetings;
mod milestones;
mod new_targets;
mod outlook;
mod percent;
mod period;
mod reports;
mod schedule;
mod series;
mod slips;
mod status;
mod sums;
mod targets;
mod verdicts;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub use claims::StepBack;
pub use current::current_status;
pub use each::ByBody;
pub use freshness::{Freshness, freshness, has_rhythm};
pub use indicators::{IndicatorIx, Measurement, all_measurements, counts_on, measurements};
pub use item_day::ItemDay;
pub use measure::measure_of;
pub use meetings::{is_outcome_unknown, is_reported, says_what_became_of};
pub use milestones::MilestoneState;
pub use new_targets::{TargetChange, TargetHistory};
pub use outlook::newest as newest_outlook;
pub use percent::percentages;
pub use period::{ended, last_day, not_adopted};
pub use reports::{is_occasion, is_report, newest_report};
pub use schedule::Schedule;
pub use series::{
    Gap, Occurrence, OccurrenceState, Series, Year, counts_reports, of_item as series_of_item, series,
};
pub use slips::{Revision, Slips, slips};
pub use status::{CurrentStatus, follows_from_parts};
pub use sums::{
    Sums, field_value, items_without_value, sums_of_agency, sums_of_areas_overlap, sums_of_items,
    sums_without_lead,
};
pub use targets::{
    Distance, LatestNumbers, TargetFacts, TargetTime, aim, is_comparable, on_straight_line, value_for,
};
pub use verdicts::{Agreement, Assessed, assessments, conflicts};

use crate::date::Day;
use crate::parse::{Indicator, Milestone, PeriodValue};
use crate::plan::{Agency, Area, Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::{Outlook, Status};

/// The facts of a plan on a day.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The day.
    pub as_of: Day,
    /// The last day of the plan, where it had ended by then: what is shown is its last known state.
    pub ended: Option<Day>,
    items: Vec<ItemFacts>,
    /// The indicators of which an update changed a target.
    retargeted: BTreeMap<IndicatorIx, TargetHistory>,
}

/// What is true of one item on a day.
#[derive(Debug, Clone)]
pub struct ItemFacts {
    /// What the responsible body claims.
    pub status: CurrentStatus,
    /// What the calendar says.
    pub schedule: Schedule,
    /// How old the newest report is.
    pub freshness: Freshness,
    /// How the due date moved.
    pub slips: Slips,
    /// Each time that a body's status said less than its status before, oldest first.
    pub steps_back: Vec<StepBack>,
    /// The newest report; of a group the newest on any of its parts.
    pub newest_report: Option<Ix<Update>>,
    /// The newest verdict of each third party, oldest first; that of the judge whom the plan names is the last.
    pub verdicts: Vec<Ix<Update>>,
    /// The status of each body, where every lead has to do it; empty elsewhere.
    pub by_body: Vec<ByBody>,
    /// Whether the newest report is of the year before the day; never when the plan has ended by then.
    pub recent: bool,
    /// Whether nothing more is to be done: it is completed or closed, or a third party's verdict ends the matter.
    pub settled: bool,
    /// Whether it does what its kind is measured by; `None` for what is not measured.
    pub measure: Option<bool>,
    /// The newest outlook that was reported, and the update that has it; never when nothing more is to come of the item or the plan.
    pub outlook: Option<(Ix<Update>, Outlook)>,
    /// Whether it has a status of its own, so that counts and lists include it: groups and catch-alls do not.
    pub counted: bool,
}

impl Facts {
    /// Makes the facts of a day. Items do not depend on each other, but for groups, which follow from their parts.
    pub fn on(plan: &Plan, as_of: Day) -> Self {
        let ended = ended(plan, as_of);
        let all: Vec<Ix<Item>> = plan.items.indexed().map(|(ix, _)| ix).collect();
        let mut items: Vec<ItemFacts> = all.par_iter().map(|ix| own(plan, *ix, as_of)).collect();
        // Parts come after their items, so backwards each group finds its parts done.
        for ix in all.into_iter().rev() {
            if follows_from_parts(plan.items.at(ix)) {
                items[ix.index()] = of_group(plan, ix, &items, as_of);
            }
        }
        let changed = |ix| Some((ix, TargetHistory::on(plan, ix, as_of)?));
        let retargeted = plan.measured().filter_map(changed).collect();
        Self { as_of, ended, items, retargeted }
    }

    /// The facts of an item.
    pub fn of(&self, item: Ix<Item>) -> &ItemFacts {
        &self.items[item.index()]
    }

    /// The status of an item as an agency knows it: its own where every lead has to do the item.
    pub fn status_for(&self, plan: &Plan, item: Ix<Item>, agency: Ix<Agency>) -> &CurrentStatus {
        let own = self.of(item);
        ByBody::answered_by(plan, &own.by_body, agency).map_or(&own.status, |body| &body.status)
    }

    /// The newest report on an item that counts for an agency: any, but only its own where every lead has to do the item.
    pub fn newest_report_for(&self, plan: &Plan, item: Ix<Item>, agency: Ix<Agency>) -> Option<Ix<Update>> {
        let own = self.of(item);
        match ByBody::answered_by(plan, &own.by_body, agency) {
            None => own.newest_report,
            Some(body) => {
                let its = plan.items.at(item).updates.iter().filter(|ix| body.has(plan, **ix));
                newest_report(plan, its, self.as_of)
            }
        }
    }

    /// An indicator with the targets that hold on the day.
    pub fn indicator<'p>(&'p self, plan: &'p Plan, ix: IndicatorIx) -> Option<&'p Indicator> {
        self.retargeted.get(&ix).map(|history| &history.indicator).or_else(|| plan.indicator(ix))
    }

    /// Where an indicator stands on the day, in one line.
    pub fn latest_numbers<'p>(&'p self, plan: &'p Plan, ix: IndicatorIx) -> Option<LatestNumbers<'p>> {
        let values = measurements(plan, ix, self.as_of);
        Some(LatestNumbers::of(self.day_of(ix.item), self.indicator(plan, ix)?, &values))
    }

    /// How updates changed the targets of an indicator until the day, oldest change first.
    pub fn target_changes(&self, ix: IndicatorIx) -> &[TargetChange] {
        self.retargeted.get(&ix).map_or(&[], |history| &history.changes)
    }

    /// The change by which a target of an indicator is what it is; `None` where it is as the item first said.
    pub fn change_behind(&self, ix: IndicatorIx, target: &PeriodValue) -> Option<&TargetChange> {
        let mut changes = self.target_changes(ix).iter().rev();
        changes.find(|it| it.counts() && it.to.period.span == target.period.span)
    }

    /// The day, as it is for an item.
    pub fn day_of(&self, item: Ix<Item>) -> ItemDay {
        let facts = self.of(item);
        ItemDay { as_of: self.as_of, ended: self.ended, status: facts.status, settled: facts.settled }
    }

    /// The milestones of an item whose date has passed, and that are awaited.
    pub fn late_milestones<'p>(&self, plan: &'p Plan, ix: Ix<Item>) -> impl Iterator<Item = &'p Milestone> {
        let day = self.day_of(ix);
        let milestones = plan.items.at(ix).document.milestones.iter();
        milestones.filter(move |it| day.milestone(it) == MilestoneState::Overdue)
    }

    /// The newest report on an area: on itself, or on one of its items and parts.
    pub fn newest_in_area(&self, plan: &Plan, ix: Ix<Area>) -> Option<Ix<Update>> {
        // What is in an area follows it in the list of areas.
        let areas = ix.index()..ix.index() + plan.area_and_below(ix).count();
        let of_items = plan.items.indexed().filter(|(_, item)| areas.contains(&item.area.index()));
        let of_items = of_items.filter_map(|(item, _)| self.of(item).newest_report);
        of_items.chain(newest_report(plan, plan.updates_on_area(ix).iter(), self.as_of)).max()
    }

    /// The items that counts are of, in the order of the plan.
    pub fn counted<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = Ix<Item>> + 'a {
        plan.items.indexed().map(|(ix, _)| ix).filter(|ix| self.of(*ix).counted)
    }
}

impl ItemFacts {
    /// The status that counts are of; `None` for groups and catch-alls.
    pub fn counted_status(&self) -> Option<Status> {
        self.status.counted()
    }

    /// Whether there is a date by which it is due, or words for one.
    pub fn has_date(&self) -> bool {
        self.slips.due.is_some() || matches!(self.schedule, Schedule::NoDayYet { .. })
    }

    /// Whether its date has passed and it is not done.
    pub fn is_overdue(&self) -> bool {
        matches!(self.schedule, Schedule::Overdue { .. })
    }

    /// Whether it ended after its date, without being completed.
    pub fn is_missed(&self) -> bool {
        matches!(self.schedule, Schedule::Missed { .. })
    }

    /// Whether the next report is late.
    pub fn is_stale(&self) -> bool {
        matches!(self.freshness, Freshness::Stale { .. })
    }

    /// The verdict that is shown and counted, if a third party has judged the item: that of the judge whom the plan names,
    /// else the newest of all.
    pub fn verdict(&self) -> Option<Ix<Update>> {
        self.verdicts.last().copied()
    }
}

/// The facts of an item that do not depend on others.
fn own(plan: &Plan, ix: Ix<Item>, as_of: Day) -> ItemFacts {
    let item = plan.items.at(ix);
    let status = current::own(plan, item, as_of);
    let slips = slips::of(plan, item, as_of);
    let newest_report = newest_report(plan, item.updates.iter(), as_of);
    let verdicts = verdicts::newest(plan, item, as_of);
    let settled = verdicts::is_settled(plan, &status, &verdicts);
    let freshness = freshness::of(plan, item, newest_report, settled, as_of);
    let counted = status.counted().is_some();
    ItemFacts {
        schedule: schedule::of(plan, item, &slips, &status, settled, as_of),
        steps_back: claims::steps_back(plan, item, as_of),
        by_body: each::of(plan, item, as_of),
        measure: measure::meets(plan, ix, &status, &freshness, as_of),
        outlook: outlook::newest(plan, item, as_of).filter(|_| !settled && ended(plan, as_of).is_none()),
        recent: measure::is_recent(plan, newest_report, as_of),
        freshness,
        newest_report,
        slips,
        verdicts,
        settled,
        status,
        counted,
    }
}

/// What the parts come to. Where nothing is known of any, and something is of the group itself, that is public information.
fn status_of_group(item: &Item, parts: &[Status], newest: Option<Ix<Update>>) -> CurrentStatus {
    let status = status::from_parts(item.document.rollup, parts);
    match status.status {
        Some(Status::NotReported) if newest.is_some() => {
            CurrentStatus { status: Some(Status::NotStated), ..status }
        }
        _ => status,
    }
}

/// The facts of a group, from those of its parts.
fn of_group(plan: &Plan, ix: Ix<Item>, items: &[ItemFacts], as_of: Day) -> ItemFacts {
    let item = plan.items.at(ix);
    let of = |part: &Ix<Item>| &items[part.index()];
    let newest = item.parts.iter().filter_map(|part| of(part).newest_report);
    let newest_report = items[ix.index()].newest_report.into_iter().chain(newest).max();
    let statuses: Vec<Status> = item.parts.iter().filter_map(|part| of(part).status.status).collect();
    let parts = item.parts.iter().map(|part| (&of(part).schedule, *part));
    ItemFacts {
        status: status_of_group(item, &statuses, newest_report),
        schedule: schedule::from_parts(parts),
        freshness: freshness::unpaced(plan, newest_report, as_of),
        recent: measure::is_recent(plan, newest_report, as_of),
        newest_report,
        steps_back: Vec::new(),
        measure: None,
        counted: false,
        ..items[ix.index()].clone()
    }
}
