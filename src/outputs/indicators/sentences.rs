//! What the numbers of an indicator say, in words. What is arithmetic says so.

use std::cmp::Ordering;

use super::points::{Point, Points};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::facts::{aim, on_straight_line, reaches, target_for};
use crate::page::ViewBuilder;
use crate::parse::{Indicator, PeriodValue};
use crate::vocabulary::Aim;

/// The sentences below the title of an indicator.
pub(super) fn sentences(builder: &ViewBuilder<'_>, points: &Points<'_>) -> Vec<String> {
    let words = Words { builder, indicator: points.indicator };
    let mut sentences = Vec::new();
    let Some(newest) = points.values.last() else {
        sentences.push(builder.word("indicator-no-value"));
        sentences.extend(points.indicator.baseline.as_ref().map(|baseline| words.baseline(baseline)));
        sentences.extend(points.indicator.targets.last().map(|target| words.target(target)));
        return sentences;
    };
    sentences.push(words.newest(points));
    let (period, value) = (newest.period(), newest.value());
    if let Some(target) = target_for(points.indicator, period) {
        sentences.push(words.compared(value, period, target));
    }
    if let Some(expected) = on_straight_line(points.indicator, period) {
        sentences.push(words.with("indicator-straight-line", &expected, period, &[]));
    }
    if let Some(last) = points.values.iter().rev().find(|value| value.is_break()) {
        let period = builder.date(last.period()).text;
        sentences.push(builder.messages().with("indicator-break", &[("period", &period)]));
    }
    sentences
}

/// How far a value is from a target, in words.
pub(in crate::outputs) fn distance(
    builder: &ViewBuilder<'_>,
    indicator: &Indicator,
    value: &Decimal,
    target: &Decimal,
) -> String {
    let apart = apart(builder, indicator, &value.distance(target));
    let key = match (reaches(indicator, value, target), value.compare(target)) {
        (_, Ordering::Equal) => return builder.word("indicator-reached"),
        (Some(true), _) => "indicator-beyond",
        (Some(false), _) => "indicator-to-go",
        (None, _) => "indicator-apart",
    };
    builder.messages().with(key, &[("distance", &apart)])
}

/// A difference, without its unit: the numbers beside it have it, and a word for one thing differs from that for many. Between
/// percentages it has a unit of its own.
fn apart(builder: &ViewBuilder<'_>, indicator: &Indicator, difference: &Decimal) -> String {
    let number = builder.bare_amount(difference);
    if indicator.unit.as_deref() != Some("%") {
        return number;
    }
    let key = if number == "1" { "indicator-points-one" } else { "indicator-points" };
    builder.messages().with(key, &[("n", &number)])
}

struct Words<'a, 'c> {
    builder: &'a ViewBuilder<'c>,
    indicator: &'a Indicator,
}

impl Words<'_, '_> {
    fn with(&self, key: &str, number: &Decimal, period: &Date, more: &[(&str, &str)]) -> String {
        let value = self.builder.amount(number, self.indicator.unit.as_deref());
        let period = self.builder.date(period).text;
        let own = [("value", value.as_str()), ("period", period.as_str())];
        let all: Vec<(&str, &str)> = own.into_iter().chain(more.iter().copied()).collect();
        self.builder.messages().with(key, &all)
    }

    fn baseline(&self, baseline: &PeriodValue) -> String {
        self.with("indicator-baseline-was", &baseline.value, &baseline.period.value, &[])
    }

    fn target(&self, target: &PeriodValue) -> String {
        self.with("indicator-target-is", &target.value, &target.period.value, &[])
    }

    /// The newest value, and how it compares to the first that was measured in the same way.
    fn newest(&self, points: &Points<'_>) -> String {
        let measured = points.measured();
        let since = measured.iter().rposition(Point::is_break).unwrap_or(0);
        let (first, last) = (measured.get(since), measured.last());
        let Some((first, last)) = first.zip(last) else { return String::new() };
        if first.day() == last.day() {
            return self.with("indicator-now", last.number(), last.period(), &[]);
        }
        let key = match last.number().compare(first.number()) {
            Ordering::Greater => "indicator-up",
            Ordering::Less => "indicator-down",
            Ordering::Equal => "indicator-same",
        };
        let from = self.builder.amount(first.number(), self.indicator.unit.as_deref());
        let start = self.builder.date(first.period()).text;
        self.with(key, last.number(), last.period(), &[("from", &from), ("start", &start)])
    }

    /// The newest value beside the target that it is measured against.
    fn compared(&self, value: &Decimal, period: &Date, target: &PeriodValue) -> String {
        let distance = distance(self.builder, self.indicator, value, &target.value);
        let passed = target.period.value.latest < period.latest;
        let key = match (passed, aim(self.indicator)) {
            (true, _) => "indicator-target-passed",
            (false, Some(Aim::Keep)) => "indicator-target-keep",
            (false, _) => "indicator-target",
        };
        self.with(key, &target.value, &target.period.value, &[("distance", &distance)])
    }
}
