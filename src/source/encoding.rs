//! Files that are not text in UTF-8.

use crate::diag::{Diagnostic, FileId, Span, code};

/// Whether bytes that are UTF-8 are a text in UTF-16 without a mark at its start: each other one is nothing.
pub(super) fn is_wide(bytes: &[u8]) -> bool {
    let start = bytes.get(..64.min(bytes.len() / 2 * 2)).unwrap_or_default();
    let nothing = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count() * 2;
    start.len() > 3 && (0..2).any(|from| nothing(from) * 10 > start.len() * 9 && nothing(1 - from) == 0)
}

/// What to say of such a text.
pub(super) fn wide(file: FileId) -> Diagnostic {
    let message = "the file has the encoding UTF-16, not UTF-8";
    Diagnostic::new(code::NOT_UTF8, Span::new(file, 0..0), message).help(SAVE)
}

const SAVE: &str =
    "save the file with the encoding UTF-8; text editors have this choice in their \"Save as\" dialog";

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
        .help(SAVE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_never_was_text_is_told_apart_from_another_encoding() {
        let say = |bytes: &[u8]| not_utf8("content/a.md", bytes, 0, FileId(0)).message;
        assert_eq!(say(b"\x89PNG\r\n\x1a\n\0\0"), "the file does not contain text");
        assert_eq!(say(b"\xff\xfea\0"), "line 1 is not UTF-8 text (byte 0 of the file)");
        assert!(is_wide(b"-\0-\0-\0\n\0") && is_wide(b"\0-\0-\0-\0\n"));
        assert!(!is_wide(b"---\ntitle: A") && !is_wide(b"") && !is_wide(b"\0\0\0\0\0\0"));
        assert_eq!(say(b"\xe9"), "line 1 is not UTF-8 text (byte 0 of the file)");
    }
}
