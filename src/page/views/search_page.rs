//! The page of the search.

use serde::Serialize;

use super::head::HeadView;
use super::parts::LinkView;

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
