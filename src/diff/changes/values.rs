//! What else records say, and what lies beside them.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Change, Named};

/// A changed role of an agency.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct RoleChange {
    /// The item or area.
    pub record: Named,
    /// The agency.
    pub agency: String,
    /// The old role, `lead` or `supporting`; null when it had no role.
    pub from: Option<&'static str>,
    /// The new role; null when it no longer has one.
    pub to: Option<&'static str>,
}

/// A change of what is said of an agency in a role that it keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RoleDetailChange {
    /// The item or area.
    pub record: Named,
    /// The agency.
    pub agency: String,
    /// What changed: `role`, `person`, `basis`, `since` or `source`.
    pub what: &'static str,
    /// What it was; null when it was not said.
    pub from: Option<String>,
    /// What it is; null when it is no longer said.
    pub to: Option<String>,
}

/// Evidence that was added or removed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct EvidenceChange {
    /// The update.
    pub update: Named,
    /// Whether it was added or removed.
    pub change: Change,
    /// Its title.
    pub title: String,
    /// Its URL.
    pub url: String,
}

/// A record whose audience changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AudienceChange {
    /// The record.
    pub record: Named,
    /// What changed: the whole `record`, or one of its `parts`.
    pub what: AudienceOf,
    /// Whether it is now public. Otherwise it was public before.
    pub public: bool,
}

/// What has a new audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AudienceOf {
    /// The record as a whole.
    Record,
    /// An entry of a list, or a block of the text.
    Parts,
}

/// An assessment by a third party that was added or removed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct AssessmentChange {
    /// The update that contains it.
    pub update: Named,
    /// Whether it was added or removed.
    pub change: Change,
    /// The third party.
    pub assessor: String,
    /// The result of the assessment.
    pub verdict: &'static str,
}

/// A changed value of front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// The record.
    pub record: Named,
    /// The key.
    pub key: String,
    /// The old value; null when the key did not exist.
    pub before: Option<String>,
    /// The new value; null when the key no longer exists.
    pub after: Option<String>,
}

/// A file beside the records.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct FileChange {
    /// The path, relative to the book's folder.
    pub path: String,
    /// The type of change.
    pub change: FileMove,
}

/// The type of change of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileMove {
    /// It is new.
    Added,
    /// It has other content.
    Changed,
    /// It was removed.
    Removed,
}

/// A changed value of book.toml.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Setting {
    /// The key with its section: `check.future-update`.
    pub key: String,
    /// The old value.
    pub before: Option<String>,
    /// The new value.
    pub after: Option<String>,
}
