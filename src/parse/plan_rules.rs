//! What `plan.md` says that other files are read by.

use crate::vocabulary::{Kind, Verdict};

/// What the plan says of all items and updates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PlanRules {
    /// Whether the plan could not be read, so that nobody knows what it says.
    pub(super) unknown: bool,
    /// What kind of commitment an item is that does not say so.
    pub(super) default_kind: Option<Kind>,
    /// Who assesses, where an assessment does not say so.
    pub(super) judge: Option<String>,
    /// Verdicts in the judge's own words.
    pub(super) verdicts: Vec<VerdictWord>,
}

impl PlanRules {
    /// Those of a plan that says nothing.
    pub(super) const NONE: Self =
        Self { unknown: false, default_kind: None, judge: None, verdicts: Vec::new() };
}

/// A verdict in a judge's own word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictWord {
    /// The word.
    pub word: String,
    /// What it means.
    pub verdict: Verdict,
    /// Whether it ends the matter: nothing is asked or late any more.
    pub is_final: bool,
}
