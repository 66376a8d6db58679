//! What changed between two states of a book, as data: the comments are the schema that `planbook diff --format json`
//! keeps to.

mod all;
mod named;
mod promises;
mod steps;
mod translations;
mod values;
mod words;

pub use all::{Addresses, Changes, EditionChanges, KnownBy, Redirect, Renumbered, SCHEMA_VERSION};
pub use named::{Kind, Named};
pub use promises::{Claim, DueMove, OutlookMove, StatusMove};
pub use steps::{IndicatorChange, MilestoneChange};
pub use translations::{TranslatedText, TranslationChange};
pub use values::{
    AssessmentChange, AudienceChange, AudienceOf, EvidenceChange, Fact, FileChange, FileMove, RoleChange,
    RoleDetailChange, Setting,
};
pub use words::{Change, OnlyChange, Reworded, Run};
