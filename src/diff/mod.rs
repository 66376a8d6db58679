//! What changed between two states of a book, as policy: what moved, what slipped, what was reworded; and what of it is
//! stopped.
//!
//! 1. [`Side`] is a state: a tree of files, read.
//! 2. `matching` and `short_updates` find which record is which; `comparison` keeps them in pairs.
//! 3. `kinds` says what changed, one kind a file, as [`Changes`].
//! 4. `gates` says what may not change without a word about it, one gate a file, as diagnostics.
//! 5. [`Report`] is both as JSON; `tell` makes lines of it, for the terminal and for a pull request.
//!
//! Nothing here knows where a state comes from: a revision, a folder, a test.

mod changes;
mod comparison;
mod gates;
mod kinds;
mod made_public;
mod matching;
mod report;
mod short_updates;
mod side;
mod tell;
mod words;
mod written;

use crate::date::Day;
use crate::diag::Diagnostic;
use crate::source::Tree;

pub use changes::{
    Addresses, AssessmentChange, AudienceChange, AudienceOf, Change, Changes, Claim, DueMove, EvidenceChange,
    Fact, FileChange, FileMove, Kind, KnownBy, Named, Redirect, Renumbered, Reworded, RoleChange, Run,
    SCHEMA_VERSION, Setting, StatusMove,
};
pub use gates::codes as gates;
pub use report::{Compared, Report, Stop, schema};
pub use side::Side;
pub use tell::{human, markdown};
pub use words::compare as compare_words;

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
pub fn review(before: &Side<'_>, after: &Side<'_>, as_of: Day) -> Review {
    let (old, new) = (before.entries(), after.entries());
    let comparison = comparison::Comparison::new((before, &old), (after, &new), as_of);
    let changes = kinds::all(&comparison);
    let stopped = gates::all(&comparison);
    Review { changes, stopped, tree: comparison.tree }
}
