//! The glossary.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{NativeNameView, PagesView};

/// The meaning of a term of the glossary.
#[derive(Debug, Serialize)]
pub struct GlossaryEntry {
    /// The name, when the term is its abbreviation.
    pub name: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// Its page.
    pub href: String,
    /// Its country or kind, in words.
    pub note: Option<String>,
}

/// A term of the glossary: an abbreviation, or a name without an abbreviation.
#[derive(Debug, Serialize)]
pub struct GlossaryRow {
    /// The term.
    pub term: String,
    /// What it means; several, when they share an abbreviation.
    pub entries: Vec<GlossaryEntry>,
}

/// `glossary.html`
#[derive(Debug, Serialize)]
pub struct GlossaryPage {
    /// What every page has.
    pub head: HeadView,
    /// What the list is called.
    pub title: String,
    /// The other pages of the list.
    pub pages: Option<PagesView>,
    /// The terms, in alphabetical order.
    pub rows: Vec<GlossaryRow>,
}
