//! A table: each row is an item. What no column is for is kept under a key that begins with `x-`.

mod amounts;
mod cells;
mod codes;
mod columns;
mod declared;
mod dividers;
mod empty_cells;
mod headings;
mod inner;
mod language;
mod looks;
mod map_file;
mod milestones;
mod names;
mod no_items;
mod numbers;
mod progress;
mod reading;
mod repeated;
mod row;
mod rows;
mod separated;
mod special;
mod values;

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Import;
use super::decisions::Decisions;
use super::lines::{self, SourceLine};
use super::sheets::Sheet;
use reading::{Numbers, records};
use row::{Place, Row};
use separated::{clean, named, parse, separator};

pub(super) use inner::{
    InnerTable, are_of_items, headings_in, joined_fields, joined_remarks, read_cells, wrong_columns,
};
pub(super) use map_file::{read as read_map, written as written_map};
pub(super) use separated::by_place;

/// Reads a table.
///
/// # Errors
/// When it has no rows, or no column for the words of an item.
pub(super) fn read(text: &str, decisions: &Decisions) -> Result<Import, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let (lines, _) = lines::split(&text);
    let separator = decisions.separator.unwrap_or_else(|| separator(&text));
    let rows = parse(&text, separator, &lines)?;
    let decided = format!("the separator of the columns is {} (--separator)", named(separator));
    let mut found = records(rows, lines, (decisions, Numbers::Own), vec![decided])?;
    found.remarks = repeated::joined(found.remarks);
    Ok(found)
}

/// Reads a sheet: a line of the coverage is a row.
///
/// # Errors
/// When it has no rows, or no column for the words of an item.
pub(super) fn read_sheet(
    sheet: &Sheet,
    decided: Vec<String>,
    decisions: &Decisions,
) -> Result<Import, String> {
    let name: Rc<str> = sheet.name.as_str().into();
    let columns: Rc<[usize]> = sheet.shown_columns().into();
    let (mut rows, mut lines) = (Vec::new(), Vec::new());
    for (row, values) in sheet.rows() {
        let values: Vec<String> = values.iter().map(|value| clean(value)).collect();
        if values.iter().all(String::is_empty) {
            continue;
        }
        let text = values
            .iter()
            .filter(|value| !value.is_empty())
            .map(|value| value.replace('\n', " "))
            .collect::<Vec<_>>()
            .join(" | ");
        lines.push(SourceLine { number: row + 1, text, indent: 0, new_page: false });
        rows.push(Row {
            values,
            line: rows.len(),
            place: Place::Sheet(Rc::clone(&name), row + 1, Rc::clone(&columns)),
        });
    }
    let mut found = records(rows, lines, (decisions, Numbers::Own), decided)?;
    found.remarks = repeated::joined(found.remarks);
    let problems = sheet.problems.iter().map(|((row, column), why)| {
        format!("{}: {why}", Place::Sheet(Rc::clone(&name), row + 1, Rc::from([])).cell(*column))
    });
    let hidden =
        sheet.hidden_rows.iter().filter(|row| sheet.cells.range((**row, 0)..(**row + 1, 0)).next().is_some());
    let hidden =
        hidden.map(|row| format!("{name}!A{}: the row is not shown in the file, and is read too", row + 1));
    let left_out = hidden_columns(sheet);
    found
        .remarks
        .splice(0..0, repeated::joined(left_out.into_iter().chain(problems).chain(hidden).collect()));
    Ok(found)
}

/// The columns of a sheet that are not read because they are not shown, each with its first words.
fn hidden_columns(sheet: &Sheet) -> Vec<String> {
    let mut names: BTreeMap<usize, &str> = BTreeMap::new();
    for ((_, column), text) in sheet.cells.iter().filter(|((_, column), _)| sheet.hides(*column)) {
        names.entry(*column).or_insert(text);
    }
    let said = |(column, name): (usize, &str)| {
        let name: String = clean(name).replace('\n', " ").chars().take(60).collect();
        format!(
            "{}!{}: the column `{name}` is not shown in the file, so nothing of it is read: show it in the spreadsheet to import it",
            sheet.name,
            row::letters(column)
        )
    };
    names.into_iter().map(said).collect()
}

/// Whether a sheet has the names of columns.
pub(super) fn has_header(sheet: &Sheet) -> bool {
    let rows = sheet.rows().into_iter().take(30).map(|(row, values)| Row {
        values,
        line: row,
        place: Place::Line(row + 1),
    });
    columns::header(&rows.collect::<Vec<_>>()).is_some()
}

/// Whether a text is a table: its first line has the names of columns, and most others have as many cells.
pub(super) fn is_in(text: &str) -> bool {
    separated::separator_of_table(text, columns::is_header).is_some()
}

/// Whether cells are the names of columns: two of them at least are known.
pub(super) fn is_header(cells: &[String]) -> bool {
    columns::is_header(cells)
}
