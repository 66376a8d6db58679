//! What becomes of an answer.

use super::place::Place;
use crate::plan::{Item, Ix};
use crate::update_file::{Piece, UpdateFile};

/// What became of an answer.
#[derive(Debug, Clone)]
pub struct Judged {
    /// Where its row begins.
    pub start: Place,
    /// The item, where it is known.
    pub item: Option<Ix<Item>>,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether it is dated before the period that was asked about.
    pub is_early: bool,
}

/// What becomes of an answer.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A file that is new.
    New(UpdateFile),
    /// The file is there already, as it would be written.
    Known(UpdateFile),
    /// The answer is there already, in the file at this path, which somebody edited or renamed since.
    Edited(UpdateFile, String),
    /// All of it is in the book, the words in the file at this path, or the values.
    Has(UpdateFile, String),
    /// The same answer as in another row, which is named.
    Repeated(UpdateFile, String),
    /// Nothing was answered.
    Blank,
    /// What is to be corrected.
    Wrong(Vec<Complaint>),
}

/// What is to be corrected in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// The cell.
    pub place: Place,
    /// The key of the sentence.
    pub key: &'static str,
    /// What stands in the sentence.
    pub values: Vec<(&'static str, Piece)>,
}

impl Outcome {
    /// The file of an answer, unless it is blank or wrong.
    pub fn file(&self) -> Option<&UpdateFile> {
        match self {
            Self::New(file)
            | Self::Known(file)
            | Self::Edited(file, _)
            | Self::Has(file, _)
            | Self::Repeated(file, _) => Some(file),
            Self::Blank | Self::Wrong(_) => None,
        }
    }
}
