//! What changed between two states of a book, as data: the comments are the schema that `planbook diff --format json`
//! keeps to.

use schemars::JsonSchema;
use serde::Serialize;

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

/// A record by what it is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Named {
    /// What kind of record: `plan`, `area`, `item`, `update`, `agency`, `forum`, `source` or `page`.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// The title or name; of a short update its note.
    pub title: String,
    /// The file, from the book's root.
    pub path: String,
    /// Whether the public site has it, in the newer state or else in the older one.
    pub public: bool,
}

/// A kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The plan itself.
    Plan,
    /// An area.
    Area,
    /// An item or part.
    Item,
    /// An update.
    Update,
    /// An agency.
    Agency,
    /// A forum.
    Forum,
    /// A source document.
    Source,
    /// A free page.
    Page,
}

impl Kind {
    /// The word for one of them.
    pub fn word(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Area => "area",
            Self::Item => "item",
            Self::Update => "update",
            Self::Agency => "agency",
            Self::Forum => "forum",
            Self::Source => "source",
            Self::Page => "page",
        }
    }
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

/// A text that reads differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reworded {
    /// The record as it is now.
    pub record: Named,
    /// Which of its texts: `text` (the plan's own words), `title`, `name`, `summary`, `note` or `body`.
    pub part: &'static str,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
    /// The two word by word: joined, those that are not `added` give the old text and those that are not `removed` the new
    /// one. Runs of white space count as one space.
    pub words: Vec<Run>,
}

/// Some words that stayed, went or came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Run {
    /// Whether they stayed.
    pub change: Change,
    /// The words, with the spaces between them.
    pub text: String,
}

/// What became of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// It is as it was.
    Same,
    /// It is gone.
    Removed,
    /// It is new.
    Added,
}

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Claim {
    /// The word of the status; nothing for an item that has none.
    pub status: Option<&'static str>,
    /// How far work in progress has come.
    pub degree: Option<&'static str>,
    /// How a closed item ended.
    pub outcome: Option<&'static str>,
}

/// A status that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusMove {
    /// The item.
    pub item: Named,
    /// Where it stood.
    pub from: Claim,
    /// Where it stands.
    pub to: Claim,
    /// Whether it says less than before.
    pub backwards: bool,
    /// Whether it follows from the parts of the item.
    pub from_parts: bool,
    /// The update that says so now; nothing when it follows from the parts, or no update says anything.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
}

/// A due date that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DueMove {
    /// The item.
    pub item: Named,
    /// As it was.
    pub from: Option<String>,
    /// As it is.
    pub to: Option<String>,
    /// Whether the date in the item itself was edited. Otherwise an update moved it.
    pub edited: bool,
    /// Whether the old date had passed.
    pub had_passed: bool,
    /// The update of the kind `date-change` that moved it.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
    /// Why.
    pub reason: Option<String>,
}

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
