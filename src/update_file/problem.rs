//! What is wrong with an answer, as a value: whoever asked says it in the language of who answered.

use super::answer::Field;

/// A problem of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The part that is to be corrected.
    pub field: Field,
    /// The key of the sentence that says what to do.
    pub key: &'static str,
    /// What stands in the sentence.
    pub values: Vec<(&'static str, Piece)>,
}

/// What stands in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A text, as it is.
    Text(String),
    /// A word of a list, which each language has its own for.
    Word(Field, &'static str),
    /// All words of a list that can be answered.
    Words(Field),
}

impl<T: Into<String>> From<T> for Piece {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

impl Problem {
    pub(super) fn new(field: Field, key: &'static str) -> Self {
        Self { field, key, values: Vec::new() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Piece>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}
