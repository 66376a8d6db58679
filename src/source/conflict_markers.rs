//! The lines that git writes where a merge left something undecided.

use crate::diag::{Diagnostic, FileId, Span, code};

/// What git writes at the beginning of a line: ours, theirs, and between the two.
const OURS: &str = "<<<<<<< ";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>> ";
/// What was there before both, where git was asked to say so.
const BASE: &str = "||||||| ";

/// Where git wrote both versions of some lines into the file, because it could not know which to keep.
pub(super) fn conflict(path: &str, text: &str, file: FileId) -> Option<Diagnostic> {
    // Nearly no file has one, and this is asked of every file.
    let mut from = 0;
    while let Some(found) = text[from..].find(OURS) {
        let start = from + found;
        from = start + OURS.len();
        if start > 0 && text.as_bytes()[start - 1] != b'\n' {
            continue;
        }
        let (Some(between), Some(theirs)) = sides(text, start) else { continue };
        let message = "these lines contain an unresolved merge conflict";
        let place = |at: usize| Span::new(file, at..at + OURS.len() - 1);
        return Some(
            Diagnostic::new(code::CONFLICT_MARKER, place(start), message)
                .note("the first version starts here")
                .label(place(between), "the second version starts here")
                .label(place(theirs), "the second version ends here")
                .help("keep the correct lines of the two versions, and delete the three marked lines"),
        );
    }
    alone(path, text, file)
}

/// A mark without the others: somebody removed some of the lines.
fn alone(path: &str, text: &str, file: FileId) -> Option<Diagnostic> {
    let mark =
        [OURS, BASE, THEIRS].iter().filter_map(|mark| Some((line_start(text, mark)?, mark.len() - 1))).min();
    let (start, length) = mark.or_else(|| {
        let separator = path.ends_with(".md").then(|| separator(text)).flatten();
        separator.map(|start| (start, BETWEEN.len()))
    })?;
    let message = "this line is what git writes where two changes meet";
    Some(
        Diagnostic::new(code::CONFLICT_MARKER, Span::new(file, start..start + length), message).help(
            "keep the correct lines, and delete this one; for a heading above a line of `=`, write `# ` before its words instead",
        ),
    )
}

/// Where the first line begins that begins so.
fn line_start(text: &str, mark: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(found) = text[from..].find(mark) {
        let start = from + found;
        if start == 0 || text.as_bytes()[start - 1] == b'\n' {
            return Some(start);
        }
        from = start + 1;
    }
    None
}

/// A line of seven `=` between lines of text. Below a heading of that width it is a way to write one.
fn separator(text: &str) -> Option<usize> {
    let mut at = 0;
    let mut before = "";
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let words = before.trim();
        let below = lines.peek().is_some_and(|next| !next.trim().is_empty());
        if line.trim_end() == BETWEEN && !words.is_empty() && below && words.chars().count() != BETWEEN.len()
        {
            return Some(at);
        }
        at += line.len();
        before = line;
    }
    None
}

/// Where the two other marks begin.
fn sides(text: &str, start: usize) -> (Option<usize>, Option<usize>) {
    let mut at = start;
    let (mut between, mut theirs) = (None, None);
    for line in text[start..].split_inclusive('\n') {
        match between {
            None if line.trim_end() == BETWEEN => between = Some(at),
            Some(_) if line.starts_with(THEIRS) => theirs = Some(at),
            _ => {}
        }
        if theirs.is_some() {
            break;
        }
        at += line.len();
    }
    (between, theirs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<usize> {
        conflict("content/a.md", text, FileId(0))
            .and_then(|problem| problem.span)
            .map(|span| span.range().start)
    }

    #[test]
    fn three_marks_in_their_order_are_a_conflict() {
        assert_eq!(found("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n"), Some(2));
        assert_eq!(found("<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> x"), Some(0));
    }

    #[test]
    fn other_signs_are_none() {
        for text in [
            "Title\n=======\n",
            "Harbour\n=======\nText\n",
            "\n=======\n\nText\n",
            "a <<<<<<< b\n========\nc >>>>>>> c\n",
            "> > > > > > > a\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn one_mark_alone_is_a_conflict_too() {
        for (text, start) in [
            ("a\n<<<<<<< HEAD\nb\n", 2),
            ("a\n>>>>>>> feat\n", 2),
            ("||||||| base\n", 0),
            ("Some words\n=======\nother words\n", 11),
            ("<<<<<<< a\n>>>>>>> b\n=======\n", 0),
        ] {
            assert_eq!(found(text), Some(start), "{text}");
        }
    }
}
