//! Pages with two columns beside each other, as `pdftotext -layout` writes them, as one column: the left one first.

use std::collections::BTreeMap;

use super::lines::is_unseen;
use super::table;
use super::wrapping::is_wide;

/// So many lines must have the right column, and so many of them the left one too; on one page of the text.
const RIGHT: usize = 5;
const BOTH: usize = 3;
/// Where another page has two columns, so many are enough.
const LEAST: usize = 2;
/// Words of a column of prose on a line; the cells of a table are shorter.
const WORDS: usize = 4;
/// A column is not indented by so much.
const FAR: usize = 20;

/// A text with one column, if pages of it have two; and on how many pages. The lines are in the order in which they are read.
pub(super) fn unfold(text: &str) -> Option<(String, usize)> {
    let ends = text.replace("\r\n", "\n").replace('\r', "\n");
    let pages: Vec<&str> = ends.split('\u{c}').collect();
    let lines: Vec<Vec<Signs>> = pages.iter().map(|page| signs(page)).collect();
    if !lines.iter().any(|lines| gutter(lines, RIGHT, BOTH).is_some()) {
        return None;
    }
    let mut unfolded = 0;
    let pages: Vec<String> = (pages.iter().zip(&lines))
        .map(|(page, lines)| match gutter(lines, LEAST, 1) {
            Some(gutter) => {
                unfolded += 1;
                in_one(lines, gutter)
            }
            None => (*page).to_owned(),
        })
        .collect();
    Some((pages.join("\u{c}"), unfolded))
}

/// A line as its signs; a page has no tabs where it has columns.
type Signs = Vec<char>;

/// The lines of a page; none, where it has tabs or tables with bars.
fn signs(page: &str) -> Vec<Signs> {
    if page.contains(['\t', '|']) {
        return Vec::new();
    }
    let line = |line: &str| -> Signs {
        let shown = line.chars().map(|sign| if is_unseen(sign) { ' ' } else { sign });
        shown.collect::<String>().trim_end().chars().collect()
    };
    page.split('\n').map(line).collect()
}

fn in_one(lines: &[Signs], gutter: usize) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut columns: (Vec<String>, Vec<String>) = Default::default();
    for line in lines {
        match split(line, gutter) {
            Some((left, right)) => {
                columns.0.push(left);
                columns.1.push(right);
            }
            // A heading over both columns, or the foot of the page.
            None => {
                flush(&mut columns, &mut out);
                out.push(line.iter().collect());
            }
        }
    }
    flush(&mut columns, &mut out);
    out.join("\n")
}

/// Writes the two columns that were read so far, one below the other.
fn flush(columns: &mut (Vec<String>, Vec<String>), out: &mut Vec<String>) {
    let (left, right) = std::mem::take(columns);
    let said = |line: &String| !line.trim().is_empty();
    if !right.iter().any(said) {
        out.extend(left);
        return;
    }
    for column in [left, right] {
        let first = column.iter().position(said).unwrap_or(column.len());
        let last = column.iter().rposition(said).map_or(first, |last| last + 1);
        let lines = &column[first..last];
        let indent = lines.iter().filter(|line| said(line)).map(|line| indent(line)).min().unwrap_or(0);
        out.extend(lines.iter().map(|line| line.chars().skip(indent).collect()));
    }
    out.push(String::new());
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|sign| sign.is_whitespace()).count()
}

/// The left and the right part of a line, when nothing reaches from one column into the other.
fn split(line: &Signs, gutter: usize) -> Option<(String, String)> {
    let is_free = |at: usize| line.get(at).is_none_or(|sign| sign.is_whitespace());
    // One space within words is no gap, unless the line ends or begins there.
    let before = line[..gutter.min(line.len())].iter().all(|sign| sign.is_whitespace());
    let ends = line.len() <= gutter;
    let apart = is_free(gutter - 1) && (is_free(gutter.saturating_sub(2)) || before);
    let at = gutter.min(line.len());
    // The foot of a page has its number far to the right.
    let far = line[at..].iter().take_while(|sign| sign.is_whitespace()).count() >= FAR;
    (ends || (apart && !far)).then(|| {
        let left: String = line[..at].iter().collect();
        (left.trim_end().to_owned(), line[at..].iter().collect())
    })
}

/// Where the right column begins: the place at which most lines begin anew behind a gap, if nearly no line of prose reaches over it.
fn gutter(lines: &[Signs], right: usize, both: usize) -> Option<usize> {
    let mut begun: BTreeMap<usize, usize> = BTreeMap::new();
    for line in lines {
        let first = line.iter().position(|sign| !sign.is_whitespace()).unwrap_or(0);
        for at in (first + 3)..line.len() {
            if !line[at].is_whitespace() && line[at - 2..at].iter().all(|sign| sign.is_whitespace()) {
                *begun.entry(at).or_default() += 1;
            }
        }
    }
    let (gutter, _) = begun.into_iter().max_by_key(|(at, count)| (*count, *at))?;
    let said: Vec<&Signs> = lines.iter().filter(|line| !line.is_empty()).collect();
    let is_table = said.iter().any(|line| table::is_header(&pieces(line)));
    let rows: Vec<(String, String)> = said.iter().filter_map(|line| split(line, gutter)).collect();
    let has = |text: &String| !text.trim().is_empty();
    let rights: Vec<_> = rows.iter().filter(|(_, text)| text.starts_with(|sign: char| sign != ' ')).collect();
    let paired = rights.iter().filter(|(left, _)| has(left)).count();
    let prose = |text: &String| text.split_whitespace().count() >= WORDS || wide(text) >= 3 * WORDS;
    let lefts = rows.iter().filter(|(left, _)| has(left)).count();
    let left_prose = rows.iter().filter(|(left, _)| prose(left)).count();
    let right_prose = rights.iter().filter(|(_, right)| prose(right)).count();
    let certain = paired >= both
        && rights.len() >= right
        && (right <= LEAST || rights.len() * 4 >= said.len())
        && (said.len() - rows.len()) * 5 <= said.len()
        && left_prose * 2 >= lefts
        && right_prose * 2 >= rights.len()
        && !is_table;
    certain.then_some(gutter)
}

/// What stands between wide gaps of a line.
fn pieces(line: &Signs) -> Vec<String> {
    let text: String = line.iter().collect();
    text.split("  ").map(str::trim).filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
}

/// How many signs of a script without spaces a text has.
fn wide(text: &str) -> usize {
    text.chars().filter(|sign| is_wide(*sign)).count()
}
