//! What each line of a text is in the plan. A reading of the text gives it, or a person does in an outline file.

use super::boilerplate::Boilerplate;

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It says nothing.
    Blank,
    /// It begins a record.
    Record {
        /// 0 for an area, 1 for an item, more for a part.
        depth: usize,
        /// Its id.
        id: String,
    },
    /// It goes on the last line before that is in the plan.
    GoesOn,
    /// It begins a paragraph below the record above.
    Text,
    /// It begins a paragraph below this record, which stands farther above.
    TextOf(String),
    /// It begins the title of the plan.
    Title,
    /// It begins a paragraph of the introduction, before the first record.
    Introduction,
    /// It belongs to the paper, not to the plan.
    LeftOut(Boilerplate),
    /// Nobody knows, and this is why.
    NotUnderstood(&'static str),
}

/// A text as it was read.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    /// What each line is, in order.
    pub(super) verdicts: Vec<Verdict>,
    /// What was decided, with the flag that changes it.
    pub(super) decided: Vec<String>,
    /// What a person should look at.
    pub(super) doubts: Vec<Doubt>,
    /// The lines whose number a person's outline changes; a doubt names each.
    pub(super) renumbered: Vec<usize>,
}

/// Something that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doubt {
    pub(super) weight: Weight,
    /// The index of the line that it is about.
    pub(super) line: Option<usize>,
    /// A sentence, without the place.
    pub(super) said: String,
}

/// How likely it is that something was read wrongly; the most likely one comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// Something of the plan is missing or in the wrong place.
    Wrong,
    /// It may be.
    Doubtful,
    /// It is unusual, and was read as it is written.
    Unusual,
}
