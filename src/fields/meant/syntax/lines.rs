//! The lines of front matter that can be read neither by a parser nor as they stand.

use std::ops::Range;

/// A line that is no part of a text of several lines.
pub(super) struct Line<'a> {
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl<'a> Line<'a> {
    pub(super) fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Where the entry begins: after the spaces, and after the dash of a list.
    pub(super) fn entry(&self) -> (usize, &'a str) {
        let indent = self.indent();
        let rest = &self.text[indent..];
        match rest.strip_prefix("- ") {
            Some(after) => {
                let spaces = after.len() - after.trim_start_matches(' ').len();
                (indent + 2 + spaces, &after[spaces..])
            }
            None => (indent, rest),
        }
    }

    /// Whether it begins with the dash of a list.
    pub(super) fn is_listed(&self) -> bool {
        self.entry().0 != self.indent()
    }

    /// The key and what follows its colon: where that begins in the line, and its text.
    pub(super) fn pair(&self) -> Option<(&'a str, usize, &'a str)> {
        let (column, entry) = self.entry();
        let (key, value) = entry.split_once(':')?;
        let spaces = value.len() - value.trim_start().len();
        is_key(key.trim_end()).then(|| (key.trim_end(), column + key.len() + 1 + spaces, value.trim()))
    }

    pub(super) fn range(&self, from: usize, length: usize) -> Range<usize> {
        self.start + from..self.start + from + length
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// Whether a text has the form of a key of planbook.
pub fn is_key(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(plain)
}

/// The front matter, and where the parser stopped.
pub(super) struct Lines<'a> {
    pub(super) text: &'a str,
    /// Its lines without those of texts below `key: |`, blank ones and remarks.
    pub(super) all: Vec<Line<'a>>,
    /// The one at which the parser stopped.
    pub(super) stopped: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let mut all = Vec::new();
        let mut start = 0;
        let mut block: Option<usize> = None;
        for written in text.split_inclusive('\n') {
            let line = Line { start, text: written.trim_end() };
            start += written.len();
            if line.text.trim().is_empty() || block.is_some_and(|indent| line.indent() > indent) {
                continue;
            }
            block = line.pair().filter(|(.., value)| is_block(value)).map(|_| line.indent());
            if !line.text.trim_start().starts_with('#') {
                all.push(line);
            }
        }
        let stopped = all.partition_point(|line| line.start <= at).saturating_sub(1);
        Self { text, all, stopped }
    }

    pub(super) fn before(&self, index: usize) -> Option<&Line<'a>> {
        self.all.get(index.checked_sub(1)?)
    }

    /// The key of the entry that a line ends, where the lines of that entry begin in this column: what stands there again after
    /// the line may be a part of it.
    pub(super) fn ended_by(&self, index: usize, column: usize) -> Option<&'a str> {
        let outer = self.all.get(index)?.indent();
        let entry = self.all[..index].iter().rev().take_while(|line| line.indent() > outer);
        let has_column = |line: &&Line<'a>| line.entry().0 == column;
        entry.filter(has_column).find_map(|line| line.pair()).map(|(key, ..)| key)
    }

    /// Whether a line below one, before one that stands further to the left, begins in a column.
    pub(super) fn has_below(&self, index: usize, column: usize) -> bool {
        self.all[index + 1..]
            .iter()
            .take_while(|line| line.indent() >= column)
            .any(|line| line.entry().0 == column && !line.is_listed())
    }

    /// Whether a key of the same mapping stands above a line that begins in a column.
    pub(super) fn has_above(&self, index: usize, column: usize) -> bool {
        let above = self.all[..index].iter().rev();
        above
            .take_while(|line| line.indent() >= column || line.entry().0 == column)
            .any(|line| line.entry().0 == column)
    }

    /// Where the dash of the entry stands that a line is in, when no key of the lines between begins in this column.
    pub(super) fn dash_above(&self, index: usize, column: usize) -> Option<usize> {
        let above = self.all[..index].iter().rev();
        for line in above {
            if line.entry().0 == column {
                return None;
            }
            if line.is_listed() {
                return Some(line.indent());
            }
            if line.indent() < column {
                return None;
            }
        }
        None
    }

    /// The lines below one, up to the next key.
    pub(super) fn without_key(&self, index: usize) -> impl Iterator<Item = &Line<'a>> {
        self.all[index + 1..].iter().take_while(|line| line.pair().is_none())
    }
}

/// Whether a value says that its text stands in the lines below: `|`, `>-`.
pub(super) fn is_block(value: &str) -> bool {
    let Some(rest) = value.strip_prefix(['|', '>']) else { return false };
    let marks = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    rest.len() - marks.len() <= 2 && (marks.is_empty() || marks.starts_with(" #"))
}
