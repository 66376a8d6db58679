//! The rows of a table as records: an item each, below the area that they name.

use std::collections::BTreeMap;

use super::super::decisions::Decisions;
use super::super::ids::Ids;
use super::super::marker::{self, Marker};
use super::super::node::prefix;
use super::super::record::{ImportedRecord, implied};
use super::super::style::NumberStyle;
use super::super::titles;
use super::columns::Columns;
use super::values::{names, put, separated};

/// What was read so far.
pub(super) struct Rows<'a> {
    decisions: &'a Decisions,
    columns: &'a Columns,
    records: Vec<ImportedRecord>,
    ids: Ids,
    remarks: Vec<String>,
    /// Areas by what their column says.
    areas: BTreeMap<String, usize>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(decisions: &'a Decisions, columns: &'a Columns) -> Self {
        let ids = Ids::new(decisions.restart, decisions.roman, std::iter::empty());
        let (records, remarks, areas) = (Vec::new(), Vec::new(), BTreeMap::new());
        Self { decisions, columns, records, ids, remarks, areas }
    }

    /// The records, and what a person should look at.
    pub(super) fn finish(mut self) -> (Vec<ImportedRecord>, Vec<String>) {
        let numbered = self.ids.doubts.iter();
        self.remarks.extend(numbered.map(|doubt| match doubt.line {
            Some(line) => format!("line {line}: {}", doubt.said),
            None => doubt.said.clone(),
        }));
        (self.records, self.remarks)
    }

    /// Adds a row and says which record it is.
    pub(super) fn add(&mut self, row: &[String], line: usize) -> Option<usize> {
        if row.len() > self.columns.count() {
            let (has, columns) = (row.len(), self.columns.count());
            self.remarks.push(format!(
                "line {line}: the row has {has} values, but the table has {columns} columns; the additional values become `x-beyond-the-columns`"
            ));
        }
        let value = |key: &str| self.columns.value(row, key).to_owned();
        let marker = number(&value("id"));
        let area = self.area(&value("area"), &marker, line);
        let parent = self.parent(&marker, area);
        let above = self.records[parent].id.clone();
        let id = self.ids.of(&marker, Some(&above), line);
        let whole = marker.steps.len() > 1 && !marker.written.is_empty();
        if whole && id != marker.written.to_lowercase() {
            self.remarks.push(format!(
                "line {line}: the number {} becomes {id}, because of its area or parent",
                marker.written
            ));
        }
        let mut record = self.record(row, line);
        record.depth = self.records[parent].depth + 1;
        record.parent = Some(parent);
        record.written = marker.written;
        record.id = id;
        self.records[parent].has_parts = true;
        self.records.push(record);
        Some(self.records.len() - 1)
    }

    /// The words and keys of a row.
    fn record(&mut self, row: &[String], line: usize) -> ImportedRecord {
        let value = |key: &str| self.columns.value(row, key);
        let (title, text) = (value("title"), value("text"));
        let (title, cut) = match (title, text) {
            ("", "") => ("FILL IN".to_owned(), true),
            ("", text) => titles::of(text),
            (title, _) => (title.split_whitespace().collect::<Vec<_>>().join(" "), false),
        };
        let mut keys = self.columns.rest(row);
        for key in ["code", "kind", "start", "due", "cadence", "summary", "indicators"] {
            put(&mut keys, key, value(key), line, &mut self.remarks);
        }
        let partners = names(value("partners"));
        if !partners.is_empty() {
            keys.insert("partners".to_owned(), partners);
        }
        // A number that is none, such as `US0113`, is the plan's own code.
        if !keys.contains_key("code") && number_of(value("id")).is_none() {
            put(&mut keys, "code", value("id"), line, &mut self.remarks);
        }
        let lead = names(value("lead"));
        ImportedRecord {
            title,
            title_is_cut: cut,
            text: Some(text.to_owned()).filter(|text| !text.is_empty()),
            line: Some(line),
            keys,
            lead: if lead.is_empty() { self.decisions.lead.clone() } else { lead },
            supporting: names(value("supporting")),
            tags: separated(value("tags")),
            ..ImportedRecord::default()
        }
    }

    /// The area that a row names: `3. Security`, `Security`, or the first step of its number.
    fn area(&mut self, written: &str, number: &Marker, line: usize) -> usize {
        let said = marker::read(written).filter(|marker| !marker.steps.is_empty());
        let first = number.steps.first().filter(|_| number.steps.len() > 1);
        let key = match (written, first) {
            ("", Some(first)) => format!("number {}", first.text),
            _ => format!("name {}", written.to_lowercase()),
        };
        if let Some(area) = self.areas.get(&key) {
            return *area;
        }
        let lone = number_of(written);
        let marker = said.as_ref().or(lone.as_ref());
        let id = match (marker, first) {
            (Some(marker), _) => self.ids.of(marker, None, line),
            (None, Some(first)) if self.ids.take(&first.text) => first.text.clone(),
            _ => self.ids.of(&unnumbered(), None, line),
        };
        let title = said.map_or_else(|| written.to_owned(), |said| said.words);
        let named = !title.is_empty() && lone.is_none();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let area =
            if named { ImportedRecord { title, title_is_cut: false, ..implied(&id) } } else { implied(&id) };
        self.areas.insert(key, self.records.len());
        self.records.push(area);
        self.records.len() - 1
    }

    /// The record that a number stands below: that of all its steps but the last, if it is there, else its area.
    fn parent(&self, marker: &Marker, area: usize) -> usize {
        let before = prefix(marker);
        let there = self.records.iter().position(|record| record.depth > 0 && record.id == before);
        there.filter(|_| marker.steps.len() > 2).unwrap_or(area)
    }
}

/// The number in a cell: `3.2`, `(a)`, `A-03`.
fn number(cell: &str) -> Marker {
    number_of(cell).unwrap_or_else(unnumbered)
}

/// A cell that is a number and nothing else.
fn number_of(cell: &str) -> Option<Marker> {
    if cell.is_empty() {
        return None;
    }
    // A number alone needs a sign beside it to be one.
    [format!("{cell} X"), format!("{cell}. X")]
        .iter()
        .filter_map(|line| marker::read(line))
        .find(|marker| !marker.steps.is_empty() && marker.words == "X")
        .map(|marker| Marker { written: cell.to_owned(), ..marker })
}

fn unnumbered() -> Marker {
    let (steps, written, words) = (Vec::new(), String::new(), String::new());
    Marker { style: NumberStyle::Bullet, steps, written, words, bulleted: false, dressed: false, roman: None }
}
