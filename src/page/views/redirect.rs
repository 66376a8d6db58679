//! Pages at old addresses.

use serde::Serialize;

use super::head::HeadView;
use super::parts::LinkView;

/// `redirect.html`
#[derive(Debug, Serialize)]
pub struct RedirectPage {
    /// What every page has.
    pub head: HeadView,
    /// Where the page is now.
    pub to: LinkView,
}
