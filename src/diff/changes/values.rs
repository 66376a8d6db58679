//! What else records say, and what lies beside them.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Change, Named};

/// An agency that leads or supports something, or no longer does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct RoleChange {
    /// The item or area.
    pub record: Named,
    /// The agency.
    pub agency: String,
    /// `lead` or `supporting`, before; nothing when it had no part in it.
    pub from: Option<&'static str>,
    /// The same now.
    pub to: Option<&'static str>,
}

/// Evidence that came or went.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct EvidenceChange {
    /// The update.
    pub update: Named,
    /// Whether it came or went.
    pub change: Change,
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
}

/// A record that is for other readers than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AudienceChange {
    /// The record.
    pub record: Named,
    /// What of it: the whole `record`, or one of its `parts`.
    pub what: AudienceOf,
    /// Whether it is public now. Otherwise it was.
    pub public: bool,
}

/// What is for other readers than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AudienceOf {
    /// The record as a whole.
    Record,
    /// An entry of a list, or a block of the text.
    Parts,
}

/// What a third party says, that came or went.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct AssessmentChange {
    /// The update that has it.
    pub update: Named,
    /// Whether it came or went.
    pub change: Change,
    /// Who says it.
    pub assessor: String,
    /// What.
    pub verdict: &'static str,
}

/// A value of front matter that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// The record.
    pub record: Named,
    /// The key.
    pub key: String,
    /// As it was; nothing when the key was not there.
    pub before: Option<String>,
    /// As it is; nothing when the key is not there.
    pub after: Option<String>,
}

/// A file beside the records.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct FileChange {
    /// The path from the book's root.
    pub path: String,
    /// What became of it.
    pub change: FileMove,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileMove {
    /// It is new.
    Added,
    /// It holds something else.
    Changed,
    /// It is gone.
    Removed,
}

/// A value of book.toml that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Setting {
    /// The key with its section: `check.future-update`.
    pub key: String,
    /// As it was.
    pub before: Option<String>,
    /// As it is.
    pub after: Option<String>,
}
