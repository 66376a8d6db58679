//! The cells of columns that only a mapping can name: of an indicator, a milestone, or a group of tags.

use std::collections::BTreeSet;

use super::super::record::ImportedRecord;
use super::super::{when, yaml};
use super::cells::Cells;
use super::numbers::{Number, PERCENT, counts_percent, no_number, number, plain, why_other_unit};
use super::values::tags;
use crate::import::table_map::ColumnUse;

impl Cells<'_> {
    /// The tags of columns that are a group of tags each.
    pub(super) fn mapped_tags(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (_, _, is, value) in self.columns.special(&self.row.values) {
            if let ColumnUse::Tags(group) = is {
                found.extend(tags(value, Some(group)));
            }
        }
        found
    }

    /// The measured values and the milestones of columns that are one each.
    pub(super) fn special(
        &self,
        record: &mut ImportedRecord,
        values: &mut Vec<(String, String, String)>,
        remarks: &mut Vec<String>,
    ) {
        let percentages = self.percentages();
        for (at, name, is, cell) in self.columns.special(&self.row.values) {
            let place = self.row.place.cell(at);
            let title = self.columns.name(at).split_whitespace().collect::<Vec<_>>().join(" ");
            match is {
                ColumnUse::Indicator(id) => {
                    let unit = if percentages.contains(id.as_str()) { PERCENT } else { "" };
                    let read =
                        number(name, cell).or_else(|| self.of_the_day(cell)).ok_or_else(|| no_number(cell));
                    let read =
                        read.and_then(|number| match why_other_unit(&number, name, cell, (unit, true)) {
                            Some(why) => Err(why),
                            None => Ok(number),
                        });
                    match read {
                        Ok(number) => {
                            let title = if name.year.is_some() { name.words.clone() } else { title };
                            let unit =
                                if unit.is_empty() { String::new() } else { format!(", unit: '{unit}'") };
                            let entry = format!("{{id: '{id}', title: {}{unit}}}", yaml::quoted(&title));
                            define(record, "indicators", id, &entry);
                            values.push((format!("'{id}'"), number.period, number.value));
                        }
                        Err(why) => {
                            remarks.push(format!("{place}: {why}, so it becomes `x-{id}`"));
                            record.keys.insert(format!("x-{id}"), vec![cell.to_owned()]);
                        }
                    }
                }
                ColumnUse::Milestone(id) => match when::deadline(cell).filter(|date| date != "ongoing") {
                    Some(date) => {
                        let entry = format!("{{id: '{id}', title: {}, due: '{date}'}}", yaml::quoted(&title));
                        define(record, "milestones", id, &entry);
                    }
                    None => {
                        remarks.push(format!("{place}: `{cell}` is not an unambiguous date in the form 2025-12-31, so it becomes `x-{id}`"));
                        record.keys.insert(format!("x-{id}"), vec![cell.to_owned()]);
                    }
                },
                _ => {}
            }
        }
    }

    /// The indicators whose columns have percentages in this row.
    fn percentages(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for (_, name, is, cell) in self.columns.special(&self.row.values) {
            let number = || number(name, cell).or_else(|| self.of_the_day(cell));
            if let ColumnUse::Indicator(id) = is
                && number().is_some_and(|number| number.percent || counts_percent(name))
            {
                found.insert(id.as_str());
            }
        }
        found
    }

    /// A number whose period is the day of the row.
    fn of_the_day(&self, cell: &str) -> Option<Number> {
        let (value, percent) = plain(cell)?;
        let own = when::cell(self.columns.value(&self.row.values, "status-date"));
        let period = own.or_else(|| self.decisions.status_date.clone()).filter(|day| day != "ongoing")?;
        Some(Number { period, value, percent })
    }
}

/// Adds an entry to a list of a record, unless it has one with that id.
fn define(record: &mut ImportedRecord, key: &str, id: &str, entry: &str) {
    let list = record.structured.entry(key.to_owned()).or_default();
    if list.contains(&format!("{{id: '{id}',")) {
        return;
    }
    *list = match list.strip_suffix(']') {
        Some(before) => format!("{before}, {entry}]"),
        None if list.is_empty() => format!("[{entry}]"),
        None => format!("[{list}, {entry}]"),
    };
}
