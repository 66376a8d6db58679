//! Words that changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;

/// A changed text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reworded {
    /// The record in the newer state.
    pub record: Named,
    /// Which of its texts: `text` (the text of the plan), `title`, `name`, `summary`, `note` or `body`.
    pub part: &'static str,
    /// What changed when no reader sees other words; null when the words changed.
    pub only: Option<OnlyChange>,
    /// The old text. When `only` is `blocks`, a sign stands where a block of the text begins.
    pub before: String,
    /// The new text.
    pub after: String,
    /// The two word by word: joined, those that are not `added` give the old text and those that are not `removed` the new
    /// one. Runs of white space count as one space.
    pub words: Vec<Run>,
}

/// What changed in a text whose words look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum OnlyChange {
    /// The form of the letters: the same letters are written with other characters (Unicode normalization).
    LetterForm,
    /// Characters that nobody can see, or one kind of space for another.
    UnseenCharacters,
    /// White space that makes other blocks of the text: paragraphs, lists, code, line breaks.
    Blocks,
}

/// Words that stayed, were removed or were added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// Whether they stayed, were removed or were added.
    pub change: Change,
    /// The words, with the spaces between them.
    pub text: String,
}

/// The type of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It did not change.
    Same,
    /// It was removed.
    Removed,
    /// It was added.
    Added,
}
