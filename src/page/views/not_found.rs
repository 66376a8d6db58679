//! The page for addresses that do not exist.

use serde::Serialize;

use super::head::HeadView;

/// `404.html`
#[derive(Debug, Serialize)]
pub struct NotFoundPage {
    /// What every page has.
    pub head: HeadView,
}
