//! Characters that look like those of a keyboard: word processors and input methods write them.

/// Quotation marks that only typography has.
const CURLY: [char; 12] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛', '«', '»', '「', '」'];

/// The character of a keyboard that this one looks like.
fn keyboard(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A text as a keyboard writes it, without quotation marks of typography around it; and the first character that was
/// another one, if there is any.
pub fn plain(text: &str) -> (String, Option<char>) {
    let inner = text.trim().trim_matches(CURLY).trim();
    let quoted = text.chars().find(|c| CURLY.contains(c)).filter(|_| inner.len() != text.trim().len());
    let odd = inner.chars().find(|c| keyboard(*c) != *c);
    (inner.chars().map(keyboard).collect::<String>().trim().to_owned(), quoted.or(odd))
}

/// A space that looks like the one of a keyboard, and is none.
pub(super) fn is_odd_space(c: char) -> bool {
    c != ' ' && keyboard(c) == ' '
}

/// What to say of a character that is not of a keyboard.
pub(super) fn describe(c: char) -> String {
    let what = match c {
        _ if CURLY.contains(&c) => "a curly quotation mark; type `\"`",
        '\u{a0}' | '\u{202f}' => "a space at which no line breaks",
        '\u{3000}' => "a full-width space",
        _ if keyboard(c) == ' ' => "not the space of a keyboard",
        _ if keyboard(c) == '-' => "not the hyphen of a keyboard",
        _ if keyboard(c).is_ascii_digit() => "a full-width digit",
        _ => "a full-width character",
    };
    format!("`{c}` (U+{:04X}) is {what}", u32::from(c))
}
