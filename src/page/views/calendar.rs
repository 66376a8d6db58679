//! The calendar.

use serde::Serialize;

use super::head::HeadView;
use super::updates::UpdateRow;

/// `calendar.html`
#[derive(Debug, Serialize)]
pub struct CalendarPage {
    /// What every page has.
    pub head: HeadView,
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
