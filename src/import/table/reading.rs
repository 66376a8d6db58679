//! The rows of a table, of which the first has the names of the columns, as an import.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Import;
use super::super::boilerplate::Boilerplate;
use super::super::coverage::{Coverage, Disposition, Share};
use super::super::decisions::Decisions;
use super::super::language;
use super::super::lines::SourceLine;
use super::super::table_map::{TableFacts, WordMeaning};
use super::columns::Columns;
use super::row::Row;
use super::rows::{Rows, Shape};
use super::{
    amounts, columns, declared, empty_cells, headings, language as table_language, map_file, no_items,
    repeated,
};

/// The fields whose values are sums of money.
const SUMS: &[&str] = &["x-budget"];

/// Where the numbers of the records of a table come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// From the table.
    Own,
    /// From the text around it, so that nothing is to be said of those of the table.
    OfText,
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
pub(super) fn records(
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
        language::add_guess(&mut found);
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
    TableFacts { columns: columns.uses(), words, language: table_language::of(columns.read()) }
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
