//! The rows of a table as records: an item each, below the area that they name.

use std::collections::{BTreeMap, BTreeSet};

use super::super::decisions::Decisions;
use super::super::ids::Ids;
use super::super::marker::{self, Marker};
use super::super::node::prefix;
use super::super::record::{ImportedRecord, implied};
use super::super::running_numbers;
use super::super::style::NumberStyle;
use super::cells::Cells;
use super::codes::Codes;
use super::columns::Columns;
use super::dividers;
use super::row::Row;

/// What was read so far.
pub(super) struct Rows<'a> {
    decisions: &'a Decisions,
    columns: &'a Columns,
    shape: Shape,
    records: Vec<ImportedRecord>,
    ids: Ids,
    remarks: Vec<String>,
    /// Areas by what their column says.
    areas: BTreeMap<String, usize>,
    /// Records by their ids.
    by_id: BTreeMap<String, usize>,
    codes: Codes,
    /// The newest row: its area, the first step of its number, and what its item says.
    last: Option<Last>,
    /// Whether the numbers of the records are those of the table.
    pub(super) numbers_are_own: bool,
}

/// The newest row.
struct Last {
    area: usize,
    first: Option<String>,
    words: String,
    item: usize,
}

/// What all rows of a table say together.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// The first steps of numbers such as `1.1`: a row with the number `1` is their area.
    area_numbers: BTreeSet<String>,
    /// Numbers such as `1.1`, as ids.
    numbers: BTreeSet<String>,
    /// The first steps of the numbers of the rows of an area, where they are all one.
    first_steps: BTreeMap<String, Option<String>>,
    /// The rows that are headings, by their lines: their words, and the first step of the numbers below.
    dividers: BTreeMap<usize, (String, Option<String>)>,
    /// Whether most rows have a code before their words, so that `CO2` is none in the others.
    codes_in_words: bool,
    /// Whether several rows are one item, and each of them a milestone of it.
    milestone_rows: bool,
}

impl Shape {
    /// Looks at all rows.
    pub(super) fn of(columns: &Columns, rows: &[Row]) -> Self {
        let mut shape = Self::default();
        let dividers = dividers::of(columns, rows);
        let coded = rows.iter().filter(|row| {
            let marker = marker::read(words(columns, &row.values));
            marker.is_some_and(|marker| matches!(marker.style, NumberStyle::Code(_)))
        });
        shape.codes_in_words = coded.count() * 2 > rows.len();
        let mut before = "";
        let mut divider = None;
        for row in rows {
            if let Some(words) = dividers.get(&row.line) {
                divider = Some(row.line);
                shape.dividers.insert(row.line, ((*words).to_owned(), None));
                continue;
            }
            let marker = number(columns.value(&row.values, "id"));
            if let Some(first) = marker.steps.first().filter(|_| marker.steps.len() > 1) {
                shape.area_numbers.insert(first.text.clone());
                if let Some((_, step)) = divider.take().and_then(|line| shape.dividers.get_mut(&line)) {
                    *step = Some(first.text.clone());
                }
                let area = columns.value(&row.values, "area").to_lowercase();
                let step = shape.first_steps.entry(area).or_insert_with(|| Some(first.text.clone()));
                if step.as_ref() != Some(&first.text) {
                    *step = None;
                }
                let steps: Vec<&str> = marker.steps.iter().map(|step| step.text.as_str()).collect();
                shape.numbers.insert(steps.join("."));
            }
            let words = words(columns, &row.values);
            let goes_on = words.is_empty() || words == before;
            shape.milestone_rows |=
                goes_on && !before.is_empty() && !columns.value(&row.values, "milestones").is_empty();
            if !words.is_empty() {
                before = words;
            }
        }
        shape
    }
}

/// The words of an item.
fn words<'r>(columns: &Columns, row: &'r [String]) -> &'r str {
    let title = columns.value(row, "title");
    if title.is_empty() { columns.value(row, "text") } else { title }
}

impl<'a> Rows<'a> {
    pub(super) fn new(decisions: &'a Decisions, columns: &'a Columns, shape: Shape) -> Self {
        let mut ids = Ids::new(decisions.restart, decisions.roman, std::iter::empty());
        shape.numbers.iter().chain(&shape.area_numbers).for_each(|id| ids.reserve(id.clone()));
        Self {
            decisions,
            columns,
            shape,
            records: Vec::new(),
            ids,
            remarks: Vec::new(),
            areas: BTreeMap::new(),
            by_id: BTreeMap::new(),
            codes: Codes::default(),
            last: None,
            numbers_are_own: true,
        }
    }

    /// The records, and what a person should look at.
    pub(super) fn finish(mut self) -> (Vec<ImportedRecord>, Vec<String>) {
        let before = self.remarks.len();
        if self.numbers_are_own {
            running_numbers::keep(&mut self.records);
        }
        self.codes.give(&mut self.records, &mut self.remarks);
        if !self.numbers_are_own {
            self.remarks.truncate(before);
        }
        for record in self.records.iter_mut().filter(|record| record.has_parts && record.depth > 0) {
            // What the table says of the whole is its status, not what follows from the parts.
            if record.updates.iter().any(|update| update.has_status()) {
                record.keys.insert("rollup".to_owned(), vec!["manual".to_owned()]);
            }
        }
        (self.records, self.remarks)
    }

