//! What makes a problem the same as one that was there before: its code, its file and its sentence, but not its line,
//! because lines move when something is written above them, and no number that another day changes.

use sha2::{Digest as _, Sha256};

use crate::diag::Diagnostic;
use crate::source::Tree;

/// The words before numbers that change when something is written above the place.
const BEFORE_NUMBERS: [&str; 2] = ["line ", "byte "];
/// How many bytes of the hash are kept.
const LENGTH: usize = 16;

/// Code, path and sentence in a form that stays. The path is that from the book's folder, or empty.
pub(super) fn identity(problem: &Diagnostic, tree: &Tree) -> (&'static str, String, String) {
    let path = problem.span.map_or("", |span| tree.path(span.file));
    let sentence = problem.lasting.as_ref().unwrap_or(&problem.message);
    (problem.code.name, path.to_owned(), without_places(sentence))
}

/// The same as 32 hexadecimal digits.
pub fn fingerprint(problem: &Diagnostic, tree: &Tree) -> String {
    let (code, path, message) = identity(problem, tree);
    hex(&format!("{code}\0{path}\0{message}"))
}

/// The fingerprint of the second, third … problem that is the same as another.
pub(super) fn numbered(fingerprint: &str, times: usize) -> String {
    if times < 2 { fingerprint.to_owned() } else { hex(&format!("{fingerprint}\0{times}")) }
}

fn hex(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    hash.iter().take(LENGTH).map(|byte| format!("{byte:02x}")).collect()
}

/// The sentence without the numbers of lines and bytes.
fn without_places(message: &str) -> String {
    let mut text = String::with_capacity(message.len());
    let mut rest = message;
    while let Some(end) =
        BEFORE_NUMBERS.iter().filter_map(|word| rest.find(word).map(|at| at + word.len())).min()
    {
        text.push_str(&rest[..end]);
        rest = rest[end..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{FileId, Span, code};

    #[test]
    fn a_problem_is_the_same_on_another_line() {
        let (tree, _) = Tree::new([("a.md".to_owned(), b"a\nb\n".to_vec())]);
        let at = |place, message: &str| {
            fingerprint(&Diagnostic::new(code::BAD_ID, Span::new(FileId(0), place..place), message), &tree)
        };
        assert_eq!(at(0, "line 2 is bad (byte 16 of it)"), at(2, "line 31 is bad (byte 7 of it)"));
        assert_ne!(at(0, "item 2 is bad"), at(0, "item 3 is bad"));
        assert_eq!(at(0, "x").len(), 32);
    }

    #[test]
    fn only_numbers_of_places_are_left_out() {
        assert_eq!(without_places("line 12 of 30, byte 4"), "line  of 30, byte ");
        assert_eq!(without_places("a headline about 3 things"), "a headline about 3 things");
    }
}
