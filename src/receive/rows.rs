//! The rows of a table, however they were sorted and whatever was added beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::place::Place;
use crate::import::SheetCells;
use crate::reporting_requests::{Column, Table};
use crate::update_file::Field;

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct TableRow {
    /// The text and the place of each column that is there. What shows nothing is empty.
    pub(super) cells: Vec<(Column, String, Place)>,
    /// What cannot be taken as it stands: where, and the key of the sentence.
    pub(super) damaged: Vec<(Place, &'static str)>,
    /// The columns whose cells a program stored as numbers.
    numbers: Vec<Column>,
}

impl TableRow {
    pub(super) fn text(&self, column: Column) -> &str {
        self.cells.iter().find(|(of, ..)| *of == column).map_or("", |(_, text, _)| text.trim())
    }

    pub(super) fn place(&self, column: Column) -> Option<&Place> {
        self.cells.iter().find(|(of, ..)| *of == column).map(|(_, _, place)| place)
    }

    pub(super) fn has_number(&self, column: Column) -> bool {
        self.numbers.contains(&column)
    }

    /// Where a person looks for the row: at what is shown of it.
    pub(super) fn start(&self) -> Option<Place> {
        let shown = self.place(Column::Number).or_else(|| self.place(Column::Title));
        shown.or_else(|| self.cells.first().map(|(_, _, place)| place)).cloned()
    }

    fn is_answered(&self) -> bool {
        let answers = self.cells.iter().filter(|(column, ..)| {
            matches!(column, Column::Answer(field) if !matches!(field, Field::Date | Field::Period(_)))
        });
        !self.damaged.is_empty() || answers.into_iter().any(|(_, text, _)| !text.trim().is_empty())
    }
}

/// The rows of a table. The cell `mark` is in the row of the words for programs, and one row has the headings, wherever somebody
/// sorted them to: a row with the id of an item is one of the table also above them.
///
/// # Errors
/// When there are more than anybody answers.
pub(super) fn of(sheet: &SheetCells, table: Table, mark: (usize, usize)) -> Result<Vec<TableRow>, String> {
    let columns = columns(sheet, table, mark);
    let damaged = damaged(sheet);
    let rows = of_table(sheet, mark).into_iter().map(|row| one(sheet, row, &columns, &damaged));
    let rows: Vec<TableRow> = rows.filter(TableRow::is_answered).collect();
    match rows.len() > MOST_ROWS {
        true => Err(format!("it has more than {MOST_ROWS} rows with answers: delete those that are none")),
        false => Ok(rows),
    }
}

/// The rows that are neither words for programs nor headings nor what stands above those.
pub(super) fn of_table(sheet: &SheetCells, mark: (usize, usize)) -> Vec<usize> {
    let head = of_head(sheet, mark);
    let merged = sheet.merged.iter().map(|[top, ..]| *top);
    let rows: BTreeSet<usize> =
        sheet.cells.keys().chain(&sheet.unreadable).map(|(row, _)| *row).chain(merged).collect();
    let is_heading = |row: usize| id(sheet, row, mark) == Column::Item.word();
    rows.into_iter().filter(|row| *row != mark.0 && !is_heading(*row) && !head.contains(row)).collect()
}

/// The rows between the words for programs and the headings.
pub(super) fn of_head(sheet: &SheetCells, mark: (usize, usize)) -> Vec<usize> {
    let heading = heading(sheet, mark).unwrap_or(mark.0);
    let rows = mark.0 + 1..heading.min(mark.0 + 1 + HEAD);
    rows.filter(|row| id(sheet, *row, mark).is_empty()).collect()
}

/// The row of the headings.
pub(super) fn heading(sheet: &SheetCells, mark: (usize, usize)) -> Option<usize> {
    sheet.cells.keys().map(|(row, _)| *row).find(|row| id(sheet, *row, mark) == Column::Item.word())
}

/// What stands below or above the mark, which is the id of an item.
fn id(sheet: &SheetCells, row: usize, mark: (usize, usize)) -> &str {
    sheet.cells.get(&(row, mark.1)).map_or("", |text| text.trim())
}

fn one(
    sheet: &SheetCells,
    row: usize,
    columns: &[(Column, usize)],
    damaged: &BTreeMap<(usize, usize), &'static str>,
) -> TableRow {
    let place = |column: usize| Place { sheet: sheet.name.clone(), row, column };
    let cell = |(of, column): &(Column, usize)| {
        let text = sheet.cells.get(&(row, *column)).cloned().unwrap_or_default();
        (*of, text, place(*column))
    };
    let answers = columns.iter().filter(|(of, _)| matches!(of, Column::Answer(_)));
    let damaged = answers.filter_map(|(_, column)| Some((place(*column), *damaged.get(&(row, *column))?)));
    let numbers = columns.iter().filter(|(_, column)| sheet.numbers.contains(&(row, *column)));
    TableRow {
        cells: columns.iter().map(cell).collect(),
        damaged: damaged.collect(),
        numbers: numbers.map(|(of, _)| *of).collect(),
    }
}

/// So many rows stand between the words for programs and the headings: a title, a note and bands, which are no answers.
const HEAD: usize = 3;

/// No agency leads more items.
const MOST_ROWS: usize = 10_000;

/// Where each column stands, by its word.
pub(super) fn columns(sheet: &SheetCells, table: Table, mark: (usize, usize)) -> Vec<(Column, usize)> {
    let words: BTreeMap<&str, usize> = sheet
        .cells
        .range((mark.0, 0)..=(mark.0, usize::MAX))
        .rev()
        .map(|((_, column), text)| (text.trim(), *column))
        .collect();
    let place = |column: &Column| match column {
        Column::Item => Some((*column, mark.1)),
        column => Some((*column, *words.get(column.word())?)),
    };
    Column::of(table).iter().filter_map(place).collect()
}

/// Cells that nobody can take as they stand: the key of the sentence for each.
fn damaged(sheet: &SheetCells) -> BTreeMap<(usize, usize), &'static str> {
    let mut damaged: BTreeMap<(usize, usize), &'static str> =
        sheet.unreadable.iter().map(|place| (*place, "reply-unreadable")).collect();
    damaged.extend(sheet.struck.iter().map(|place| (*place, "reply-struck")));
    for [top, left, ..] in &sheet.merged {
        if sheet.cells.contains_key(&(*top, *left)) {
            damaged.insert((*top, *left), "reply-merged");
        }
    }
    damaged
}
