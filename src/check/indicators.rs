//! What the numbers of an indicator cannot be: without a unit, twice for a period, before their beginning, ahead of their time.

use std::cmp::Ordering;

use super::LintContext;
use crate::date::Date;
use crate::diag::{Code, Diagnostic, Span, code};
use crate::facts::{IndicatorIx, Measurement, all_measurements, counts_on, value_for};
use crate::parse::{Indicator, PeriodValue};
use crate::plan::Index as _;
use crate::vocabulary::Aim;

/// Each indicator with numbers, with the targets that hold.
fn each<'a>(context: &LintContext<'a>) -> impl Iterator<Item = (IndicatorIx, &'a Indicator)> {
    let plan = context.plan;
    plan.measured().filter_map(move |ix| Some((ix, context.facts.indicator(plan, ix)?)))
}

fn same(a: &Date, b: &Date) -> bool {
    (a.earliest, a.latest) == (b.earliest, b.latest)
}

/// Where the period of a value stands.
fn place(value: &Measurement<'_>) -> Span {
    match value {
        Measurement::Update(_, value) => value.period.span,
        Measurement::Row(_, row) => row.span,
    }
}

/// One report of an indicator, however often it is so: a file may have it in each of its rows.
fn first_of(code: Code, mut all: impl Iterator<Item = (Span, String)>) -> Option<Diagnostic> {
    let (span, message) = all.next()?;
    let message = match all.count() {
        0 => message,
        1 => format!("{message}; so is 1 more value of this indicator"),
        more => format!("{message}; so are {more} more values of this indicator"),
    };
    Some(Diagnostic::new(code, span, message))
}

/// What is asked of the values of each indicator. They are gathered once for all questions: there can be 10,000.
pub(super) fn values(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, indicator) in each(context) {
        let values = all_measurements(context.plan, ix);
        unit(indicator, &values, found);
        // An update can replace one of two that are for one period, or make two of them.
        let first = context.plan.indicator(ix).and_then(targets_twice);
        found.extend(first.or_else(|| targets_twice(indicator)));
        period_twice(context, ix, indicator, &values, found);
        ahead(context, &values, found);
        target_without_value(context, indicator, &values, found);
    }
}

