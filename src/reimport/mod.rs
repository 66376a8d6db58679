//! A table that is imported again into the book that was made from it: new rows become items, what a row newly reports becomes a
//! dated update, and every other difference is said and left to a person. No file that exists is changed.

mod additions;
mod changes;
mod compare;
mod differences;
mod editions;
mod known;
mod matching;
mod renumbered;
mod reports;
mod values;

pub use changes::Changes;
pub use compare::compare;
