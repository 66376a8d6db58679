//! What stands in the calendar: meetings, and due dates that hold on the as-of date.

use std::collections::BTreeSet;

use crate::date::{Date, Day, Precision};
use crate::facts::{Facts, is_reported, says_what_became_of};
use crate::plan::{Index as _, Item, Ix, Plan, Update};

/// A meeting or a due date.
#[derive(Debug, Clone)]
pub(super) struct Occasion {
    /// When it begins, as it was written.
    pub(super) date: Date,
    /// Its first and last day, when both are known.
    pub(super) days: Option<(Day, Day)>,
    /// What it is.
    pub(super) what: OccasionKind,
    last: Day,
}

/// What is in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OccasionKind {
    /// A meeting.
    Meeting {
        /// The update that says most of it.
        update: Ix<Update>,
        /// The update by which it first came into the calendar, whose id the event keeps.
        first: Ix<Update>,
        /// How often its record gave way to another one.
        times: usize,
    },
    /// The day by which an item is due.
    Due {
        /// The item.
        item: Ix<Item>,
        /// How often the day was put back.
        times: usize,
    },
    /// The day by which a milestone of an item is due.
    Milestone {
        /// The item.
        item: Ix<Item>,
        /// The place of the milestone in its list.
        place: usize,
    },
}

impl Occasion {
    /// The last day that it may mean.
    pub(super) fn last_day(&self) -> Day {
        self.last
    }

    /// Whether it belongs to one of these.
    pub(super) fn is_of(&self, updates: &BTreeSet<Ix<Update>>, items: &BTreeSet<Ix<Item>>) -> bool {
        match self.what {
            OccasionKind::Meeting { update, .. } => updates.contains(&update),
            OccasionKind::Due { item, .. } | OccasionKind::Milestone { item, .. } => items.contains(&item),
        }
    }
}

/// All of them, in the order of their first days.
pub(super) fn occasions(plan: &Plan, facts: &Facts) -> Vec<Occasion> {
    let mut found: Vec<Occasion> = meetings(plan, facts.as_of);
    found.extend(plan.items.indexed().filter_map(|(item, _)| due(facts, item)));
    found.extend(plan.items.indexed().flat_map(|(item, it)| milestones(item, it)));
    // Meetings were in order, and so were items: those of one day stay so.
    found.sort_by(|a, b| a.date.cmp(&b.date));
    found
}

fn due(facts: &Facts, item: Ix<Item>) -> Option<Occasion> {
    let slips = &facts.of(item).slips;
    let times = slips.times;
    let date = due_date(facts, item)?.clone();
    // Of a range, the last day is the one that counts.
    let days = date.days().map(|(_, last)| (last, last));
    Some(Occasion { days, last: date.latest, what: OccasionKind::Due { item, times }, date })
}

/// The milestones of an item that have a date.
fn milestones(item: Ix<Item>, of: &Item) -> impl Iterator<Item = Occasion> + '_ {
    of.document.milestones.iter().enumerate().filter_map(move |(place, milestone)| {
        let date = milestone.due.as_ref()?.value.clone();
        let days = date.days().map(|(_, last)| (last, last));
        Some(Occasion { days, last: date.latest, what: OccasionKind::Milestone { item, place }, date })
    })
}

/// The due date of an item that stands in the calendar.
fn due_date(facts: &Facts, item: Ix<Item>) -> Option<&Date> {
    facts.of(item).slips.due.as_ref().filter(|date| date.precision != Precision::Ongoing)
}

/// How many there are.
pub(super) fn count(plan: &Plan, facts: &Facts) -> usize {
    let due = plan.items.indexed().filter(|(item, _)| due_date(facts, *item).is_some()).count();
    let dated = |item: &Item| item.document.milestones.iter().filter(|one| one.due.is_some()).count();
    let steps: usize = plan.items.indexed().map(|(_, item)| dated(item)).sum();
    due + steps + shown_meetings(plan, facts.as_of).count()
}

/// Meetings, each once: an announcement gives way to the report on the same meeting, and what was corrected to the
/// correction.
fn shown_meetings(plan: &Plan, as_of: Day) -> impl Iterator<Item = (Ix<Update>, &Update)> {
    let is_meeting = |update: &Update| update.document.meeting.is_some();
    let corrected = move |update: &Update| {
        update.corrected_by().is_some_and(|correction| is_meeting(plan.updates.at(correction)))
    };
    let reported = move |update: &Update| is_reported(plan, update, as_of);
    let is_shown = move |update: &Update| is_meeting(update) && !corrected(update) && !reported(update);
    plan.updates.indexed().filter(move |(_, update)| is_shown(update))
}

fn meetings(plan: &Plan, as_of: Day) -> Vec<Occasion> {
    let mut claimed: BTreeSet<Ix<Update>> = BTreeSet::new();
    shown_meetings(plan, as_of)
        .map(|(ix, update)| {
            let before = before(plan, ix);
            // Two reports may mean one announcement: what became of it, and the meeting that took its place.
            let first = before.iter().copied().find(|ix| claimed.insert(*ix)).unwrap_or(ix);
            meeting(update, OccasionKind::Meeting { update: ix, first, times: before.len() })
        })
        .collect()
}

/// The records of a meeting that gave way to this one, the oldest first: announcements, and what was corrected.
fn before(plan: &Plan, ix: Ix<Update>) -> BTreeSet<Ix<Update>> {
    let mut found = BTreeSet::new();
    let mut open = vec![ix];
    while let Some(at) = open.pop() {
        let update = plan.updates.at(at);
        let corrected = update.corrects.filter(|ix| plan.updates.at(*ix).document.meeting.is_some());
        let forum = update.forum.map(|forum| plan.forums.at(forum).updates.as_slice());
        let announced = forum.unwrap_or_default().iter().copied();
        let announced = announced.filter(|other| says_what_became_of(update, plan.updates.at(*other)));
        open.extend(announced.chain(corrected).filter(|other| *other != ix && found.insert(*other)));
    }
    found
}

fn meeting(update: &Update, what: OccasionKind) -> Occasion {
    let document = &update.document;
    let date = document.date.value.clone();
    let end = document.meeting.as_ref().and_then(|meeting| meeting.end.as_ref());
    let days = match (date.days(), end) {
        (Some((first, _)), Some(end)) => {
            end.days().map(|(_, last)| (first, last)).filter(|(first, last)| first <= last)
        }
        (days, _) => days,
    };
    Occasion { days, last: document.last_day(), what, date }
}
