//! A record by what it is called.

use schemars::JsonSchema;
use serde::Serialize;

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
