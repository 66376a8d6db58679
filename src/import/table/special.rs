//! The cells of columns that only a mapping can name: of an indicator, a milestone, or a group of tags.

use super::super::record::ImportedRecord;
use super::super::{when, yaml};
use super::cells::Cells;
use super::numbers::number;
use super::values::separated;
use crate::decimal::Decimal;
use crate::import::table_map::ColumnUse;

impl Cells<'_> {
    /// The tags of columns that are a group of tags each.
    pub(super) fn mapped_tags(&self) -> Vec<String> {
        let mut tags = Vec::new();
        for (_, _, is, value) in self.columns.special(&self.row.values) {
            if let ColumnUse::Tags(group) = is {
                tags.extend(separated(value).into_iter().map(|tag| format!("{group}/{tag}")));
            }
        }
        tags
    }

    /// The measured values and the milestones of columns that are one each.
    pub(super) fn special(
        &self,
        record: &mut ImportedRecord,
        values: &mut Vec<(String, String, String)>,
        remarks: &mut Vec<String>,
    ) {
        for (at, name, is, cell) in self.columns.special(&self.row.values) {
            let place = self.row.place.cell(at);
            let title = self.columns.name(at).split_whitespace().collect::<Vec<_>>().join(" ");
            match is {
                ColumnUse::Indicator(id) => match number(name, cell).or_else(|| self.of_the_day(cell)) {
                    Some((period, value)) => {
                        let title = if name.year.is_some() { name.words.clone() } else { title };
                        define(
                            record,
                            "indicators",
                            id,
                            &format!("{{id: '{id}', title: {}}}", yaml::quoted(&title)),
                        );
                        values.push((format!("'{id}'"), period, value));
                    }
                    None => {
                        remarks.push(format!("{place}: `{cell}` is not a number with a period (write the year into the name of the column, or `10 (2025)`), so it becomes `x-{id}`"));
                        record.keys.insert(format!("x-{id}"), vec![cell.to_owned()]);
                    }
                },
                ColumnUse::Milestone(id) => match when::cell(cell).filter(|date| date != "ongoing") {
                    Some(date) => {
                        let entry = format!("{{id: '{id}', title: {}, due: '{date}'}}", yaml::quoted(&title));
                        define(record, "milestones", id, &entry);
                    }
                    None => {
                        remarks.push(format!("{place}: `{cell}` is not an unambiguous date (write 2025-12-31), so it becomes `x-{id}`"));
                        record.keys.insert(format!("x-{id}"), vec![cell.to_owned()]);
                    }
                },
                _ => {}
            }
        }
    }

    /// A number whose period is the day of the row.
    fn of_the_day(&self, cell: &str) -> Option<(String, String)> {
        let value = cell.trim().trim_end_matches('%').trim();
        Decimal::parse(value).ok()?;
        let own = when::cell(self.columns.value(&self.row.values, "status-date"));
        let day = own.or_else(|| self.decisions.status_date.clone()).filter(|day| day != "ongoing")?;
        Some((day, value.to_owned()))
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
