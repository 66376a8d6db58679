//! What changed in a period, by area and by agency, with what is late and unanswered: the text that a secretariat circulates.
//!
//! 1. `gather` finds it: plain [data](PeriodReport), without words.
//! 2. `layout` says it in the language of the pages, as a [text](crate::text_document) that is written in several formats.

mod data;
mod gather;
mod layout;

pub use data::{AgencyPart, AreaPart, PeriodReport, StatusChange, StatusCount};
pub use gather::gather;
pub use layout::layout;