    /// Adds a row and says which record it is.
    pub(super) fn add(&mut self, row: &Row) -> Option<usize> {
        let (has, columns) = (row.values.len(), self.columns.count());
        if has > columns {
            self.remarks.push(format!(
                "{}: the row has {has} values, but the table has {columns} columns; the additional values become `x-beyond-the-columns`",
                row.place.cell(columns)
            ));
        }
        if let Some((words, step)) = self.shape.dividers.get(&row.line).cloned() {
            return Some(self.divider(row, &words, step));
        }
        let marker = self.number(&row.values);
        let area = self.columns.value(&row.values, "area").to_owned();
        if area.is_empty() && self.is_area(&marker) {
            return Some(self.area_row(row, &marker));
        }
        let words = words(self.columns, &row.values).to_owned();
        let goes_on = self.shape.milestone_rows
            && self.last.as_ref().is_some_and(|last| words.is_empty() || last.words == words);
        let item = match self.last.as_ref().filter(|_| goes_on) {
            Some(last) => last.item,
            None => self.item(row, &marker, &area, words),
        };
        let milestone = self.columns.value(&row.values, "milestones");
        if self.shape.milestone_rows && !milestone.is_empty() {
            Some(self.part(row, item))
        } else {
            Some(item)
        }
    }

    fn is_area(&self, marker: &Marker) -> bool {
        let [step] = marker.steps.as_slice() else { return false };
        self.shape.area_numbers.contains(&step.text)
            && !self.areas.contains_key(&format!("number {}", step.text))
    }

    /// The number of a row: of its own column, or in front of its words.
    fn number(&self, row: &[String]) -> Marker {
        if self.columns.at("id").is_some() {
            return number(self.columns.value(row, "id"));
        }
        marker::read(words(self.columns, row))
            .filter(|marker| !marker.steps.is_empty() && !marker.words.is_empty())
            .filter(|marker| self.shape.codes_in_words || !matches!(marker.style, NumberStyle::Code(_)))
            .unwrap_or_else(unnumbered)
    }

    /// An area with a row of its own.
    fn area_row(&mut self, row: &Row, marker: &Marker) -> usize {
        let id = self.id(marker, None, row);
        let mut record =
            Cells { decisions: self.decisions, columns: self.columns, row }.area(&id, &mut self.remarks);
        record.numbered = true;
        record.line = Some(row.place.number());
        let first = marker.steps.first().map(|step| step.text.clone());
        let area = self.push(record);
        if let Some(first) = &first {
            self.areas.insert(format!("number {first}"), area);
        }
        self.last = Some(Last { area, first, words: String::new(), item: area });
        area
    }

    /// An area that a row is the heading of. `step` is what the numbers below begin with.
    fn divider(&mut self, row: &Row, words: &str, step: Option<String>) -> usize {
        let said = marker::read(words).filter(|marker| !marker.steps.is_empty());
        let id = match (&said, &step) {
            (_, Some(step)) if self.ids.take(step) => step.clone(),
            (Some(marker), _) => self.id(marker, None, row),
            _ => self.id(&unnumbered(), None, row),
        };
        let numbered = said.is_some() || step.is_some();
        let title = said.map(|said| said.words).filter(|words| !words.is_empty());
        let mut record = Cells::area_of(&id, title.as_deref().unwrap_or(words));
        record.numbered = numbered;
        record.line = Some(row.place.number());
        let area = self.push(record);
        let first = numbered.then_some(id);
        if let Some(first) = &first {
            self.areas.insert(format!("number {first}"), area);
        }
        self.last = Some(Last { area, first, words: String::new(), item: area });
        area
    }

    fn item(&mut self, row: &Row, marker: &Marker, area: &str, words: String) -> usize {
        let area = self.area(area, marker, row);
        let written = self.columns.value(&row.values, "id").to_owned();
        let parent = self.parent(marker, &written, area);
        let above = self.records[parent].id.clone();
        let before = self.remarks.len();
        let id = self.id(marker, Some(&above), row);
        // One cause is said once.
        let is_said = self.remarks.len() > before;
        let whole = !is_said && marker.steps.len() > 1 && !marker.written.is_empty();
        if whole && self.numbers_are_own && id != marker.written.to_lowercase() {
            self.remarks.push(format!(
                "{}: the number {} becomes {id}, because of its area or parent",
                row.place.cell(self.columns.at("id").unwrap_or(0)),
                marker.written
            ));
        }
        let mut record = Cells { decisions: self.decisions, columns: self.columns, row }
            .item(self.shape.milestone_rows, &mut self.remarks);
        if self.columns.at("id").is_none() && !marker.steps.is_empty() {
            without_number(&mut record, marker);
        }
        record.depth = self.records[parent].depth + 1;
        record.parent = Some(parent);
        record.written = marker.written.clone();
        record.numbered = !marker.steps.is_empty();
        record.id = id;
        self.records[parent].has_parts = true;
        let written = if written.is_empty() { marker.written.clone() } else { written };
        let item = self.push(record);
        self.codes.note(&written, item, row.place.cell(self.columns.at("id").unwrap_or(0)));
        let first = marker.steps.first().filter(|_| marker.steps.len() > 1).map(|step| step.text.clone());
        self.last = Some(Last { area, first, words, item });
        item
    }

