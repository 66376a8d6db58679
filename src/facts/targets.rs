//! What the numbers of an indicator come to beside what is to be reached.
//!
//! Nothing here touches a status: a number is what somebody measured, and the straight line is arithmetic.

use std::cmp::Ordering;

use super::indicators::Measurement;
use super::item_day::ItemDay;
use crate::date::{Date, Day, days_between, months_between};
use crate::decimal::Decimal;
use crate::parse::{Indicator, PeriodValue};
use crate::vocabulary::Aim;

/// How a value lies to a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// It is what the target asks for.
    Reached,
    /// It is better than that.
    Beyond,
    /// It is not there.
    Short,
    /// It stays where it should.
    Held,
    /// It should stay, and is more.
    Above,
    /// It should stay, and is less.
    Below,
    /// It is another number, and nobody says which way is better.
    Apart,
}

/// Where a target stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetTime {
    /// Its period is not over.
    Ahead,
    /// Its period is over.
    Passed,
    /// The plan ended before its period did.
    PlanEnded,
    /// The item was closed before its period ended.
    Closed,
}

/// A target on a day, beside the value that it is compared with.
#[derive(Debug, Clone, Copy)]
pub struct TargetFacts<'p> {
    /// The target.
    pub target: &'p PeriodValue,
    /// Where it stands.
    pub time: TargetTime,
    /// Of a target whose period is over the last value for that period, else the newest value.
    pub value: Option<Measurement<'p>>,
    /// How the value lies to it; `None` without a value, and where the two cannot be compared.
    pub gap: Option<Distance>,
}

impl<'p> TargetFacts<'p> {
    /// What readers are shown of the targets of an indicator, given its values that are known: the last one whose period is
    /// over, and the next one.
    pub fn shown(day: ItemDay, indicator: &'p Indicator, values: &[Measurement<'p>]) -> Vec<Self> {
        let timed = |target| Self::of(day, indicator, values, target);
        let passed = |it: &Self| it.time == TargetTime::Passed;
        let last = indicator.targets.iter().rev().map(timed).find(passed);
        let next = indicator.targets.iter().map(timed).find(|it| !passed(it));
        last.into_iter().chain(next).collect()
    }

    fn of(
        day: ItemDay,
        indicator: &'p Indicator,
        values: &[Measurement<'p>],
        target: &'p PeriodValue,
    ) -> Self {
        let time = time(day, target.period.value.latest);
        let value = match time {
            TargetTime::Passed => value_for(values, &target.period.value),
            _ => values.last().copied(),
        };
        let comparable = value.filter(|value| is_comparable(indicator, values, value.period()));
        let gap = comparable.map(|value| gap(aim(indicator), value.value(), &target.value));
        Self { target, time, value, gap }
    }
}

/// Where an indicator stands in one line: what lists and `status` show of it.
#[derive(Debug, Clone, Copy)]
pub struct LatestNumbers<'p> {
    /// The newest value.
    pub newest: Option<Measurement<'p>>,
    /// The target that is still ahead, else the last one whose period is over.
    pub target: Option<TargetFacts<'p>>,
}

impl<'p> LatestNumbers<'p> {
    /// Of an indicator, given its values that are known.
    pub fn of(day: ItemDay, indicator: &'p Indicator, values: &[Measurement<'p>]) -> Self {
        // The target that is still ahead stands behind the one whose period is over.
        let target = TargetFacts::shown(day, indicator, values).pop();
        Self { newest: values.last().copied(), target }
    }
}

/// Where a target stands whose period ends on a day.
fn time(day: ItemDay, end: Day) -> TargetTime {
    match day.ended {
        Some(last) if end > last => TargetTime::PlanEnded,
        _ if end < day.as_of => TargetTime::Passed,
        _ if day.is_dropped() => TargetTime::Closed,
        _ => TargetTime::Ahead,
    }
}

