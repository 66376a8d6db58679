//! What of a text the writer has shown.

use std::collections::BTreeSet;
use std::ops::Range;

/// What of a text is shown, or said to be none of the page.
#[derive(Default)]
pub(super) struct Shown {
    /// Ranges of what was read, in order of their ends.
    pub(super) ranges: Vec<Range<usize>>,
    /// The names of definitions of links that were used.
    pub(super) used: BTreeSet<String>,
    /// Ranges of definitions that the reader knows, with their names.
    pub(super) definitions: Vec<(String, Range<usize>)>,
}
