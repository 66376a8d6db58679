//! Free pages.

use super::record::{Reading, Record};
use crate::diag::Diagnostic;

/// A free page.
#[derive(Debug, Clone)]
pub struct PageDocument {
    /// The common part.
    pub record: Record,
    /// The file name, which is its address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its place in the navigation, smallest first; without one it is not there.
    pub order: Option<i64>,
}

pub(super) fn read(
    reading: Reading<'_>,
    id: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<PageDocument> {
    let (record, make) = reading.record("a page", diagnostics, |fields, _| {
        let title = fields.required_text("title", "About this site");
        let order = fields.number("order", 0, 1_000_000).map(|order| order.value);
        let (id, title) = (id.to_owned(), title?.value);
        Some(move |record| PageDocument { record, id, title, order })
    })?;
    Some(make(record))
}
