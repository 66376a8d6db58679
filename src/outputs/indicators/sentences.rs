//! What the numbers of an indicator say, in words. What is arithmetic says so.

use std::cmp::Ordering;

use super::points::{Point, Points};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::facts::{Distance, TargetFacts, TargetTime, aim, on_straight_line};
use crate::page::ViewBuilder;
use crate::parse::{Indicator, PeriodValue};
use crate::vocabulary::Aim;

/// The sentences below the title of an indicator.
pub(super) fn sentences(builder: &ViewBuilder<'_>, points: &Points<'_>) -> Vec<String> {
    let words = Words { builder, indicator: points.indicator };
    let mut sentences = vec![match points.values.is_empty() {
        true => builder.word("indicator-no-value"),
        false => words.newest(points),
    }];
    if points.values.is_empty() {
        sentences.extend(points.indicator.baseline.as_ref().map(|baseline| words.baseline(baseline)));
    }
    sentences.extend(points.targets.iter().map(|target| words.target(target)));
    if let (Some(expected), Some(newest)) =
        (on_straight_line(points.indicator, &points.values), points.values.last())
    {
        sentences.push(words.with("indicator-straight-line", &expected, newest.period(), &[]));
    }
    if let Some(last) = points.values.iter().rev().find(|value| value.is_break()) {
        let period = builder.date(last.period()).text;
        sentences.push(builder.messages().with("indicator-break", &[("period", &period)]));
    }
    sentences
}

/// How far a value is from a target, in words; of a target whose period is over with the value and its period.
pub(in crate::outputs) fn distance(
    builder: &ViewBuilder<'_>,
    indicator: &Indicator,
    it: &TargetFacts<'_>,
) -> Option<String> {
    let words = Words { builder, indicator };
    match (it.time, &it.value) {
        (TargetTime::Passed, None) => Some(builder.word("indicator-no-value-then")),
        (_, None) => None,
        (_, Some(_)) if it.gap.is_none() => Some(builder.word("indicator-not-comparable")),
        (TargetTime::Passed, Some(value)) => {
            let gap = words.gap(it);
            Some(words.with("indicator-gap-then", value.value(), value.period(), &[("distance", &gap)]))
        }
        _ => Some(words.gap(it)),
    }
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

    /// A target, and how the value that belongs to it lies to it.
    fn target(&self, it: &TargetFacts<'_>) -> String {
        let time = match it.time {
            TargetTime::Ahead => "ahead",
            TargetTime::Passed => "passed",
            TargetTime::PlanEnded => "plan-ended",
            TargetTime::Closed => "closed",
        };
        let keep = if aim(self.indicator) == Some(Aim::Keep) { "keep-" } else { "" };
        let target = self.with(
            &format!("indicator-target-{keep}{time}"),
            &it.target.value,
            &it.target.period.value,
            &[],
        );
        let distance = match (it.time, &it.value, it.gap) {
            (TargetTime::Ahead | TargetTime::PlanEnded | TargetTime::Closed, None, _) => None,
            (_, Some(value), None) => {
                Some(self.with("indicator-target-other-way", value.value(), value.period(), &[]))
            }
            _ => distance(self.builder, self.indicator, it),
        };
        let own = distance.map(|distance| {
            self.builder
                .messages()
                .with("indicator-target-and", &[("target", &target), ("distance", &distance)])
        });
        own.unwrap_or_else(|| self.builder.messages().with("indicator-target-alone", &[("target", &target)]))
    }

    /// How the value lies to the target, in words that go with the time.
    fn gap(&self, it: &TargetFacts<'_>) -> String {
        let (Some(gap), Some(value)) = (it.gap, &it.value) else { return String::new() };
        let key = match (gap, it.time) {
            (Distance::Reached, _) => "indicator-reached",
            (Distance::Held, _) => "indicator-held",
            (Distance::Beyond, _) => "indicator-beyond",
            (Distance::Short, TargetTime::Ahead) => "indicator-to-go",
            (Distance::Short, TargetTime::Passed) => "indicator-missed",
            (Distance::Short, _) => "indicator-short",
            (Distance::Above, _) => "indicator-above",
            (Distance::Below, _) => "indicator-below",
            (Distance::Apart, _) => "indicator-apart",
        };
        let apart = apart(self.builder, self.indicator, &value.value().distance(&it.target.value));
        self.builder.messages().with(key, &[("distance", &apart)])
    }
}
