//! All changes in one value.

use schemars::JsonSchema;
use serde::Serialize;

use super::{
    AssessmentChange, AudienceChange, DueMove, EvidenceChange, Fact, FileChange, IndicatorChange,
    MilestoneChange, Named, OutlookMove, Reworded, RoleChange, RoleDetailChange, Setting, StatusMove,
    TranslationChange,
};

/// The version of the format. It changes when a key is removed or changes its meaning.
pub const SCHEMA_VERSION: u32 = 1;

/// All changes.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changes {
    /// New records.
    pub added: Vec<Named>,
    /// Removed records whose id is not an alias of another record.
    pub removed: Vec<Named>,
    /// Records whose id changed.
    pub renumbered: Vec<Renumbered>,
    /// Changed texts: texts of the plan, titles, summaries and other texts.
    pub reworded: Vec<Reworded>,
    /// Translations of records that were added, changed or removed.
    pub translations: Vec<TranslationChange>,
    /// Items whose status changed.
    pub statuses: Vec<StatusMove>,
    /// Items whose reported outlook changed.
    pub outlooks: Vec<OutlookMove>,
    /// Items whose due date changed.
    pub due_dates: Vec<DueMove>,
    /// Targets, baselines and values of indicators that changed.
    pub indicators: Vec<IndicatorChange>,
    /// Milestones that changed.
    pub milestones: Vec<MilestoneChange>,
    /// Agencies whose role changed.
    pub roles: Vec<RoleChange>,
    /// What agencies do in their role, who does it there, or who says so, where that changed.
    pub role_details: Vec<RoleDetailChange>,
    /// Evidence of updates, added or removed.
    pub evidence: Vec<EvidenceChange>,
    /// Records that become public or internal.
    pub audience: Vec<AudienceChange>,
    /// Assessments by third parties, added or removed.
    pub assessments: Vec<AssessmentChange>,
    /// Other values of front matter.
    pub facts: Vec<Fact>,
    /// Files other than records: attachments, themes. Only when everything is compared.
    pub files: Vec<FileChange>,
    /// Values of book.toml. Not listed with an edition.
    pub settings: Vec<Setting>,
    /// Addresses of pages on the public site.
    pub addresses: Addresses,
}

/// The changes of one of the other plans of the book.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct EditionChanges {
    /// The name of its folder in `content/editions/`.
    pub edition: String,
    /// What changed in it.
    pub changes: Changes,
}

/// A record whose id changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Renumbered {
    /// The record in the newer state.
    pub record: Named,
    /// The old id.
    pub from: String,
    /// How planbook knows that it is the same record.
    pub known_by: KnownBy,
    /// Whether it moved to another area or item.
    pub moved: bool,
}

/// How planbook knows that two records are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// The new record has the old id as an alias.
    Alias,
    /// The text is the same or nearly the same. Links to the old address are broken.
    Words,
}

/// Addresses of the public site, from its root.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Addresses {
    /// New pages.
    pub new: Vec<String>,
    /// Pages whose content changed.
    pub changed: Vec<String>,
    /// Removed pages whose old address redirects to another page.
    pub redirected: Vec<Redirect>,
    /// Removed pages whose old address is now a broken link.
    pub vanished: Vec<String>,
}

/// An old address that redirects to a new one.
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
