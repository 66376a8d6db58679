//! What came back, as answers.

use super::place::Place;
use super::rows::{self, TableRow};
use super::shown::{OtherSheet, ShownRow, Stray};
use super::strays;
use crate::import::{SheetCells, cell_comments, sheet_cells};
use crate::reporting_requests::{Column, Sent, Table};
use crate::update_file::{Answer, Field, WrittenValue};

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// What was sent to whom.
    pub sent: Sent,
    /// The rows with an answer, in their order.
    pub answers: Vec<Answered>,
    /// The tables that the file has.
    pub tables: Vec<Table>,
    /// All rows with an id, as they are shown.
    pub rows: Vec<ShownRow>,
    /// Texts that belong to no answer.
    pub strays: Vec<Stray>,
    /// Comments of cells: where, and what they say.
    pub comments: Vec<(Place, String)>,
    /// The headings of the columns for answers.
    pub headings: Vec<(Column, Place, String)>,
    /// The sheets that say nothing about themselves.
    pub others: Vec<OtherSheet>,
}

/// An answer on an item.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The id of the item; empty when somebody added the row.
    pub item: String,
    /// The word of the status that was sent.
    pub sent_status: String,
    /// The due date that was sent.
    pub sent_due: String,
    /// The newest value that was sent, for each value of the answer.
    pub sent_values: Vec<String>,
    /// What was answered.
    pub answer: Answer,
    /// Where the row begins.
    pub start: Place,
    /// Where each part stands.
    pub places: Vec<(Field, Place)>,
    /// What cannot be taken as it stands: where, and the key of the sentence.
    pub damaged: Vec<(Place, &'static str)>,
}

impl Answered {
    /// Where a part stands.
    pub fn place(&self, field: Field) -> Place {
        let found = self.places.iter().find(|(of, _)| *of == field);
        found.map_or_else(|| self.start.clone(), |(_, place)| place.clone())
    }

    /// Whether a cell stands in one of its rows.
    pub(super) fn is_beside(&self, place: &Place) -> bool {
        let all = self.places.iter().map(|(_, place)| place).chain([&self.start]);
        all.into_iter().any(|own| own.row == place.row && own.sheet == place.sheet)
    }
}

/// Reads a file that came back.
///
/// # Errors
/// When it is no workbook of a request, or damaged: a sentence that says what to do.
pub fn read(bytes: &[u8]) -> Result<Reply, String> {
    let sheets = sheet_cells(bytes)?;
    let mut found: Vec<(Sent, Vec<TableRow>)> = Vec::new();
    let (mut shown, mut strays, mut others) = (Vec::new(), Vec::new(), Vec::new());
    let mut headings = Vec::new();
    for sheet in sheets {
        let Some((place, sent)) = mark(&sheet) else {
            others.push(OtherSheet { name: sheet.name, cells: sheet.cells });
            continue;
        };
        let (rows, texts) = strays::of(&sheet, &sent, place);
        shown.extend(rows);
        strays.extend(texts);
        headings.extend(strays::headings(&sheet, &sent, place));
        let rows = rows::of(&sheet, sent.table, place)?;
        found.push((sent, rows));
    }
    let Some((sent, _)) = found.first() else {
        return Err("it is no workbook of `planbook requests --format xlsx`, or its hidden first row is missing: fill in the workbook that was sent".to_owned());
    };
    let sent = Sent { table: Table::Items, ..sent.clone() };
    if found.iter().any(|(other, _)| Sent { table: Table::Items, ..other.clone() } != sent) {
        return Err("it has sheets of several workbooks: receive each workbook by itself".to_owned());
    }
    let tables = found.iter().map(|(sent, _)| sent.table).collect();
    Ok(Reply {
        sent,
        answers: answers(found),
        tables,
        rows: shown,
        strays,
        comments: comments(bytes),
        headings,
        others,
    })
}

fn comments(bytes: &[u8]) -> Vec<(Place, String)> {
    let place = |sheet: String, (row, column): (usize, usize)| Place { sheet: Some(sheet), row, column };
    let found = cell_comments(bytes).into_iter();
    found.map(|one| (place(one.sheet, one.place), one.text)).collect()
}

/// The cell that says what was sent.
fn mark(sheet: &SheetCells) -> Option<((usize, usize), Sent)> {
    sheet.cells.iter().find_map(|(place, text)| Some((*place, Sent::read(text)?)))
}

fn answers(found: Vec<(Sent, Vec<TableRow>)>) -> Vec<Answered> {
    let (items, indicators): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(sent, _)| sent.table == Table::Items);
    let mut answers: Vec<Answered> =
        items.into_iter().flat_map(|(_, rows)| rows).filter_map(of_item).collect();
    for row in indicators.into_iter().flat_map(|(_, rows)| rows) {
        let Some(start) = row.start() else { continue };
        let item = row.text(Column::Item).to_owned();
        let known = answers.iter().position(|answer| !item.is_empty() && answer.item == item);
        let at = known.unwrap_or_else(|| {
            answers.push(empty(item, start));
            answers.len() - 1
        });
        add_value(&mut answers[at], &row);
    }
    answers
}

fn empty(item: String, start: Place) -> Answered {
    Answered {
        item,
        sent_status: String::new(),
        sent_due: String::new(),
        sent_values: Vec::new(),
        answer: Answer::default(),
        start,
        places: Vec::new(),
        damaged: Vec::new(),
    }
}

fn of_item(row: TableRow) -> Option<Answered> {
    let mut answered = empty(row.text(Column::Item).to_owned(), row.start()?);
    row.text(Column::Sent).clone_into(&mut answered.sent_status);
    row.text(Column::SentDue).clone_into(&mut answered.sent_due);
    for (column, text, place) in row.cells {
        if let Column::Answer(field) = column {
            answered.answer.set(field, text);
            answered.places.push((field, place));
        }
    }
    answered.damaged = row.damaged;
    Some(answered)
}

fn add_value(answered: &mut Answered, row: &TableRow) {
    let at = answered.answer.values.len();
    let text = |column| row.text(column).to_owned();
    answered.answer.values.push(WrittenValue {
        indicator: text(Column::Indicator),
        period: text(Column::Answer(Field::Period(0))),
        value: text(Column::Answer(Field::Value(0))),
        is_number: row.has_number(Column::Answer(Field::Value(0))),
    });
    answered.sent_values.push(text(Column::SentValue));
    for (of, field) in [(Field::Period(0), Field::Period(at)), (Field::Value(0), Field::Value(at))] {
        let place = row.place(Column::Answer(of)).cloned();
        answered.places.extend(place.map(|place| (field, place)));
    }
    answered.damaged.extend(row.damaged.iter().cloned());
}
