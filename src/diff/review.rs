//! What a comparison comes to.

use std::collections::BTreeSet;

use super::changes::{Changes, EditionChanges};
use super::{BookRevision, change_kinds, comparison, merge_checks};
use crate::date::Day;
use crate::diag::Diagnostic;
use crate::source::Tree;

/// What a comparison comes to.
#[derive(Debug)]
pub struct Review {
    /// The edition that was compared; `None` for the plan at the root, with which all editions are compared.
    pub edition: Option<String>,
    /// What changed.
    pub changes: Changes,
    /// What changed in the other plans of the book: those in which something changed, by name.
    pub editions: Vec<EditionChanges>,
    /// What may not change like this, in any of the plans that were compared.
    pub stopped: Vec<Diagnostic>,
    /// The files that the diagnostics show: those of the newer state, in the order in which they are there, and after
    /// them what is no longer so, below paths that begin with `was:`.
    pub tree: Tree,
}

/// Compares two states of a book with all its plans, or of one edition. `as_of` is the day for statuses, and for dates that
/// have passed.
pub fn review(before: &BookRevision<'_>, after: &BookRevision<'_>, as_of: Day) -> Review {
    let mut review = of_one(before, after, as_of);
    let names: BTreeSet<&str> = before.editions().chain(after.editions()).collect();
    for name in names {
        // The places of its problems are right in the first tree: both are made of the same files.
        let found = of_one(&before.of_edition(name), &after.of_edition(name), as_of);
        review.stopped.extend(found.stopped);
        if !found.changes.is_nothing() {
            review.editions.push(EditionChanges { edition: name.to_owned(), changes: found.changes });
        }
    }
    Diagnostic::sort(&mut review.stopped);
    review
}

/// Compares two states of one plan.
fn of_one(before: &BookRevision<'_>, after: &BookRevision<'_>, as_of: Day) -> Review {
    let (old, new) = (before.entries(), after.entries());
    let comparison = comparison::Comparison::new((before, &old), (after, &new), as_of);
    let changes = change_kinds::all(&comparison);
    let stopped = merge_checks::all(&comparison);
    Review { edition: after.edition.clone(), changes, editions: Vec::new(), stopped, tree: comparison.tree }
}
