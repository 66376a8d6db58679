//! Free pages.

use serde::Serialize;

use super::head::HeadView;
use super::parts::LinkView;

/// `page.html`
#[derive(Debug, Serialize)]
pub struct FreePage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body_html: String,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
}
