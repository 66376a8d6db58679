//! A table: each row is an item. What no column is for is kept under a key that begins with `x-`.

mod amounts;
mod cells;
mod codes;
mod columns;
mod declared;
mod dividers;
mod empty_cells;
mod headings;
mod language;
mod looks;
mod map_file;
mod milestones;
mod names;
mod no_items;
mod numbers;
mod progress;
mod repeated;
mod row;
mod rows;
mod separated;
mod special;
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Import;
use super::boilerplate::Boilerplate;
use super::coverage::{Coverage, Disposition, Share};
use super::decisions::Decisions;
use super::lines::{self, SourceLine};
use super::record::{DeclaredField, ImportedRecord};
use super::sheets::Sheet;
use super::table_map::{TableFacts, WordMeaning};
use columns::Columns;
use row::{Place, Row};
use rows::{Rows, Shape};
use separated::{clean, named, parse, separator};

pub(super) use map_file::{read as read_map, written as written_map};
pub(super) use separated::by_place;

/// The fields whose values are sums of money.
const SUMS: &[&str] = &["x-budget"];

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

/// Where the numbers of the records of a table come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// From the table.
    Own,
    /// From the text around it, so that nothing is to be said of those of the table.
    OfText,
}

/// What a table inside of a text has.
#[derive(Debug)]
pub(super) struct InnerTable {
    /// The record of each row that is an item, by the number of its line.
    pub(super) items: BTreeMap<usize, ImportedRecord>,
    /// The fields of its records.
    pub(super) fields: Vec<DeclaredField>,
    /// What its columns are.
    pub(super) decided: Vec<String>,
    /// What is to be looked at, with the number of the line.
    pub(super) remarks: Vec<(usize, String)>,
    /// The lines of rows that are no items.
    pub(super) left_out: BTreeSet<usize>,
}

