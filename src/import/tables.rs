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

/// The lines of the tables of a text. One that has the names of its columns, and no line below them, is printed: blank lines, the
/// end of a page or a heading may stand between its rows.
pub(super) fn of(lines: &[SourceLine], decisions: &Decisions) -> BTreeMap<usize, TableLine> {
    let mut found = BTreeMap::new();
    let mut printed: Option<Vec<usize>> = None;
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|end| !lines[*end].text.starts_with('|')).unwrap_or(lines.len());
        let mut block: Vec<usize> = (at..end).collect();
        at = end.max(at + 1);
        // What stood above the rule was the heading of the table.
        if block.len() > 1 && is_rule(&cells(&lines[block[0]].text)) {
            found.insert(block.remove(0), TableLine::Rule);
        }
        match printed.as_mut() {
            _ if block.is_empty() => {}
            _ if is_printed(lines, &block) || is_interrupted(lines, &block) => {
                let before = printed.replace(block);
                before.into_iter().for_each(|rows| read(lines, &rows, decisions, &mut found));
            }
            Some(rows) if !has_rule(lines, &block) => rows.extend(block),
            _ => read(lines, &block, decisions, &mut found),
        }
    }
    printed.into_iter().for_each(|rows| read(lines, &rows, decisions, &mut found));
    found
}

/// Makes the only words of the row above the names of columns a line of the text, `| Goal 1: Water ||`, and those of a row that is
/// the heading of the rows below it.
pub(super) fn open_headings(lines: &mut [SourceLine]) {
    open_titles(lines);
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|end| !lines[*end].text.starts_with('|')).unwrap_or(lines.len());
        let rows = (at..end).map(|at| (at, cells(&lines[at].text)));
        let rows: Vec<(usize, Vec<String>)> = rows.filter(|(_, cells)| !is_rule(cells)).collect();
        for (place, words) in table::headings_in(&rows) {
            let numbered = marker::read(&words).is_some_and(|marker| !marker.steps.is_empty());
            lines[place].text = if numbered { words } else { format!("**{words}**") };
        }
        at = end.max(at + 1);
    }
}

fn open_titles(lines: &mut [SourceLine]) {
    for at in 0..lines.len() {
        let is_row = |at: usize| lines.get(at).is_some_and(|line| line.text.starts_with('|'));
        if !is_row(at) || at.checked_sub(1).is_some_and(is_row) {
            continue;
        }
        let said: Vec<String> = cells(&lines[at].text).into_iter().filter(|cell| !cell.is_empty()).collect();
        let mut below =
            (at + 1..lines.len()).take_while(|below| is_row(*below)).map(|below| cells(&lines[below].text));
        let names = below.find(|cells| !is_rule(cells));
        if let ([words], Some(names)) = (said.as_slice(), names)
            && table::is_header(&names)
            && words.chars().any(char::is_alphabetic)
        {
            lines[at].text = words.replace('\n', " ");
        }
    }
}

fn has_rule(lines: &[SourceLine], block: &[usize]) -> bool {
    block.get(1).is_some_and(|at| is_rule(&cells(&lines[*at].text)))
}

/// Whether lines are a table that begins with the names of its columns, without a line drawn below.
fn is_printed(lines: &[SourceLine], block: &[usize]) -> bool {
    let head = block.first().map(|at| cells(&lines[*at].text));
    !has_rule(lines, block) && head.is_some_and(|head| table::is_header(&head))
}

/// Whether a table goes on below a heading that stood in one of its rows.
fn is_interrupted(lines: &[SourceLine], block: &[usize]) -> bool {
    let Some(end) = block.last().map(|last| last + 1) else { return false };
    let heads = block.first().is_some_and(|at| table::is_header(&cells(&lines[*at].text)));
    let is_row = |at: usize| lines.get(at).is_some_and(|line| line.text.starts_with('|'));
    heads && has_rule(lines, block) && lines.get(end).is_some_and(|line| !line.is_blank()) && is_row(end + 1)
}

/// Reads the lines of one table.
fn read(
    lines: &[SourceLine],
    block: &[usize],
    decisions: &Decisions,
    found: &mut BTreeMap<usize, TableLine>,
) {
    let cells: Vec<Vec<String>> = block.iter().map(|at| cells(&lines[*at].text)).collect();
    let has_head = has_rule(lines, block) || is_printed(lines, block);
    let rows: Vec<(usize, Vec<String>)> = (block.iter().zip(&cells))
        .filter(|(_, cells)| !is_rule(cells))
        .map(|(at, cells)| (lines[*at].number, cells.clone()))
        .collect();
    let records = if has_head && rows.len() > 1 { records(&rows, decisions) } else { None };
    for (place, at) in block.iter().enumerate() {
        let line = match (&records, place) {
            _ if is_rule(&cells[place]) => TableLine::Rule,
            (Some(_), 0) => TableLine::Head,
            (Some(records), _) => match records.get(&lines[*at].number) {
                Some(record) => row(record),
                None => {
                    TableLine::Unread("no cell of this row of a table is the title or the text of an item")
                }
            },
            (None, _) => {
                TableLine::Unread("this is a row of a table, and no column of it has the words of an item")
            }
        };
        found.insert(*at, line);
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
