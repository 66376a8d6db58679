//! The kinds of record, in one list: what does the same for all of them takes it from here.

use super::agency::AgencyDocument;
use super::area::AreaDocument;
use super::documents::Documents;
use super::forum::ForumDocument;
use super::item::ItemDocument;
use super::page::PageDocument;
use super::record::Record;
use super::source_document::SourceDocument;
use super::update::UpdateDocument;

/// Hands the list of kinds to a macro: of each its name, its list in documents and plans, which is also its folder and its
/// name in addresses, the word for one, its document, and where the id stands in that.
macro_rules! every_kind {
    ($then:ident) => {
        $then! {
            /// An area.
            Area areas "area" AreaDocument [number.value],
            /// An item or part.
            Item items "item" ItemDocument [id],
            /// An update.
            Update updates "update" UpdateDocument [id],
            /// An agency.
            Agency agencies "agency" AgencyDocument [id],
            /// A forum.
            Forum forums "forum" ForumDocument [id],
            /// A source document.
            Source sources "source" SourceDocument [id],
            /// A free page.
            Page pages "page" PageDocument [id],
        }
    };
}

pub(crate) use every_kind;

/// What the documents of all kinds have in common.
pub trait RecordDocument {
    /// The id, as it was written; a number for an area.
    fn id(&self) -> &str;
    /// What was written in the same way for all kinds.
    fn record(&self) -> &Record;
}

macro_rules! documents {
    ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
        $(impl RecordDocument for $document {
            fn id(&self) -> &str {
                self.$($id)+.as_str()
            }
            fn record(&self) -> &Record {
                &self.record
            }
        })+

        impl Documents {
            /// What all records have in common, of all of them: the plan, areas, items and so on.
            pub fn records(&self) -> impl Iterator<Item = &Record> {
                let plan = self.plan.iter().map(|plan| &plan.record);
                plan$(.chain(self.$list.iter().map(|document| document.record())))+
            }
        }
    };
}

every_kind!(documents);