/// Reads the cells of a table inside of a text, by the numbers of their lines: each row that is an item.
///
/// # Errors
/// When it has no rows, or no column for the words of an item.
pub(super) fn read_cells(
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
pub(super) fn joined_remarks(remarks: Vec<(usize, String)>) -> Vec<(usize, String)> {
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
pub(super) fn joined_fields(fields: &[DeclaredField], records: &[ImportedRecord]) -> Vec<DeclaredField> {
    declared::joined(fields, records)
}

/// Whether names of columns show that the rows are items: a number, an action, who leads it, when it is due, or how far it is.
pub(super) fn are_of_items(names: &[String]) -> bool {
    columns::are_of_items(names)
}

/// Why chosen columns do not fit the names of columns.
pub(super) fn wrong_columns(names: &[String], chosen: &[(String, String)]) -> Option<String> {
    columns::wrong(names, chosen)
}

/// The rows of a table inside of a text that are headings of the rows below, by their lines. The first row has the names of columns.
pub(super) fn headings_in(rows: &[(usize, Vec<String>)]) -> Vec<(usize, String)> {
    let Some(((_, names), rows)) = rows.split_first().filter(|((_, names), _)| is_header(names)) else {
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

/// A row of more bytes would make a record that no book can hold.
const LONGEST_ROW: usize = 200_000;

fn fits(row: &Row) -> Result<(), String> {
    let bytes: usize = row.values.iter().map(String::len).sum();
    if bytes <= LONGEST_ROW {
        return Ok(());
    }
    let longest = row.values.iter().enumerate().max_by_key(|(_, value)| value.len()).map_or(0, |(at, _)| at);
    Err(format!(
        "{}: the row has {bytes} bytes, more than the {LONGEST_ROW} that a record can have: shorten its longest cell, which is in column {}",
        row.place.cell(longest),
        longest + 1
    ))
}

/// The records of rows, of which the first has the names of the columns.
fn records(
    mut rows: Vec<Row>,
    lines: Vec<SourceLine>,
    (decisions, numbers): (&Decisions, Numbers),
    mut decided: Vec<String>,
) -> Result<Import, String> {
    if rows.is_empty() {
        return Err("the table is empty".to_owned());
    }
    let mut above: Vec<Row> = match (&decisions.map, decisions.columns.is_empty()) {
        (Some(map), _) => {
            let values = rows.iter().map(|row| row.values.as_slice());
            rows.drain(..map_file::header(map, values).unwrap_or(0)).collect()
        }
        (None, true) => rows.drain(..columns::header(&rows).unwrap_or(0)).collect(),
        (None, false) => Vec::new(),
    };
    rows.iter().try_for_each(fits)?;
    let mut head = rows.remove(0);
    if let Some(place) = joined_names(&mut above, &mut head, &mut rows) {
        decided.push(format!("the names of the columns stand in two rows: {} and {place}", head.place.row()));
    }
    let emptied = empty_cells::clear(&mut rows);
    let title = above.first().map_or_else(String::new, |row| {
        row.values.iter().filter(|value| !value.is_empty()).cloned().collect::<Vec<_>>().join(" ")
    });
    if !above.is_empty() {
        decided.push(format!(
            "the names of the columns are in {}; what stands above them is no part of the table",
            head.place.row()
        ));
    }
    let columns = match &decisions.map {
        Some(map) => Columns::mapped(&head.values, map_file::fit(map, &head.values)?)?,
        None => Columns::of(&head.values, &decisions.columns, &rows)?,
    };
    let ends: Vec<usize> = rows.iter().map(|row| row.line).skip(1).chain([lines.len()]).collect();
    let first = rows.first().map_or(lines.len(), |row| row.line);
    let mut dispositions = vec![Disposition::Blank; lines.len()];
    let (rows, mut left) = without_left_out((&columns, &head), rows, &ends, (&mut dispositions, &lines));
    let (rows, ends): (Vec<Row>, Vec<usize>) = rows.into_iter().unzip();
    let table = Some(facts(&columns, &rows, decisions));
    let mut found = Rows::new(decisions, &columns, Shape::of(&columns, &rows));
    found.numbers_are_own = numbers == Numbers::Own;
    set(&mut dispositions, &lines, 0..head.line, |_| Disposition::Boilerplate(Boilerplate::Title));
    set(&mut dispositions, &lines, head.line..first, |_| Disposition::Boilerplate(Boilerplate::Columns));
    for (row, end) in rows.iter().zip(ends) {
        let record = found.add(row);
        set(&mut dispositions, &lines, row.line..end, |first| match record {
            Some(record) => Disposition::Record(record, if first { Share::Begins } else { Share::GoesOn }),
            None => Disposition::Blank,
        });
    }
    decided.extend(columns.decided(decisions.map.is_some()));
    let (mut records, mut remarks) = found.finish();
    remarks.extend(no_sums(&columns, &rows));
    remarks.extend(emptied);
    remarks.append(&mut left);
    if records.is_empty() {
        return Err("the table has column names but no rows".to_owned());
    }
    let sums: BTreeSet<String> = SUMS.iter().map(|key| (*key).to_owned()).collect();
    let fields = declared::declare(&mut records, &columns.labels(), &sums);
    let declared = fields.iter().map(|field| {
        format!(
            "`{}` is a field of the type `{}`, which book.toml declares below [fields.{}]",
            field.key, field.of_type, field.key
        )
    });
    decided.extend(declared);
    let mut found = Import {
        title,
        preamble: Vec::new(),
        records,
        fields,
        mapping: columns.mapping(),
        table,
        coverage: Coverage { lines, dispositions },
        decided,
        remarks,
        dotted: true,
        is_table: true,
    };
    if decisions.lang.is_none() {
        super::language::add_guess(&mut found);
    }
    Ok(found)
}

/// The rows that are items, each with the line where it ends, and what is said of the others.
fn without_left_out(
    (columns, head): (&Columns, &Row),
    rows: Vec<Row>,
    ends: &[usize],
    (dispositions, lines): (&mut [Disposition], &[SourceLine]),
) -> (Vec<(Row, usize)>, Vec<String>) {
    let left = no_items::of(columns, head, &rows);
    let mut said = Vec::new();
    let mut kept = Vec::with_capacity(rows.len());
    for (row, end) in rows.into_iter().zip(ends) {
        match left.get(&row.line) {
            Some(why) => {
                said.push(format!("{}: {why}", row.place.row()));
                set(dispositions, lines, row.line..*end, |_| Disposition::Boilerplate(Boilerplate::NoItem));
            }
            None => kept.push((row, *end)),
        }
    }
    (kept, said)
}

/// Joins the names of columns that stand in two rows; says where the other one is.
fn joined_names(above: &mut Vec<Row>, head: &mut Row, rows: &mut Vec<Row>) -> Option<String> {
    if let Some(names) = rows.first().and_then(|below| headings::with_row_below(head, below)) {
        head.values = names;
        return Some(rows.remove(0).place.row());
    }
    let names = above.last().and_then(|above| headings::with_row_above(above, head))?;
    head.values = names;
    above.pop().map(|row| row.place.row())
}

/// Why cells of a column of sums are none, so that all of its values are texts. A column without a number has no sums.
fn no_sums(columns: &Columns, rows: &[Row]) -> Vec<String> {
    let Some((at, name, _)) = columns.all(&[], "budget").next() else { return Vec::new() };
    let cells = || {
        let cell = |row: &Row| Some((row.place.cell(at), row.values.get(at)?.clone()));
        rows.iter().filter_map(cell).filter(|(_, cell)| !cell.is_empty())
    };
    if !cells().any(|(_, cell)| cell.chars().any(char::is_numeric)) {
        return Vec::new();
    }
    let mut reasons: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (place, cell) in cells() {
        if let Some(why) = amounts::problem(&cell, name.beside.as_deref()) {
            reasons.entry(why).or_default().push((place, cell));
        }
    }
    let column = columns.name(at);
    let said = |(why, cells): (String, Vec<(String, String)>)| {
        let few = cells.len() <= repeated::FEW;
        let shown = cells.iter().take(if few { cells.len() } else { 1 }).map(|(place, cell)| {
            let more = if few { String::new() } else { format!(" and {} more rows", cells.len() - 1) };
            format!("{place}{more}: `{cell}` is not an amount of money ({why}), so no value of the column `{column}` is read as one")
        });
        shown.collect::<Vec<_>>()
    };
    reasons.into_iter().flat_map(said).collect()
}

/// What the columns and the words of the statuses are.
fn facts(columns: &Columns, rows: &[Row], decisions: &Decisions) -> TableFacts {
    let mut words: Vec<(String, WordMeaning)> = Vec::new();
    let mut seen = BTreeSet::new();
    for row in rows {
        let word = columns.value(&row.values, "status").split_whitespace().collect::<Vec<_>>().join(" ");
        // A cell of sentences is no word that comes again.
        if !word.is_empty() && word.chars().count() <= LONGEST_WORD && seen.insert(word.to_lowercase()) {
            let meaning = map_file::meaning_of(&word, decisions.map.as_ref());
            words.push((word, meaning));
        }
    }
    TableFacts { columns: columns.uses(), words, language: language::of(columns.read()) }
}

/// The longest word of a status that a mapping has.
const LONGEST_WORD: usize = 80;

/// Gives the lines of a row their disposition; those that say nothing are blank.
fn set(
    dispositions: &mut [Disposition],
    lines: &[SourceLine],
    range: std::ops::Range<usize>,
    disposition: impl Fn(bool) -> Disposition,
) {
    let begins = range.start;
    for at in range.filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank())) {
        if let Some(place) = dispositions.get_mut(at) {
            *place = disposition(at == begins);
        }
    }
}
