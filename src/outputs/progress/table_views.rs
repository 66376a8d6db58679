//! What the templates of the matrix and of the slip ledger see.

use serde::Serialize;

use super::super::view::{DateView, HeadView, LedgerRow, LinkView};
use super::views::FactRow;

/// A field of the matrix.
#[derive(Debug, Serialize)]
pub struct MatrixCell {
    /// How many items of the area the agency leads.
    pub leads: usize,
    /// The number of items that it supports.
    pub supports: usize,
    /// The place of the list of those items, on the same page.
    pub href: String,
}

/// The items of one area that an agency is responsible for.
#[derive(Debug, Serialize)]
pub struct MatrixLine {
    /// The id of the line.
    pub id: String,
    /// The area.
    pub area: LinkView,
    /// Its number.
    pub number: String,
    /// Those that it leads, under their numbers.
    pub leads: Vec<LinkView>,
    /// Those that it supports.
    pub supports: Vec<LinkView>,
}

/// An agency of the matrix.
#[derive(Debug, Serialize)]
pub struct MatrixRow {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation, otherwise its name.
    pub short: String,
    /// The areas.
    pub cells: Vec<MatrixCell>,
    /// The items, by area.
    pub lines: Vec<MatrixLine>,
}

/// Agencies of one party.
#[derive(Debug, Serialize)]
pub struct MatrixGroup {
    /// The party.
    pub title: String,
    /// The agencies.
    pub rows: Vec<MatrixRow>,
}

/// `progress-matrix.html`
#[derive(Debug, Serialize)]
pub struct MatrixPage {
    /// What every page has.
    pub head: HeadView,
    /// The agencies, by party.
    pub groups: Vec<MatrixGroup>,
}

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
    /// Each change, oldest first.
    pub revisions: Vec<LedgerRow>,
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
    /// The position of the as-of date on the lines.
    pub as_of: String,
    /// Items whose due date was postponed, the most often first.
    pub rows: Vec<SlipRow>,
    /// Items whose due date changed in another way.
    pub others: Vec<SlipRow>,
    /// The same by area.
    pub areas: Vec<SlipSum>,
    /// The same by leading agency.
    pub agencies: Vec<SlipSum>,
}
