//! Tables of a page, as Markdown has them: one line to a row, and a first row that says what the columns are.

use super::line::Source;
use super::shown::children;
use crate::web_page::NodeId;

/// No table of a page has more columns.
const MOST_COLUMNS: usize = 100;

/// A row, and whether it says what the columns are.
type Row = (Vec<String>, bool);

/// A table, with what it is called where that is not said above it.
pub(super) fn table(source: Source<'_>, node: NodeId, heading: &str) -> Vec<String> {
    let (mut rows, mut caption) = (Vec::new(), None);
    find(source, node, false, &mut rows, &mut caption);
    let columns = rows.iter().map(|(cells, _)| cells.len()).max().unwrap_or(0);
    if columns == 0 {
        return Vec::new();
    }
    let has_head = rows.first().is_some_and(|(_, head)| *head);
    let head = if has_head { rows.remove(0).0 } else { Vec::new() };
    let line = |cells: Vec<String>| {
        let cells = cells.into_iter().chain(std::iter::repeat(String::new())).take(columns);
        cells.map(|cell| format!("| {cell} ")).collect::<String>() + "|"
    };
    let mut lines = vec![line(head), "|---".repeat(columns) + "|"];
    lines.extend(rows.into_iter().map(|(cells, _)| line(cells)));
    let caption = caption.filter(|caption| !caption.is_empty() && caption != heading);
    caption.into_iter().chain([lines.join("\n")]).collect()
}

fn find(source: Source<'_>, node: NodeId, head: bool, rows: &mut Vec<Row>, caption: &mut Option<String>) {
    for child in children(source.document, node) {
        match source.document.nodes[child].name.as_str() {
            "caption" => *caption = Some(source.one_line(child)),
            "tr" => rows.push((cells(source, child), head)),
            "thead" => find(source, child, true, rows, caption),
            "tbody" | "tfoot" => find(source, child, false, rows, caption),
            _ => {}
        }
    }
}

fn cells(source: Source<'_>, row: NodeId) -> Vec<String> {
    let mut cells = Vec::new();
    for cell in children(source.document, row) {
        if !matches!(source.document.nodes[cell].name.as_str(), "td" | "th") {
            continue;
        }
        cells.push(in_cell(&source.one_line(cell)));
        let columns = source.document.attribute(cell, "colspan").and_then(|span| span.parse().ok());
        let more = columns.unwrap_or(1_usize).clamp(1, MOST_COLUMNS) - 1;
        cells.extend(std::iter::repeat_n(String::new(), more));
    }
    cells
}

/// A line in which no stroke ends a cell, as one in code or in an address would.
fn in_cell(line: &str) -> String {
    let mut cell = String::with_capacity(line.len());
    let mut is_escaped = false;
    for c in line.chars() {
        if c == '|' && !is_escaped {
            cell.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        cell.push(c);
    }
    cell
}
