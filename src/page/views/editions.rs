//! Other editions of the plan.

use serde::Serialize;

use super::head::HeadView;
use super::items::ContinuesView;
use super::parts::{DateView, LinkView, PagesView};
use super::rows::StatusView;

/// The items of an edition with what continues them.
#[derive(Debug, Default, Serialize)]
pub struct CrosswalkView {
    /// The items and parts of the page.
    pub rows: Vec<CrosswalkRow>,
    /// The link to all of the table, where these are only the first.
    pub all: Option<LinkView>,
}

/// An item of an edition with what continues it.
#[derive(Debug, Serialize)]
pub struct CrosswalkRow {
    /// Its id on the page.
    pub anchor: String,
    /// Its number, as shown.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// Its status.
    pub status: StatusView,
    /// The items of other plans that it continues.
    pub continues: Vec<ContinuesView>,
    /// The items of other plans that continue it; of many the first.
    pub continued_by: Vec<ContinuesView>,
    /// How many more do, in words.
    pub more: Option<String>,
}

/// `edition.html`
#[derive(Debug, Serialize)]
pub struct EditionPage {
    /// What every page has.
    pub head: HeadView,
    /// The title of the table.
    pub title: String,
    /// The items of the edition with what continues them.
    pub crosswalk: CrosswalkView,
    /// The other pages, where the edition is long.
    pub pages: Option<PagesView>,
}

/// A plan of the book.
#[derive(Debug, Serialize)]
pub struct EditionRow {
    /// The home page of the plan.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The name of the edition, if it has one.
    pub name: Option<String>,
    /// Whether it is the plan at the root of the site.
    pub newest: bool,
    /// When it was adopted.
    pub adopted: Option<DateView>,
    /// That it was adopted later than the as-of date, in words, if it was.
    pub adopted_later: Option<String>,
    /// When it ended, if it has.
    pub ended: Option<DateView>,
    /// How many of its items are counted.
    pub count: usize,
    /// How many have each status, in the order of the columns; no address where there are none.
    pub counts: Vec<LinkView>,
}

/// `editions.html`
#[derive(Debug, Serialize)]
pub struct EditionsPage {
    /// What every page has.
    pub head: HeadView,
    /// The statuses that some items have: the columns of the table.
    pub statuses: Vec<StatusView>,
    /// The plans, the one at the root of the site first.
    pub plans: Vec<EditionRow>,
}
