//! Measured values of an answer.

use super::answer::{Answer, Field, WrittenValue};
use super::problem::Problem;
use super::subject::Subject;
use crate::date::{Date, FiscalYear, Precision};
use crate::decimal::{self, Decimal};
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
        let number = number(written, indicator);
        if let Err(key) = number {
            let problem = Problem::new(value, key).with("written", written.value.trim());
            let problem = problem.with("unit", indicator.unit.as_deref().unwrap_or("–"));
            let [before, after] = [decimal::MOST.0, decimal::MOST.1].map(|most| most.to_string());
            problems.push(problem.with("before", before).with("after", after));
        }
        let of_period = period_of(&written.period, subject);
        if of_period.is_none() {
            let key = if written.period.trim().is_empty() { "reply-no-period" } else { "reply-bad-period" };
            problems.push(Problem::new(period, key).with("written", written.period.trim()));
        }
        if of_period.as_ref().is_some_and(|(_, date)| date.earliest > subject.today) {
            let problem = Problem::new(period, "reply-period-future").with("written", written.period.trim());
            problems.push(problem);
        }
        let (Ok(number), Some((of_period, _))) = (number, of_period) else { continue };
        let id = &indicator.id.value;
        if values.iter().any(|other| other.indicator == *id && other.period == of_period) {
            problems.push(Problem::new(value, "reply-value-twice").with("period", of_period));
            continue;
        }
        values.push(Value { at, indicator: id.clone(), period: of_period, number });
    }
    values
}

fn period_of(written: &str, subject: &Subject<'_>) -> Option<(String, Date)> {
    let fiscal =
        subject.plan.about.as_ref().map_or_else(FiscalYear::default, |about| about.document.fiscal_year);
    let text = date_in_cell(written)?;
    let date = Date::parse(&text, fiscal).ok().filter(|date| date.precision != Precision::Ongoing)?;
    Some((text, date))
}

/// A number as a record has it, or the key of what is wrong. The unit of the indicator may stand beside it, and a spreadsheet shows
/// a percentage with its sign, which says the same as a unit in per cent, and something else than any other. Any other sign may
/// mean something that nobody knows here.
fn number(written: &WrittenValue, indicator: &Indicator) -> Result<String, &'static str> {
    let unit = indicator.unit.as_deref().unwrap_or("").trim().to_lowercase();
    let mut text = without_unit(written.value.trim(), &unit);
    if let Some(bare) = text.strip_suffix(['%', '％']) {
        if !unit.starts_with('%') && !["percent", "per cent", "パーセント"].contains(&unit.as_str()) {
            return Err("reply-percent");
        }
        text = bare.trim();
    }
    match Decimal::parse(text) {
        // Half of the world parts thousands with a full stop.
        Ok(number) if number.can_be_thousands() && !written.is_number => Err("reply-bad-number"),
        Ok(_) => Ok(text.to_owned()),
        Err(problem) if problem.is_too_long => Err("reply-long-number"),
        Err(problem) => {
            let meant =
                problem.instead.filter(|_| problem.certain).and_then(|meant| Decimal::parse(&meant).ok());
            meant.filter(|meant| !meant.can_be_thousands()).map(|meant| meant.text).ok_or("reply-bad-number")
        }
    }
}

/// A text without the unit, in small letters, that stands behind its digits or before them.
fn without_unit<'t>(text: &'t str, unit: &str) -> &'t str {
    // A unit that looks like a part of the number cannot be told from it.
    if !unit.starts_with(|sign: char| !sign.is_numeric() && !sign.is_whitespace() && !".,-'".contains(sign)) {
        return text;
    }
    let is_unit = |part: &str| part.to_lowercase() == unit;
    let is_digit = |sign: char| sign.is_numeric();
    let cut = text.len().saturating_sub(unit.len());
    let behind = text.get(..cut).zip(text.get(cut..)).filter(|(_, part)| is_unit(part));
    if let Some(number) = behind.map(|(number, _)| number.trim()).filter(|number| number.ends_with(is_digit))
    {
        return number;
    }
    let before = text.get(..unit.len()).zip(text.get(unit.len()..)).filter(|(part, _)| is_unit(part));
    let number = before.map(|(_, number)| number.trim());
    number.filter(|number| number.starts_with(|sign| is_digit(sign) || sign == '-')).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::without_unit;

    #[test]
    fn the_own_unit_is_no_part_of_a_number_and_any_other_sign_stays() {
        for (text, unit, number) in [
            ("12 trees", "trees", "12"),
            ("12 Trees", "trees", "12"),
            ("12 m2", "m2", "12"),
            ("€ 12.50", "€", "12.50"),
            ("12.50€", "€", "12.50"),
            ("EUR -5", "eur", "-5"),
            ("12%", "%", "12"),
            ("12 € *", "€", "12 € *"),
            ("12 trees?", "trees", "12 trees?"),
            ("trees", "trees", "trees"),
            ("about trees", "trees", "about trees"),
            ("12", "", "12"),
            ("512", "12", "512"),
            ("1.5", ".5", "1.5"),
            ("12 ÉÉ", "trees", "12 ÉÉ"),
        ] {
            assert_eq!(without_unit(text, unit), number, "{text} {unit}");
        }
    }
}
