//! Lists of agencies and forums.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{NativeNameView, PagesView};

/// A group of agencies or forums in a list.
#[derive(Debug, Serialize)]
pub struct BodyGroup {
    /// What they have in common: a country, a kind.
    pub title: String,
    /// The members.
    pub rows: Vec<BodyRow>,
}

/// An agency or forum in a list.
#[derive(Debug, Serialize)]
pub struct BodyRow {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name, and the language of that.
    pub native_name: Option<NativeNameView>,
    /// How many items it leads, or belongs to.
    pub leads: usize,
    /// The number of items that it supports.
    pub supports: usize,
    /// How many updates it has.
    pub updates: usize,
}

/// `agencies.html` and `forums.html`
#[derive(Debug, Serialize)]
pub struct BodiesPage {
    /// What every page has.
    pub head: HeadView,
    /// The page's title.
    pub title: String,
    /// The groups.
    pub groups: Vec<BodyGroup>,
    /// The other pages of the list.
    pub pages: Option<PagesView>,
}
