//! Signs around words that are not in the language of the page that they stand on: a page says so, as screen readers need it
//! (WCAG 3.1.2).
//!
//! Such words reach a page by hundreds of ways, as words of a template and within values of a view, in texts and in
//! attributes. So each is put between two signs when it is read, and the finished page says at each place what it can: an
//! element in a text, nothing in an attribute. The signs are private to Unicode, and no text of a plan may have them.

/// Begins words of the interface in another language than that of the site.
pub const INTERFACE: char = '\u{f8f0}';
/// Ends words of any kind.
pub const END: char = '\u{f8f1}';
/// Begins words of the plan in the language in which they were written, as they are not translated.
pub const ORIGINAL: char = '\u{f8f2}';
/// Begins a translation of words that are others now.
pub const OUTDATED: char = '\u{f8f3}';

const ALL: [char; 4] = [INTERFACE, END, ORIGINAL, OUTDATED];

/// Words between two signs.
pub fn marked(sign: char, words: &str) -> String {
    let mut marked = String::with_capacity(words.len() + 2 * END.len_utf8());
    marked.push(sign);
    marked.push_str(words);
    marked.push(END);
    marked
}

/// A text without any sign.
pub fn unmarked(text: &str) -> String {
    if first_mark(text).is_none() { text.to_owned() } else { text.replace(ALL, "") }
}

/// Whether there is a sign in a text.
pub fn has_marks(text: &str) -> bool {
    first_mark(text).is_some() && text.contains(ALL)
}

/// Where the first character stands that may be a sign: whole sites are looked through, most of which have none, so this looks
/// for the bytes with which all signs begin.
pub fn first_mark(text: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), &BEGINNING)
}

/// The first two bytes of each sign.
const BEGINNING: [u8; 2] = [0xef, 0xa3];

/// The sign around a whole text, and the text within.
pub fn sign_of(text: &str) -> (Option<char>, &str) {
    let inner = |sign| text.strip_prefix(sign).and_then(|text| text.strip_suffix(END));
    let found = [ORIGINAL, OUTDATED].into_iter().find_map(|sign| Some((sign, inner(sign)?)));
    found.map_or((None, text), |(sign, text)| (Some(sign), text))
}

#[cfg(test)]
mod tests {
    use super::{ALL, ORIGINAL, first_mark, has_marks, marked, sign_of, unmarked};

    #[test]
    fn signs_are_put_around_a_text_and_taken_away() {
        let text = marked(ORIGINAL, "Clean water");
        assert_eq!(sign_of(&text), (Some(ORIGINAL), "Clean water"));
        assert_eq!((unmarked(&text).as_str(), has_marks(&text)), ("Clean water", true));
        assert!(ALL.iter().all(|sign| first_mark(&format!("日（{sign}")) == Some("日（".len())));
        assert_eq!((sign_of("Clean water"), has_marks("Clean water")), ((None, "Clean water"), false));
    }
}
