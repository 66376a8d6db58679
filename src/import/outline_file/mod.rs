//! The outline file: a line for each line of the text, which a person can correct, and which is then obeyed.

mod entry;
mod fit;
mod letter;
mod obey;
mod problem;
mod rows;

pub(super) use entry::{Entry, one_space, parse};
pub(super) use fit::{Fit, fit};
pub(super) use obey::obey;
pub use problem::OutlineProblem;
pub(super) use rows::{Notes, Rows};
