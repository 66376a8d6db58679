//! What a PO file holds.

use crate::diag::Span;

/// A PO file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PoFile {
    /// The code of the language, from the header.
    pub language: Option<String>,
    /// The texts, in order.
    pub entries: Vec<PoEntry>,
}

/// A text and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoEntry {
    /// Which text it is.
    pub context: String,
    /// The original.
    pub original: String,
    /// The translation; empty for none.
    pub translation: String,
    /// Whether the translation has to be looked at again.
    pub fuzzy: bool,
    /// The original that a fuzzy translation was made from, where that is known.
    pub previous: Option<String>,
    /// What translators are to know.
    pub note: Option<String>,
    /// Where its context is written.
    pub span: Option<Span>,
}
