//! The resolved plan: every id that someone wrote has become an index. What follows from dates is made in `facts`.
//!
//! [`assemble`] is the only place where an authored id is looked up. Facts that were written stay in the documents,
//! which the records here share; beside them stands what they are connected to.

mod assemble;
mod index;
mod kinds;
mod known;
mod model;
mod texts;
mod titles;
mod tree;

pub use assemble::{PlanCache, Shown, assemble, assemble_cached, shown_as, unless_another_number};
pub use index::{Index, Ix};
pub use kinds::{PlanRecord, RecordKind};
pub use model::{
    About, Agency, Area, Attachment, ContinuedBy, Continues, Edition, Forum, Item, Links, Measured, Page,
    Plan, RecordIx, Role, Source, Tag, TagGroup, TagIx, Update,
};
pub use texts::Texts;
pub use titles::{Named, Titled};
