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
mod field_value;
mod figures;
mod file;
mod former_address;
mod forum;
mod front_matter;
mod host_settings;
mod image;
mod indicator;
mod item;
mod item_code;
mod keys_in_text;
mod kinds;
mod markup_in_keys;
mod milestone;
mod misplaced;
mod own_fields;
mod own_redirects;
mod page;
mod place;
mod plan;
mod plan_rules;
mod record;
mod role;
mod rules;
mod search;
mod see;
mod source_document;
mod static_drawing;
mod static_file;
mod static_page;
mod still_attribute;
mod tags;
mod texts;
mod translated;
mod translation_sources;
mod translation_text;
mod update;
mod whole_picture;
mod written;

pub use agency::{AgencyDocument, Validity};
pub use area::AreaDocument;
pub use attachment::AttachmentDocument;
pub use book::{documents, documents_with, translated_documents_with};
pub use cache::Cache;
pub use documents::{Documents, Internal, ParsedBook};
pub use edition_names::{edition_name, edition_of, item_of_edition};
pub use field_value::{Amount, FieldValue, as_field_value, example_of_field};
pub use figures::Figure;
pub use file::ANY_NAME;
pub use forum::ForumDocument;
pub use front_matter::parts;
pub use image::{ItemImage, WHERE_PICTURES_ARE};
pub use indicator::{Indicator, MeasuredValue, NewTarget, PeriodValue, indicators_name};
pub use item::{Continues, DueInWords, ItemDocument};
pub use item_code::{ItemCode, code_name};
pub use kinds::RecordDocument;
pub(crate) use kinds::every_kind;
pub use milestone::Milestone;
pub use own_fields::{DeclaredValue, OwnFields};
pub use own_redirects::{
    OwnRedirect, REDIRECTS, own_redirects, published_redirects, redirect_lines, unescaped,
};
pub use page::PageDocument;
pub use place::schema_of;
pub use plan::{Judge, PlanDocument, Reporting};
pub use plan_rules::VerdictWord;
pub use record::{NativeName, Record, RemovedCounts};
pub use role::{Role, RoleDetails};
pub use search::Search;
pub use see::SeeAlso;
pub use source_document::SourceDocument;
pub use static_drawing::why_no_drawing;
pub use static_file::{
    FOLDER as STATIC_FOLDER, address as static_address, is_hidden as is_hidden_file, is_logo_type,
    is_published, is_right as is_right_static_file,
};
pub use tags::{TagGroup, TagValue};
pub use texts::Ref;
pub use translation_sources::{TranslationSource, original_texts, translation_sources};
pub use translation_text::TranslationText;
pub use update::{Assessment, Evidence, Meeting, UpdateDocument, number_short_updates};
