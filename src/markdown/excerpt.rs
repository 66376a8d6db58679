//! The beginning of a text without its markup.

use crate::language_marks::marked;

/// How much of a text is shown, in characters.
const LENGTH: usize = 200;

/// The beginning of a text, for descriptions and for titles of what has none. Names of records are filled in by the
/// page, because only it knows them, and which of them may be named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    parts: Vec<Part>,
    /// Characters so far. Names do not count: how long they are only the page knows.
    length: usize,
    /// What the words are marked with.
    sign: Option<char>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The name of what the reference of that number leads to.
    Name(usize),
}

impl Excerpt {
    /// The words, with `name` for the name of each reference.
    pub fn text(&self, mut name: impl FnMut(usize) -> String) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Text(words) => text.push_str(words),
                Part::Name(reference) => text.push_str(&name(*reference)),
            }
        }
        if let Some((end, _)) = text.char_indices().nth(LENGTH) {
            text.truncate(end);
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return text;
        }
        self.sign.map_or_else(|| text.clone(), |sign| marked(sign, &text))
    }

    pub(super) fn mark(&mut self, sign: char) {
        self.sign = Some(sign);
    }

    pub(super) fn is_full(&self) -> bool {
        self.length >= LENGTH
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Adds as much as still fits.
    pub(super) fn push(&mut self, text: &str) {
        let fits =
            text.char_indices().nth(LENGTH.saturating_sub(self.length)).map_or(text.len(), |(at, _)| at);
        if fits == 0 {
            return;
        }
        self.length += text[..fits].chars().count();
        match self.parts.last_mut() {
            Some(Part::Text(words)) => words.push_str(&text[..fits]),
            _ => self.parts.push(Part::Text(text[..fits].to_owned())),
        }
    }

    /// Gives back what was kept to grow into.
    pub(super) fn shrink_to_fit(&mut self) {
        self.parts.shrink_to_fit();
        for part in &mut self.parts {
            if let Part::Text(words) = part {
                words.shrink_to_fit();
            }
        }
    }

    pub(super) fn push_name(&mut self, reference: usize) {
        if !self.is_full() {
            self.parts.push(Part::Name(reference));
        }
    }
}
