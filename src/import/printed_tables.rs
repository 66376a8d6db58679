//! Tables that a text has with columns between spaces, as printed papers and `pdftotext -layout` show them. Each row becomes one
//! line with bars between its cells, so that it is read as every other table of a text.

use super::boilerplate::Boilerplate;
use super::lines::SourceLine;
use super::marker;
use super::node::join;
use super::table;
use super::wrapping::is_wide;

/// A value may begin so far to the left of the name of its column, and so far to the right.
const LEFT: usize = 3;
const RIGHT: usize = 2;
/// The names and two rows are the least that shows columns.
const ROWS: usize = 2;

/// Makes one line of each row of each table whose columns have names that planbook knows. The lines on which a cell goes on become
/// blank. Gives the lines that have the names of columns.
pub(super) fn fold(lines: &mut [SourceLine], boilerplate: &[Option<Boilerplate>]) -> Vec<usize> {
    let mut heads = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        // A typewriter gives a sign of Japanese the room of two letters; programs that read a PDF count it as one.
        let tables = [1, 2].into_iter().filter_map(|wide| {
            let head = head(&lines[at], wide).filter(|_| boilerplate[at].is_none())?;
            Table::of(lines, boilerplate, at, head, wide)
        });
        let table = tables.max_by_key(|table| (table.rows.len(), std::cmp::Reverse(table.wide)));
        at = match table {
            Some(table) => {
                heads.push(at);
                table.write(lines);
                table.end
            }
            None => at + 1,
        };
    }
    heads
}

/// The columns of a line that has the names of columns: where each begins, and its name.
fn head(line: &SourceLine, wide: usize) -> Option<Vec<(usize, String)>> {
    if !line.text.contains("  ") || line.text.starts_with('|') {
        return None;
    }
    let mut columns: Vec<(usize, String)> = Vec::new();
    let mut spaces = 2;
    for (place, sign) in placed(line, wide) {
        match sign {
            ' ' => spaces += 1,
            _ => {
                match columns.last_mut().filter(|_| spaces < 2) {
                    Some((_, name)) => {
                        name.extend(std::iter::repeat_n(' ', spaces));
                        name.push(sign);
                    }
                    None => columns.push((place, sign.to_string())),
                }
                spaces = 0;
            }
        }
    }
    let names: Vec<String> = columns.iter().map(|(_, name)| name.clone()).collect();
    table::is_header(&names).then_some(columns)
}

/// The signs of a line with the columns of the paper in which they stand.
fn placed(line: &SourceLine, wide: usize) -> Vec<(usize, char)> {
    let mut at = line.indent;
    let mut signs = Vec::with_capacity(line.text.len());
    for sign in line.text.chars() {
        signs.push((at, sign));
        at += width(sign, wide);
    }
    signs
}

fn width(sign: char, wide: usize) -> usize {
    if is_wide(sign) { wide } else { 1 }
}

/// A table as it is printed.
struct Table {
    /// The names of the columns.
    names: Vec<String>,
    /// The lines of each row, and its cells.
    rows: Vec<(Vec<usize>, Vec<String>)>,
    start: usize,
    /// The first line after it.
    end: usize,
    /// How many letters wide a sign of Japanese is.
    wide: usize,
}

impl Table {
    /// The table below the names of its columns, when it is one for certain.
    fn of(
        lines: &[SourceLine],
        boilerplate: &[Option<Boilerplate>],
        start: usize,
        columns: Vec<(usize, String)>,
        wide: usize,
    ) -> Option<Self> {
        let (starts, names): (Vec<usize>, Vec<String>) = columns.into_iter().unzip();
        let mut table = Self { names, rows: Vec::new(), start, end: start + 1, wide };
        let numbered = (start + 1..lines.len())
            .find(|at| !lines[*at].is_blank() && boilerplate[*at].is_none())
            .and_then(|at| cut(&lines[at], &starts, wide))
            .is_some_and(|cells| is_number(&cells[0]));
        for at in start + 1..lines.len() {
            if lines[at].is_blank() || boilerplate[at].is_some() {
                continue;
            }
            if head(&lines[at], wide).is_some() {
                break;
            }
            let Some(cells) = cut(&lines[at], &starts, wide) else { break };
            match table.place(&cells, numbered) {
                Place::Row => table.rows.push((vec![at], cells)),
                Place::GoesOn => table.go_on(at, &cells),
                Place::Nowhere => break,
            }
            table.end = at + 1;
        }
        (table.rows.len() >= ROWS).then_some(table)
    }

    /// What a line is, by its cells. A row begins with its number, where rows have one, and has more than that; otherwise with its
    /// first cell, unless that goes on a sentence.
    fn place(&self, cells: &[String], numbered: bool) -> Place {
        let said = cells.iter().filter(|cell| !cell.is_empty()).count();
        let begun = !self.rows.is_empty();
        match (cells[0].is_empty(), numbered) {
            (true, _) if begun => Place::GoesOn,
            (false, true) if is_number(&cells[0]) && said > 1 => Place::Row,
            (false, false) if begun && cells[0].starts_with(|sign: char| sign.is_lowercase()) => {
                Place::GoesOn
            }
            (false, false) if said > 1 => Place::Row,
            _ => Place::Nowhere,
        }
    }

    fn go_on(&mut self, at: usize, more: &[String]) {
        let Some((lines, cells)) = self.rows.last_mut() else { return };
        lines.push(at);
        for (cell, more) in cells.iter_mut().zip(more) {
            join(cell, more, false);
        }
    }

    fn write(&self, lines: &mut [SourceLine]) {
        lines[self.start].text = with_bars(&self.names);
        for (of, cells) in &self.rows {
            for at in of {
                lines[*at].text.clear();
            }
            lines[of[0]].text = with_bars(cells);
        }
    }
}

enum Place {
    Row,
    GoesOn,
    Nowhere,
}

/// `1.1`, `A-3`, `12.`, with nothing behind it.
fn is_number(cell: &str) -> bool {
    let marked = marker::read(cell).or_else(|| marker::read(&format!("{cell}.")));
    let digits = cell.chars().any(|sign| sign.is_ascii_digit()) && !cell.contains(' ');
    digits || marked.is_some_and(|marker| !marker.steps.is_empty() && marker.words.is_empty())
}

/// The cells of a line, when a gap is at the beginning of each column, or near it.
fn cut(line: &SourceLine, starts: &[usize], wide: usize) -> Option<Vec<String>> {
    let signs = placed(line, wide);
    let is_free = |place: usize| {
        // A wide sign reaches into the column behind it.
        let on = signs.iter().rfind(|(at, _)| *at < place);
        on.is_none_or(|(at, sign)| *sign == ' ' || at + width(*sign, wide) < place)
    };
    let mut cuts = vec![0];
    for start in &starts[1..] {
        let least = start.saturating_sub(LEFT).max(cuts.last().copied().unwrap_or(0) + 1);
        // The nearest gap.
        let mut places: Vec<usize> = (least..=start + RIGHT).collect();
        places.sort_by_key(|place| place.abs_diff(*start));
        cuts.push(places.into_iter().find(|place| is_free(*place))?);
    }
    cuts.push(usize::MAX);
    let cell = |ends: &[usize]| {
        let within = signs.iter().filter(|(at, _)| (ends[0]..ends[1]).contains(at));
        within.map(|(_, sign)| *sign).collect::<String>().trim().to_owned()
    };
    Some(cuts.windows(2).map(cell).collect())
}

fn with_bars(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    format!("| {} |", cells.join(" | "))
}
