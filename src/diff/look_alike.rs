//! Two texts that look the same and are not: other characters for the same letters, and characters that nobody sees.

use unicode_normalization::UnicodeNormalization as _;

use super::changes::OnlyChange;
use crate::characters::is_blank;

/// What differs when two texts that are not equal look equal.
pub(super) fn only(before: &str, after: &str) -> Option<OnlyChange> {
    if before == after {
        return None;
    }
    if before.nfc().eq(after.nfc()) {
        return Some(OnlyChange::LetterForm);
    }
    seen(before).eq(seen(after)).then_some(OnlyChange::UnseenCharacters)
}

/// What a reader sees: letters in one form, and one kind of space.
fn seen(text: &str) -> impl Iterator<Item = char> {
    let shown = text.chars().filter(|c| c.is_whitespace() || !is_unseen(*c));
    shown.map(|c| if c.is_whitespace() { ' ' } else { c }).nfc()
}

/// Whether nobody sees this character: neither a letter nor a space that is only a space.
pub(super) fn is_unseen(c: char) -> bool {
    c != ' ' && is_blank(c.encode_utf8(&mut [0; 4]))
}

/// A text with the numbers of characters that nobody sees. Spaces, what joins letters and what chooses their shape stay where
/// there are letters: a reader sees what they do.
pub(super) fn with_code_points(text: &str) -> String {
    let is_seen = text.chars().any(|c| c != ' ' && !is_unseen(c));
    let joins = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
    };
    numbered(text, |c| !(is_seen && joins(c)))
}

/// The same for all such characters, when they are all that differs.
pub(super) fn with_all_code_points(text: &str) -> String {
    numbered(text, |_| true)
}

fn numbered(text: &str, which: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match is_unseen(c) && !c.is_ascii_whitespace() && which(c) {
            true => out.push_str(&format!("(U+{:04X})", u32::from(c))),
            false => out.push(c),
        }
    }
    out
}
