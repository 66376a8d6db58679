//! Measured values of an answer.

use super::answer::{Answer, Field};
use super::problem::Problem;
use super::subject::Subject;
use crate::date::{Date, FiscalYear, Precision};
use crate::decimal::Decimal;
use crate::import::date_in_cell;
use crate::parse::Indicator;
use crate::plan::Index as _;

/// A value that can be written: the indicator, the period, the number.
pub(super) struct Value {
    /// Its place among the values of the answer.
    pub(super) at: usize,
    pub(super) indicator: String,
    pub(super) period: String,
    pub(super) number: String,
}

pub(super) fn read(answer: &Answer, subject: &Subject<'_>, problems: &mut Vec<Problem>) -> Vec<Value> {
    let measured = &subject.plan.items.at(subject.item).document.measured;
    let mut values: Vec<Value> = Vec::new();
    for (at, written) in answer.values.iter().enumerate() {
        if written.value.trim().is_empty() {
            continue;
        }
        let (value, period) = (Field::Value(at), Field::Period(at));
        let Some(indicator) = measured.iter().find(|known| known.id.value == written.indicator.trim()) else {
            problems
                .push(Problem::new(value, "reply-no-indicator").with("written", written.indicator.trim()));
            continue;
        };
        let number = number(&written.value, indicator);
        if let Err(key) = number {
            let problem = Problem::new(value, key).with("written", written.value.trim());
            problems.push(problem.with("unit", indicator.unit.as_deref().unwrap_or("–")));
        }
        let of_period = period_of(&written.period, subject);
        if of_period.is_none() {
            let key = if written.period.trim().is_empty() { "reply-no-period" } else { "reply-bad-period" };
            problems.push(Problem::new(period, key).with("written", written.period.trim()));
        }
        let (Ok(number), Some(of_period)) = (number, of_period) else { continue };
        let id = &indicator.id.value;
        if values.iter().any(|other| other.indicator == *id && other.period == of_period) {
            problems.push(Problem::new(value, "reply-value-twice").with("period", of_period));
            continue;
        }
        values.push(Value { at, indicator: id.clone(), period: of_period, number });
    }
    values
}

fn period_of(written: &str, subject: &Subject<'_>) -> Option<String> {
    let fiscal =
        subject.plan.about.as_ref().map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let text = date_in_cell(written)?;
    Date::parse(&text, fiscal).ok().filter(|date| date.precision != Precision::Ongoing).map(|_| text)
}

/// A number as a record has it, or the key of what is wrong. A spreadsheet shows a percentage with its sign, which says the same
/// as the unit of an indicator in per cent, and something else than any other.
fn number(written: &str, indicator: &Indicator) -> Result<String, &'static str> {
    let mut text = written.trim().to_owned();
    if let Some(bare) = text.strip_suffix(['%', '％']) {
        let unit = indicator.unit.as_deref().unwrap_or("").to_lowercase();
        if !unit.starts_with('%') && !["percent", "per cent", "パーセント"].contains(&unit.as_str()) {
            return Err("reply-percent");
        }
        text = bare.trim().to_owned();
    }
    match Decimal::parse(&text) {
        Ok(_) => Ok(text),
        Err(problem) => {
            let meant = problem.instead.filter(|meant| problem.certain && Decimal::parse(meant).is_ok());
            meant.ok_or("reply-bad-number")
        }
    }
}
