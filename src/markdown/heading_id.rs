//! Ids of headings, and the fragments of links that lead to them.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::characters::percent_decoded;

/// The id of a heading: letters and digits of any script with their marks, lower case, joined by `-`. The same word has the same
/// id in each normal form.
pub(crate) fn made(text: &str) -> String {
    let mut id = String::new();
    for c in text.nfc().flat_map(char::to_lowercase) {
        // A mark belongs to the letter before it.
        let mark = is_combining_mark(c) || matches!(c, '\u{200c}' | '\u{200d}');
        if c.is_alphanumeric() || (mark && !id.is_empty() && !id.ends_with('-')) {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    id.nfc().collect()
}

/// An id that an author wrote, when a page can have it: it stays as it is, but for its normal form.
pub(crate) fn own(written: &str) -> Option<String> {
    let id: String = written.nfc().collect();
    let fits = |c: char| c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '-' | '_' | '.' | ':');
    (!id.is_empty() && id.chars().all(fits)).then_some(id)
}

/// The id that a link names: what stands after `#` in the source, or in the address bar of a browser.
pub(crate) fn of_link(fragment: &str) -> String {
    percent_decoded(fragment).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::{made, of_link, own};

    #[test]
    fn one_word_has_one_id_in_any_form() {
        for (text, id) in [
            ("Cafe\u{301} か\u{3099}", "café-が"),
            ("Café が", "café-が"),
            ("हिन्दी", "हिन्दी"),
            ("Tiếng Việt", "tiếng-việt"),
            ("  What is *new*?", "what-is-new"),
            ("!", ""),
        ] {
            assert_eq!(made(text), id, "{text}");
        }
        assert_eq!(of_link("%E6%97%A5%E8%B1%AA"), "日豪");
        assert_eq!(of_link("cafe\u{301}"), "café");
        assert_eq!(of_link("50%"), "50%");
    }

    #[test]
    fn an_own_id_stays_as_it_was_written() {
        assert_eq!(own("My_Id").as_deref(), Some("My_Id"));
        assert_eq!(own("a.b:c").as_deref(), Some("a.b:c"));
        assert_eq!(own("a\"b"), None);
        assert_eq!(own(""), None);
    }
}
