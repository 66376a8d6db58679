//! What stands where somebody types. It is read from the lines before that place, because a file that is being typed is
//! mostly one that no parser accepts.

mod file;
mod flow;
mod found;
mod toml;
mod yaml;

pub(super) use file::{Place, place};
pub(super) use found::{Cursor, Role};
