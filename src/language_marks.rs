//! Signs around words that are not in the language of the page that they stand on: a page says so, as screen readers need it
//! (WCAG 3.1.2).
//!
//! Such words reach a page by hundreds of ways, as words of a template and within values of a view, in texts and in
//! attributes. So each is put between two signs when it is read, and the finished page says at each place what it can: an
//! element in a text, nothing in an attribute. The signs are private to Unicode, and no text of a plan may have them.

use std::string::FromUtf8Error;
use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Begins words of the interface in another language than that of the site.
pub const INTERFACE: char = '\u{f8f0}';
/// Ends words of any kind.
pub const END: char = '\u{f8f1}';
/// Begins words of the plan in the language in which they were written, as they are not translated.
pub const ORIGINAL: char = '\u{f8f2}';
/// Begins a translation of words that are others now.
pub const OUTDATED: char = '\u{f8f3}';

/// Begins a translation that is no official wording. It looks like other words: the page says once that it has such.
pub const TRANSLATED: char = '\u{f8f7}';

const ALL: [char; 5] = [INTERFACE, END, ORIGINAL, OUTDATED, TRANSLATED];

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
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = first_mark(rest) {
        plain.push_str(&rest[..at]);
        let mut characters = rest[at..].chars();
        plain.extend(characters.next().filter(|sign| !ALL.contains(sign)));
        rest = characters.as_str();
    }
    plain.push_str(rest);
    plain
}

/// A file without any sign; one that is no text is left as it is.
pub fn unmarked_file(bytes: Vec<u8>) -> Vec<u8> {
    if FIRST.find(&bytes).is_none() {
        return bytes;
    }
    String::from_utf8(bytes).map_or_else(FromUtf8Error::into_bytes, |text| unmarked(&text).into_bytes())
}

/// Whether there is a sign in a text.
pub fn has_marks(text: &str) -> bool {
    first_mark(text).is_some() && text.contains(ALL)
}

/// Where the first character stands that may be a sign: whole sites are looked through, most of which have none, so this looks
/// for the bytes with which all signs begin.
pub fn first_mark(text: &str) -> Option<usize> {
    FIRST.find(text.as_bytes())
}

/// Finds the first two bytes of each sign.
static FIRST: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(&[0xef, 0xa3]));

/// The sign around a whole text, and the text within.
pub fn sign_of(text: &str) -> (Option<char>, &str) {
    let inner = |sign| text.strip_prefix(sign).and_then(|text| text.strip_suffix(END));
    let found = [ORIGINAL, OUTDATED, TRANSLATED].into_iter().find_map(|sign| Some((sign, inner(sign)?)));
    found.map_or((None, text), |(sign, text)| (Some(sign), text))
}

/// Whether a whole text is a translation of what the original says now, or needs none.
pub fn is_current(text: &str) -> bool {
    matches!(sign_of(text).0, None | Some(TRANSLATED))
}

#[cfg(test)]
mod tests {
    use super::{
        ALL, ORIGINAL, OUTDATED, TRANSLATED, first_mark, has_marks, is_current, marked, sign_of, unmarked,
        unmarked_file,
    };

    #[test]
    fn signs_are_put_around_a_text_and_taken_away() {
        let text = marked(ORIGINAL, "Clean water");
        assert_eq!(sign_of(&text), (Some(ORIGINAL), "Clean water"));
        assert_eq!((unmarked(&text).as_str(), has_marks(&text)), ("Clean water", true));
        assert!(ALL.iter().all(|sign| first_mark(&format!("日（{sign}")) == Some("日（".len())));
        for (sign, current) in [(ORIGINAL, false), (OUTDATED, false), (TRANSLATED, true)] {
            assert_eq!(is_current(&marked(sign, "Clean water")), current);
        }
        assert!(is_current("Clean water"));
        assert_eq!((sign_of("Clean water"), has_marks("Clean water")), ((None, "Clean water"), false));
    }

    #[test]
    fn all_signs_are_taken_away_and_nothing_else() {
        let signs: String = ALL.iter().collect();
        // Others begin with the same bytes.
        for plain in ["", "水", "\u{f8f4}\u{f8c0}", "（水）\u{f8ff}"] {
            assert_eq!(unmarked(&[&signs, plain, &signs].concat()), plain);
            assert_eq!(unmarked(plain), plain);
            assert_eq!(unmarked_file([&signs, plain].concat().into_bytes()), plain.as_bytes());
        }
        let picture = [b"\xff".as_slice(), ORIGINAL.to_string().as_bytes()].concat();
        assert_eq!(unmarked_file(picture.clone()), picture);
    }
}
