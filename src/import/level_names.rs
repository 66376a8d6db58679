//! What the records of one text begin with, besides what those of all texts do.

use std::collections::{BTreeMap, BTreeSet};

/// The words before numbers, and the codes, of one text.
#[derive(Debug, Default)]
pub(super) struct LevelNames {
    /// Words that stand before rising numbers, in lower case: `axe`.
    pub(super) words: BTreeSet<String>,
    /// Codes whose numbers say by themselves no steps, with those that the text shows: `LK0113` is `LK`, `01`, `13` below `LK01`.
    pub(super) codes: BTreeMap<String, Vec<String>>,
}
