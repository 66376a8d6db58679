//! The rows of a text whose cells a sign separates.

use std::collections::BTreeMap;

use super::row::{Place, Row};
use crate::import::lines::{self, SourceLine};

/// The sign that the first line has most often, outside of quotes.
pub(super) fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    let mut inside = false;
    let mut counts = [(',', 0_usize), (';', 0), ('\t', 0), ('|', 0)];
    for sign in first.chars() {
        inside ^= sign == '"';
        if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == sign && !inside) {
            *count += 1;
        }
    }
    // Of two that are as frequent the first wins.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(sign, _)| *sign)
}

/// The separator of a text that is a table although nobody says so: `is_header` says whether cells are names of columns. A bar also
/// separates the cells of tables inside a text.
pub(super) fn separator_of_table(text: &str, is_header: impl Fn(&[String]) -> bool) -> Option<char> {
    let sign = separator(text);
    let mut said = text.trim_start_matches('\u{feff}').lines().filter(|line| !line.trim().is_empty());
    let head: Vec<String> =
        said.next()?.split(sign).map(|cell| cell.trim().trim_matches('"').to_owned()).collect();
    let rows: Vec<&str> = said.collect();
    let with = rows.iter().filter(|row| row.matches(sign).count() + 1 >= head.len()).count();
    let is_table = sign != '|' && is_header(&head) && with > 0 && with * 2 > rows.len();
    is_table.then_some(sign)
}

/// A separator as a person names it.
pub(super) fn named(separator: char) -> String {
    if separator == '\t' { "a tab".to_owned() } else { format!("`{separator}`") }
}

/// The rows that say something.
///
/// # Errors
/// When the separator is none, or a quotation mark is open at the end.
pub(super) fn parse(text: &str, separator: char, lines: &[SourceLine]) -> Result<Vec<Row>, String> {
    let delimiter = u8::try_from(separator).map_err(|_| format!("`{separator}` cannot separate columns"))?;
    if let Some(line) = open_quote(text, separator) {
        return Err(open_at(line));
    }
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("the table cannot be read: {error}"))?;
        let start = record.position().map_or(0, |position| {
            let at = usize::try_from(position.line()).unwrap_or(usize::MAX);
            at.saturating_sub(1)
        });
        // Blank lines before a row count as its own for the reader.
        let start = (start..lines.len()).find(|at| !lines[*at].is_blank()).unwrap_or(start);
        let values: Vec<String> = record.iter().map(clean).collect();
        if values.iter().any(|value| !value.is_empty()) {
            let place = Place::Line(lines.get(start).map_or(0, |line| line.number));
            rows.push(Row { values, line: start, place });
        }
    }
    Ok(rows)
}

fn open_at(line: usize) -> String {
    format!(
        "line {line}: a cell begins with a quotation mark that nothing closes, so all rows below it would be in this cell: write `\"` at the end of the cell, or take the mark out"
    )
}

/// The cells by their places: a row of the text is a row, also one that says nothing.
///
/// # Errors
/// When a quotation mark is open at the end.
pub(in super::super) fn by_place(text: &str) -> Result<BTreeMap<(usize, usize), String>, String> {
    let text = text.trim_start_matches('\u{feff}');
    let separator = separator(text);
    if let Some(line) = open_quote(text, separator) {
        return Err(open_at(line));
    }
    let delimiter = u8::try_from(separator).map_err(|_| format!("`{separator}` cannot separate columns"))?;
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(delimiter).has_headers(false).flexible(true);
    let mut cells = BTreeMap::new();
    // The reader passes over blank lines, which are rows for everybody who looks at the table.
    let rows = rows_with_cells(text, separator);
    for (row, record) in rows.into_iter().zip(reader.from_reader(text.as_bytes()).records()) {
        let record = record.map_err(|error| format!("the table cannot be read: {error}"))?;
        let said = record.iter().enumerate().filter(|(_, value)| !value.trim().is_empty());
        cells.extend(said.map(|(column, value)| ((row, column), value.to_owned())));
    }
    Ok(cells)
}

/// The rows that are no blank lines, counted from 0. A line break within a cell begins no row.
fn rows_with_cells(text: &str, separator: char) -> Vec<usize> {
    let (mut rows, mut row, mut state) = (Vec::new(), 0, State::Begins);
    let mut is_blank = true;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_end = matches!(sign, '\n' | '\r') && !matches!(state, State::Quoted(_));
        state = state.after(sign, separator, row);
        if !is_end {
            is_blank = false;
            continue;
        }
        if sign == '\r' && signs.peek() == Some(&'\n') {
            signs.next();
        }
        rows.extend((!is_blank).then_some(row));
        (row, is_blank) = (row + 1, true);
    }
    rows.extend((!is_blank).then_some(row));
    rows
}

