//! Tags, and the items of each.

use serde::Serialize;

use super::head::HeadView;
use super::items::AllRowsView;
use super::parts::{LinkView, PagesView, ShareView};
use super::rows::{ItemTable, StatusView};
use super::updates::UpdateRow;

/// `tags.html`: the groups of tags
#[derive(Debug, Serialize)]
pub struct TagsPage {
    /// What every page has.
    pub head: HeadView,
    /// The groups, in the order in which the plan declares them.
    pub groups: Vec<TagGroupView>,
}

/// A group of tags by status.
#[derive(Debug, Serialize)]
pub struct TagGroupView {
    /// The id of its section.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The statuses that its items have: the columns.
    pub statuses: Vec<StatusView>,
    /// The tags that items have.
    pub rows: Vec<TagRow>,
    /// The tags that no item has. Their addresses stay.
    pub empty: Vec<LinkView>,
}

/// A tag with its counts.
#[derive(Debug, Serialize)]
pub struct TagRow {
    /// The page with its items.
    pub href: String,
    /// What it is called.
    pub text: String,
    /// How many items have it.
    pub count: usize,
    /// How many of them have each status, in the order of the columns.
    pub cells: Vec<usize>,
    /// The same as parts of a bar; items without a status of their own are left out.
    pub shares: Vec<ShareView>,
}

/// `tag.html`: the items of a tag
#[derive(Debug, Serialize)]
pub struct TagPage {
    /// What every page has.
    pub head: HeadView,
    /// What the tag is called.
    pub title: String,
    /// What its group is called.
    pub group: String,
    /// How many items have it, in words.
    pub note: String,
    /// How many have each status; on the first page only.
    pub shares: Vec<ShareView>,
    /// What third parties found, counted; on the first page only.
    pub verdicts: Vec<ShareView>,
    /// The items of this page.
    pub items: Option<ItemTable>,
    /// The other pages.
    pub pages: Option<PagesView>,
    /// Where the script finds the rows of all pages of the list.
    pub all: AllRowsView,
    /// The newest updates on these items; on the first page only.
    pub latest: Vec<UpdateRow>,
}
