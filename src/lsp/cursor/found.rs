//! What can stand at a place.

use std::ops::Range;

/// A place in keys and values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::lsp) struct Cursor {
    /// The keys on the way to the mapping or value, outermost first. Lists count as what they are of.
    pub(in crate::lsp) path: Vec<String>,
    pub(in crate::lsp) role: Role,
    /// The word there, without quotation marks.
    pub(in crate::lsp) word: Range<usize>,
    /// The quotation mark in which it stands.
    pub(in crate::lsp) quote: Option<char>,
    /// The keys and values of the mapping that stand before it.
    pub(in crate::lsp) siblings: Vec<(String, String)>,
}

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::lsp) enum Role {
    /// A key of the mapping at the path.
    Key,
    /// A value, or an entry of a list, at the path.
    Value,
    /// One of the two: nothing follows yet that says which.
    Either,
    /// The name of a table.
    Table,
}
