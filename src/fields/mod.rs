//! Front matter and `book.toml` as a tree of values with places, and a reader that asks it for typed fields.
//!
//! Serde would stop at the first mistake. [`Fields`] reports every one: an unknown key with a suggestion, a missing
//! one, a value of the wrong type, a word that is no choice, a date that is none.

mod public;
mod reader;
mod toml;
mod yaml;

use crate::diag::Span;

pub use public::{may_hold_internal, take_out_internal};
pub use reader::Fields;
pub use toml::parse_toml;
pub use yaml::parse_yaml;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// What it is.
    pub kind: ValueKind,
    /// Its place; of a list or mapping, where it begins.
    pub span: Span,
}

/// A scalar, a list or a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueKind {
    /// Nothing: `key:`.
    Null,
    /// Something that was refused and reported: nothing more is said of it.
    Refused,
    /// Text, number or truth value, as written: `3.10` stays `3.10`.
    Scalar(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping, in the order in which it was written; keys differ.
    Map(Vec<Entry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Its place.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

impl ValueKind {
    /// What to call it in a message.
    fn name(&self) -> &'static str {
        match self {
            Self::Null | Self::Refused => "nothing",
            Self::Scalar(_) => "a single value",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}
