//! Words as they are compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::characters::plain;

/// A word of a list as it is usually spelt: `In Progress` is `in-progress`.
pub(super) fn spelt(written: &str) -> String {
    let (text, _) = plain(written);
    text.to_lowercase().trim_end_matches('.').replace([' ', '_'], "-")
}

/// A word without its accents. The marks of Japanese letters are parts of them.
pub(super) fn bare(word: &str) -> String {
    let kept = |sign: &char| !is_combining_mark(*sign) || matches!(sign, '\u{3099}' | '\u{309a}');
    word.replace('ß', "ss").nfd().filter(kept).nfc().collect()
}
