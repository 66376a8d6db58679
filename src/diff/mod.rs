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
mod review;
mod short_updates;
mod side;
mod tell;
mod words;
mod written;

pub use changes::{
    Addresses, AssessmentChange, AudienceChange, AudienceOf, Change, Changes, Claim, DueMove, EvidenceChange,
    Fact, FileChange, FileMove, Kind, KnownBy, Named, Redirect, Renumbered, Reworded, RoleChange, Run,
    SCHEMA_VERSION, Setting, StatusMove,
};
pub use gates::codes as gates;
pub use report::{Compared, Report, Stop, schema};
pub use review::{Review, review};
pub use side::Side;
pub use tell::{human, markdown};
pub use words::compare as compare_words;
