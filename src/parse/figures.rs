//! Files with the numbers of an indicator: a table with a row for each period.

use std::ops::Range;

use super::indicator::bad_number;
use crate::date::{Date, FiscalYear, NotADate, Precision};
use crate::decimal::Decimal;
use crate::diag::{Diagnostic, FileId, Span, code, guess};

/// How many rows a file may have.
const MOST_ROWS: usize = 10_000;

/// The columns, of which the first two have to be there.
const COLUMNS: [&str; 5] = ["period", "value", "note", "source", "break"];
const PERIOD: usize = 0;
const VALUE: usize = 1;
const NOTE: usize = 2;
const SOURCE: usize = 3;
const BREAK: usize = 4;

/// A row of a file of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The period.
    pub period: Date,
    /// Where the period stands.
    pub span: Span,
    /// The number.
    pub value: Decimal,
    /// A remark on it.
    pub note: Option<String>,
    /// Where it is from.
    pub source: Option<String>,
    /// Whether it was measured in another way than those before.
    pub is_break: bool,
}

/// Reads a file of figures; every mistake is reported at its place.
pub(super) fn read(
    file: FileId,
    text: &str,
    fiscal_year: FiscalYear,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Figure> {
    let mut reader = Reader { file, fiscal_year, diagnostics, columns: Vec::new() };
    let mut rows = Rows { text, at: text.len() - text.trim_start_matches('\u{feff}').len() };
    let Some(header) = rows.next() else {
        reader.problem(0..0, "the file of figures is empty".to_owned(), HEADER_HELP);
        return Vec::new();
    };
    if !reader.header(&header) {
        return Vec::new();
    }
    let mut figures = Vec::new();
    for (number, row) in rows.enumerate() {
        if number == MOST_ROWS {
            let span = row.first().map_or(0..0, |cell| cell.place.clone());
            let message = format!("the file has more than {MOST_ROWS} rows, which is the limit");
            let problem = Diagnostic::new(code::TOO_LARGE, Span::new(file, span), message);
            reader.diagnostics.push(problem.help(
                "leave out older rows, or write one row for a longer period, such as a month instead of each day",
            ));
            break;
        }
        figures.extend(reader.row(&row));
    }
    figures
}

const HEADER_HELP: &str = "the first line names the columns: `period,value`, and where they are needed `note`, `source` and `break`";

/// A cell: what it says, and where.
struct Cell {
    text: String,
    place: Range<usize>,
    /// Whether a quotation mark is not closed.
    open: bool,
}

/// The rows of a table with commas, as spreadsheets write it. Blank lines are no rows.
struct Rows<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Rows<'_> {
    type Item = Vec<Cell>;

    fn next(&mut self) -> Option<Vec<Cell>> {
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            let row = self.row();
            if row.iter().any(|cell| !cell.text.is_empty()) {
                return Some(row);
            }
        }
    }
}

impl Rows<'_> {
    fn row(&mut self) -> Vec<Cell> {
        let mut row = Vec::new();
        loop {
            row.push(self.cell());
            let rest = self.text.get(self.at..).unwrap_or("");
            match rest.bytes().next() {
                Some(b',') => self.at += 1,
                Some(b'\r') => {
                    self.at += if rest.starts_with("\r\n") { 2 } else { 1 };
                    return row;
                }
                Some(_) => {
                    self.at += 1;
                    return row;
                }
                None => return row,
            }
        }
    }

    /// A cell, up to the comma or the end of its line.
    fn cell(&mut self) -> Cell {
        let rest = self.text.get(self.at..).unwrap_or("");
        if rest.starts_with('"') {
            return self.quoted(rest);
        }
        let end = self.at + rest.find([',', '\n', '\r']).unwrap_or(rest.len());
        let written = &self.text[self.at..end];
        let start = self.at + (written.len() - written.trim_start().len());
        let text = written.trim().to_owned();
        self.at = end;
        Cell { place: start..start + text.len(), text, open: false }
    }

    /// A cell in quotation marks: two of them are one.
    fn quoted(&mut self, rest: &str) -> Cell {
        let start = self.at;
        let (mut text, mut at) = (String::new(), 1);
        loop {
            let Some(mark) = rest.get(at..).and_then(|rest| rest.find('"')) else {
                // It would be the rest of the file: the line is enough.
                let line = rest.find(['\n', '\r']).unwrap_or(rest.len());
                self.at = start + line;
                let text = rest[1..line.max(1)].trim().to_owned();
                return Cell { text, place: start..start + line, open: true };
            };
            text.push_str(&rest[at..at + mark]);
            at += mark + 1;
            if !rest[at..].starts_with('"') {
                break;
            }
            text.push('"');
            at += 1;
        }
        let after = rest[at..].find([',', '\n', '\r']).unwrap_or(rest.len() - at);
        text.push_str(rest[at..at + after].trim_end());
        self.at = start + at + after;
        Cell { text: text.trim().to_owned(), place: start..start + at, open: false }
    }
}

