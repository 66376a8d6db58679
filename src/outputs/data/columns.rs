//! What a column of a table is.

use crate::page::Context;

/// A column that the table of every plan has: its name, what it shows, and how it is made of a record.
pub(super) type Column<R> = (&'static str, &'static str, fn(&R) -> String);

/// The columns that end every table, so that a file says of what day it is and on what terms wherever it is sent.
pub(super) const LAST: [(&str, &str); 2] = [("as_of", "PlanFile.as_of"), ("licence", "PlanFile.licence")];

/// The names of columns, each with the key of the JSON that it shows, after the name of that key's type.
pub(super) fn described<R>(columns: &[Column<R>]) -> Vec<(&'static str, &'static str)> {
    columns.iter().map(|(name, of, _)| (*name, *of)).collect()
}

/// A column that is made of more than the keys of a record, or that not every plan has.
pub(super) struct ExtraColumn<'c, R> {
    /// Its name.
    pub(super) name: String,
    /// What it means.
    pub(super) about: String,
    /// Where a program finds the same in the JSON.
    pub(super) key: String,
    /// Whether it has numbers: a negative one is no formula.
    pub(super) is_number: bool,
    /// The cell of a record.
    pub(super) cell: Box<dyn Fn(&R) -> String + 'c>,
}

impl<'c, R> ExtraColumn<'c, R> {
    /// One of words; `about` is the key of the sentence about it.
    pub(super) fn new(
        context: &Context,
        name: &str,
        about: &str,
        key: &str,
        cell: impl Fn(&R) -> String + 'c,
    ) -> Self {
        Self {
            name: name.to_owned(),
            about: context.theme.messages.get(about).to_owned(),
            key: key.to_owned(),
            is_number: false,
            cell: Box::new(cell),
        }
    }
}
