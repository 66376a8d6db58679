//! Headings that take more than one line: underlined, or in bold up to a line below.

use super::boilerplate::Boilerplate;
use super::lines::SourceLine;
use super::node::join;

/// What the lines around a line make of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// It stands by itself.
    Plain,
    /// A line is drawn below it: it is a heading of this level.
    Underlined(usize),
    /// Its bold words end on a line below: this is all of them.
    Opens(String),
    /// It goes on the bold words of the line above.
    GoesOn,
}

/// Bold words over more lines are a paragraph, or the end was forgotten.
const MOST_LINES: usize = 4;
const BOLD: &str = "**";

/// The shape of each line.
pub(super) fn of(lines: &[SourceLine], boilerplate: &[Option<Boilerplate>]) -> Vec<Shape> {
    let mut shapes = vec![Shape::Plain; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if line.is_blank() || boilerplate[at].is_some() {
            at += 1;
            continue;
        }
        if let Some(level) = underline(lines, at) {
            shapes[at] = Shape::Underlined(level);
        } else if let Some((text, end)) = bold(lines, at) {
            shapes[at] = Shape::Opens(text);
            shapes[at + 1..=end].fill(Shape::GoesOn);
            at = end;
        }
        at += 1;
    }
    shapes
}

/// The level of a heading that is underlined: the words stand alone above the line, which is about as long as they are.
fn underline(lines: &[SourceLine], at: usize) -> Option<usize> {
    let (line, below) = (&lines[at], lines.get(at + 1)?);
    let alone = at == 0 || lines[at - 1].is_blank();
    let drawn = |sign: char| below.text.chars().all(|drawn| drawn == sign);
    let level = if drawn('=') {
        1
    } else if drawn('-') {
        2
    } else {
        return None;
    };
    let (words, length) = (line.text.chars().count(), below.text.chars().count());
    (alone && length >= 3 && length * 2 >= words && !line.text.starts_with(['|', '#'])).then_some(level)
}

/// Bold words that begin on a line and end on one below, and the index of that.
fn bold(lines: &[SourceLine], at: usize) -> Option<(String, usize)> {
    let opens = |text: &str| text.matches(BOLD).count() % 2 == 1;
    let first = &lines[at].text;
    let begins = first.find(BOLD).is_some_and(|start| first[..start].chars().count() <= 6);
    if begins && opens(first) {
        let mut text = first.clone();
        for (next, line) in lines.iter().enumerate().skip(at + 1).take(MOST_LINES) {
            if line.is_blank() {
                break;
            }
            join(&mut text, &line.text, false);
            if !opens(&text) {
                return Some((text, next));
            }
        }
        return None;
    }
    // `**Clean water for the**` and `**harbour towns**` below.
    let whole = |text: &str| {
        text.len() > 4 && text.starts_with(BOLD) && text.ends_with(BOLD) && text.matches(BOLD).count() == 2
    };
    let inner = |text: &str| text.trim_matches('*').trim().to_owned();
    let small = |text: &str| inner(text).starts_with(char::is_lowercase);
    let next = lines.get(at + 1)?;
    (whole(first) && whole(&next.text) && small(&next.text))
        .then(|| (format!("{BOLD}{} {}{BOLD}", inner(first), inner(&next.text)), at + 1))
}
