//! One file to one typed document. A document knows its own file and no other: what it refers to is still a text with
//! a place ([`Ref`]), which [`plan`](crate::plan) looks up.

mod agency;
mod area;
mod attachment;
mod book;
mod bounds;
mod cache;
mod documents;
mod edition_names;
mod file;
mod forum;
mod front_matter;
mod item;
mod kinds;
mod misplaced;
mod not_shown;
mod page;
mod place;
mod plan;
mod plan_rules;
mod record;
mod search;
mod source_document;
mod texts;
mod update;

pub use agency::{AgencyDocument, Validity};
pub use area::AreaDocument;
pub use attachment::AttachmentDocument;
pub use book::{documents, documents_with};
pub use cache::Cache;
pub use documents::{Documents, EditionDocuments, Internal, ParsedBook};
pub use edition_names::{edition_name, item_of_edition};
pub use file::ANY_NAME;
pub use forum::ForumDocument;
pub use front_matter::parts;
pub use item::{Continues, DueInWords, ItemDocument, Role};
pub use kinds::RecordDocument;
pub(crate) use kinds::every_kind;
pub use page::PageDocument;
pub use plan::{Judge, PlanDocument, Reporting};
pub use plan_rules::VerdictWord;
pub use record::{NativeName, Record, RemovedCounts};
pub use search::Search;
pub use source_document::SourceDocument;
pub use texts::Ref;
pub use update::{Assessment, Evidence, Meeting, UpdateDocument, number_short_updates};
