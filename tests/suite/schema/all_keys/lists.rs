//! The closed lists of words, each once, with what the words mean.

use std::fmt::Write as _;

use planbook::schema::{EnumValue, Key, Shape, TABLE};

use super::mappings::Mappings;
use super::{anchor, cell, one};

struct List {
    heading: String,
    words: Vec<EnumValue>,
}

pub(super) struct Lists(Vec<List>);

impl Lists {
    pub fn gather(mappings: &Mappings) -> Self {
        let mut lists = Self(Vec::new());
        for schema in TABLE {
            schema.mapping.keys().for_each(|key| lists.add(key, &one(schema.name)));
        }
        for described in mappings.all() {
            described.mapping.keys().for_each(|key| lists.add(key, &described.name));
        }
        lists
    }

    fn add(&mut self, key: &Key, of: &str) {
        let Some(words) = words(&key.shape) else { return };
        if !self.0.iter().any(|known| known.words == words) {
            let heading = format!("Words of {} of {of}", key.name);
            self.0.push(List { heading, words });
        }
    }

    /// The anchor of a list.
    pub fn anchor(&self, words: &[EnumValue]) -> String {
        anchor(&self.0.iter().find(|list| list.words == words).unwrap().heading)
    }

    /// How many words there are.
    pub fn count(&self) -> usize {
        self.0.iter().map(|list| list.words.len()).sum()
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for list in &self.0 {
            let _ = write!(text, "\n### {}\n\n| word | meaning |\n|---|---|\n", list.heading);
            for (word, meaning) in &list.words {
                let _ = writeln!(text, "| `{}` | {} |", cell(word), cell(meaning.trim_end_matches('.')));
            }
        }
        text
    }
}

/// The words that a value can be.
pub(super) fn words(shape: &Shape) -> Option<Vec<EnumValue>> {
    match shape {
        Shape::Enum(words) | Shape::Words(words, _) => Some(words()),
        Shape::List(of) | Shape::Own(of) | Shape::ValueOrMap(of, _) | Shape::Verbatim(of) => words(of),
        _ => None,
    }
}
