//! What has become of a round: who was asked, who has answered, what is missing.

use std::collections::{BTreeMap, BTreeSet};

use super::asked::asked;
use super::of_period::{is_of_period, is_reported_by};
use super::reason::Reason;
use super::request::Ask;
use crate::date::{Date, Day, days_between};
use crate::facts::{ByBody, Facts, is_report};
use crate::plan::{Agency, Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::UpdateKind;
use jiff::ToSpan as _;

/// A round on a day.
#[derive(Debug, Clone)]
pub struct State {
    /// The period that is reported on.
    pub period: Date,
    /// The last day on which an answer is in time: the end of the period, and the days of grace.
    pub deadline: Day,
    /// How many days ago that was, where it has passed.
    pub late_by: Option<i64>,
    /// Each agency that was asked, in the order of the agencies.
    pub agencies: Vec<OfAgency>,
    /// The same for all of them: an item that several agencies lead counts once.
    pub counts: Counts,
    /// Items that nobody can be asked about, because no agency is responsible.
    pub unled: Vec<Ix<Item>>,
}

/// What has become of a request.
#[derive(Debug, Clone)]
pub struct OfAgency {
    /// The agency.
    pub agency: Ix<Agency>,
    /// The items that it was asked about, in the order of the plan.
    pub points: Vec<Point>,
    /// Their numbers.
    pub counts: Counts,
}

/// An item that an agency was asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The item.
    pub item: Ix<Item>,
    /// Why it was asked about.
    pub reason: Reason,
    /// What has become of it.
    pub answer: Answer,
}

/// What has become of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Somebody reported on the period.
    InTime(Ix<Update>),
    /// The same after the deadline, or with a report on a later day only.
    Late(Ix<Update>),
    /// Nobody has.
    Missing,
}

impl Answer {
    /// The report, if there is one.
    pub fn update(self) -> Option<Ix<Update>> {
        match self {
            Self::InTime(update) | Self::Late(update) => Some(update),
            Self::Missing => None,
        }
    }

    /// How much is missing.
    fn rank(self) -> u8 {
        match self {
            Self::InTime(_) => 0,
            Self::Late(_) => 1,
            Self::Missing => 2,
        }
    }

    /// The name in programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::InTime(_) => "answered",
            Self::Late(_) => "answered-late",
            Self::Missing => "missing",
        }
    }
}

/// The numbers of a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Items that were asked about.
    pub asked: usize,
    /// Those that have an answer.
    pub answered: usize,
    /// Those whose answer came late.
    pub late: usize,
    /// Those whose answer is that there is nothing to report.
    pub nothing: usize,
    /// Those that have none.
    pub missing: usize,
}

impl Counts {
    fn of<'p>(plan: &Plan, points: impl Iterator<Item = &'p Point>) -> Self {
        let mut counts = Self::default();
        for point in points {
            counts.asked += 1;
            match point.answer.update() {
                None => counts.missing += 1,
                Some(update) => {
                    counts.answered += 1;
                    counts.late += usize::from(matches!(point.answer, Answer::Late(_)));
                    let kind = plan.updates.at(update).document.kind.value;
                    counts.nothing += usize::from(kind == UpdateKind::NoChange);
                }
            }
        }
        counts
    }
}

/// What has become of the round of a period by the day of the facts. Asked is what [`asked`] asks on the day, and what it asked
/// before the period began and is answered now.
pub fn state(plan: &Plan, facts: &Facts, period: &Date) -> State {
    let reporting = plan.about.as_ref().and_then(|about| about.document.reporting.as_ref());
    let grace = reporting.map_or(0, |reporting| reporting.grace_days);
    let deadline = period.latest.checked_add(grace.days()).unwrap_or(Day::MAX);
    let before = period.earliest.yesterday().unwrap_or(period.earliest);
    let round = Round { plan, facts, period, deadline, before: Facts::on(plan, before) };
    let (requests, unled) = asked(plan, facts, period);
    let agencies: Vec<OfAgency> = requests
        .into_iter()
        .filter_map(|request| {
            let asks = request.asks.iter();
            let points = asks.filter_map(|ask| round.point(ask, request.agency)).collect::<Vec<_>>();
            let counts = Counts::of(plan, points.iter());
            (!points.is_empty()).then_some(OfAgency { agency: request.agency, points, counts })
        })
        .collect();
    // Of an item that every lead has to do, one agency may have done its own; what is missing of another stays missing.
    let mut all: BTreeMap<Ix<Item>, Point> = BTreeMap::new();
    for point in agencies.iter().flat_map(|agency| &agency.points) {
        let known = all.entry(point.item).or_insert(*point);
        if point.answer.rank() > known.answer.rank() {
            *known = *point;
        }
    }
    let led: BTreeSet<Ix<Item>> = all.keys().copied().collect();
    let unled = unled.into_iter().filter(|item| !led.contains(item));
    let unled = unled.filter(|item| Reason::of(plan, facts, period, *item).is_asked()).collect();
    State {
        period: period.clone(),
        deadline,
        late_by: (deadline < facts.as_of).then(|| days_between(deadline, facts.as_of)),
        counts: Counts::of(plan, all.values()),
        agencies,
        unled,
    }
}

/// What a round is judged by.
struct Round<'a> {
    plan: &'a Plan,
    facts: &'a Facts,
    period: &'a Date,
    deadline: Day,
    /// The facts of the day before the period.
    before: Facts,
}

impl Round<'_> {
    /// What has become of an item that an agency is responsible for; `None` where it was not asked about.
    fn point(&self, ask: &Ask, agency: Ix<Agency>) -> Option<Point> {
        let (item, now) = (ask.item, ask.reason);
        let before = Reason::of(self.plan, &self.before, self.period, item);
        let lead = ask.instead_of.unwrap_or(agency);
        let before = before.of_body(self.plan, &self.before, self.period, item, lead);
        let answer = self.answer(item, agency);
        let reason = match (now.is_asked(), before.is_asked()) {
            (true, _) => now,
            // What ended in another way than by an answer awaits none any more.
            (false, true) if now != Reason::Settled || answer != Answer::Missing => before,
            _ => return None,
        };
        Some(Point { item, reason, answer })
    }

    /// The newest report on the period that came in time, else the newest one on it, else the first one after it. Where every lead has to do an item, that of another one is no
    /// answer of this agency.
    fn answer(&self, item: Ix<Item>, agency: Ix<Agency>) -> Answer {
        let body = ByBody::answered_by(self.plan, &self.facts.of(item).by_body, agency);
        let updates = self.plan.items.at(item).updates.iter().copied();
        let updates = updates.filter(|ix| body.is_none_or(|body| body.has(self.plan, *ix)));
        let date = |ix: &Ix<Update>| &self.plan.updates.at(*ix).document.date.value;
        let reports = updates.filter(|ix| is_report(self.plan.updates.at(*ix), self.facts.as_of));
        let reports: Vec<Ix<Update>> = reports.filter(|ix| is_reported_by(date(ix), self.period)).collect();
        let is_in_time = |ix: &Ix<Update>| {
            let known = self.plan.updates.at(*ix).document.reported.as_ref();
            known.is_none_or(|known| known.earliest <= self.deadline)
        };
        let of_period = || reports.iter().rev().copied().filter(|ix| is_of_period(date(ix), self.period));
        // Who answered in time and reports once more is not late.
        if let Some(own) = of_period().find(is_in_time) {
            return Answer::InTime(own);
        }
        let late = of_period().next().or_else(|| reports.first().copied());
        late.map_or(Answer::Missing, Answer::Late)
    }
}