fn unit(indicator: &Indicator, values: &[Measurement<'_>], found: &mut Vec<Diagnostic>) {
    let has_numbers = indicator.baseline.is_some() || !indicator.targets.is_empty() || !values.is_empty();
    if indicator.unit.is_some() || !has_numbers {
        return;
    }
    let message = format!("the indicator `{}` has numbers, but no `unit`", indicator.id.value);
    found.push(Diagnostic::new(code::VALUE_WITHOUT_UNIT, indicator.id.span, message).help(
        "add a line such as `unit: wells`, `unit: \"%\"` or `unit: km²`; a number without one can be read in several ways",
    ));
}

fn period_twice(
    context: &LintContext<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    values: &[Measurement<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let counts = |value: &&Measurement<'_>| counts_on(context.plan, value, context.today);
    let mut values: Vec<&Measurement<'_>> = values.iter().filter(counts).collect();
    values.sort_by_key(|value| (value.period().latest, value.period().earliest));
    let mut pairs = values.windows(2).filter_map(|pair| match pair {
        [first, second] if same(first.period(), second.period()) => Some((first, second)),
        _ => None,
    });
    let Some((first, second)) = pairs.next() else { return };
    let id = context.plan.items.at(ix.item).document.called();
    let more = match pairs.count() {
        0 => String::new(),
        1 => "; so has 1 more period".to_owned(),
        more => format!("; so have {more} more periods"),
    };
    let period = &second.period().text;
    let message =
        format!("the indicator `{}` of item {id} has two values for {period}{more}", indicator.id.value);
    found.push(Diagnostic::new(code::PERIOD_TWICE, place(second), message).label(place(first), "the other one").help(
        "remove one of the two; where a number was corrected later, write an update with `kind: correction`, `corrects` and the new value",
    ));
}

fn targets_twice(indicator: &Indicator) -> Option<Diagnostic> {
    let mut pairs = indicator.targets.windows(2);
    let pair = pairs.find(|pair| same(&pair[0].period.value, &pair[1].period.value))?;
    let (first, second) = (&pair[0].period, &pair[1].period);
    let message = format!("the indicator `{}` has two targets for {}", indicator.id.value, second.value.text);
    let problem = Diagnostic::new(code::PERIOD_TWICE, second.span, message);
    Some(problem.label(first.span, "the other one").help("remove one of the two"))
}

pub(super) fn target_before_baseline(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (_, indicator) in each(context) {
        let Some(baseline) = &indicator.baseline else { continue };
        let start = baseline.period.value.latest;
        let early = |target: &&PeriodValue| target.period.value.latest <= start;
        for target in indicator.targets.iter().filter(early) {
            let message = format!(
                "the target for {} is not after the baseline, which is of {}",
                target.period.value.text, baseline.period.value.text
            );
            found.push(
                Diagnostic::new(code::TARGET_BEFORE_BASELINE, target.period.span, message)
                    .label(baseline.period.span, "the baseline")
                    .help("correct one of the two periods"),
            );
        }
    }
}

/// A target that lies on the wrong side of what comes before it: of the baseline, or of the target before. One report of an
/// indicator, because it is the aim that is wrong where all are.
pub(super) fn target_against_aim(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (_, indicator) in each(context) {
        let Some(aim) = indicator.aim else { continue };
        let contradicts = |order: Ordering| match aim {
            Aim::Up => order == Ordering::Less,
            Aim::Down => order == Ordering::Greater,
            Aim::Keep => order != Ordering::Equal,
        };
        let stops: Vec<&PeriodValue> = indicator.baseline.iter().chain(&indicator.targets).collect();
        let wrong = stops.windows(2).find(|pair| contradicts(pair[1].value.compare(&pair[0].value)));
        let Some([before, target]) = wrong else { continue };
        let relation = match target.value.compare(&before.value) {
            Ordering::Less => "less than",
            _ => "more than",
        };
        let message = format!(
            "the aim of `{}` is `{}`, but the target {} for {} is {relation} {} for {}",
            indicator.id.value,
            aim.word(),
            target.value.text,
            target.period.value.text,
            before.value.text,
            before.period.value.text
        );
        found.push(
            Diagnostic::new(code::TARGET_AGAINST_AIM, target.period.span, message)
                .label(before.period.span, "the number before it")
                .help("correct the aim or the number: `up` means that more is better, `down` that less is better, `keep` that it stays as it is"),
        );
    }
}

fn ahead(context: &LintContext<'_>, values: &[Measurement<'_>], found: &mut Vec<Diagnostic>) {
    let today = context.today;
    let early = values.iter().filter_map(|value| match value {
        Measurement::Update(_, measured) if measured.period.value.earliest > today => {
            let period = &measured.period.value.text;
            Some((place(value), format!("the value is for {period}, which has not begun")))
        }
        Measurement::Update(ix, measured) => {
            let said = &context.plan.updates.at(*ix).document.date.value;
            let period = &measured.period.value;
            (period.earliest > said.latest).then(|| {
                let words = format!(
                    "the value is for {}, which had not begun when the update was written ({})",
                    period.text, said.text
                );
                (place(value), words)
            })
        }
        Measurement::Row(_, row) if row.period.latest > today => {
            let period = &row.period.text;
            Some((place(value), format!("the value is for {period}, which has not ended")))
        }
        _ => None,
    });
    found.extend(first_of(code::VALUE_AHEAD, early).map(|problem| {
        problem.help(
            "correct the period; what is expected is a target, and a number for a part of a year has the period of that part: `2026-06`",
        )
    }));
}

fn target_without_value(
    context: &LintContext<'_>,
    indicator: &Indicator,
    values: &[Measurement<'_>],
    found: &mut Vec<Diagnostic>,
) {
    let passed = |target: &&PeriodValue| target.period.value.latest < context.today;
    for target in indicator.targets.iter().filter(passed) {
        let period = &target.period.value;
        if value_for(values, period).is_some() {
            continue;
        }
        let message = format!(
            "the target of `{}` for {} has passed, and no value says what was reached",
            indicator.id.value, period.text
        );
        found.push(Diagnostic::new(code::TARGET_WITHOUT_VALUE, target.period.span, message).help(format!(
            "add an update with `values: [{{indicator: {}, period: {}, value: …}}]`",
            indicator.id.value, period.text
        )));
    }
}
