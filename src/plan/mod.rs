//! The resolved plan: every id that someone wrote has become an index, and what follows from dates is a method of the
//! as-of day.
//!
//! [`assemble`] is the only place where an authored id is looked up. Facts that were written stay in the documents,
//! which the records here share; beside them stands what they are connected to.

mod assemble;
mod history;
mod index;
mod kinds;
mod known;
mod measure;
mod model;
mod schedule;
mod series;
mod slips;
mod status;
mod texts;

pub use assemble::{PlanCache, assemble, assemble_cached};
pub use history::{Agreement, Assessed, StepBack};
pub use index::{Index, Ix};
pub use kinds::{PlanRecord, RecordKind};
pub use measure::RECENT_DAYS;
pub use model::{
    About, Agency, Area, Attachment, Continues, Edition, Forum, Item, Links, Page, Plan, RecordIx, Role,
    Source, Update,
};
pub use schedule::{Freshness, Schedule};
pub use series::{Gap, Occurrence, OccurrenceState, Series, Year};
pub use slips::{Revision, Slips};
pub use status::CurrentStatus;
pub use texts::{Named, Texts, Titled};
