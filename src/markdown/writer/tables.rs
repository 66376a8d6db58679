//! Tables, which scroll where they are wider than the screen.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::state::{Table, Writer};

/// How many cells the tables of a text may have: a row of one cell is padded to all columns, so three letters of a text
/// could become hundreds on the page.
const MOST_CELLS: usize = 200_000;

impl Writer<'_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>, range: Range<usize>) {
        let (columns, most) = (alignments.len(), self.limits.table_columns);
        if columns > most {
            let message =
                format!("the table has {columns} columns, more than the {most} that a page can show");
            self.stop(
                range.clone(),
                message,
                "split the table; `table-columns` below `[limits]` in book.toml allows more",
            );
        }
        self.table = Some(Table { alignments, column: 0, head: true, start: range });
        // A table that is wider than the screen scrolls, so it must be reachable by keyboard.
        self.push("<div class=\"table-scroll\" tabindex=\"0\"><table>\n");
    }

    pub(super) fn set_head(&mut self, head: bool) {
        if let Some(table) = &mut self.table {
            table.head = head;
            table.column = 0;
        }
    }

    pub(super) fn start_cell(&mut self) {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            let range = self.table.as_ref().map_or(0..0, |table| table.start.clone());
            self.stop(
                range,
                format!("the tables of the text have more than {MOST_CELLS} cells"),
                "split the text",
            );
        }
        let Some(table) = &mut self.table else { return };
        let class = match table.alignments.get(table.column) {
            Some(Alignment::Right) => " class=\"right\"",
            Some(Alignment::Center) => " class=\"center\"",
            _ => "",
        };
        table.column += 1;
        let html = if table.head { format!("<th scope=\"col\"{class}>") } else { format!("<td{class}>") };
        self.push(&html);
    }

    pub(super) fn end_cell(&mut self) {
        let head = self.table.as_ref().is_some_and(|table| table.head);
        self.push(if head { "</th>" } else { "</td>" });
    }
}
