//! All of a list of a record.

use serde::Serialize;

use super::head::HeadView;
use super::items::AllRowsView;
use super::parts::{LinkView, PagesView};
use super::rows::ItemTable;
use super::updates::UpdateRow;

/// `record-list.html`
#[derive(Debug, Serialize)]
pub struct RecordListPage {
    /// What every page has.
    pub head: HeadView,
    /// What the list is called.
    pub title: String,
    /// The record.
    pub subject: LinkView,
    /// Whether the items are those in which an agency has a role.
    pub roles: bool,
    /// Items, if it is a list of items.
    pub items: Option<ItemTable>,
    /// Updates, if it is a list of updates.
    pub updates: Vec<UpdateRow>,
    /// Links, if it is a list of records of any kind.
    pub links: Vec<LinkView>,
    /// The other pages of the list.
    pub pages: Option<PagesView>,
    /// Where the script finds the rows of all pages of a list of items.
    pub all: AllRowsView,
}
