//! Changes as lists of lines, before anybody decided how a line looks: [`human`] for the terminal, [`markdown`] for the
//! comment on a pull request.

mod human;
mod line;
mod lines;
mod markdown;
mod sections;

pub use human::human;
pub use markdown::markdown;
