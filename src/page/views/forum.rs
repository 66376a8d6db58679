//! A forum.

use serde::Serialize;

use super::head::HeadView;
use super::items::SearchView;
use super::parts::{LinkView, NativeNameView};
use super::rows::ItemTable;
use super::series::SeriesView;
use super::updates::UpdateView;

/// `forum.html`
#[derive(Debug, Serialize)]
pub struct ForumPage {
    /// What every page has.
    pub head: HeadView,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// What it is, in words.
    pub kind: Option<String>,
    /// Who takes part.
    pub parties: Vec<String>,
    /// How often it meets.
    pub cadence: Option<String>,
    /// When it existed, in words.
    pub valid: Option<String>,
    /// Its site, whole.
    pub url: Option<String>,
    /// Whether the plan names it, in words.
    pub basis: Option<String>,
    /// Its text.
    pub body_html: String,
    /// Its meetings on a time line, if they are a series.
    pub series: Option<SeriesView>,
    /// Items it belongs to.
    pub items: Option<ItemTable>,
    /// All of them, where the page shows only the first.
    pub all_items: Option<LinkView>,
    /// Its meetings and acts, newest first.
    pub updates: Vec<UpdateView>,
    /// All of them, where the page shows only the newest.
    pub all_updates: Option<LinkView>,
    /// How public information was looked for, newest first.
    pub searched: Vec<SearchView>,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// What other plans of the book have of it, with links to their pages.
    pub in_editions: Vec<LinkView>,
}
