//! The rows of a table, however they were sorted and whatever was added beside them.

use std::collections::BTreeMap;

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
}

impl TableRow {
    pub(super) fn text(&self, column: Column) -> &str {
        self.cells.iter().find(|(of, ..)| *of == column).map_or("", |(_, text, _)| text.trim())
    }

    pub(super) fn place(&self, column: Column) -> Option<&Place> {
        self.cells.iter().find(|(of, ..)| *of == column).map(|(_, _, place)| place)
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

/// The rows below the words of a table, which stand in the row of the cell `mark`.
///
/// # Errors
/// When there are more than anybody answers.
pub(super) fn of(sheet: &SheetCells, table: Table, mark: (usize, usize)) -> Result<Vec<TableRow>, String> {
    let columns = columns(sheet, table, mark);
    let mut by_row: BTreeMap<usize, TableRow> = BTreeMap::new();
    let damaged = damaged(sheet);
    let last = sheet.cells.keys().chain(damaged.keys()).map(|(row, _)| *row).max().unwrap_or(0);
    let rows = sheet.cells.keys().chain(damaged.keys()).map(|(row, _)| *row);
    for row in rows.filter(|row| *row > mark.0 && *row <= last) {
        if by_row.contains_key(&row) {
            continue;
        }
        let place = |column: usize| Place { sheet: sheet.name.clone(), row, column };
        let cell = |(of, column): &(Column, usize)| {
            let text = sheet.cells.get(&(row, *column)).cloned().unwrap_or_default();
            (*of, text, place(*column))
        };
        let cells = columns.iter().map(cell).collect();
        let answers = columns.iter().filter(|(of, _)| matches!(of, Column::Answer(_)));
        let damaged =
            answers.filter_map(|(_, column)| Some((place(*column), *damaged.get(&(row, *column))?)));
        by_row.insert(row, TableRow { cells, damaged: damaged.collect() });
    }
    let heading =
        by_row.iter().find(|(_, row)| row.text(Column::Item) == Column::Item.word()).map(|(at, _)| *at);
    let rows = by_row.into_iter().filter(|(at, _)| heading.is_none_or(|heading| *at > heading));
    let rows: Vec<TableRow> = rows.map(|(_, row)| row).filter(TableRow::is_answered).collect();
    match rows.len() > MOST_ROWS {
        true => Err(format!("it has more than {MOST_ROWS} rows with answers: delete those that are none")),
        false => Ok(rows),
    }
}

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
    for [top, left, ..] in &sheet.merged {
        if sheet.cells.contains_key(&(*top, *left)) {
            damaged.insert((*top, *left), "reply-merged");
        }
    }
    damaged
}