    /// A milestone with a row of its own is a part of its item.
    fn part(&mut self, row: &Row, item: usize) -> usize {
        let said = marker::read(self.columns.value(&row.values, "milestones"))
            .filter(|marker| !marker.steps.is_empty() && !marker.words.is_empty());
        let marker = said.clone().unwrap_or_else(unnumbered);
        let above = self.records[item].id.clone();
        let id = self.id(&marker, Some(&above), row);
        let mut record =
            Cells { decisions: self.decisions, columns: self.columns, row }.part(&mut self.remarks);
        if said.is_some() {
            without_number(&mut record, &marker);
        }
        record.depth = self.records[item].depth + 1;
        record.parent = Some(item);
        record.written = marker.written.clone();
        record.numbered = said.is_some();
        record.id = id;
        self.records[item].has_parts = true;
        let part = self.push(record);
        self.codes.note(&marker.written, part, row.place.cell(self.columns.at("milestones").unwrap_or(0)));
        part
    }

    fn push(&mut self, record: ImportedRecord) -> usize {
        self.by_id.insert(record.id.clone(), self.records.len());
        self.records.push(record);
        self.records.len() - 1
    }

    /// The id of a row. What is said of it names its place in the table.
    fn id(&mut self, marker: &Marker, parent: Option<&str>, row: &Row) -> String {
        let line = row.place.number();
        let id = self.ids.of(marker, parent, line);
        let place = row.place.cell(self.columns.at("id").unwrap_or(0));
        let doubts: Vec<_> = self.ids.doubts.drain(..).collect();
        if self.numbers_are_own {
            self.remarks.extend(doubts.into_iter().map(|doubt| format!("{place}: {}", doubt.said)));
        }
        id
    }

    /// The area that a row names: `3. Security`, `Security`, or the first step of its number. A row that names none goes on
    /// with the area above, as the rows of a merged cell do.
    fn area(&mut self, written: &str, number: &Marker, row: &Row) -> usize {
        let said = marker::read(written).filter(|marker| !marker.steps.is_empty());
        let first = number.steps.first().filter(|_| number.steps.len() > 1);
        if let Some(last) = self.last.as_ref().filter(|_| written.is_empty()) {
            let same =
                |first: &str| last.first.as_deref() == Some(first) || self.records[last.area].id == first;
            if first.is_none_or(|first| same(&first.text)) {
                return last.area;
            }
        }
        let key = match (written, first) {
            ("", Some(first)) => format!("number {}", first.text),
            _ => format!("name {}", written.to_lowercase()),
        };
        if let Some(area) = self.areas.get(&key) {
            return *area;
        }
        let lone = number_of(written);
        let marker = said.as_ref().or(lone.as_ref());
        // A row without a number can stand first in an area whose other rows have one.
        let of_others = self.shape.first_steps.get(&written.to_lowercase()).cloned().flatten();
        let of_others = of_others.filter(|_| !written.is_empty());
        let id = match (marker, first.map(|first| first.text.clone()).or(of_others)) {
            (Some(marker), _) => self.id(marker, None, row),
            (None, Some(first)) if self.ids.take(&first) => first,
            _ => self.id(&unnumbered(), None, row),
        };
        let is_numbered = marker.is_some() || first.is_some();
        let title = said.map_or_else(|| written.to_owned(), |said| said.words);
        let named = !title.is_empty() && lone.is_none();
        let mut area = if named { Cells::area_of(&id, &title) } else { implied(&id) };
        area.numbered = is_numbered;
        let area = self.push(area);
        self.areas.insert(key, area);
        area
    }

    /// The record that a number stands below: that of all its steps but the last, or of the beginning of its code, if it is
    /// there, else its area.
    fn parent(&self, marker: &Marker, written: &str, area: usize) -> usize {
        let numbered = self.by_id.get(&prefix(marker)).copied().filter(|_| marker.steps.len() > 2);
        let there = numbered.or_else(|| self.codes.above(written)).filter(|at| self.records[*at].depth > 0);
        there.unwrap_or(area)
    }
}

/// Takes the number from the words that it stands in front of.
fn without_number(record: &mut ImportedRecord, marker: &Marker) {
    let (title, cut) = super::super::titles::of(&marker.words);
    record.title = title;
    record.title_is_cut = cut;
    if record.text.is_some() {
        record.text = Some(marker.words.clone());
    }
}

/// The number in a cell: `3.2`, `(a)`, `A-03`.
fn number(cell: &str) -> Marker {
    number_of(cell).unwrap_or_else(unnumbered)
}

/// A cell that is a number and nothing else.
pub(super) fn number_of(cell: &str) -> Option<Marker> {
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
