//! Workbooks of reporting requests that came back: each row as an update file, or as what its cells need.
//!
//! 1. `place` is where a cell stands, as people name it.
//! 2. `reply` finds the tables of a workbook in what came back, and their rows; `pairs` which two files are one workbook.
//! 3. `judge` makes the file of each row, or says why it cannot be made (`outcome`). What the plan says now is in `ground`: `known`
//!    is whether it has the words of the answer already (`alike`), `known_numbers` which of its values, `fresh` what is left; `moved`
//!    whether it says something else than when the answer was asked for.
//!    `names` asks whether a row is about the item of its id, `headings` whether answers stand where they cannot be read.
//! 4. `together` compares the answers of several replies with each other.
//! 5. `letter` is the text to mail back. `note` is what else the file has, for who receives it; `strays` finds the texts of that,
//!    `instructions` those in the sheet that says how to answer, `as_sent` the cells that somebody wrote over.
//!
//! No file that exists is changed.

mod alike;
mod as_sent;
mod fresh;
mod ground;
mod headings;
mod instructions;
mod judge;
mod known;
mod known_numbers;
mod letter;
mod moved;
mod names;
mod note;
mod outcome;
mod pairs;
mod place;
mod reply;
mod rows;
mod shown;
mod strays;
mod together;

pub use ground::Ground;
pub use judge::{judge, refuse};
pub use known::{Earlier, Known, Round};
pub use letter::{letter, mailed, sentence};
pub use moved::same_due;
pub use note::{Note, notes};
pub use outcome::{Complaint, Judged, Outcome};
pub use pairs::pairs;
pub use place::Place;
pub use reply::{Reply, read};
pub use shown::{OtherSheet, ShownRow, Stray};
pub use together::{Together, together};
