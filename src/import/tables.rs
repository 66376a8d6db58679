//! Tables inside of a text: `| No. | Action | Lead |`. Each row is a record below the heading above, with what its columns say.

use std::collections::{BTreeMap, BTreeSet};

use super::bars::{cells, is_rule};
use super::decisions::Decisions;
use super::lines::SourceLine;
use super::marker::{self, Marker};
use super::record::{DeclaredField, ImportedRecord};
use super::style::NumberStyle;
use super::table;

/// What a line of a table is.
#[derive(Debug, Clone)]
pub(super) enum TableLine {
    /// The names of the columns.
    Head,
    /// The line drawn below them.
    Rule,
    /// A row that is a record.
    Row(Box<TableRow>),
    /// It is text of the record above: no name of a column shows that the rows are items. Whether the table begins here.
    Text(bool),
    /// A row that is no item, such as a sum.
    LeftOut,
    /// It cannot be read, and this is why.
    Unread(&'static str),
}

/// A row that is a record.
#[derive(Debug, Clone)]
pub(super) struct TableRow {
    /// What its cells say, before it has an id and a place.
    pub(super) record: ImportedRecord,
    /// Its number.
    pub(super) marker: Marker,
    /// Each cell with the name of its column.
    pub(super) cells: Vec<String>,
}

/// Which tables of a text are read as records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// Those whose columns or numbers show that their rows are items.
    Sure,
    /// All: a person says which of them are items.
    All,
}

/// The tables of a text.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// What each of their lines is.
    pub(super) lines: BTreeMap<usize, TableLine>,
    /// The fields of the rows of each.
    fields: Vec<DeclaredField>,
    /// What its columns are, with its lines.
    decided: Vec<(Vec<usize>, String)>,
    /// What is to be looked at, with the number of the line.
    remarks: Vec<(usize, String)>,
    /// The numbers of the lines of rows that are no items.
    left_out: BTreeSet<usize>,
}

impl Tables {
    /// The fields that the records have. A field that two tables hold with values of two types is a text.
    pub(super) fn fields(&self, records: &[ImportedRecord]) -> Vec<DeclaredField> {
        table::joined_fields(&self.fields, records)
    }

    /// What the columns of the tables are whose rows begin on lines with these numbers, each said once.
    pub(super) fn decided(&self, begun: &BTreeSet<usize>) -> Vec<String> {
        let mut seen = BTreeSet::new();
        let said = self.decided.iter().filter(|(lines, said)| {
            lines.iter().any(|line| begun.contains(line)) && seen.insert(said.as_str())
        });
        said.map(|(_, said)| format!("in the tables of the text, {said}")).collect()
    }

    /// What is to be looked at in rows that begin on lines with these numbers; the same of many rows is said once.
    pub(super) fn remarks(&self, begun: &BTreeSet<usize>) -> Vec<(usize, String)> {
        let known =
            self.remarks.iter().filter(|(line, _)| begun.contains(line) || self.left_out.contains(line));
        table::joined_remarks(known.cloned().collect())
    }
}

/// The lines of the tables of a text. One that has the names of its columns, and no line below them, is printed: blank lines, the
/// end of a page or a heading may stand between its rows.
pub(super) fn of(lines: &[SourceLine], decisions: &Decisions, which: Which) -> Tables {
    let mut found = Tables::default();
    let mut printed: Option<Vec<usize>> = None;
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|end| !lines[*end].text.starts_with('|')).unwrap_or(lines.len());
        let mut block: Vec<usize> = (at..end).collect();
        at = end.max(at + 1);
        // What stood above the rule was the heading of the table.
        if block.len() > 1 && is_rule(&cells(&lines[block[0]].text)) {
            found.lines.insert(block.remove(0), TableLine::Rule);
        }
        match printed.as_mut() {
            _ if block.is_empty() => {}
            _ if is_printed(lines, &block) || is_interrupted(lines, &block) => {
                let before = printed.replace(block);
                before.into_iter().for_each(|rows| read(lines, &rows, (decisions, which), &mut found));
            }
            Some(rows) if !has_rule(lines, &block) => rows.extend(block),
            _ => read(lines, &block, (decisions, which), &mut found),
        }
    }
    printed.into_iter().for_each(|rows| read(lines, &rows, (decisions, which), &mut found));
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

/// Why `--column` does not fit a text: no table in it has that column, or there is no such key.
pub(super) fn wrong_columns(lines: &[SourceLine], decisions: &Decisions) -> Option<String> {
    if decisions.columns.is_empty() {
        return None;
    }
    let is_row = |at: usize| lines[at].text.starts_with('|');
    let heads = (0..lines.len()).filter(|at| is_row(*at) && !at.checked_sub(1).is_some_and(is_row));
    let mut names: Vec<String> = heads.flat_map(|at| cells(&lines[at].text)).collect();
    let mut seen = BTreeSet::new();
    names.retain(|name| !name.is_empty() && seen.insert(plain(name)));
    if names.is_empty() {
        return Some("--column is for tables, and this text has none".to_owned());
    }
    table::wrong_columns(&names, &decisions.columns)
}

