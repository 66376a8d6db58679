//! The numbers of an indicator in order of time: where it began, what was measured, what is to be reached.

use crate::date::{Date, Day};
use crate::decimal::Decimal;
use crate::facts::{IndicatorIx, Measurement, TargetFacts, aim, is_comparable, measurements};
use crate::page::ViewBuilder;
use crate::parse::{Indicator, PeriodValue};
use crate::vocabulary::Aim;

/// What a number is.
#[derive(Clone, Copy)]
pub(super) enum Point<'p> {
    Baseline(&'p PeriodValue),
    Value(Measurement<'p>),
    Target(&'p PeriodValue),
}

impl<'p> Point<'p> {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Baseline(_) => "baseline",
            Self::Value(_) => "value",
            Self::Target(_) => "target",
        }
    }

    /// The key of its word.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Baseline(_) => "indicator-baseline",
            Self::Value(_) => "indicator-value",
            Self::Target(_) => "indicator-target-word",
        }
    }

    pub(super) fn period(&self) -> &'p Date {
        match self {
            Self::Baseline(value) | Self::Target(value) => &value.period.value,
            Self::Value(value) => value.period(),
        }
    }

    pub(super) fn number(&self) -> &'p Decimal {
        match self {
            Self::Baseline(value) | Self::Target(value) => &value.value,
            Self::Value(value) => value.value(),
        }
    }

    /// Where it stands in time: on the last day of its period.
    pub(super) fn day(&self) -> Day {
        self.period().latest
    }

    pub(super) fn is_break(&self) -> bool {
        matches!(self, Self::Value(value) if value.is_break())
    }
}

/// The numbers of one indicator that are known on a day.
pub(super) struct Points<'p> {
    pub(super) indicator: &'p Indicator,
    pub(super) values: Vec<Measurement<'p>>,
    /// The targets that words are about.
    pub(super) targets: Vec<TargetFacts<'p>>,
}

impl<'p> Points<'p> {
    pub(super) fn of(builder: &ViewBuilder<'p>, ix: IndicatorIx) -> Option<Self> {
        let (plan, facts) = (builder.plan(), &builder.context.facts);
        let indicator = facts.indicator(plan, ix)?;
        let values = measurements(plan, ix, facts.as_of);
        let targets = TargetFacts::shown(facts.day_of(ix.item), indicator, &values);
        Some(Self { indicator, values, targets })
    }

    /// The straight lines from the baseline over each target, as far as numbers can be compared with them; none where the number
    /// should stay as it is.
    pub(super) fn path(&self) -> Vec<(Point<'p>, Point<'p>)> {
        let Some(baseline) = &self.indicator.baseline else { return Vec::new() };
        if aim(self.indicator) == Some(Aim::Keep) {
            return Vec::new();
        }
        let targets = self.indicator.targets.iter().map(Point::Target);
        let stops: Vec<Point<'p>> = std::iter::once(Point::Baseline(baseline)).chain(targets).collect();
        let pairs = stops.windows(2).map(|pair| (pair[0], pair[1]));
        let drawn = |(from, to): &(Point<'p>, Point<'p>)| {
            from.day() < to.day() && is_comparable(self.indicator, &self.values, to.period())
        };
        pairs.filter(drawn).collect()
    }

    /// What was measured, with the baseline unless a value says the same or stands before it.
    pub(super) fn measured(&self) -> Vec<Point<'p>> {
        let baseline = self.indicator.baseline.as_ref();
        let begins = |value: &&PeriodValue| {
            let first = self.values.first().map(|first| first.period());
            first.is_none_or(|first| value.period.value.latest < first.latest)
        };
        let baseline = baseline.filter(begins).map(Point::Baseline);
        baseline.into_iter().chain(self.values.iter().copied().map(Point::Value)).collect()
    }

    /// Everything, in order of time; of one day first the baseline, then what was measured, then the target.
    pub(super) fn all(&self) -> Vec<Point<'p>> {
        let baseline = self.indicator.baseline.iter().map(Point::Baseline);
        let values = self.values.iter().copied().map(Point::Value);
        let targets = self.indicator.targets.iter().map(Point::Target);
        let mut all: Vec<Point<'p>> = baseline.chain(values).chain(targets).collect();
        all.sort_by_key(Point::day);
        all
    }
}
