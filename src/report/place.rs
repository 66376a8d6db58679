//! Where a span lies, as people and their tools count: lines and columns from 1, columns in characters.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{FileId, Span};
use crate::source::Tree;

/// What the paths of an older state of the book begin with, where it stands beside the one of today. It sorts after every
/// path of a book, so the places of the newer state stay as they are.
pub const WAS: &str = "was:";

/// A place in a file. The end is the first character after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// First line.
    pub line: usize,
    /// First column.
    pub column: usize,
    /// Last line.
    pub end_line: usize,
    /// One past the last column.
    pub end_column: usize,
}

/// Finds places. It remembers where lines end and where it was: a file of a megabyte may have a hundred thousand problems,
/// and a line a good part of them.
#[derive(Debug, Default)]
pub struct Places {
    ends: BTreeMap<FileId, Vec<usize>>,
    last: Option<Seen>,
}

/// The place that was found last.
#[derive(Debug, Clone, Copy)]
struct Seen {
    file: FileId,
    at: usize,
    line: usize,
    column: usize,
}

impl Places {
    /// The place of a span. In a file that could not be read it is the beginning.
    pub fn of(&mut self, span: Span, tree: &Tree) -> Place {
        let text = tree.text(span.file).unwrap_or("");
        let range = clamp(span, text);
        let Seen { line, column, .. } = self.find(span.file, text, range.start);
        let (end_line, end_column) = onwards(&text[range], line, column);
        Place { line, column, end_line, end_column }
    }

    fn find(&mut self, file: FileId, text: &str, at: usize) -> Seen {
        let ends =
            self.ends.entry(file).or_insert_with(|| memchr::memchr_iter(b'\n', text.as_bytes()).collect());
        let line = ends.partition_point(|end| *end < at) + 1;
        let start = if line > 1 { ends.get(line - 2).map_or(0, |end| end + 1) } else { 0 };
        let (from, column) = match self.last {
            Some(seen) if seen.file == file && seen.line == line && seen.at <= at => (seen.at, seen.column),
            _ => (start, 1),
        };
        let seen = Seen { file, at, line, column: column + text[from..at].chars().count() };
        self.last = Some(seen);
        seen
    }
}

/// Where one is after a text that began at a line and column.
fn onwards(passed: &str, line: usize, column: usize) -> (usize, usize) {
    let lines = memchr::memchr_iter(b'\n', passed.as_bytes()).count();
    let column = match passed.rfind('\n') {
        Some(end) => passed[end + 1..].chars().count() + 1,
        None => column + passed.chars().count(),
    };
    (line + lines, column)
}

/// The span inside its text, on character boundaries, so that nothing that reads it can fail.
pub(super) fn clamp(span: Span, text: &str) -> Range<usize> {
    let floor = |n: usize| text.floor_char_boundary(n.min(text.len()));
    let (start, end) = (floor(span.range().start), floor(span.range().end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_in_any_order() {
        let (tree, _) = Tree::new([("a.md".to_owned(), "a\nbé\n\nc".as_bytes().to_vec())]);
        let mut places = Places::default();
        let mut place = |at| {
            let place = places.of(Span::new(FileId(0), at..at), &tree);
            (place.line, place.column)
        };
        let there: Vec<_> = [0, 2, 3, 5, 6, 7].into_iter().map(&mut place).collect();
        assert_eq!(there, [(1, 1), (2, 1), (2, 2), (2, 3), (3, 1), (4, 1)]);
        assert_eq!((place(3), place(3), place(7)), ((2, 2), (2, 2), (4, 1)));
    }

    #[test]
    fn an_end_is_one_past_the_last_character() {
        let (tree, _) = Tree::new([("a.md".to_owned(), "bé\n語c".as_bytes().to_vec())]);
        let of = |range| Places::default().of(Span::new(FileId(0), range), &tree);
        assert_eq!(of(1..3), Place { line: 1, column: 2, end_line: 1, end_column: 3 });
        assert_eq!(of(1..7), Place { line: 1, column: 2, end_line: 2, end_column: 2 });
        assert_eq!(of(90..99), Place { line: 2, column: 3, end_line: 2, end_column: 3 });
    }
}
