//! The history of an item, from its second page.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{LinkView, PagesView};
use super::updates::UpdateView;

/// `item-history.html`
#[derive(Debug, Serialize)]
pub struct HistoryPage {
    /// What every page has.
    pub head: HeadView,
    /// The item.
    pub subject: LinkView,
    /// Updates since the plan was adopted, newest first.
    pub history: Vec<UpdateView>,
    /// Those before, newest first.
    pub baseline: Vec<UpdateView>,
    /// The other pages of the history; the first is the item's.
    pub pages: Option<PagesView>,
}
