//! Texts as a cell can show them.

use rust_xlsxwriter::{ColNum, Format, RowNum, Worksheet, XlsxError};

use super::super::job::Job;
use crate::language_marks::unmarked;
use crate::page::ViewBuilder;

/// A text in each language, one below the other, without the marks of other languages, which only pages can show.
pub(super) fn in_languages(job: &Job<'_>, text: impl Fn(&ViewBuilder<'_>) -> String) -> String {
    let mut texts: Vec<String> = Vec::new();
    for text in job.all().map(|builder| unmarked(&text(builder))) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join("\n")
}

/// Writes a text into a cell: without the marks of other languages, and no longer than a cell. All texts of a workbook go this way.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, plain(text), format).map(|_| ())
}

/// A text without the marks of other languages, and no longer than a cell.
pub(super) fn plain(text: &str) -> String {
    unmarked(text).chars().take(LONGEST).collect()
}

/// The longest text that this program puts into a cell; Excel refuses files with longer ones.
const LONGEST: usize = 16_000;

/// What a sheet may be called: without signs that formulas use, and not longer than Excel takes.
pub(super) fn sheet_name(words: &str) -> String {
    words.chars().filter(|sign| !"[]:*?/\\'".contains(*sign)).take(31).collect()
}
