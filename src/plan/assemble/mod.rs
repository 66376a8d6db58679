//! Documents to a plan: every id is looked up, once, here.
//!
//! 1. Records get their index: their place in the order in which they are shown
//!    ([`OrderedRecords`](ordered_records::OrderedRecords)). [`Names`](names::Names) remembers which id has which.
//! 2. References are looked up in the names; what does not exist is reported and left out.
//! 3. Each connection is written down on the other side too.

mod begin;
mod codes;
mod connect;
mod continues;
mod folders;
mod full;
mod incremental;
mod name_map;
mod names;
mod ordered_records;

pub use connect::{Shown, shown_as};
pub use full::assemble;
pub use incremental::{PlanCache, assemble_cached};
pub use names::unless_another_number;
