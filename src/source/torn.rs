//! Files that are no text of their author's: what a merge left undecided, and what never was text.

use crate::diag::{Diagnostic, FileId, Span, code};

/// What git writes at the beginning of a line: ours, theirs, and between the two.
const OURS: &str = "<<<<<<< ";
const BETWEEN: &str = "=======";
const THEIRS: &str = ">>>>>>> ";

/// Where git wrote both versions of some lines into the file, because it could not tell which to keep.
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

/// What to say of bytes that are not UTF-8. `at` is the first that is not.
pub(super) fn not_utf8(path: &str, bytes: &[u8], at: usize, file: FileId) -> Diagnostic {
    let span = Span::new(file, at..at);
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if !wide && bytes.contains(&0) {
        let ending = path.rsplit('.').next().unwrap_or("");
        return Diagnostic::new(code::NOT_UTF8, span, "the file does not contain text")
            .help(format!(
                "a file with the extension .{ending} must contain text; give a picture or a document its own extension, and put it into a folder `files`"
            ));
    }
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    Diagnostic::new(code::NOT_UTF8, span, format!("line {line} is not UTF-8 text (byte {at} of the file)"))
        .help(
            "save the file with the encoding UTF-8; text editors have this choice in their \"Save as\" dialog",
        )
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

    #[test]
    fn what_never_was_text_is_told_apart_from_another_encoding() {
        let say = |bytes: &[u8]| not_utf8("content/a.md", bytes, 0, FileId(0)).message;
        assert_eq!(say(b"\x89PNG\r\n\x1a\n\0\0"), "the file does not contain text");
        assert_eq!(say(b"\xff\xfea\0"), "line 1 is not UTF-8 text (byte 0 of the file)");
        assert_eq!(say(b"\xe9"), "line 1 is not UTF-8 text (byte 0 of the file)");
    }
}
