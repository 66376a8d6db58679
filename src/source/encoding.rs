//! Files that are not text in UTF-8.

use crate::diag::{Diagnostic, FileId, Span, code};

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

    #[test]
    fn what_never_was_text_is_told_apart_from_another_encoding() {
        let say = |bytes: &[u8]| not_utf8("content/a.md", bytes, 0, FileId(0)).message;
        assert_eq!(say(b"\x89PNG\r\n\x1a\n\0\0"), "the file does not contain text");
        assert_eq!(say(b"\xff\xfea\0"), "line 1 is not UTF-8 text (byte 0 of the file)");
        assert_eq!(say(b"\xe9"), "line 1 is not UTF-8 text (byte 0 of the file)");
    }
}
