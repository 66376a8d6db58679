//! A series of meetings: which were held, with which number, in which years, and what is missing.

use std::collections::{BTreeMap, BTreeSet};

use super::period::{ended, last_day};
use super::reports::is_occasion;
use crate::date::{Cadence, Day};
use crate::plan::{Forum, Index as _, Item, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::{Kind, MeetingState};

/// A time line of more years than this shows nothing, and one typing error in a date could make it long.
const MOST_YEARS: i16 = 150;

/// The meetings of a forum, or those that an item promises, as they were known on a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    /// Each meeting once, oldest first.
    pub occurrences: Vec<Occurrence>,
    /// Every year from the first to the last that has to do with the series; none when these are more than a time line can
    /// show.
    pub years: Vec<Year>,
    /// How often it is meant to meet, if that is known.
    pub cadence: Option<Cadence>,
    /// The newest meeting that was held.
    pub last_held: Option<Ix<Update>>,
    /// The nearest meeting that is still to come.
    pub next_planned: Option<Ix<Update>>,
    /// Numbers between the lowest and the highest that no meeting has. Each is a meeting that is not recorded.
    pub missing_numbers: Vec<Gap>,
    /// Whether reports of progress stand for what recurs, because there are no meetings.
    pub of_reports: bool,
}

/// One meeting, however many updates report it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// What became of it.
    pub state: OccurrenceState,
    /// Which one of its series.
    pub number: Option<i64>,
    /// The update that says so: of the meeting itself where it was held, else the newest.
    pub update: Ix<Update>,
    /// All updates that report it, oldest first.
    pub updates: Vec<Ix<Update>>,
    /// The year in which it was, or was to be.
    pub year: i16,
}

/// What became of a meeting, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OccurrenceState {
    /// It was held.
    Held,
    /// It is announced and still to come.
    Planned,
    /// It was announced, its day has passed, and nothing says whether it was held.
    Unknown,
    /// It was put off.
    Postponed,
    /// It was called off.
    Cancelled,
}

impl OccurrenceState {
    /// The word for it in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Planned => "planned",
            Self::Unknown => "unknown",
            Self::Postponed => "postponed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// One year of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// Which.
    pub year: i16,
    /// How many meetings were held in it.
    pub held: usize,
    /// The places of its meetings in [`Series::occurrences`].
    pub occurrences: Vec<usize>,
    /// Whether none was held in it, and the cadence asks for one. Without a cadence nothing can be missed, and a year
    /// that is not over yet is not missed either.
    pub missed: bool,
}

/// Numbers in a row that no meeting has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// The first of them.
    pub first: i64,
    /// The last of them.
    pub last: i64,
    /// The update with the number before.
    pub after: Ix<Update>,
    /// The update with the number that follows.
    pub before: Ix<Update>,
}

impl Series {
    /// How many meetings were held.
    pub fn held(&self) -> usize {
        self.occurrences.iter().filter(|one| one.state == OccurrenceState::Held).count()
    }

    /// How many meetings the gaps in the numbers stand for.
    pub fn unrecorded(&self) -> i64 {
        self.missing_numbers.iter().map(|gap| gap.last - gap.first + 1).sum()
    }
}

/// The meetings of a forum as they were known on a day. Its cadence is its own, else that of the one recurring item
/// it belongs to.
pub fn series(plan: &Plan, forum: Ix<Forum>, as_of: Day) -> Series {
    let record = plan.forums.at(forum);
    let mut of_items = record.items.iter().map(|item| &plan.items.at(*item).document);
    let of_item = match (of_items.next(), of_items.next()) {
        (Some(item), None) if item.kind == Kind::Recurring => item.cadence.clone(),
        _ => None,
    };
    let valid = &record.document.valid;
    let begins = valid.from.as_ref().map(|from| from.latest.year());
    let ends = valid.to.as_ref().map(|to| to.earliest);
    let cadence = record.document.cadence.clone().or(of_item);
    let found = occurrences(plan, &record.updates, as_of);
    let mut series = put_together(found, cadence, (begins, ends), as_of);
    series.missing_numbers = gaps(&series.occurrences);
    series
}

