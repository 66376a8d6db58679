//! From the bytes of a file to its content, and their problems.

use super::conflict_markers::conflict;
use super::encoding::{is_wide, not_utf8, wide};
use super::{Content, SETTINGS};
use crate::characters::{control_message, unseen, unseen_reference};
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::limits::Limits;

/// The redirects of the book's own. Hosts give this file its name.
const REDIRECTS: &str = "content/static/_redirects";

/// Files that are read as text. All others are bytes, which planbook hands on unread.
fn is_text(path: &str) -> bool {
    path == SETTINGS
        || path == REDIRECTS
        || [".md", ".html", ".xml", ".txt", ".toml", ".css", ".svg", ".js", ".json", ".csv"]
            .iter()
            .any(|end| path.ends_with(end))
}

/// The limit that holds for a file of this name.
pub(super) fn size_limit(path: &str, limits: &Limits) -> (usize, &'static str) {
    if is_text(path) { (limits.file_size, "file-size") } else { (limits.attachment_size, "attachment-size") }
}

/// The first line of a record that is too long to be read, edited or shown.
fn long_line(path: &str, text: &str, file: FileId, limits: &Limits) -> Option<Diagnostic> {
    let record = path.ends_with(".md") || path == SETTINGS;
    if !record || text.len() <= limits.line_length {
        return None;
    }
    let mut start = 0;
    for (line, end) in (1..).zip(memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()])) {
        if end - start > limits.line_length {
            let (length, most) = (end - start, limits.line_length);
            let message = format!("line {line} has {length} bytes, more than the limit of {most}");
            let problem = Diagnostic::new(code::TOO_LARGE, Span::new(file, start..start), message);
            return Some(
                problem.help("break the line, or raise `line-length` below `[limits]` in book.toml"),
            );
        }
        start = end + 1;
    }
    None
}

/// What makes a file smaller, or does without it.
fn smaller(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("md") => "split the record, or store the document elsewhere and link to it",
        Some("svg") => "export the drawing again with simpler shapes and without pictures in it",
        Some("png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "ico") => "save the picture smaller",
        _ => "make the file smaller, or store it elsewhere and link to it",
    }
}

/// The content of a file from its bytes, and its problems.
pub(super) fn content(
    path: &str,
    bytes: Vec<u8>,
    file: FileId,
    limits: &Limits,
) -> (Content, Option<Diagnostic>) {
    let (limit, name) = size_limit(path, limits);
    if bytes.len() > limit {
        let message = format!("the file has {} bytes, more than the limit of {limit}", bytes.len());
        let problem = Diagnostic::new(code::TOO_LARGE, Span::new(file, 0..0), message)
            .help(format!("{}; or raise `{name}` below `[limits]` in book.toml", smaller(path)));
        return (Content::Refused, Some(problem));
    }
    if !is_text(path) {
        return (Content::Bytes(bytes.into()), None);
    }
    match String::from_utf8(bytes) {
        Ok(text) if is_wide(text.as_bytes()) => (Content::Refused, Some(wide(file))),
        Ok(text) => {
            if let Some(problem) = long_line(path, &text, file, limits) {
                return (Content::Refused, Some(problem));
            }
            if let Some(problem) = conflict(path, &text, file) {
                return (Content::Text(text.into()), Some(problem));
            }
            let markup = [".html", ".xml", ".svg"].iter().any(|end| path.ends_with(end));
            let written = unseen(&text).map(|(at, c)| (at..at + c.len_utf8(), c));
            let found = written.or_else(|| unseen_reference(&text).filter(|_| markup));
            let problem = found.map(|(range, c)| {
                Diagnostic::new(code::CONTROL_CHARACTER, Span::new(file, range), control_message(c))
                    .help("delete the character: type the word again")
            });
            (Content::Text(text.into()), problem)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let problem = not_utf8(path, error.as_bytes(), at, file);
            (Content::Refused, Some(problem))
        }
    }
}
