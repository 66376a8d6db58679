//! Words that changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;

/// A text that reads differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reworded {
    /// The record as it is now.
    pub record: Named,
    /// Which of its texts: `text` (the plan's own words), `title`, `name`, `summary`, `note` or `body`.
    pub part: &'static str,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
    /// The two word by word: joined, those that are not `added` give the old text and those that are not `removed` the new
    /// one. Runs of white space count as one space.
    pub words: Vec<Run>,
}

/// Some words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// Whether they stayed.
    pub change: Change,
    /// The words, with the spaces between them.
    pub text: String,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is as it was.
    Same,
    /// It is gone.
    Removed,
    /// It is new.
    Added,
}
