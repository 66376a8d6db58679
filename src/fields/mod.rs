//! Front matter and `book.toml` as a tree of values with places, and a reader that asks it for typed fields.
//!
//! Serde would stop at the first mistake. [`Fields`] reports every one: an unknown key with a suggestion, a missing
//! one, a value of the wrong type, a word that is no choice, a date that is none.

mod entries;
mod folded;
mod form;
pub mod meant;
mod one_value;
mod public;
mod quote;
mod reader;
mod renamed;
mod toml;
mod typed_values;
mod value;
mod yaml;

pub use one_value::{Reading, problem};
pub use public::{is_internal, may_hold_internal, take_out_internal};
pub use quote::double_quoted;
pub use reader::{Fields, Keys, LONGEST_NAME};
pub use toml::parse_toml;
pub use value::{MapEntry, Value, ValueKind};
pub use yaml::parse_yaml;
