//! Characters that no page may hold, because nobody sees them: by the properties that Unicode gives them, so that the list is
//! as complete as its tables.

use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// Whether no text may hold this character: no page can show it, or it turns the order of what stands around it, so that a
/// reader, and a reviewer, sees something else than what is written. Isolates are not among them: see [`unseen`].
pub fn is_control(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() && !matches!(c, '\n' | '\r' | '\t');
    }
    // Nearly all letters of a book; the tables need not be asked.
    if matches!(c, '\u{c0}'..='\u{24f}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
    {
        return false;
    }
    match c.general_category() {
        GeneralCategory::Control
        | GeneralCategory::PrivateUse
        | GeneralCategory::Unassigned
        | GeneralCategory::Surrogate => true,
        GeneralCategory::Format => !is_allowed_format(c),
        _ => false,
    }
}

/// Formats that writing needs: where a word may be broken, how letters join, which way a sign between two scripts goes; and
/// marks of Arabic and other numbers, which are seen.
fn is_allowed_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'..='\u{891}' | '\u{8e2}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1343f}')
        || is_isolate(c)
}

/// Whether the character begins or ends a passage with a direction of its own.
pub fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// The first character of a text that must not be there, and where: one that no text may hold, or an isolate that is not closed
/// on its line, or closes none.
pub fn unseen(text: &str) -> Option<(usize, char)> {
    if text.is_ascii() {
        return text
            .bytes()
            .position(|byte| is_control(char::from(byte)))
            .and_then(|at| Some((at, text[at..].chars().next()?)));
    }
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '\n' if !open.is_empty() => return open.first().copied(),
            '\u{2069}' if open.pop().is_none() => return Some((at, c)),
            '\u{2066}'..='\u{2068}' => open.push((at, c)),
            c if is_control(c) => return Some((at, c)),
            _ => {}
        }
    }
    open.first().copied()
}

/// What to say of such a character.
pub fn control_message(c: char) -> String {
    match is_isolate(c) {
        true => format!(
            "the character U+{:04X} turns the text after it, and its line has no U+2069 that ends this",
            u32::from(c)
        ),
        false => format!("a page cannot show the character U+{:04X}", u32::from(c)),
    }
}

/// Whether nobody sees anything of a text: it is empty, or has only spaces and characters without a shape.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || is_control(c)
            || matches!(c, '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2800}'
                | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}')
            || (!c.is_ascii() && c.general_category() == GeneralCategory::Format && !matches!(c, '\u{600}'..='\u{605}' | '\u{6dd}'))
    })
}

/// The first numeric reference of HTML or XML to such a character, with its place.
pub fn unseen_reference(text: &str) -> Option<(std::ops::Range<usize>, char)> {
    text.match_indices("&#").find_map(|(start, _)| {
        let rest = &text[start + 2..];
        let (digits, radix) = match rest.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16),
            None => (rest, 10),
        };
        let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let code = u32::from_str_radix(digits.get(..length.min(8))?, radix).ok()?;
        let c = char::from_u32(code).filter(|c| is_control(*c))?;
        Some((start..start + 2 + (rest.len() - digits.len()) + length, c))
    })
}

/// Percent-decodes what is valid and leaves the rest, as browsers do with links on a code host.
pub fn percent_decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match hex.filter(|_| bytes[at] == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_known_by_its_property() {
        for c in [
            '\u{0}',
            '\u{8}',
            '\u{1b}',
            '\u{7f}',
            '\u{85}',
            '\u{9b}',
            '\u{202a}',
            '\u{202e}',
            '\u{e000}',
            '\u{fdd0}',
            '\u{fffe}',
            '\u{ffff}',
            '\u{e0061}',
            '\u{e007f}',
            '\u{10ffff}',
            '\u{f0000}',
            '\u{378}',
            '\u{fff9}',
            '\u{206a}',
        ] {
            assert!(is_control(c), "{c:?}");
        }
        for c in
            "\n\t\raé日がア한 “”—\u{a0}\u{ad}\u{200b}\u{200d}\u{200e}\u{301}\u{fe0f}😀ѣ𠮷ﬁ\u{e0100}".chars()
        {
            assert!(!is_control(c), "{c:?}");
        }
    }

    #[test]
    fn isolates_are_closed_on_their_line() {
        assert_eq!(unseen("a \u{2067}b\u{2069} c \u{2068}\u{2066}x\u{2069}\u{2069}"), None);
        assert_eq!(unseen("a \u{2067}b\nc\u{2069}"), Some((2, '\u{2067}')));
        assert_eq!(unseen("a\u{2069}"), Some((1, '\u{2069}')));
        assert_eq!(unseen("ab\u{7}"), Some((2, '\u{7}')));
    }

    #[test]
    fn what_can_be_seen_is_no_blank() {
        for blank in ["", " \u{3000}\u{a0}", "\u{200b}\u{2060}\u{feff}", "\u{3164}", "\u{ad}\u{fe0f}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for text in [".", "日", "\u{200b}x"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }

    #[test]
    fn references_are_read_as_a_browser_reads_them() {
        assert_eq!(unseen_reference("a &#8; b"), Some((2..5, '\u{8}')));
        assert_eq!(unseen_reference("&#x202E;"), Some((0..7, '\u{202e}')));
        assert_eq!(unseen_reference("&#65; &# &#x; &#99999999999;"), None);
    }
}
