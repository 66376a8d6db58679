//! The whole plan on one page.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{DateView, LinkView};
use super::rows::{AgencyView, StatusView};

/// An item on the page of the whole plan.
#[derive(Debug, Serialize)]
pub struct WholeItem {
    /// Its page.
    pub href: String,
    /// Its id.
    pub id: String,
    /// Its number, as shown.
    pub number: String,
    /// The text of the plan, otherwise the title.
    pub text: String,
    /// Its status.
    pub status: StatusView,
    /// The date since which it has this status.
    pub since: Option<DateView>,
    /// The agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// 0 for an item, more for a part.
    pub depth: usize,
}

/// An area on the page of the whole plan.
#[derive(Debug, Serialize)]
pub struct WholeArea {
    /// Its page.
    pub href: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// How many areas it is in: one in another, and so on.
    pub depth: usize,
    /// Whether there are areas in it.
    pub divided: bool,
    /// Its items and parts, without those of the areas in it.
    pub items: Vec<WholeItem>,
}

/// `plan.html`
#[derive(Debug, Serialize)]
pub struct WholePlanPage {
    /// What every page has.
    pub head: HeadView,
    /// Whether the plan has too many items for one page: each area leads to a page with its items.
    pub in_parts: bool,
    /// Whether this is the page of one area.
    pub part: bool,
    /// The areas.
    pub areas: Vec<WholeArea>,
    /// The page of the area before.
    pub previous: Option<LinkView>,
    /// The page of the area after.
    pub next: Option<LinkView>,
}
