//! A text as lines, with what a reader sees of each: where it begins and what it says.

use std::borrow::Cow;

use crate::vocabulary::FENCE;

/// The hyphen at the end of a line in the middle of a word.
pub(super) const BROKEN: char = '\u{2010}';

/// A line of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceLine {
    /// Its number, from 1.
    pub number: usize,
    /// What it says, without white space around it.
    pub text: String,
    /// How far it is indented, in columns.
    pub indent: usize,
    /// Whether it is the first of a page.
    pub new_page: bool,
}

/// How many columns a tab moves on.
const TAB: usize = 4;

impl SourceLine {
    /// Whether it says nothing.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// The lines of a text, and how many characters that no page can show were made into spaces.
pub(super) fn split(text: &str) -> (Vec<SourceLine>, usize) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let ends = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut replaced = 0;
    let mut lines: Vec<SourceLine> = Vec::new();
    for (number, raw) in (1..).zip(ends.split('\n')) {
        let new_page = raw.contains('\u{c}');
        let mut shown = String::with_capacity(raw.len());
        for sign in raw.chars() {
            let unseen = is_unseen(sign);
            let bullet = is_symbol(sign) && shown.trim().is_empty();
            replaced += usize::from(unseen && sign != '\u{c}' && !bullet);
            match sign {
                _ if bullet => shown.push('•'),
                '\u{c}' => {}
                _ if unseen => shown.push(' '),
                _ => shown.push(sign),
            }
        }
        if shown.contains(FENCE) {
            replaced += 1;
            shown = without_fence(&shown);
        }
        let words = starred(unescaped(&without_soft_hyphens(shown.trim())));
        let before = shown.len() - shown.trim_start().len();
        let indent = shown[..before].chars().map(|sign| if sign == '\t' { TAB } else { 1 }).sum();
        lines.push(SourceLine { number, text: words, indent, new_page });
    }
    // What follows the last line break is a line only if something stands there.
    if lines.last().is_some_and(SourceLine::is_blank) {
        lines.pop();
    }
    (lines, replaced)
}

/// Whether a sign is one of a symbol font, such as that with which Word draws bullets: no other font has it.
fn is_symbol(sign: char) -> bool {
    matches!(u32::from(sign), 0xf000..=0xf0ff)
}

/// A line without the places at which words may be broken; where one was, at the end of the line, a hyphen shows it.
fn without_soft_hyphens(line: &str) -> Cow<'_, str> {
    const SOFT: char = '\u{ad}';
    if !line.contains(SOFT) {
        return Cow::Borrowed(line);
    }
    let broken = line.trim_end_matches(['-', BROKEN]).ends_with(SOFT);
    let mut words = line.replace(SOFT, "");
    if broken {
        words.truncate(words.trim_end_matches(['-', BROKEN]).len());
        words.push(BROKEN);
    }
    Cow::Owned(words)
}

/// A line without the signs that programs put before marks when they convert a paper: `1\\.`, `\\(a\\)`, `\\###`. A bar within a cell
/// of a table keeps its own, because it does not end the cell.
fn unescaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut signs = line.chars().peekable();
    while let Some(sign) = signs.next() {
        let mark =
            signs.peek().is_some_and(|next| next.is_ascii_punctuation() && *next != '|' && *next != '\\');
        if !(sign == '\\' && mark) {
            out.push(sign);
        }
    }
    out
}

/// A line whose bold words stand between stars: Markdown also has `__Water__`. Places to fill in, `______`, stay.
fn starred(line: String) -> String {
    const LOW: &str = "__";
    let parts: Vec<&str> = line.split(LOW).collect();
    let is_bold = |inner: &&str| !inner.is_empty() && inner.trim() == *inner && !inner.starts_with('_');
    let whole = parts.len() > 1 && parts.len() % 2 == 1;
    if whole && parts.iter().skip(1).step_by(2).all(is_bold) { parts.join("**") } else { line }
}

/// A text in which nothing begins like an internal block: the signs are set apart.
pub(super) fn without_fence(text: &str) -> String {
    text.replace(FENCE, &FENCE.chars().map(|sign| format!("{sign} ")).collect::<String>())
}

/// Characters that break lines or that no page can show.
pub(super) fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
        || (sign != '\t' && crate::characters::is_control(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_numbers_and_lose_what_no_page_can_show() {
        let (lines, replaced) = split("\u{feff}1. A\r\n\t(1) B\u{7}\r\n\r\n\u{c}2. C");
        let seen: Vec<(usize, &str, usize, bool)> =
            lines.iter().map(|line| (line.number, line.text.as_str(), line.indent, line.new_page)).collect();
        assert_eq!(
            seen,
            [(1, "1. A", 0, false), (2, "(1) B", 4, false), (3, "", 0, false), (4, "2. C", 0, true)]
        );
        assert_eq!(replaced, 1);
        assert_eq!(split("").0, []);
        let (lines, _) = split("__Water__\n- __Lead__: Office\nName: ______\na__b\n__init__.py runs __a __");
        let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            said,
            ["**Water**", "- **Lead**: Office", "Name: ______", "a__b", "__init__.py runs __a __"]
        );
    }
}
