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

/// What is found at the bar of a text, for the tests of both languages: the way, the role, the word, and what stands beside it.
#[cfg(test)]
pub(super) fn shown_at(marked: &str, cursor: impl Fn(&str, usize) -> Option<Cursor>) -> String {
    assert!(marked.contains('¦'), "{marked}");
    let (before, after) = marked.split_once('¦').unwrap_or_default();
    let text = [before, after].concat();
    let Some(found) = cursor(&text, before.len()) else { return "nothing".to_owned() };
    let beside: Vec<&str> = found.siblings.iter().map(|(key, _)| key.as_str()).collect();
    let quote = found.quote.map(String::from).unwrap_or_default();
    format!("{} {:?} {quote}{} ({})", found.path.join("/"), found.role, &text[found.word], beside.join(" "))
}