struct Reader<'d> {
    file: FileId,
    fiscal_year: FiscalYear,
    diagnostics: &'d mut Vec<Diagnostic>,
    /// Which column each cell of a row is in; `None` for one that has no use.
    columns: Vec<Option<usize>>,
}

impl Reader<'_> {
    fn problem(&mut self, place: Range<usize>, message: String, help: &str) {
        self.diagnostics
            .push(Diagnostic::new(code::BAD_FIGURES, Span::new(self.file, place), message).help(help));
    }

    /// Reads the names of the columns, and whether the rows can be read by them.
    fn header(&mut self, header: &[Cell]) -> bool {
        if let [only] = header
            && let Some(sign) = [';', '\t', '|'].into_iter().find(|sign| only.text.contains(*sign))
        {
            let shown = if sign == '\t' { "tabs".to_owned() } else { format!("`{sign}`") };
            let message = format!("the columns are separated by {shown}, not by commas");
            self.problem(
                only.place.clone(),
                message,
                "save the table as CSV with commas between the columns, and write decimals with a `.`",
            );
            return false;
        }
        for cell in header {
            let name = cell.text.to_lowercase();
            let column = COLUMNS.iter().position(|known| *known == name);
            match column {
                Some(column) if self.columns.contains(&Some(column)) => {
                    let message = format!("the column `{name}` is there twice");
                    self.problem(cell.place.clone(), message, "remove one of the two columns");
                    self.columns.push(None);
                }
                None => {
                    let message = format!("a file of figures has no column `{}`", cell.text);
                    let span = Span::new(self.file, cell.place.clone());
                    let problem = Diagnostic::new(code::BAD_FIGURES, span, message).help(HEADER_HELP);
                    self.diagnostics.push(problem.suggest_guess(guess(&name, COLUMNS)));
                    self.columns.push(None);
                }
                Some(_) => self.columns.push(column),
            }
        }
        let mut complete = true;
        for column in [PERIOD, VALUE] {
            if !self.columns.contains(&Some(column)) {
                complete = false;
                // An unknown name was most likely meant.
                if !self.columns.contains(&None) {
                    let place = header.first().map_or(0..0, |cell| cell.place.clone());
                    let message = format!("the column `{}` is missing", COLUMNS[column]);
                    self.problem(place, message, HEADER_HELP);
                }
            }
        }
        complete
    }

    fn row(&mut self, row: &[Cell]) -> Option<Figure> {
        if let Some(open) = row.iter().find(|cell| cell.open) {
            let message = "a quotation mark is not closed on this line".to_owned();
            self.problem(open.place.clone(), message, "write `\"` at the end of the text too");
            return None;
        }
        if let Some(more) = row.get(self.columns.len()) {
            let message =
                format!("the row has {} values, but the table has {} columns", row.len(), self.columns.len());
            self.problem(
                more.place.clone(),
                message,
                "put a text that has a comma between quotation marks, and write decimals with a `.`",
            );
            return None;
        }
        let cell = |column: usize| {
            let at = self.columns.iter().position(|known| *known == Some(column));
            at.and_then(|at| row.get(at)).filter(|cell| !cell.text.is_empty())
        };
        let (period, value, is_break) = (cell(PERIOD), cell(VALUE), cell(BREAK));
        let text = |column: usize| cell(column).map(|cell| cell.text.clone());
        let (note, source) = (text(NOTE), text(SOURCE));
        let first = row.first().map_or(0..0, |cell| cell.place.clone());
        let period = self.period(period, &first);
        let value = self.value(value, &first);
        let is_break = self.is_break(is_break);
        let (period, span) = period?;
        Some(Figure { period, span, value: value?, note, source, is_break: is_break? })
    }

    fn period(&mut self, cell: Option<&Cell>, row: &Range<usize>) -> Option<(Date, Span)> {
        let Some(cell) = cell else {
            self.problem(row.clone(), "the row has no period".to_owned(), "write the period, such as `2024`");
            return None;
        };
        let why = match Date::parse(&cell.text, self.fiscal_year) {
            Ok(date) if date.precision != Precision::Ongoing => {
                return Some((date, Span::new(self.file, cell.place.clone())));
            }
            Ok(_) => "a number is for a period that has an end".to_owned(),
            Err(NotADate(why)) => why,
        };
        let message = format!("`{}` is not a valid period: {why}", cell.text);
        self.problem(cell.place.clone(), message, "write a year, month or day: `2024`, `2024-05`, `2024-Q2`");
        None
    }

    fn value(&mut self, cell: Option<&Cell>, row: &Range<usize>) -> Option<Decimal> {
        let Some(cell) = cell else {
            self.problem(
                row.clone(),
                "the row has no value".to_owned(),
                "write the number, or remove the row: a period without a row has no value",
            );
            return None;
        };
        match Decimal::parse(&cell.text) {
            Ok(value) => Some(value),
            Err(problem) => {
                let span = Span::new(self.file, cell.place.clone());
                self.diagnostics.push(bad_number(&cell.text, span, &problem));
                None
            }
        }
    }

    fn is_break(&mut self, cell: Option<&Cell>) -> Option<bool> {
        let Some(cell) = cell else { return Some(false) };
        match cell.text.to_lowercase().as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                let message = format!("`break` must be `true` or empty, not `{}`", cell.text);
                self.problem(
                    cell.place.clone(),
                    message,
                    "write `true` in the row from which on the numbers are measured in another way",
                );
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> (Vec<Figure>, Vec<(String, usize)>) {
        let mut found = Vec::new();
        let figures = read(FileId(0), text, FiscalYear::default(), &mut found);
        (figures, found.into_iter().map(|it| (it.message, it.span.unwrap().range().start)).collect())
    }

    #[test]
    fn tables_are_read_as_spreadsheets_write_them() {
        let text = "\u{feff}Period,value,note,break\r\n2022,3,,\r\n\r\n2023-Q2,\"4.5\",\"a \"\"new\"\" way,\nreally\",true\r\n";
        let (figures, problems) = problems(text);
        assert_eq!(problems, []);
        assert_eq!(figures.len(), 2);
        assert_eq!((figures[1].value.text.as_str(), figures[1].is_break), ("4.5", true));
        assert_eq!(figures[1].note.as_deref(), Some("a \"new\" way,\nreally"));
    }

    #[test]
    fn every_mistake_has_its_place() {
        let text = "period,value\n20x4,1\n2024,6,5\n2023,\n,2\n2022,\"3\n2021,many\n";
        let (figures, problems) = problems(text);
        assert_eq!(figures, []);
        let places: Vec<usize> = problems.iter().map(|(_, at)| *at).collect();
        let at = |words: &str| text.find(words).unwrap();
        assert_eq!(places, [at("20x4"), at("5\n2023"), at("2023"), at(",2\n2022"), at("\"3"), at("many")]);
    }

    #[test]
    fn columns_have_names() {
        let first = |text: &str| problems(text).1[0].0.clone();
        assert_eq!(first(""), "the file of figures is empty");
        assert_eq!(first("period;value\n"), "the columns are separated by `;`, not by commas");
        assert_eq!(first("year,value\n"), "a file of figures has no column `year`");
        assert_eq!(first("value,note\n"), "the column `period` is missing");
        assert_eq!(first("period,value,value\n"), "the column `value` is there twice");
        let many = format!("period,value\n{}", "2024-01-01,1\n".repeat(MOST_ROWS + 1));
        assert_eq!(first(&many), "the file has more than 10000 rows, which is the limit");
    }
}
