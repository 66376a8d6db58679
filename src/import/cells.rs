//! The cells of a spreadsheet, or of a text with separators, for those who look for them by their places.

use std::collections::BTreeMap;

use super::kinds::{self, Kind};
use super::office::Package;
use super::sheets::{self, Book};
use super::table;

/// What the cells of a sheet show. Rows and columns are counted from 0.
#[derive(Debug, Default)]
pub struct SheetCells {
    /// The name of the sheet; a text has none.
    pub name: Option<String>,
    /// What each cell shows, without those that show nothing.
    pub cells: BTreeMap<(usize, usize), String>,
    /// Cells that are one: the first row and column, and the last ones.
    pub merged: Vec<[usize; 4]>,
    /// Cells that do not show what they should.
    pub unreadable: Vec<(usize, usize)>,
}

/// The sheets of a file, also those that are not shown, by what is in it.
///
/// # Errors
/// When it is of a kind that planbook does not read, or damaged: a sentence that says what to do.
pub fn sheet_cells(bytes: &[u8]) -> Result<Vec<SheetCells>, String> {
    match kinds::of(bytes)? {
        Kind::Excel => Ok(all(sheets::xlsx(&mut Package::open(bytes)?)?)),
        Kind::OpenDocumentSheet => Ok(all(sheets::ods(&mut Package::open(bytes)?)?)),
        Kind::Text(text) => Ok(vec![SheetCells { cells: table::by_place(&text)?, ..SheetCells::default() }]),
        Kind::Word | Kind::Html(_) => {
            Err("it is no spreadsheet: save it as Excel (.xlsx), OpenDocument (.ods) or CSV".to_owned())
        }
    }
}

fn all(book: Book) -> Vec<SheetCells> {
    let sheets = book.sheets.into_iter().map(|sheet| SheetCells {
        name: Some(sheet.name),
        cells: sheet.cells,
        merged: sheet.merged,
        unreadable: sheet.problems.into_iter().map(|(place, _)| place).collect(),
    });
    sheets.collect()
}