/// The last value for a period: of several within it the last one, else one of a longer period in which it ends.
pub fn value_for<'p>(values: &[Measurement<'p>], period: &Date) -> Option<Measurement<'p>> {
    let ends = |value: &&Measurement<'p>| {
        let end = value.period().latest;
        period.earliest <= end && end <= period.latest
    };
    let holds = |value: &&Measurement<'p>| {
        value.period().earliest <= period.latest && period.latest <= value.period().latest
    };
    values.iter().rev().find(ends).or_else(|| values.iter().find(holds)).copied()
}

/// Which way the numbers should go: as it is written, else from the baseline to the last target.
pub fn aim(indicator: &Indicator) -> Option<Aim> {
    if indicator.aim.is_some() {
        return indicator.aim;
    }
    let (baseline, target) = (indicator.baseline.as_ref()?, indicator.targets.last()?);
    match target.value.compare(&baseline.value) {
        Ordering::Greater => Some(Aim::Up),
        Ordering::Less => Some(Aim::Down),
        Ordering::Equal => Some(Aim::Keep),
    }
}

/// How a value lies to a target.
fn gap(aim: Option<Aim>, value: &Decimal, target: &Decimal) -> Distance {
    match (aim, value.compare(target)) {
        (Some(Aim::Keep), Ordering::Equal) => Distance::Held,
        (Some(Aim::Keep), Ordering::Greater) => Distance::Above,
        (Some(Aim::Keep), Ordering::Less) => Distance::Below,
        (_, Ordering::Equal) => Distance::Reached,
        (Some(Aim::Up), Ordering::Greater) | (Some(Aim::Down), Ordering::Less) => Distance::Beyond,
        (Some(Aim::Up), Ordering::Less) | (Some(Aim::Down), Ordering::Greater) => Distance::Short,
        (None, _) => Distance::Apart,
    }
}

/// Whether a number of a period can be compared with the targets. They were set in the way of measuring of the baseline, or of
/// the first value where there is none; a value that was measured in another way says nothing of them.
pub fn is_comparable(indicator: &Indicator, values: &[Measurement<'_>], period: &Date) -> bool {
    let baseline = indicator.baseline.as_ref().map(|baseline| &baseline.period.value);
    let Some(start) = baseline.or_else(|| values.first().map(Measurement::period)) else { return true };
    let (first, last) = (start.latest.min(period.latest), start.latest.max(period.latest));
    let between = |value: &Measurement<'_>| first < value.period().latest && value.period().latest <= last;
    !values.iter().any(|value| value.is_break() && between(value))
}

/// What the newest value would be on straight lines from the baseline to the targets, which is arithmetic and no forecast.
/// `None` where no line leads there, where the number should stay as it is, where a target is for the same period and says it
/// itself, and where the way of measuring has changed since the baseline.
pub fn on_straight_line(indicator: &Indicator, values: &[Measurement<'_>]) -> Option<Decimal> {
    let (baseline, newest) = (indicator.baseline.as_ref()?, values.last()?);
    if aim(indicator) == Some(Aim::Keep) || !is_comparable(indicator, values, newest.period()) {
        return None;
    }
    let period = newest.period();
    let anchors: Vec<&PeriodValue> = std::iter::once(baseline).chain(&indicator.targets).collect();
    let end = |anchor: &PeriodValue| anchor.period.value.latest;
    let [from, to] =
        anchors.windows(2).find(|pair| end(pair[0]) < period.latest && period.latest < end(pair[1]))?
    else {
        return None;
    };
    let between = counted([&from.period.value, period, &to.period.value]);
    let (part, whole) = (between(end(from), period.latest), between(end(from), end(to)));
    let digits = from.value.scale().max(to.value.scale());
    let others = [&from.value, &to.value, newest.value()];
    Decimal::on_line((&from.value, &to.value), part, whole, digits, &others)
}

/// How time is counted between periods: in months where all are of whole months, so that a leap year is as long as others and
/// the second of three years is two thirds of the way; else in days.
fn counted(periods: [&Date; 3]) -> fn(Day, Day) -> i64 {
    if periods.iter().all(|period| period.is_of_months()) { months_between } else { days_between }
}
