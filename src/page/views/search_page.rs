//! The page of the search.

use serde::Serialize;

use super::head::HeadView;
use super::parts::LinkView;

/// Where the box in the head of a page finds the search.
#[derive(Debug, Clone, Serialize)]
pub struct SearchBoxView {
    /// The way from the page to where the site of its language stands.
    pub root: String,
    /// The address of the page of the search.
    pub page: String,
    /// The address of the file that tells browsers of it; absent where the book does not say where its site stands.
    pub description: Option<String>,
    /// The edition that the page belongs to, as the filter knows it; absent on pages of the newest plan.
    pub edition: Option<String>,
}

/// `search.html`
#[derive(Debug, Serialize)]
pub struct SearchPage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// The lists of the site, for who cannot search.
    pub lists: Vec<LinkView>,
}
