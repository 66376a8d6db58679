//! Due dates that moved.

use serde::Serialize;

use super::head::HeadView;
use super::item_history::LedgerRow;
use super::parts::{DateView, LinkView, PagesView};
use super::progress_list::FactRow;

/// A mark on the line of a due date.
#[derive(Debug, Serialize)]
pub struct SlipMark {
    /// `baseline`, `moved` or `now`.
    pub kind: String,
    /// Where it is, as a share of the width.
    pub x: String,
}

/// An item whose due date changed.
#[derive(Debug, Serialize)]
pub struct SlipRow {
    /// The item.
    pub item: FactRow,
    /// The id of its heading.
    pub id: String,
    /// The date that the plan gives.
    pub baseline: Option<DateView>,
    /// How often and by how much it was postponed, in words.
    pub sum: String,
    /// Where its line begins, as a share of the width.
    pub from: String,
    /// Where it ends.
    pub to: String,
    /// The dates on the line.
    pub marks: Vec<SlipMark>,
    /// The changes, oldest first; of many the newest.
    pub revisions: Vec<LedgerRow>,
    /// All of them, where these are not all.
    pub all: Option<LinkView>,
}

/// Postponed due dates of an area or agency.
#[derive(Debug, Serialize)]
pub struct SlipSum {
    /// The list.
    pub link: LinkView,
    /// How many items.
    pub items: usize,
    /// How often.
    pub times: usize,
    /// By how many months in all.
    pub months: i64,
}

/// `progress-slips.html`
#[derive(Debug, Serialize)]
pub struct SlipsPage {
    /// What every page has.
    pub head: HeadView,
    /// Its title, without the number of a page.
    pub title: String,
    /// The position of the as-of date on the lines.
    pub as_of: String,
    /// Whether no due date was postponed.
    pub is_empty: bool,
    /// Items whose due date was postponed, the most often first.
    pub rows: Vec<SlipRow>,
    /// Items whose due date changed in another way.
    pub others: Vec<SlipRow>,
    /// The same by area.
    pub areas: Vec<SlipSum>,
    /// The same by leading agency.
    pub agencies: Vec<SlipSum>,
    /// The other pages, where the list is long.
    pub pages: Option<PagesView>,
}
