//! The whole plan on one page, and other editions of it.

use serde::Serialize;

use super::{AgencyView, DateView, HeadView, LinkView, StatusView};

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
    /// Its items and parts.
    pub items: Vec<WholeItem>,
}

/// `plan.html`
#[derive(Debug, Serialize)]
pub struct WholePlanPage {
    /// What every page has.
    pub head: HeadView,
    /// The areas.
    pub areas: Vec<WholeArea>,
}

/// An area of another edition.
#[derive(Debug, Serialize)]
pub struct EditionArea {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its items and parts.
    pub items: Vec<EditionItem>,
}

/// An item of another edition.
#[derive(Debug, Serialize)]
pub struct EditionItem {
    /// Its id on the page.
    pub anchor: String,
    /// Its number, as shown.
    pub number: String,
    /// Its words, else its title.
    pub text: String,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// The items of this edition that continue it.
    pub continued_by: Vec<LinkView>,
}

/// `edition.html`
#[derive(Debug, Serialize)]
pub struct EditionPage {
    /// What every page has.
    pub head: HeadView,
    /// The edition's title.
    pub title: String,
    /// When it was adopted.
    pub adopted: Option<DateView>,
    /// Its areas.
    pub areas: Vec<EditionArea>,
}

/// `editions.html`
#[derive(Debug, Serialize)]
pub struct EditionsPage {
    /// What every page has.
    pub head: HeadView,
    /// The editions.
    pub editions: Vec<LinkView>,
}
