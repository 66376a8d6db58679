//! Tables inside of a text: `| No. | Action | Lead |`. Each row is a record below the heading above, with what its columns say.

use std::collections::BTreeMap;

use super::decisions::Decisions;
use super::lines::SourceLine;
use super::marker::{self, Marker};
use super::record::ImportedRecord;
use super::style::NumberStyle;
use super::table;

/// What a line of a table is.
#[derive(Debug, Clone)]
pub(super) enum TableLine {
    /// The names of the columns.
    Head,
    /// The line drawn below them.
    Rule,
    /// A row: what its cells say, before it has an id and a place; and its number.
    Row(Box<ImportedRecord>, Marker),
    /// It cannot be read, and this is why.
    Unread(&'static str),
}

/// The lines of the tables of a text.
pub(super) fn of(lines: &[SourceLine], decisions: &Decisions) -> BTreeMap<usize, TableLine> {
    let mut found = BTreeMap::new();
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|end| !lines[*end].text.starts_with('|')).unwrap_or(lines.len());
        if end > at {
            read(&lines[at..end], at, decisions, &mut found);
        }
        at = end.max(at + 1);
    }
    found
}

/// Reads the lines of one table, of which the first has the index `start`.
fn read(lines: &[SourceLine], start: usize, decisions: &Decisions, found: &mut BTreeMap<usize, TableLine>) {
    let cells: Vec<Vec<String>> = lines.iter().map(|line| cells(&line.text)).collect();
    let has_head = cells.get(1).is_some_and(|cells| is_rule(cells));
    let rows: Vec<(usize, Vec<String>)> = (0..lines.len())
        .filter(|at| !is_rule(&cells[*at]))
        .map(|at| (lines[at].number, cells[at].clone()))
        .collect();
    let records = if has_head && rows.len() > 1 { records(&rows, decisions) } else { None };
    for at in 0..lines.len() {
        let line = match (&records, at) {
            _ if is_rule(&cells[at]) => TableLine::Rule,
            (Some(_), 0) => TableLine::Head,
            (Some(records), _) => match records.get(&lines[at].number) {
                Some(record) => row(record),
                None => {
                    TableLine::Unread("no cell of this row of a table is the title or the text of an item")
                }
            },
            (None, _) => {
                TableLine::Unread("this is a row of a table, and no column of it has the words of an item")
            }
        };
        found.insert(start + at, line);
    }
}

/// The records of rows by the numbers of their lines. A table whose columns have other names is read with its first one as the text.
fn records(rows: &[(usize, Vec<String>)], decisions: &Decisions) -> Option<BTreeMap<usize, ImportedRecord>> {
    let own = Decisions { columns: Vec::new(), map: None, ..decisions.clone() };
    let read = |decisions: &Decisions| table::read_cells(rows, decisions).ok();
    let named = |at: usize| {
        let column = ("text".to_owned(), rows[0].1[at].clone());
        Decisions { columns: vec![column], ..own.clone() }
    };
    // `1.1 Fence the springs` in each row: whatever the column is called, these are the records.
    let is_numbered = |(_, cells): &(usize, Vec<String>)| {
        let marker = cells.first().and_then(|cell| marker::read(cell));
        marker.is_some_and(|marker| !marker.steps.is_empty() && !marker.words.is_empty())
    };
    if rows[1..].iter().all(is_numbered) {
        return read(&named(0));
    }
    let first = rows.first()?.1.iter().position(|name| name.chars().any(char::is_alphabetic))?;
    read(&own).or_else(|| read(&named(first)))
}

fn row(record: &ImportedRecord) -> TableLine {
    let mut record = record.clone();
    let said = record.text.clone().unwrap_or_else(|| record.title.clone());
    // The number may be in a column of its own, or before the words.
    let own = marker::read(&format!("{}. {said}", record.written.trim_end_matches('.')))
        .filter(|_| !record.written.is_empty());
    let inner = || marker::read(&said).filter(|marker| !marker.steps.is_empty());
    let marker = own.or_else(inner);
    if let Some(marker) = marker.as_ref().filter(|_| record.written.is_empty()) {
        record.written.clone_from(&marker.written);
        if record.text.is_some() {
            record.text = Some(marker.words.clone());
        }
        (record.title, record.title_is_cut) = super::titles::of(&marker.words);
    }
    let (steps, written) = marker.map_or_else(Default::default, |marker| (marker.steps, marker.written));
    let words = record.text.clone().unwrap_or_else(|| record.title.clone());
    let marker = Marker {
        style: NumberStyle::Row,
        steps,
        written,
        words,
        bulleted: false,
        dressed: false,
        roman: None,
    };
    TableLine::Row(Box::new(record), marker)
}

/// The cells of a line. A bar within a cell has a backslash before it.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|');
    let inner = inner.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(inner);
    let mut cells = vec![String::new()];
    let mut signs = inner.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' if signs.peek() == Some(&'|') => {
                signs.next();
                cells.last_mut().into_iter().for_each(|cell| cell.push('|'));
            }
            '|' => cells.push(String::new()),
            _ => cells.last_mut().into_iter().for_each(|cell| cell.push(sign)),
        }
    }
    // A line break within a cell.
    let broken = |cell: &String| {
        ["<br>", "<br/>", "<br />"].iter().fold(cell.clone(), |cell, br| cell.replace(br, "\n"))
    };
    cells.iter().map(broken).map(|cell| cell.trim().to_owned()).collect()
}

/// `|---|:-:|`
fn is_rule(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.chars().all(|sign| ":- ".contains(sign)))
        && cells.iter().any(|cell| cell.contains('-'))
}
