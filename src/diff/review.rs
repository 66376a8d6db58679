//! What a comparison comes to.

use super::changes::Changes;
use super::{BookRevision, change_kinds, comparison, merge_checks};
use crate::date::Day;
use crate::diag::Diagnostic;
use crate::source::Tree;

/// What a comparison comes to.
#[derive(Debug)]
pub struct Review {
    /// What changed.
    pub changes: Changes,
    /// What may not change like this.
    pub stopped: Vec<Diagnostic>,
    /// The files that the diagnostics show: those of the newer state, in the order in which they are there, and after
    /// them what is no longer so, below paths that begin with `was:`.
    pub tree: Tree,
}

/// Compares two states of a book. `as_of` is the day for statuses, and for dates that have passed.
pub fn review(before: &BookRevision<'_>, after: &BookRevision<'_>, as_of: Day) -> Review {
    let (old, new) = (before.entries(), after.entries());
    let comparison = comparison::Comparison::new((before, &old), (after, &new), as_of);
    let changes = change_kinds::all(&comparison);
    let stopped = merge_checks::all(&comparison);
    Review { changes, stopped, tree: comparison.tree }
}
