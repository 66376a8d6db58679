//! The cells of a row as the words and keys of a record.

use std::collections::BTreeMap;

use super::super::decisions::Decisions;
use super::super::record::{ImportedRecord, implied};
use super::super::titles;
use super::columns::Columns;
use super::milestones::milestones;
use super::numbers::Numbers;
use super::progress::{Problem, Report};
use super::row::Row;
use super::values::{contact, names, put, see, shown, tags};
use crate::date::{Date, Precision};

/// A row with its columns.
pub(super) struct Cells<'a> {
    pub(super) decisions: &'a Decisions,
    pub(super) columns: &'a Columns,
    pub(super) row: &'a Row,
}

/// A longer title is a text.
const LONGEST_TITLE: usize = 300;
/// A longer value of a key stands below the record.
const LONGEST_VALUE: usize = 900;

impl Cells<'_> {
    /// An area with a row of its own. What only items have stays under keys of its own.
    pub(super) fn area(&self, id: &str, remarks: &mut Vec<String>) -> ImportedRecord {
        let (title, text) = (self.value("title"), self.value("text"));
        let mut record = Self::area_of(id, if title.is_empty() { text } else { title });
        if !title.is_empty() && !text.is_empty() {
            record.body.extend(shown(text));
        }
        record.keys = self.columns.rest(&self.row.values);
        record.lead = names(self.value("lead"));
        for key in ITEM_KEYS.iter().filter(|key| !self.value(key).is_empty()) {
            let (value, place) = (self.value(key), self.place(key));
            remarks.push(format!("{place}: an area has no `{key}`, so it becomes `x-{key}`"));
            record.keys.insert(format!("x-{key}"), vec![value.to_owned()]);
        }
        self.move_long(&mut record);
        record
    }

    /// An area with a title.
    pub(super) fn area_of(id: &str, title: &str) -> ImportedRecord {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let (short, cut) =
            if title.chars().count() > LONGEST_TITLE { titles::of(&title) } else { (title.clone(), false) };
        let body = if cut { vec![title] } else { Vec::new() };
        ImportedRecord { title: short, title_is_cut: cut, body, ..implied(id) }
    }

    /// An item. Where its milestones have rows of their own, what the row says is said of the milestone.
    pub(super) fn item(&self, milestone_rows: bool, remarks: &mut Vec<String>) -> ImportedRecord {
        let mut record = self.words(self.value("title"), self.value("text"));
        record.lead = self.lead();
        record.supporting = names(self.value("supporting"));
        record.tags = tags(self.value("tags"), None);
        record.tags.extend(self.mapped_tags());
        if !milestone_rows || self.value("milestones").is_empty() {
            self.keys(&mut record, remarks);
        }
        self.move_long(&mut record);
        record
    }

    /// A milestone with a row of its own.
    pub(super) fn part(&self, remarks: &mut Vec<String>) -> ImportedRecord {
        let mut record = self.words("", self.value("milestones"));
        record.lead = self.lead();
        record.supporting = names(self.value("supporting"));
        self.keys(&mut record, remarks);
        record.structured.remove("milestones");
        self.move_long(&mut record);
        record
    }

    fn value(&self, key: &str) -> &str {
        self.columns.value(&self.row.values, key)
    }

    fn place(&self, key: &str) -> String {
        self.row.place.cell(self.columns.at(key).unwrap_or(0))
    }

    fn lead(&self) -> Vec<String> {
        let lead = names(self.value("lead"));
        if lead.is_empty() { self.decisions.lead.clone() } else { lead }
    }

    /// The title and the text.
    fn words(&self, title: &str, text: &str) -> ImportedRecord {
        let plain = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_long = plain.chars().count() > LONGEST_TITLE;
        let (short, cut) = match (plain.as_str(), text) {
            ("", "") => ("FILL IN".to_owned(), true),
            ("", text) => titles::of(text),
            (title, _) if is_long => titles::of(title),
            (title, _) => (title.to_owned(), false),
        };
        let text = if text.is_empty() && is_long { title } else { text };
        let body = if is_long && text != title { shown(title) } else { Vec::new() };
        ImportedRecord {
            title: short,
            title_is_cut: cut,
            text: Some(text.to_owned()).filter(|text| !text.is_empty()),
            body,
            line: Some(self.row.place.number()),
            ..ImportedRecord::default()
        }
    }

    /// All other keys.
    fn keys(&self, record: &mut ImportedRecord, remarks: &mut Vec<String>) {
        let mut keys = self.columns.rest(&self.row.values);
        for key in ["code", "kind", "start", "due", "cadence", "summary", "aliases"] {
            put(&mut keys, key, self.value(key), &self.place(key), remarks);
        }
        self.keep_order(&mut keys, remarks);
        let partners = names(self.value("partners"));
        if !partners.is_empty() {
            keys.insert("partners".to_owned(), partners);
        }
        self.money(&mut keys);
        record.keys = keys;
        self.addresses(record, remarks);
        let (milestones, undated) = milestones(self.value("milestones"));
        let place = self.place("milestones");
        remarks.extend(undated.into_iter().map(|title| {
            format!("{place}: planbook finds no date in the milestone `{title}`: write it at its end, as in `Tender (2026-06)`")
        }));
        if !milestones.is_empty() {
            record.structured.insert("milestones".to_owned(), milestones);
        }
        self.progress(record, remarks);
    }

    /// An item that starts after it is due is a mistake of the table, with which no book builds.
    fn keep_order(&self, keys: &mut BTreeMap<String, Vec<String>>, remarks: &mut Vec<String>) {
        let date = |key: &str| {
            let said = keys.get(key).and_then(|values| values.first())?;
            Date::parse(said, 1).ok().filter(|date| date.precision != Precision::Ongoing)
        };
        let (Some(start), Some(due)) = (date("start"), date("due")) else { return };
        if start.earliest <= due.latest {
            return;
        }
        remarks.push(format!(
            "{}: the item starts on `{}`, after it is due on `{}`, so the start becomes `x-start`: correct one of them",
            self.place("start"),
            start.text,
            due.text
        ));
        let said = vec![self.value("start").to_owned()];
        keys.remove("start");
        keys.insert("x-start".to_owned(), said);
    }

    /// The budget keeps its column's key; what it is, all rows together decide.
    fn money(&self, keys: &mut BTreeMap<String, Vec<String>>) {
        let value = self.value("budget");
        if !value.is_empty() {
            keys.insert("x-budget".to_owned(), vec![value.to_owned()]);
        }
    }

    fn addresses(&self, record: &mut ImportedRecord, remarks: &mut Vec<String>) {
        for key in ["see", "contact"] {
            let value = self.value(key);
            let read = if key == "see" { see(value) } else { contact(value).unwrap_or_default() };
            match () {
                () if value.is_empty() => {}
                () if read.is_empty() => {
                    let what =
                        if key == "see" { "a web address" } else { "an address (mail, telephone or web)" };
                    remarks.push(format!(
                        "{}: `{value}` is not {what}, so it becomes `x-{key}`",
                        self.place(key)
                    ));
                    record.keys.insert(format!("x-{key}"), vec![value.to_owned()]);
                }
                () if key == "see" => {
                    record.structured.insert(key.to_owned(), read);
                }
                () => {
                    record.keys.insert(key.to_owned(), vec![read]);
                }
            }
        }
    }

    /// Indicators, and what was reported of the item.
    fn progress(&self, record: &mut ImportedRecord, remarks: &mut Vec<String>) {
        let all = |key| self.columns.all(&self.row.values, key).collect();
        let (title, unit) = (self.value("indicators"), self.value("unit"));
        let numbers =
            Numbers { title, unit, baseline: all("baseline"), targets: all("target"), values: all("value") }
                .read();
        if !numbers.yaml.is_empty() {
            record.structured.insert("indicators".to_owned(), numbers.yaml);
        }
        for left in numbers.left {
            let place = self.row.place.cell(left.column);
            remarks.push(format!("{place}: {}, so it becomes `x-{}`", left.why, left.key));
            keep(record, left.key, &left.cell);
        }
        let mut values = numbers.values;
        self.special(record, &mut values, remarks);
        record.day = super::super::when::cell(self.value("status-date")).filter(|day| day != "ongoing");
        let report = Report {
            status: self.value("status"),
            outlook: self.value("outlook"),
            date: self.value("status-date"),
            note: self.value("note"),
            challenges: self.value("challenges"),
            next_steps: self.value("next-steps"),
            evidence: self.value("evidence"),
            values,
            map: self.decisions.map.as_ref(),
        };
        let (update, problems) = report.update(self.decisions.status_date.as_deref());
        for Problem { key, said, keeps } in problems {
            remarks.push(format!("{}: {said}", self.place(key)));
            if keeps && !self.value(key).is_empty() {
                record.keys.insert(format!("x-{key}"), vec![self.value(key).to_owned()]);
            }
        }
        if update.is_none() {
            self.keep_report(record);
        }
        record.updates.extend(update);
    }

    /// Keeps what can only stand in an update where there is none.
    fn keep_report(&self, record: &mut ImportedRecord) {
        for key in REPORT_KEYS.iter().filter(|key| !self.value(key).is_empty()) {
            record.keys.entry(format!("x-{key}")).or_insert_with(|| vec![self.value(key).to_owned()]);
        }
        let values = self.columns.all(&self.row.values, "value").map(|(_, _, cell)| cell);
        let values: Vec<&str> = values.filter(|cell| !cell.is_empty()).collect();
        if !values.is_empty() {
            record.keys.insert("x-value".to_owned(), vec![values.join("; ")]);
        }
    }

    /// A value that is longer than a line can be goes below the record, with the name of its column.
    fn move_long(&self, record: &mut ImportedRecord) {
        let long: Vec<String> = record
            .keys
            .iter()
            .filter(|(key, values)| {
                key.starts_with("x-") && values.iter().any(|value| value.chars().count() > LONGEST_VALUE)
            })
            .map(|(key, _)| key.clone())
            .collect();
        let labels = if long.is_empty() { BTreeMap::new() } else { self.columns.labels() };
        for key in long {
            let label = labels.get(&key).map_or(key.as_str(), |(label, _)| label.as_str()).to_owned();
            let values = record.keys.remove(&key).unwrap_or_default();
            record.body.push(format!("{label}: {}", values.join("; ")));
        }
    }
}

/// Keeps a cell under the name of its key, beside others of the row.
fn keep(record: &mut ImportedRecord, key: &str, cell: &str) {
    record
        .keys
        .entry(format!("x-{key}"))
        .and_modify(|values| values[0] = format!("{}; {cell}", values[0]))
        .or_insert_with(|| vec![cell.to_owned()]);
}

/// The keys of an item that an area does not have.
const ITEM_KEYS: &[&str] = &[
    "due",
    "start",
    "cadence",
    "kind",
    "status",
    "status-date",
    "outlook",
    "note",
    "milestones",
    "indicators",
    "supporting",
    "budget",
    "code",
];
/// The keys of a row that only an update can have.
const REPORT_KEYS: &[&str] =
    &["status", "status-date", "outlook", "note", "challenges", "next-steps", "evidence"];