/// What stands around a sign of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Begins,
    Plain,
    /// In a cell with quotation marks, since this line.
    Quoted(usize),
    /// Behind a mark that ends the cell, unless another one follows.
    Closed(usize),
}

impl State {
    /// The state behind a sign, which stands in this line.
    fn after(self, sign: char, separator: char, line: usize) -> Self {
        match self {
            Self::Begins if sign == '"' => Self::Quoted(line),
            Self::Quoted(since) if sign == '"' => Self::Closed(since),
            Self::Closed(since) if sign == '"' => Self::Quoted(since),
            Self::Quoted(since) => Self::Quoted(since),
            _ if sign == separator || matches!(sign, '\n' | '\r') => Self::Begins,
            _ => Self::Plain,
        }
    }
}

/// The line of the quotation mark that is still open at the end.
fn open_quote(text: &str, separator: char) -> Option<usize> {
    let mut state = State::Begins;
    let mut line = 1;
    for sign in text.chars() {
        state = state.after(sign, separator, line);
        line += usize::from(sign == '\n');
    }
    if let State::Quoted(since) = state { Some(since) } else { None }
}

/// What a cell says, without signs that no page can show.
pub(super) fn clean(value: &str) -> String {
    let shown: String =
        value.chars().map(|sign| if sign != '\n' && lines::is_unseen(sign) { ' ' } else { sign }).collect();
    lines::without_fence(&shown).lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{by_place, open_quote, separator};

    #[test]
    fn the_separator_is_the_sign_that_the_names_of_columns_have_between_them() {
        assert_eq!(separator("no,title"), ',');
        assert_eq!(separator("no;\"title, short\";text"), ';');
        assert_eq!(separator("\n\nno\ttitle"), '\t');
        assert_eq!(separator("no|title"), '|');
        assert_eq!(separator("title"), ',');
    }

    #[test]
    fn a_text_is_a_table_when_its_first_line_has_names_of_columns() {
        let names = |cells: &[String]| {
            cells.iter().filter(|cell| ["No", "Action"].contains(&cell.as_str())).count() > 1
        };
        for (text, sign) in [
            ("No,Action\n1,Dig\n", Some(',')),
            ("\u{feff}\"No\";\"Action\";Lead\n1;Dig;\n2;Fill;\n", Some(';')),
            ("No,Action\n", None),
            ("No, Action and more\n1. Dig\n", None),
            ("No|Action\n1|Dig\n", None),
            ("No,Action\n1. Dig\n2. Fill, then plant\n3. Rest\n", None),
        ] {
            assert_eq!(super::separator_of_table(text, names), sign, "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_found() {
        assert_eq!(open_quote("No,Action\n1,\"open\n2,b\n", ','), Some(2));
        assert_eq!(open_quote("a;\"b \"\"c\"\"", ';'), Some(1));
        for whole in ["a,\"b\nc\",d", "1,5\" pipes\n", "a,\"\",\"\"\"b\"\"\"", "\"a\"b,c", ""] {
            assert_eq!(open_quote(whole, ','), None, "{whole}");
        }
    }

    #[test]
    fn a_cell_is_in_the_row_that_a_spreadsheet_shows_it_in() {
        for (text, rows) in [
            ("a,b\nc,d\n", vec![0, 1]),
            ("\n\na,b\n\nc,d", vec![2, 4]),
            ("\r\n\r\na,b\r\n\r\nc,d\r\n", vec![2, 4]),
            ("\r\ra,b\r\rc,d", vec![2, 4]),
            ("\u{feff}\na,\"b\n\n\nstill b\"\n,\nc,d\n", vec![1, 3]),
            ("a,\"say \"\"so\"\"\n\n\"\r\n\r\n\"\"\nc,d", vec![0, 3]),
            ("a,5\" pipe\n\nc,\"d\"e\n", vec![0, 2]),
            ("   \n\na,b\n", vec![2]),
            ("\n\n", vec![]),
        ] {
            let cells = by_place(text).unwrap();
            let mut found: Vec<usize> = cells.keys().map(|(row, _)| *row).collect();
            found.dedup();
            assert_eq!(found, rows, "{text:?}");
        }
    }
}
