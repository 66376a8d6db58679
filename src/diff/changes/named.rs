//! A record by what it is called.

use schemars::JsonSchema;
use serde::Serialize;

use crate::parse::every_kind;
use crate::plan::RecordIx;

/// The name of a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Named {
    /// What kind of record: `plan`, `area`, `item`, `update`, `agency`, `forum`, `source` or `page`.
    pub kind: Kind,
    /// The id.
    pub id: String,
    /// The plan's own code of an item, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The title or name; for a short update, its note.
    pub title: String,
    /// The path of the file, relative to the book's folder.
    pub path: String,
    /// Whether it is public, in the newer state or otherwise in the older one.
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

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
        impl Kind {
            /// The kind of a record; `None` for a file that texts can refer to.
            pub fn of(record: RecordIx) -> Option<Self> {
                match record {
                    RecordIx::Plan => Some(Self::Plan),
                    $(RecordIx::$kind(_) => Some(Self::$kind),)+
                    RecordIx::Attachment(_) => None,
                }
            }

            /// The word for one of them.
            pub fn word(self) -> &'static str {
                match self {
                    Self::Plan => "plan",
                    $(Self::$kind => $word,)+
                }
            }
        }
    };
}

every_kind!(kinds);
