//! What changed between two states of a book, as policy: what moved, what slipped, what was reworded; and what of it is
//! stopped.
//!
//! 1. [`BookRevision`] is a state: a tree of files, read.
//! 2. `matching` and `short_updates` find which record is which; `comparison` keeps them in pairs.
//! 3. `change_kinds` says what changed, one kind a file, as [`Changes`].
//! 4. `merge_checks` says what may not change without an explanation, one check a file, as diagnostics.
//! 5. [`ComparisonReport`] is both as JSON; `render` makes lines of it, for the terminal and for a pull request.
//!
//! Nothing here knows where a state comes from: a revision, a folder, a test.

mod blocks;
mod change_kinds;
mod changes;
mod comparison;
mod look_alike;
mod made_public;
mod matching;
mod merge_checks;
mod raw_fields;
mod references;
mod render;
mod report;
mod review;
mod revision;
mod short_updates;
mod words;

pub use changes::{
    Addresses, AssessmentChange, AudienceChange, AudienceOf, Change, Changes, Claim, DueMove, EditionChanges,
    EvidenceChange, Fact, FileChange, FileMove, IndicatorChange, Kind, KnownBy, MilestoneChange, Named,
    OnlyChange, OutlookMove, Redirect, Renumbered, Reworded, RoleChange, RoleDetailChange, Run,
    SCHEMA_VERSION, Setting, StatusMove, TranslatedText, TranslationChange,
};
pub use merge_checks::codes as merge_check_codes;
pub use render::{human, markdown};
pub use report::{Compared, ComparisonReport, Stop, schema};
pub use review::{Review, review};
pub use revision::BookRevision;
pub use words::compare as compare_words;
