//! Workbooks of reporting requests that came back: each row as an update file, or as what its cells need.
//!
//! 1. `place` is where a cell stands, as people name it.
//! 2. `reply` finds the tables of a workbook in what came back, and their rows.
//! 3. `judge` makes the file of each row, or says why it cannot be made; what the plan says now is in `ground`.
//! 4. `letter` is the text to mail back.
//!
//! No file that exists is changed.

mod ground;
mod judge;
mod letter;
mod place;
mod reply;
mod rows;

pub use ground::Ground;
pub use judge::{Complaint, Judged, Outcome, judge, refuse};
pub use letter::{letter, sentence};
pub use place::Place;
pub use reply::{Reply, read};
