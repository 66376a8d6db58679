//! From bytes of a text to the lines and columns of an editor, and back: the one place where they are counted.

use std::ops::Range;

use lsp_types::{Position, PositionEncodingKind, Range as EditorRange};

/// In which units the columns of a line are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// What every editor can do: characters beyond the first 65,536, such as emoji, count twice.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The best of those that an editor offers, in the order in which it prefers them.
    pub fn among<'a>(offered: impl IntoIterator<Item = &'a str>) -> Self {
        let known = |name: &str| match name {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        };
        offered.into_iter().find_map(known).unwrap_or_default()
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn units(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// The lines of a text. A line ends with `\n`, `\r\n` or `\r`, as the protocol says.
#[derive(Debug)]
pub struct Lines<'t> {
    text: &'t str,
    /// Where each line begins.
    starts: Vec<usize>,
    encoding: Encoding,
}

impl<'t> Lines<'t> {
    /// The lines of a text.
    pub fn of(text: &'t str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes)
            .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self { text, starts: std::iter::once(0).chain(ends.map(|end| end + 1)).collect(), encoding }
    }

    /// The bytes of a line without its end; nothing behind the last.
    fn line(&self, line: usize) -> Range<usize> {
        let Some(start) = self.starts.get(line).copied() else { return self.text.len()..self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// The place of a byte. What is behind the end is the end, what is within a character its beginning.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.text.floor_char_boundary(offset.min(self.text.len()));
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let within = self.line(line);
        let passed = &self.text[within.start..offset.min(within.end)];
        let column = passed.chars().map(|c| self.encoding.units(c)).sum();
        Position { line: narrow(line), character: narrow(column) }
    }

    /// The place of a range of bytes.
    pub fn range(&self, range: &Range<usize>) -> EditorRange {
        EditorRange { start: self.position(range.start), end: self.position(range.end) }
    }

    /// The byte at a place. A column behind the end of its line is the end of the line, one within a character its beginning.
    pub fn offset(&self, position: Position) -> usize {
        let within = self.line(position.line as usize);
        let mut left = position.character as usize;
        let line = &self.text[within.clone()];
        for (at, c) in line.char_indices() {
            let units = self.encoding.units(c);
            if left < units {
                return within.start + at;
            }
            left -= units;
        }
        within.end
    }

    /// The bytes of a range, whose ends may stand in any order.
    pub fn bytes(&self, range: EditorRange) -> Range<usize> {
        let (one, other) = (self.offset(range.start), self.offset(range.end));
        one.min(other)..one.max(other)
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "title: 計画\r\n🚢 a\u{301}\rend\n";

    fn at(encoding: Encoding, offset: usize) -> (u32, u32) {
        let position = Lines::of(TEXT, encoding).position(offset);
        (position.line, position.character)
    }

    #[test]
    fn columns_are_counted_in_the_units_that_were_agreed_on() {
        let ship = TEXT.find('🚢').unwrap();
        let plan = TEXT.find('画').unwrap();
        let end = TEXT.find("end").unwrap();
        for (encoding, of_plan, after_ship) in
            [(Encoding::Utf8, 10, 4), (Encoding::Utf16, 8, 2), (Encoding::Utf32, 8, 1)]
        {
            assert_eq!(at(encoding, plan), (0, of_plan));
            assert_eq!(at(encoding, ship), (1, 0));
            assert_eq!(at(encoding, ship + 4), (1, after_ship));
            assert_eq!(at(encoding, end), (2, 0));
            assert_eq!(at(encoding, TEXT.len()), (3, 0));
            assert_eq!(at(encoding, 9_999), (3, 0));
        }
    }

    #[test]
    fn what_is_within_a_character_is_its_beginning() {
        let ship = TEXT.find('🚢').unwrap();
        assert_eq!(at(Encoding::Utf16, ship + 2), (1, 0));
        let within = Position { line: 1, character: 1 };
        assert_eq!(Lines::of(TEXT, Encoding::Utf16).offset(within), ship);
        assert_eq!(Lines::of(TEXT, Encoding::Utf8).offset(within), ship);
        assert_eq!(Lines::of(TEXT, Encoding::Utf32).offset(within), ship + 4);
    }

    #[test]
    fn a_line_end_belongs_to_no_column() {
        let lines = Lines::of(TEXT, Encoding::Utf16);
        let end = TEXT.find('\r').unwrap();
        assert_eq!(lines.offset(Position { line: 0, character: 99 }), end);
        assert_eq!(lines.position(end + 1), lines.position(end));
        assert_eq!(lines.offset(Position { line: 99, character: 3 }), TEXT.len());
        let turned = EditorRange { start: Position::new(2, 1), end: Position::new(0, 0) };
        assert_eq!(lines.bytes(turned), 0..TEXT.find("end").unwrap() + 1);
    }

    #[test]
    fn the_first_encoding_that_is_known_is_taken() {
        assert_eq!(Encoding::among(["utf-7", "utf-8", "utf-16"]), Encoding::Utf8);
        assert_eq!(Encoding::among([]), Encoding::Utf16);
    }

    proptest! {
        #[test]
        fn every_byte_is_found_again(text in "[a漢🚢\u{301}\r\n ]{0,40}", at in 0_usize..60, kind in 0..3) {
            let encoding = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32][kind as usize];
            let lines = Lines::of(&text, encoding);
            let found = lines.offset(lines.position(at));
            let expected = text.floor_char_boundary(at.min(text.len()));
            // But for the second byte of `\r\n`, which no column names.
            let within_end = text[..expected].ends_with('\r') && text[expected..].starts_with('\n');
            prop_assert_eq!(found, expected - usize::from(within_end));
        }
    }
}
