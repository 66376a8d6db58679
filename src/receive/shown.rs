//! What a file shows beside the answers.

use std::collections::BTreeMap;

use super::place::Place;
use crate::reporting_requests::Column;

/// A row as a person sees it.
#[derive(Debug, Clone)]
pub struct ShownRow {
    /// The id of the item, which is not shown.
    pub item: String,
    /// The id of the indicator, which is not shown.
    pub indicator: String,
    /// The word of the status that was sent, which is not shown.
    pub sent_status: String,
    /// The due date that was sent, which is not shown so.
    pub sent_due: String,
    /// The newest value of the indicator that was sent, which is not shown so.
    pub sent_value: String,
    /// What is known: the column, the text and the place.
    pub cells: Vec<(Column, String, Place)>,
}

impl ShownRow {
    /// What a cell shows.
    pub fn text(&self, column: Column) -> &str {
        self.cells.iter().find(|(of, ..)| *of == column).map_or("", |(_, text, _)| text)
    }

    /// Where a person looks for the row.
    pub fn start(&self) -> Option<&Place> {
        self.cells.first().map(|(_, _, place)| place)
    }
}

/// A text that belongs to no answer.
#[derive(Debug, Clone)]
pub struct Stray {
    /// Its cell.
    pub place: Place,
    /// What stands there.
    pub text: String,
    /// The heading of its column, where that is none of the workbook as it was sent.
    pub heading: String,
}

/// A sheet that says nothing about itself.
#[derive(Debug, Clone)]
pub struct OtherSheet {
    /// Its name; a text has none.
    pub name: Option<String>,
    /// What its cells show.
    pub cells: BTreeMap<(usize, usize), String>,
}
