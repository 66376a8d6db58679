//! The resolved plan: every id that someone wrote has become an index. What follows from dates is made in `facts`.
//!
//! [`assemble`] is the only place where an authored id is looked up. Facts that were written stay in the documents,
//! which the records here share; beside them stands what they are connected to.

mod assemble;
mod index;
mod known;
mod model;

pub use assemble::{PlanCache, assemble, assemble_cached};
pub use index::{Index, Ix};
pub use model::{
    About, Agency, Area, Attachment, Continues, Edition, Forum, Item, Links, Page, Plan, RecordIx, Role,
    Source, Update,
};
