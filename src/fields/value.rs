//! A value and its place.

use crate::diag::Span;

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
    Map(Vec<MapEntry>),
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapEntry {
    /// The key.
    pub key: String,
    /// Its place.
    pub key_span: Span,
    /// The value.
    pub value: Value,
}

impl ValueKind {
    /// What to call it in a message.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Null | Self::Refused => "nothing",
            Self::Scalar(_) => "a single value",
            Self::List(_) => "a list",
            Self::Map(_) => "a mapping",
        }
    }
}
