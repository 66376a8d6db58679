//! Tables from a word processor or a spreadsheet: cells with tabs between them, which Markdown reads as one line of words.

use std::ops::Range;

use super::state::Writer;
use crate::diag::{Diagnostic, code};

/// The longest paragraph for which a table is written.
const LONGEST: usize = 20_000;

impl Writer<'_> {
    /// Reports a paragraph whose lines all have the same number of cells, with the table that is meant.
    pub(super) fn look_at_tabs(&mut self, range: &Range<usize>) {
        let Some(written) = self.text.get(range.clone()).filter(|text| text.contains('\t')) else { return };
        let written = written.trim_end();
        let rows: Vec<Vec<&str>> =
            written.lines().map(|line| line.trim().split('\t').map(str::trim).collect()).collect();
        let columns = rows.first().map_or(0, Vec::len);
        // The signs of lists from a word processor are told by themselves.
        let is_list = rows.iter().all(|row| {
            row.first()
                .is_some_and(|cell| cell.chars().count() == 1 && !cell.chars().all(char::is_alphanumeric))
        });
        if is_list || rows.len() < 2 || columns < 2 || rows.iter().any(|row| row.len() != columns) {
            return;
        }
        let place = self.place.span(range.start..range.start + written.len());
        let problem = Diagnostic::new(
            code::LITERAL_MARKUP,
            place,
            "this looks like a table with tabs, but Markdown reads it as one line of words",
        )
        .help("write a table with `|` between the cells, and a line `|---|---|` below the first row");
        let whole = self.is_whole_body() && self.depth == 1 && written.len() <= LONGEST;
        self.diagnostics.push(if whole { problem.suggest(table(&rows)) } else { problem });
    }
}

fn table(rows: &[Vec<&str>]) -> String {
    let line = |row: &Vec<&str>| {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    let columns = rows.first().map_or(0, Vec::len);
    lines.insert(1, format!("|{}", "---|".repeat(columns)));
    lines.join("\n")
}
