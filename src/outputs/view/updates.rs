//! Updates by year, and each of them.

use serde::Serialize;

use super::{HeadView, LinkView, UpdateRow, UpdateView};

/// A year of updates in a list.
#[derive(Debug, Serialize)]
pub struct YearRow {
    /// Its page.
    pub href: String,
    /// The year.
    pub year: i16,
    /// How many updates.
    pub count: usize,
    /// In percent of the year with the most updates, rounded down.
    pub percent: usize,
}

/// `updates.html`
#[derive(Debug, Serialize)]
pub struct UpdatesPage {
    /// What every page has.
    pub head: HeadView,
    /// How many there are.
    pub count: usize,
    /// The years, newest first.
    pub years: Vec<YearRow>,
    /// The newest updates.
    pub latest: Vec<UpdateRow>,
    /// Meetings that were announced.
    pub meetings: Vec<UpdateRow>,
}

/// `updates-year.html`
#[derive(Debug, Serialize)]
pub struct YearPage {
    /// What every page has.
    pub head: HeadView,
    /// The year.
    pub year: i16,
    /// Its updates, oldest first.
    pub updates: Vec<UpdateRow>,
    /// The year before that has updates.
    pub previous: Option<LinkView>,
    /// The year after.
    pub next: Option<LinkView>,
}

/// `update.html`
#[derive(Debug, Serialize)]
pub struct UpdatePage {
    /// What every page has.
    pub head: HeadView,
    /// The update.
    pub update: UpdateView,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
    /// The update before.
    pub previous: Option<LinkView>,
    /// The update after.
    pub next: Option<LinkView>,
}
