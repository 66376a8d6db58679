//! Tables inside of a text.

use std::collections::{BTreeMap, BTreeSet};

use super::super::boilerplate::Boilerplate;
use super::super::coverage::Disposition;
use super::super::decisions::Decisions;
use super::super::lines::SourceLine;
use super::super::record::{DeclaredField, ImportedRecord};
use super::columns::Columns;
use super::reading::{Numbers, records};
use super::row::{Place, Row};
use super::separated::clean;
use super::{columns, declared, dividers, repeated};

/// What a table inside of a text has.
#[derive(Debug)]
pub(in crate::import) struct InnerTable {
    /// The record of each row that is an item, by the number of its line.
    pub(in crate::import) items: BTreeMap<usize, ImportedRecord>,
    /// The fields of its records.
    pub(in crate::import) fields: Vec<DeclaredField>,
    /// What its columns are.
    pub(in crate::import) decided: Vec<String>,
    /// What is to be looked at, with the number of the line.
    pub(in crate::import) remarks: Vec<(usize, String)>,
    /// The lines of rows that are no items.
    pub(in crate::import) left_out: BTreeSet<usize>,
}

/// Reads the cells of a table inside of a text, by the numbers of their lines: each row that is an item.
///
/// # Errors
/// When it has no rows, or no column for the words of an item.
pub(in crate::import) fn read_cells(
    cells: &[(usize, Vec<String>)],
    decisions: &Decisions,
) -> Result<InnerTable, String> {
    let line = |number: &usize, values: &[String]| SourceLine {
        number: *number,
        text: values.join(" | "),
        indent: 0,
        new_page: false,
    };
    let lines = cells.iter().map(|(number, values)| line(number, values)).collect();
    let rows = cells.iter().enumerate().map(|(at, (number, values))| Row {
        values: values.iter().map(|value| clean(value)).collect(),
        line: at,
        place: Place::Line(*number),
    });
    // The language is that of the whole text.
    let own = Decisions { lang: Some(String::new()), ..decisions.clone() };
    let mut found = records(rows.collect(), lines, (&own, Numbers::OfText), Vec::new())?;
    let area_of = |record: &ImportedRecord| {
        record
            .parent
            .and_then(|parent| found.records.get(parent))
            .filter(|area| area.depth == 0 && !area.title_is_cut)
    };
    let items = found.records.iter().filter(|record| record.depth > 0).filter_map(|record| {
        let mut item = record.clone();
        if let Some(area) = area_of(record) {
            // The area in the text is the heading above; what the column says is kept.
            item.keys.insert("x-area".to_owned(), vec![area.title.clone()]);
        }
        Some((record.line?, item))
    });
    let items: BTreeMap<usize, ImportedRecord> = items.collect();
    if let Some((_, label)) = found.mapping.iter().find(|(key, _)| key == "area") {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        found.fields.push(declared::text_field("x-area", &label));
    }
    let remarks = found.remarks.into_iter().filter_map(|remark| {
        let (place, said) = repeated::placed(&remark)?;
        Some((repeated::line_number(place)?, said.to_owned()))
    });
    let coverage = found.coverage.lines.iter().zip(&found.coverage.dispositions);
    let is_left = |disposition: &Disposition| *disposition == Disposition::Boilerplate(Boilerplate::NoItem);
    let left_out = coverage.filter(|(_, what)| is_left(what)).map(|(line, _)| line.number).collect();
    let remarks = remarks.collect();
    Ok(InnerTable { items, fields: found.fields, decided: found.decided, remarks, left_out })
}

/// What is to be looked at in the tables of a text, with one line for each sentence that many rows have.
pub(in crate::import) fn joined_remarks(remarks: Vec<(usize, String)>) -> Vec<(usize, String)> {
    let placed = remarks.into_iter().map(|(line, said)| format!("line {line}: {said}")).collect();
    let joined = repeated::joined(placed);
    let read = |remark: &String| {
        let (place, said) = repeated::placed(remark)?;
        let more = place.split_once(" and ").map_or_else(String::new, |(_, more)| format!(" (so in {more})"));
        Some((repeated::line_number(place)?, format!("{said}{more}")))
    };
    joined.iter().filter_map(read).collect()
}

/// The fields of several tables that the records of a text have.
pub(in crate::import) fn joined_fields(
    fields: &[DeclaredField],
    records: &[ImportedRecord],
) -> Vec<DeclaredField> {
    declared::joined(fields, records)
}

/// Whether names of columns show that the rows are items: a number, an action, who leads it, when it is due, or how far it is.
pub(in crate::import) fn are_of_items(names: &[String]) -> bool {
    columns::are_of_items(names)
}

/// Why chosen columns do not fit the names of columns.
pub(in crate::import) fn wrong_columns(names: &[String], chosen: &[(String, String)]) -> Option<String> {
    columns::wrong(names, chosen)
}

/// The rows of a table inside of a text that are headings of the rows below, by their lines. The first row has the names of columns.
pub(in crate::import) fn headings_in(rows: &[(usize, Vec<String>)]) -> Vec<(usize, String)> {
    let Some(((_, names), rows)) = rows.split_first().filter(|((_, names), _)| columns::is_header(names))
    else {
        return Vec::new();
    };
    let row = |(line, cells): &(usize, Vec<String>)| Row {
        values: cells.iter().map(|cell| clean(cell)).collect(),
        line: *line,
        place: Place::Line(*line),
    };
    let rows: Vec<Row> = rows.iter().map(row).collect();
    let Ok(columns) = Columns::of(names, &[], &rows) else { return Vec::new() };
    let found = dividers::of(&columns, &rows);
    found.into_iter().map(|(line, words)| (line, words.replace('\n', " "))).collect()
}
