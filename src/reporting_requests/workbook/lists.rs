//! The words that can be chosen, on a sheet that is not shown: a list in a cell has little room and no commas.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::super::wording::label;
use crate::render::Messages;
use crate::update_file::{Field, closed_lists};

/// The name of the sheet. It is in no language: formulas name it.
const NAME: &str = "planbook-lists";

/// The lists, each in a column.
pub(super) struct Lists {
    of: Vec<(Field, Vec<String>)>,
}

pub(super) fn of(all: &[&Messages]) -> Lists {
    let lists = closed_lists().into_iter();
    let labels = |field, words: Vec<&str>| words.into_iter().map(|word| label(all, field, word)).collect();
    Lists { of: lists.map(|(field, words)| (field, labels(field, words))).collect() }
}

impl Lists {
    /// The range of the words for a part of an answer, as a formula.
    pub(super) fn range(&self, field: Field) -> Option<String> {
        let at = self.of.iter().position(|(of, _)| *of == field)?;
        let column = char::from(b'A' + u8::try_from(at).ok()?);
        Some(format!("='{NAME}'!${column}$1:${column}${}", self.of[at].1.len()))
    }
}

pub(super) fn write(sheet: &mut Worksheet, lists: &Lists) -> Result<(), XlsxError> {
    sheet.set_name(NAME)?.set_hidden(true);
    for (column, (_, words)) in (0..).zip(&lists.of) {
        for (row, word) in (0..).zip(words) {
            sheet.write_string(row, column, word)?;
        }
    }
    Ok(())
}
