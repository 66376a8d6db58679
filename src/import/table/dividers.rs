//! Rows that are headings of the rows below: they have words in one cell only, and all other rows have more.

use std::collections::BTreeMap;

use super::super::marker;
use super::super::style::NumberStyle;
use super::columns::Columns;
use super::row::Row;

/// Tables with fewer columns have rows of one cell anyway.
const FEWEST_COLUMNS: usize = 3;

/// The words of each such row, by its line. A table with a column of areas has none.
pub(super) fn of<'r>(columns: &Columns, rows: &'r [Row]) -> BTreeMap<usize, &'r str> {
    if columns.at("area").is_some() || columns.count() < FEWEST_COLUMNS {
        return BTreeMap::new();
    }
    let headings: Vec<Option<&str>> = rows.iter().map(|row| heading(columns, row)).collect();
    let others = || rows.iter().zip(&headings).filter(|(_, heading)| heading.is_none());
    if others().any(|(row, _)| said(row).count() < 2) {
        return BTreeMap::new();
    }
    let is_above = |at: usize| headings.get(at + 1).is_some_and(Option::is_none);
    let found = headings.iter().enumerate().filter(|(at, _)| is_above(*at));
    found.filter_map(|(at, words)| Some((rows[at].line, (*words)?))).collect()
}

fn said(row: &Row) -> impl Iterator<Item = (usize, &str)> {
    row.values.iter().map(String::as_str).enumerate().filter(|(_, cell)| !cell.is_empty())
}

/// The only words of a row, in the column of numbers, or of words where the other rows have a number.
fn heading<'r>(columns: &Columns, row: &'r Row) -> Option<&'r str> {
    let mut cells = said(row);
    let (at, words) = cells.next().filter(|_| cells.next().is_none())?;
    let has_digit = || words.contains(|sign: char| sign.is_ascii_digit());
    let names_level =
        || marker::read(words).is_some_and(|marker| matches!(marker.style, NumberStyle::Named(_)));
    let is_heading = match () {
        () if columns.at("id") == Some(at) => words.contains(char::is_whitespace) || !has_digit(),
        () if [columns.at("title"), columns.at("text")].contains(&Some(at)) => {
            columns.at("id").is_some() || names_level()
        }
        () => false,
    };
    (is_heading && words.chars().any(char::is_alphabetic)).then_some(words)
}
