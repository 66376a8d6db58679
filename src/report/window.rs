//! The lines that are drawn for a problem. Drawing takes as long as the text is that it is given, so it is given the lines
//! around the places and not the file.

use std::ops::Range;

use super::place::clamp;
use crate::diag::{Diagnostic, FileId, Span};
use crate::source::Tree;

/// How far apart two places may be, in bytes, to be drawn in one piece.
const FAR: usize = 8_000;
/// How many lines are shown at most between two places, and so how many are needed around each.
const AROUND: usize = 2;

/// A piece of a file with the places in it.
pub(super) struct Window<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    /// The number of its first line.
    pub(super) first_line: usize,
    pub(super) marks: Vec<PlaceMark<'a>>,
}

/// A place in a window.
pub(super) struct PlaceMark<'a> {
    /// Bytes of the window's text.
    pub(super) range: Range<usize>,
    /// A few words at the place.
    pub(super) text: Option<&'a str>,
    /// Whether it is the problem itself, and not what explains it.
    pub(super) primary: bool,
}

/// The windows of a problem: that of the problem itself first, then those of other places in the order of the labels.
pub(super) fn windows<'a>(diagnostic: &'a Diagnostic, tree: &'a Tree) -> Vec<Window<'a>> {
    let primary = diagnostic.span.map(|span| (span, diagnostic.note.as_deref(), true));
    let labels = diagnostic.labels.iter().map(|label| (label.span, Some(label.text.as_str()), false));
    let mut groups: Vec<(FileId, &str, Range<usize>, Vec<PlaceMark<'_>>)> = Vec::new();
    for (span, text, primary) in primary.into_iter().chain(labels) {
        let Some(source) = tree.text(span.file) else { continue };
        let range = shown(span, source);
        let mark = PlaceMark { range: range.clone(), text, primary };
        match groups.iter_mut().find(|(file, _, all, _)| *file == span.file && are_near(all, &range)) {
            Some((.., all, marks)) => {
                *all = all.start.min(range.start)..all.end.max(range.end);
                marks.push(mark);
            }
            None => groups.push((span.file, source, range, vec![mark])),
        }
    }
    groups.into_iter().map(|(file, source, all, marks)| cut(file, source, &all, marks)).collect()
}

/// The lines around one span, without marks, and where the span is in them.
pub(super) fn around(span: Span, source: &str) -> (Window<'_>, Range<usize>) {
    let range = shown(span, source);
    let start = lines_before(source, range.start);
    (cut(span.file, source, &range, Vec::new()), range.start - start..range.end - start)
}

fn cut<'a>(file: FileId, source: &'a str, all: &Range<usize>, mut marks: Vec<PlaceMark<'a>>) -> Window<'a> {
    let start = lines_before(source, all.start);
    let end = lines_after(source, all.end);
    for mark in &mut marks {
        mark.range = mark.range.start - start..mark.range.end - start;
    }
    let first_line = memchr::memchr_iter(b'\n', &source.as_bytes()[..start]).count() + 1;
    Window { file, text: &source[start..end], first_line, marks }
}

/// Where the line begins that is so many lines above.
fn lines_before(source: &str, at: usize) -> usize {
    memchr::memrchr_iter(b'\n', &source.as_bytes()[..at]).nth(AROUND).map_or(0, |end| end + 1)
}

/// Where the line ends that is so many lines below.
fn lines_after(source: &str, at: usize) -> usize {
    memchr::memchr_iter(b'\n', &source.as_bytes()[at..]).nth(AROUND).map_or(source.len(), |end| at + end + 1)
}

fn are_near(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start.max(b.start).saturating_sub(a.end.min(b.end)) <= FAR
}

/// What of a span is drawn: of a very long one its first line.
fn shown(span: Span, source: &str) -> Range<usize> {
    let range = clamp(span, source);
    if range.len() <= FAR {
        return range;
    }
    let line = source[range.clone()].find('\n').unwrap_or(range.len());
    range.start..range.start + line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::code;

    fn tree() -> Tree {
        let text: String = (1..=5_000).map(|line| format!("line {line}\n")).collect();
        Tree::new([("a.md".to_owned(), text.into_bytes())]).0
    }

    fn line(n: usize, tree: &Tree) -> Span {
        let at = tree.text(FileId(0)).unwrap().find(&format!("line {n}\n")).unwrap();
        Span::new(FileId(0), at..at + 4)
    }

    #[test]
    fn a_window_holds_a_few_lines_and_knows_their_numbers() {
        let tree = tree();
        let problem = Diagnostic::new(code::BAD_ID, line(2_500, &tree), "x").label(line(2_503, &tree), "y");
        let windows = windows(&problem, &tree);
        assert_eq!(windows.len(), 1);
        assert_eq!((windows[0].first_line, windows[0].text.lines().count()), (2_498, 8));
        let drawn: Vec<&str> = windows[0].marks.iter().map(|m| &windows[0].text[m.range.clone()]).collect();
        assert_eq!(drawn, ["line", "line"]);
    }

    #[test]
    fn places_far_apart_have_a_window_each() {
        let tree = tree();
        let problem = Diagnostic::new(code::BAD_ID, line(4_999, &tree), "x").label(line(1, &tree), "y");
        let lines: Vec<usize> = windows(&problem, &tree).iter().map(|window| window.first_line).collect();
        assert_eq!(lines, [4_997, 1]);
        let text = tree.text(FileId(0)).unwrap();
        let (window, range) = around(line(3, &tree), text);
        assert_eq!((window.first_line, &window.text[range]), (1, "line"));
    }

    #[test]
    fn of_a_long_span_the_first_line_is_drawn() {
        let tree = tree();
        let whole = Span::new(FileId(0), 0..40_000);
        let problem = Diagnostic::new(code::BAD_ID, whole, "x");
        assert_eq!(windows(&problem, &tree)[0].marks[0].range, 0..6);
    }
}
