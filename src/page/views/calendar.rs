//! The calendar.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{LinkView, PagesView};
use super::updates::UpdateRow;

/// `calendar.html`
#[derive(Debug, Serialize)]
pub struct CalendarPage {
    /// What every page has.
    pub head: HeadView,
    /// Its title, without the number of a page.
    pub title: String,
    /// A sentence about it.
    pub note: String,
    /// How many meetings and due dates there are, in words.
    pub count: String,
    /// The calendar as a file.
    pub file: String,
    /// What is to come, the nearest first.
    pub coming: Vec<CalendarYear>,
    /// What is past, the newest first.
    pub past: Vec<CalendarYear>,
    /// Whether the section of what is to come stands on this page.
    pub has_coming: bool,
    /// Whether that of what is past does.
    pub has_past: bool,
    /// Links to the years that are past; only on the first page.
    pub years: Vec<LinkView>,
    /// The other pages.
    pub pages: Option<PagesView>,
}

/// A year of the calendar.
#[derive(Debug, Serialize)]
pub struct CalendarYear {
    /// The id of its heading.
    pub id: String,
    /// The year.
    pub year: String,
    /// Its meetings and due dates.
    pub rows: Vec<UpdateRow>,
}
