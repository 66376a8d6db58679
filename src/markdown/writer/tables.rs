//! Tables, which scroll where they are wider than the screen.

use std::ops::Range;

use pulldown_cmark::Alignment;

use super::{Table, Writer, code};

/// How many columns a table may have: a row is padded to them, so a small text could become a huge page.
const MAX_COLUMNS: usize = 64;

impl Writer<'_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>, range: Range<usize>) {
        if alignments.len() > MAX_COLUMNS {
            let columns = alignments.len();
            self.report(
                code::TOO_DEEP,
                range,
                format!("the table has {columns} columns, more than the {MAX_COLUMNS} that a page can show"),
                "split the table",
            );
        }
        self.table = Some(Table { alignments, column: 0, head: true });
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
