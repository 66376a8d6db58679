//! Dates for templates.

use super::views::DateView;
use crate::date::Date;
use crate::render::{Messages, show};

impl DateView {
    /// A date for a template.
    pub fn new(date: &Date, words: &Messages) -> Self {
        Self { text: show(date, words), iso: date.machine_readable(), first: date.earliest.to_string() }
    }
}
