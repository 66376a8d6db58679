//! All changes in one value.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    AssessmentChange, AudienceChange, DueMove, EvidenceChange, Fact, FileChange, Named, Reworded, RoleChange,
    Setting, StatusMove,
};

/// The version of the shape. It grows when a key goes away or means something else.
pub const SCHEMA_VERSION: u32 = 1;

/// All changes.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changes {
    /// Records that are new.
    pub added: Vec<Named>,
    /// Records that are gone, without another that took their id as an alias.
    pub removed: Vec<Named>,
    /// Records that have another id.
    pub renumbered: Vec<Renumbered>,
    /// The plan's own words, titles, summaries and texts that read differently.
    pub reworded: Vec<Reworded>,
    /// Items whose status is another.
    pub statuses: Vec<StatusMove>,
    /// Items whose due date is another.
    pub due_dates: Vec<DueMove>,
    /// Agencies that lead or support something, or no longer do.
    pub roles: Vec<RoleChange>,
    /// Evidence of updates, added or removed.
    pub evidence: Vec<EvidenceChange>,
    /// Records that become public, or stop being so.
    pub audience: Vec<AudienceChange>,
    /// What third parties say, added or removed.
    pub assessments: Vec<AssessmentChange>,
    /// Other values of front matter.
    pub facts: Vec<Fact>,
    /// Files that are no records of this edition: attachments, themes, other editions. Only when everything is compared.
    pub files: Vec<FileChange>,
    /// Values of book.toml.
    pub settings: Vec<Setting>,
    /// Addresses of pages on the public site.
    pub addresses: Addresses,
}

/// A record with another id than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Renumbered {
    /// The record as it is now.
    pub record: Named,
    /// The id it had.
    pub from: String,
    /// How it is known to be the same.
    pub known_by: KnownBy,
    /// Whether it stands in another area, or below another item.
    pub moved: bool,
}

/// How two records are known to be the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// It says so with an alias.
    Alias,
    /// It reads the same, or nearly: then its old address leads nowhere.
    Words,
}

/// Addresses of the public site, from its root.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Addresses {
    /// Pages that are new.
    pub new: Vec<String>,
    /// Pages of records that read differently.
    pub changed: Vec<String>,
    /// Pages that are gone, with where their old address leads now.
    pub redirected: Vec<Redirect>,
    /// Pages that are gone, and whose address leads nowhere now.
    pub vanished: Vec<String>,
}

/// An old address that leads to a new one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Redirect {
    /// The old address.
    pub from: String,
    /// The new one.
    pub to: String,
}

impl Changes {
    /// Whether the two states say the same.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}
