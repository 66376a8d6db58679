//! What becomes of an answer.

use super::question::Question;
use crate::update_file::{Piece, UpdateFile};

/// What becomes of an answer.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A file that is new.
    New(UpdateFile),
    /// The file is there already, as it would be written.
    Known(UpdateFile),
    /// The answer is there already, in the file at this path, which somebody edited or renamed since.
    Edited(String),
    /// What is to be corrected.
    Wrong(Vec<Complaint>),
}

/// What is to be corrected in an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The question; none when it is the whole text.
    pub(super) question: Option<Question>,
    /// The key of the sentence.
    pub(super) key: &'static str,
    /// What stands in the sentence.
    pub(super) values: Vec<(&'static str, Piece)>,
}

impl Complaint {
    pub(super) fn new(question: impl Into<Option<Question>>, key: &'static str) -> Self {
        Self { question: question.into(), key, values: Vec::new() }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<Piece>) -> Self {
        self.values.push((name, value.into()));
        self
    }
}
