//! Agencies by areas.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{LinkView, PagesView};

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
    /// What it is called.
    pub title: String,
    /// The agencies, by party.
    pub groups: Vec<MatrixGroup>,
    /// The other pages of it.
    pub pages: Option<PagesView>,
}
