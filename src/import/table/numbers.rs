//! Indicators with their numbers, from the cells of a row.

use super::super::file_names::name_of;
use super::super::when;
use super::super::yaml;
use super::names::{Name, fold};
use super::values::names;
use crate::decimal::Decimal;

/// A cell of a row: its column, the name of that, and what it says.
pub(super) type Cell<'a> = (usize, &'a Name, &'a str);

/// The cells of a row that an indicator is made of.
pub(super) struct Numbers<'a> {
    pub(super) title: &'a str,
    pub(super) unit: &'a str,
    pub(super) baseline: Vec<Cell<'a>>,
    pub(super) targets: Vec<Cell<'a>>,
    pub(super) values: Vec<Cell<'a>>,
}

/// What became of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Indicators {
    /// The value of the key `indicators`, as YAML.
    pub(super) yaml: String,
    /// Measured values: the indicator, the period, the value.
    pub(super) values: Vec<(String, String, String)>,
    /// Cells that are not written as numbers.
    pub(super) left: Vec<LeftNumber>,
}

/// A cell that is not written as a number: its column, the key of that, what it says, and why.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LeftNumber {
    pub(super) column: usize,
    pub(super) key: &'static str,
    pub(super) cell: String,
    pub(super) why: String,
}

/// A number with its period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) period: String,
    pub(super) value: String,
    /// Whether a percent sign stands behind it.
    pub(super) percent: bool,
}

/// The unit that a percent sign means.
pub(super) const PERCENT: &str = "%";

impl Numbers<'_> {
    /// The indicators of the row: texts, or one mapping when there are numbers for it.
    pub(super) fn read(&self) -> Indicators {
        let titles = names(self.title);
        let mut found = Indicators::default();
        let unit = self.unit_of_all();
        let mut read = |key: &'static str, cells: &[Cell<'_>]| -> Vec<(String, String)> {
            let mut numbers: Vec<(String, String)> = Vec::new();
            for (column, name, cell) in cells.iter().filter(|(_, _, cell)| !cell.is_empty()) {
                let why = match number(name, cell) {
                    _ if titles.len() != 1 => no_single_indicator(titles.len()),
                    None => no_number(cell),
                    Some(number) => match why_other_unit(&number, name, cell, (unit, self.unit.is_empty())) {
                        Some(why) => why,
                        None if numbers.iter().any(|(period, _)| *period == number.period) => {
                            format!("another cell of the row has a number for {} too", number.period)
                        }
                        None => {
                            numbers.push((number.period, number.value));
                            continue;
                        }
                    },
                };
                found.left.push(LeftNumber { column: *column, key, cell: (*cell).to_owned(), why });
            }
            numbers
        };
        let (mut baseline, targets, values) =
            (read("baseline", &self.baseline), read("target", &self.targets), read("value", &self.values));
        baseline.truncate(1);
        let [title] = titles.as_slice() else {
            found.yaml = if titles.is_empty() { String::new() } else { yaml::list(&titles) };
            return found;
        };
        let numbers = !(baseline.is_empty() && targets.is_empty() && values.is_empty());
        if !numbers && unit.is_empty() {
            found.yaml = yaml::quoted(title);
            return found;
        }
        let words = name_of(title);
        let id = if words.is_empty() { "indicator".to_owned() } else { words };
        let mut text = format!("[{{id: '{id}', title: {}", yaml::quoted(title));
        if !unit.is_empty() {
            text += &format!(", unit: {}", yaml::quoted(unit));
        }
        if let Some((period, value)) = baseline.first() {
            text += &format!(", baseline: {{period: '{period}', value: {value}}}");
        }
        let one = |(period, value): &(String, String)| format!("{{period: '{period}', value: {value}}}");
        if !targets.is_empty() {
            text += &format!(", targets: [{}]", targets.iter().map(one).collect::<Vec<_>>().join(", "));
        }
        found.yaml = text + "}]";
        found.values = values.into_iter().map(|(period, value)| (format!("'{id}'"), period, value)).collect();
        found
    }

    /// The unit of the row; without one, percent signs are it.
    fn unit_of_all(&self) -> &str {
        let cells = || self.baseline.iter().chain(&self.targets).chain(&self.values);
        let is_percentage = |(_, name, cell): &Cell<'_>| {
            number(name, cell).is_some_and(|number| number.percent || counts_percent(name))
        };
        if self.unit.is_empty() && cells().any(is_percentage) { PERCENT } else { self.unit }
    }
}

/// Whether a unit is the percent sign, or a word for it.
fn is_percent(unit: &str) -> bool {
    const WORDS: &[&str] =
        &["percent", "per cent", "pct", "prozent", "pour cent", "pourcentage", "por ciento", "percentage"];
    matches!(unit.trim(), "%" | "％" | "パーセント") || WORDS.contains(&fold(unit).as_str())
}

/// Whether a column has percentages, as its name says: `Value 2024 (%)`.
pub(super) fn counts_percent(name: &Name) -> bool {
    name.beside.as_deref().is_some_and(is_percent)
}

/// Why a number is not one of the indicator: it is a percentage and the others are none, or the other way round. A unit that
/// the table itself names holds for numbers without a sign too; one that only the signs say does not.
pub(super) fn why_other_unit(
    number: &Number,
    name: &Name,
    cell: &str,
    (unit, by_signs): (&str, bool),
) -> Option<String> {
    let percentage = number.percent || counts_percent(name);
    match (percentage, is_percent(unit)) {
        (true, false) => Some(format!("`{cell}` is a percentage, and the unit of the indicator is `{unit}`")),
        (false, true) if by_signs => {
            Some(format!("other numbers of the indicator are percentages, and `{cell}` has no percent sign"))
        }
        _ => None,
    }
}

fn no_single_indicator(count: usize) -> String {
    match count {
        0 => "the row names no indicator for this number".to_owned(),
        count => format!(
            "the row names {count} indicators, and its numbers can be those of one only: give each indicator a row of its own"
        ),
    }
}

/// Why a cell is no number.
pub(super) fn no_number(cell: &str) -> String {
    format!(
        "`{cell}` is not a number with a period (write the year into the name of the column, or `10 (2025)`)"
    )
}

/// The number that a text is, and whether a percent sign stands behind it.
pub(super) fn plain(text: &str) -> Option<(String, bool)> {
    let text = text.trim();
    let bare = text.strip_suffix(['%', '％']).map(str::trim_end);
    let value = bare.unwrap_or(text);
    Decimal::parse(value).ok().map(|_| (value.to_owned(), bare.is_some()))
}

/// A number and its period, which stands in the name of the column or beside the number: `10 (2025)`, `2025: 10`.
pub(super) fn number(name: &Name, cell: &str) -> Option<Number> {
    let made =
        |period: String, text: &str| plain(text).map(|(value, percent)| Number { period, value, percent });
    if let Some(year) = &name.year {
        return made(year.clone(), cell);
    }
    let (first, second) = match cell.split_once(':') {
        Some((period, value)) => (value, period),
        None => {
            let (value, rest) = cell.split_once('(')?;
            (value, rest.trim_end().strip_suffix(')')?)
        }
    };
    let period = when::cell(second).filter(|period| period != "ongoing")?;
    made(period, first)
}