/// Reads the lines of one table.
fn read(lines: &[SourceLine], block: &[usize], (decisions, which): (&Decisions, Which), found: &mut Tables) {
    let cells: Vec<Vec<String>> = block.iter().map(|at| cells(&lines[*at].text)).collect();
    let has_head = has_rule(lines, block) || is_printed(lines, block);
    let rows: Vec<(usize, Vec<String>)> = (block.iter().zip(&cells))
        .filter(|(_, cells)| !is_rule(cells))
        .map(|(at, cells)| (lines[*at].number, cells.clone()))
        .collect();
    let inner = if has_head && rows.len() > 1 { records(&rows, decisions, which) } else { None };
    let coded = inner.as_ref().is_some_and(are_coded);
    for (place, at) in block.iter().enumerate() {
        let line = match &inner {
            None if has_head => TableLine::Text(place == 0),
            _ if is_rule(&cells[place]) => TableLine::Rule,
            None => {
                TableLine::Unread("this is a row of a table, and no column of it has the words of an item")
            }
            Some(_) if place == 0 => TableLine::Head,
            Some(inner) => match inner.items.get(&lines[*at].number) {
                Some(record) => row(record, coded, (&cells[0], &cells[place])),
                None if inner.left_out.contains(&lines[*at].number) => TableLine::LeftOut,
                None => {
                    TableLine::Unread("no cell of this row of a table is the title or the text of an item")
                }
            },
        };
        found.lines.insert(*at, line);
    }
    if let Some(inner) = inner {
        let numbers: Vec<usize> = inner.items.keys().copied().collect();
        found.decided.extend(inner.decided.into_iter().map(|said| (numbers.clone(), said)));
        found.fields.extend(inner.fields);
        found.remarks.extend(inner.remarks);
        found.left_out.extend(inner.left_out);
    }
}

/// The records of rows by the numbers of their lines. A table whose columns have other names is read with its first one as the
/// text, where each row has a number or a person wants its rows.
fn records(rows: &[(usize, Vec<String>)], decisions: &Decisions, which: Which) -> Option<table::InnerTable> {
    let names = &rows[0].1;
    let has = |name: &str| names.iter().any(|known| plain(known) == plain(name));
    let chosen: Vec<(String, String)> =
        decisions.columns.iter().filter(|(_, name)| has(name)).cloned().collect();
    let is_chosen = chosen.iter().any(|(key, _)| matches!(key.as_str(), "text" | "title"));
    let own = Decisions { columns: chosen, map: None, ..decisions.clone() };
    let read = |decisions: &Decisions| table::read_cells(rows, decisions).ok();
    let named = |at: usize| {
        let mut columns = own.columns.clone();
        columns.push(("text".to_owned(), names[at].clone()));
        Decisions { columns, ..own.clone() }
    };
    // `1.1 Fence the springs` in each row: whatever the column is called, these are the records.
    let is_numbered = |(_, cells): &(usize, Vec<String>)| {
        let marker = cells.first().and_then(|cell| marker::read(cell));
        marker.is_some_and(|marker| !marker.steps.is_empty() && !marker.words.is_empty())
    };
    if !is_chosen && rows[1..].iter().all(is_numbered) {
        return read(&named(0));
    }
    let is_known = !own.columns.is_empty() || table::are_of_items(names);
    let first = names.iter().position(|name| name.chars().any(char::is_alphabetic))?;
    if !is_known && which == Which::Sure {
        return None;
    }
    read(&own).or_else(|| read(&named(first)))
}

/// Whether the words of most rows begin with a code.
fn are_coded(inner: &table::InnerTable) -> bool {
    let words = |record: &ImportedRecord| record.text.clone().unwrap_or_else(|| record.title.clone());
    let is_code = |marker: Marker| matches!(marker.style, NumberStyle::Code(_));
    let coded = inner.items.values().filter(|record| marker::read(&words(record)).is_some_and(is_code));
    coded.count() * 2 > inner.items.len()
}

/// Names are compared without regard to spaces and capital letters.
fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn row(record: &ImportedRecord, coded: bool, (names, values): (&[String], &[String])) -> TableLine {
    let mut record = record.clone();
    let said = record.text.clone().unwrap_or_else(|| record.title.clone());
    // The number may be in a column of its own, or before the words.
    let own = marker::read(&format!("{}. {said}", record.written.trim_end_matches('.')))
        .filter(|_| !record.written.is_empty());
    // The words of a cell may begin with a name such as `CO2`; codes of a table stand in a column or before a sign.
    let is_name = |marker: &Marker| {
        let bare = marker.written.trim_end_matches(char::is_alphanumeric).len() < marker.written.len();
        matches!(marker.style, NumberStyle::Code(_)) && bare && !coded
    };
    let inner = || marker::read(&said).filter(|marker| !marker.steps.is_empty() && !is_name(marker));
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
    let labelled = |(at, value): (usize, &String)| match names.get(at).filter(|name| !name.is_empty()) {
        Some(name) => format!("{name}: {value}"),
        None => value.clone(),
    };
    let said = values.iter().enumerate().filter(|(_, value)| !value.is_empty() && !words_of(&record, value));
    let cells = said.map(labelled).collect();
    TableLine::Row(Box::new(TableRow { record, marker, cells }))
}

/// Whether the title or the text of a record says what a cell says.
fn words_of(record: &ImportedRecord, cell: &str) -> bool {
    let is_in = |text: &str| !text.is_empty() && cell.ends_with(text);
    is_in(&record.title) || record.text.as_deref().is_some_and(is_in) || cell == record.written
}