/// The meetings among the updates of an item, as they were known on a day; its reports of progress where it has no
/// meetings. Numbers belong to forums, so there are no gaps in them here; what was before the plan does not count, and
/// after its end nothing is missed.
pub fn of_item(plan: &Plan, ix: Ix<Item>, as_of: Day) -> Series {
    let item = plan.items.at(ix);
    let adopted = plan.about.as_ref().map(|about| about.document.adopted.value.latest.year());
    // Counting begins with the first whole year under the plan.
    let span = (adopted.map(|year| year + 1), ended(plan, as_of));
    let updates: Vec<Ix<Update>> =
        item.updates.iter().copied().filter(|ix| !plan.updates.at(*ix).baseline).collect();
    let of_reports = counts_reports(plan, item, as_of);
    let found = match of_reports {
        true => occasions(plan, &updates, as_of),
        false => occurrences(plan, &updates, as_of),
    };
    Series { of_reports, ..put_together(found, item.document.cadence.clone(), span, as_of) }
}

/// Whether what an item promises again and again shows in reports: it recurs, belongs to no forum, and no meeting of it is
/// recorded as held by a day.
pub fn counts_reports(plan: &Plan, item: &Item, as_of: Day) -> bool {
    let is_meeting = |ix: &Ix<Update>| {
        let document = &plan.updates.at(*ix).document;
        document.meeting_state() == Some(MeetingState::Held) && is_known(document, as_of)
    };
    item.document.kind == Kind::Recurring && item.forums.is_empty() && !item.updates.iter().any(is_meeting)
}

/// Whether a recurring item was done within its last cadence, and the next time is not due yet; on the last day of a plan
/// that has ended. `None` for what has no cadence.
pub(super) fn held_in_time(plan: &Plan, ix: Ix<Item>, as_of: Day) -> Option<bool> {
    let cadence = plan.items.at(ix).document.cadence.as_ref()?;
    let last = of_item(plan, ix, as_of).last_held;
    let day = last_day(plan, as_of);
    Some(last.is_some_and(|ix| cadence.after(plan.updates.at(ix).document.last_day()) >= day))
}

/// Reports that stand for what recurs, one a day.
fn occasions(plan: &Plan, updates: &[Ix<Update>], as_of: Day) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> = Vec::new();
    let date = |ix| plan.updates.at(ix).document.date.value.earliest;
    for update in updates.iter().copied().filter(|ix| is_occasion(plan, *ix, as_of)) {
        match found.last_mut().filter(|last| date(last.update) == date(update)) {
            Some(last) => last.updates.push(update),
            None => found.push(Occurrence {
                state: OccurrenceState::Held,
                number: None,
                update,
                updates: vec![update],
                year: plan.updates.at(update).document.date.value.year(),
            }),
        }
    }
    found
}

fn put_together(
    occurrences: Vec<Occurrence>,
    cadence: Option<Cadence>,
    (begins, ends): (Option<i16>, Option<Day>),
    as_of: Day,
) -> Series {
    let with =
        |state| occurrences.iter().filter(move |one: &&Occurrence| one.state == state).map(|one| one.update);
    let last_held = with(OccurrenceState::Held).next_back();
    let next_planned = with(OccurrenceState::Planned).next();
    let over = ends.map_or(as_of, |ends| ends.min(as_of));
    let years = years(&occurrences, cadence.as_ref(), begins, over);
    let missing_numbers = Vec::new();
    Series { years, cadence, last_held, next_planned, missing_numbers, of_reports: false, occurrences }
}

