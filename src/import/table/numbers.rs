//! Indicators with their numbers, and milestones, from the cells of a row.

use super::super::file_names::name_of;
use super::super::when;
use super::super::yaml;
use super::names::Name;
use super::values::names;
use crate::decimal::Decimal;

/// The cells of a row that an indicator is made of.
pub(super) struct Numbers<'a> {
    pub(super) title: &'a str,
    pub(super) unit: &'a str,
    pub(super) baseline: Vec<(&'a Name, &'a str)>,
    pub(super) targets: Vec<(&'a Name, &'a str)>,
    pub(super) values: Vec<(&'a Name, &'a str)>,
}

/// What became of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Indicators {
    /// The value of the key `indicators`, as YAML.
    pub(super) yaml: String,
    /// Measured values: the indicator, the period, the value.
    pub(super) values: Vec<(String, String, String)>,
    /// Cells whose numbers have no period or are none: the key, and the cell.
    pub(super) left: Vec<(&'static str, String)>,
}

impl Numbers<'_> {
    /// The indicators of the row: texts, or one mapping when there are numbers for it.
    pub(super) fn read(&self) -> Indicators {
        let titles = names(self.title);
        let mut found = Indicators::default();
        let mut read = |key: &'static str, cells: &[(&Name, &str)]| -> Vec<(String, String)> {
            let said = cells.iter().filter(|(_, cell)| !cell.is_empty());
            let mut numbers = Vec::new();
            for (name, cell) in said {
                match number(name, cell).filter(|_| titles.len() == 1) {
                    Some(number) if !numbers.iter().any(|(period, _)| *period == number.0) => {
                        numbers.push(number)
                    }
                    _ => found.left.push((key, (*cell).to_owned())),
                }
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
        if !numbers && self.unit.is_empty() {
            found.yaml = yaml::quoted(title);
            return found;
        }
        let words = name_of(title);
        let id = if words.is_empty() { "indicator".to_owned() } else { words };
        let mut text = format!("[{{id: '{id}', title: {}", yaml::quoted(title));
        if !self.unit.is_empty() {
            text += &format!(", unit: {}", yaml::quoted(self.unit));
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
}

/// A number and its period, which stands in the name of the column or beside the number: `10 (2025)`, `2025: 10`.
pub(super) fn number(name: &Name, cell: &str) -> Option<(String, String)> {
    let plain = |text: &str| -> Option<String> {
        let text = text.trim().trim_end_matches('%').trim();
        Decimal::parse(text).ok().map(|_| text.to_owned())
    };
    if let Some(year) = &name.year {
        return Some((year.clone(), plain(cell)?));
    }
    let (first, second) = match cell.split_once(':') {
        Some((period, value)) => (value, period),
        None => {
            let (value, rest) = cell.split_once('(')?;
            (value, rest.trim_end().strip_suffix(')')?)
        }
    };
    let period = when::cell(second).filter(|period| period != "ongoing")?;
    Some((period, plain(first)?))
}

/// The value of `milestones`: a line each, with the date that stands at its end.
pub(super) fn milestones(cell: &str) -> String {
    let mut ids: Vec<String> = Vec::new();
    let mut all = Vec::new();
    for written in names(cell) {
        let is_bullet = super::super::marker::is_bullet(&written);
        let title = written.trim_start_matches(|sign: char| is_bullet && !sign.is_alphanumeric());
        let (title, due) = with_date(title);
        let words = name_of(&title);
        let base = if words.is_empty() { format!("milestone-{}", all.len() + 1) } else { words };
        let id = if ids.contains(&base) { format!("{base}-{}", all.len() + 1) } else { base };
        let due = due.map_or_else(String::new, |due| format!(", due: '{due}'"));
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        all.push(format!("{{id: '{id}', title: {}{due}}}", yaml::quoted(&title)));
        ids.push(id);
    }
    if all.is_empty() { String::new() } else { format!("[{}]", all.join(", ")) }
}

/// `Tender published (June 2026)`, `Tender published: 2026-06`.
fn with_date(written: &str) -> (String, Option<String>) {
    let parts = written
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .or_else(|| written.rsplit_once(':'))
        .or_else(|| written.rsplit_once(" – "));
    let dated = parts.and_then(|(title, date)| {
        let date = when::cell(date.trim()).filter(|date| date != "ongoing")?;
        Some((title.trim().to_owned(), Some(date))).filter(|(title, _)| !title.is_empty())
    });
    dated.unwrap_or_else(|| (written.to_owned(), None))
}
