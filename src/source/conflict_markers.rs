//! The lines that git writes where a merge left something undecided.

use crate::diag::{Diagnostic, FileId, Span, code};

/// What git writes at the beginning of a line: ours, theirs, and between the two.
const OURS: &str = "<<<<<<< ";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>> ";

/// Where git wrote both versions of some lines into the file, because it could not know which to keep.
pub(super) fn conflict(text: &str, file: FileId) -> Option<Diagnostic> {
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
        conflict(text, FileId(0)).and_then(|problem| problem.span).map(|span| span.range().start)
    }

    #[test]
    fn three_marks_in_their_order_are_a_conflict() {
        assert_eq!(found("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n"), Some(2));
        assert_eq!(found("<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> x"), Some(0));
    }

    #[test]
    fn other_signs_are_none() {
        for text in
            ["Title\n=======\n", "a <<<<<<< b\n=======\n>>>>>>> c\n", "<<<<<<< a\n>>>>>>> b\n=======\n"]
        {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
