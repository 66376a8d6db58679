//! Values in brackets: `[a, {b: c}]` of YAML, `[a, {b = c}]` of TOML. Reads them up to a place, whether they are closed or not.

use std::ops::Range;

use super::found::{Cursor, Role};

/// What is open at a place.
pub(super) struct Flow {
    frames: Vec<Frame>,
    /// The quotation mark that is open, and where it stands.
    quote: Option<(char, usize)>,
    is_comment: bool,
    /// Between a key and its value.
    sign: char,
}

/// A bracket that is open; the first is the value itself.
#[derive(Default)]
struct Frame {
    is_mapping: bool,
    key: Option<String>,
    siblings: Vec<(String, String)>,
    /// Where the key or value begins.
    start: usize,
}

impl Flow {
    /// Reads a value from `range`.
    pub(super) fn read(text: &str, range: Range<usize>, sign: char) -> Self {
        let first = Frame { start: range.start, ..Frame::default() };
        let mut flow = Self { frames: vec![first], quote: None, is_comment: false, sign };
        for (at, c) in text.get(range.clone()).unwrap_or_default().char_indices() {
            flow.take(text, range.start + at, c);
        }
        flow
    }

    /// Whether a bracket or quotation mark is open.
    pub(super) fn is_open(&self) -> bool {
        self.frames.len() > 1 || self.quote.is_some()
    }

    fn take(&mut self, text: &str, at: usize, c: char) {
        if self.is_comment {
            self.is_comment = c != '\n';
            return;
        }
        if let Some((quote, start)) = self.quote {
            let is_escaped =
                quote == '"' && text[start..at].bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1;
            if c == quote && !is_escaped {
                self.quote = None;
            }
            return;
        }
        let depth = self.frames.len();
        let Some(frame) = self.frames.last_mut() else { return };
        let begins = text[frame.start..at].trim().is_empty();
        match c {
            '"' | '\'' if begins => self.quote = Some((c, at)),
            '[' | '{' if begins => {
                self.frames.push(Frame { is_mapping: c == '{', start: at + 1, ..Frame::default() });
            }
            ']' | '}' if depth > 1 => {
                self.frames.pop();
                if let Some(outer) = self.frames.last_mut() {
                    outer.start = at + 1;
                }
            }
            ',' if depth > 1 => {
                let value = plain(&text[frame.start..at]);
                if let Some(key) = frame.key.take() {
                    frame.siblings.push((key, value));
                }
                frame.start = at + 1;
            }
            '#' if text[..at].ends_with(char::is_whitespace) => self.is_comment = true,
            _ if c == self.sign && frame.is_mapping && frame.key.is_none() => {
                let next = text[at + 1..].chars().next();
                if c == '=' || next.is_none_or(char::is_whitespace) || text[..at].ends_with(['"', '\'']) {
                    frame.key = Some(plain(&text[frame.start..at]));
                    frame.start = at + 1;
                }
            }
            _ => {}
        }
    }

    /// What stands at the end of what was read. `outer` is the way to the value, with the keys beside it.
    pub(super) fn cursor(
        self,
        text: &str,
        at: usize,
        outer: (Vec<String>, Vec<(String, String)>),
    ) -> Option<Cursor> {
        if self.is_comment {
            return None;
        }
        let (mut path, mut siblings) = outer;
        let (last, before) = self.frames.split_last()?;
        path.extend(before.iter().chain([last]).filter_map(|frame| frame.key.clone()));
        let role = if last.is_mapping && last.key.is_none() { Role::Key } else { Role::Value };
        if let Some(mapping) = self.frames.iter().rev().find(|frame| frame.is_mapping) {
            siblings.clone_from(&mapping.siblings);
        }
        let token = text.get(last.start..at)?;
        let start = match self.quote {
            Some((_, start)) => start + 1,
            None => last.start + token.len() - token.trim_start().len(),
        };
        let word = start..word_end(text, at, self.quote.map(|(quote, _)| quote), self.sign);
        Some(Cursor { path, role, word, quote: self.quote.map(|(quote, _)| quote), siblings })
    }
}

/// Where the word at a place ends.
pub(super) fn word_end(text: &str, at: usize, quote: Option<char>, sign: char) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let ends = |(index, c): (usize, char)| match quote {
        Some(quote) => c == quote || c == '\n',
        None if c == sign => sign == '=' || rest[index + 1..].chars().next().is_none_or(char::is_whitespace),
        None => c.is_whitespace() || matches!(c, ',' | ']' | '}' | '"' | '\''),
    };
    at + rest.char_indices().find(|it| ends(*it)).map_or(rest.len(), |(index, _)| index)
}

/// A key or value without its quotation marks.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let marks = ['"', '\'']
        .into_iter()
        .find(|mark| text.len() > 1 && text.starts_with(*mark) && text.ends_with(*mark));
    match marks {
        Some(_) => text[1..text.len() - 1].to_owned(),
        None => text.to_owned(),
    }
}