/// Updates of one meeting are those with its number, or with its day when they have none. Two that were held on
/// different days are two meetings, whatever their numbers say.
fn occurrences(plan: &Plan, updates: &[Ix<Update>], as_of: Day) -> Vec<Occurrence> {
    let mut found: Vec<Occurrence> = Vec::new();
    for ix in updates.iter().copied() {
        let document = &plan.updates.at(ix).document;
        let Some(meeting) = &document.meeting else { continue };
        if !is_known(document, as_of) || plan.is_corrected(ix, as_of) {
            continue;
        }
        let state = state(meeting.state.value, document.last_day() < as_of);
        let held = state == OccurrenceState::Held;
        let is_same = |one: &Occurrence| {
            let date = |ix| plan.updates.at(ix).document.date.value.earliest;
            let on_its_day = one.updates.iter().any(|other| date(*other) == date(ix));
            let both_held = held && one.state == OccurrenceState::Held;
            match (one.number, meeting.number) {
                (Some(a), Some(b)) => a == b && (on_its_day || !both_held),
                _ => on_its_day,
            }
        };
        match found.iter_mut().find(|one| is_same(one)) {
            Some(one) => {
                one.updates.push(ix);
                one.number = one.number.or(meeting.number);
                // The newest word counts, and nothing undoes that it was held.
                if one.state != OccurrenceState::Held {
                    (one.state, one.update, one.year) = (state, ix, document.date.value.year());
                }
            }
            None => found.push(Occurrence {
                state,
                number: meeting.number,
                update: ix,
                updates: vec![ix],
                year: document.date.value.year(),
            }),
        }
    }
    found.sort_by_key(|one| one.update);
    found
}

fn state(written: MeetingState, is_over: bool) -> OccurrenceState {
    match written {
        MeetingState::Held => OccurrenceState::Held,
        MeetingState::Planned if is_over => OccurrenceState::Unknown,
        MeetingState::Planned => OccurrenceState::Planned,
        MeetingState::Postponed => OccurrenceState::Postponed,
        MeetingState::Cancelled => OccurrenceState::Cancelled,
    }
}

/// Every year from the first meeting, or the beginning where that is earlier, to the last day that counts. A cadence of
/// several years asks for a meeting within so many years, not in each of them.
fn years(occurrences: &[Occurrence], cadence: Option<&Cadence>, begins: Option<i16>, over: Day) -> Vec<Year> {
    let mut by_year: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    for (place, one) in occurrences.iter().enumerate() {
        by_year.entry(one.year).or_default().push(place);
    }
    let met = by_year.keys().next().copied();
    let Some(first) = met.into_iter().chain(begins.filter(|_| met.is_some() || cadence.is_some())).min()
    else {
        return Vec::new();
    };
    let last = by_year.keys().next_back().copied().unwrap_or(first).max(over.year());
    if last - first > MOST_YEARS {
        return Vec::new();
    }
    let span = cadence.map(|cadence| i16::try_from(cadence.months.div_ceil(12)).unwrap_or(i16::MAX));
    let held_in = |year: i16| {
        let places = by_year.get(&year).into_iter().flatten();
        places.filter(|place| occurrences[**place].state == OccurrenceState::Held).count()
    };
    let mut counted_from = begins.or(met).unwrap_or(first).max(first);
    let mut years = Vec::new();
    for year in first..=last {
        let held = held_in(year);
        let ended = year < over.year();
        let due = span.is_some_and(|span| i32::from(year) - i32::from(counted_from) + 1 >= i32::from(span));
        let missed = due && ended && held == 0 && year >= counted_from;
        if held > 0 || missed {
            counted_from = year + 1;
        }
        years.push(Year { year, held, occurrences: by_year.get(&year).cloned().unwrap_or_default(), missed });
    }
    years
}

/// The numbers that are missing between those that there are.
fn gaps(occurrences: &[Occurrence]) -> Vec<Gap> {
    let numbered: BTreeSet<(i64, Ix<Update>)> =
        occurrences.iter().filter_map(|one| Some((one.number?, one.update))).collect();
    let pairs = numbered.iter().zip(numbered.iter().skip(1));
    pairs
        .filter(|((low, _), (high, _))| high - low > 1)
        .map(|((low, after), (high, before))| Gap {
            first: low + 1,
            last: high - 1,
            after: *after,
            before: *before,
        })
        .collect()
}
