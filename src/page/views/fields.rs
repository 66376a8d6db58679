//! The fields that the plan declares for itself, with the records that have them.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{LinkView, PagesView};

/// `fields.html`: the fields that have a page
#[derive(Debug, Serialize)]
pub struct FieldsPage {
    /// What every page has.
    pub head: HeadView,
    /// The fields, in the order in which the plan declares them.
    pub fields: Vec<FieldRow>,
}

/// A field in the list of all.
#[derive(Debug, Serialize)]
pub struct FieldRow {
    /// Its page.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// How many records have a value.
    pub count: usize,
    /// What the values of the items add up to, one sum for each currency.
    pub sums: Vec<String>,
}

/// `field.html`: the records that have a field, in groups
#[derive(Debug, Serialize)]
pub struct FieldPage {
    /// What every page has.
    pub head: HeadView,
    /// What the field is called.
    pub label: String,
    /// How many records have a value, in words.
    pub note: String,
    /// What the values of all items add up to, one sum for each currency; on the first page only.
    pub total: Vec<String>,
    /// The same by area; on the first page only.
    pub by_area: Vec<FieldSumRow>,
    /// Whether these are more than the whole: items of two areas are the same commitment.
    pub areas_overlap: bool,
    /// The same by the agency that leads, and last of the items that nobody leads; on the first page only.
    pub by_agency: Vec<FieldSumRow>,
    /// How many items have no value, and are in no sum; on the first page only, where there are some.
    pub without_value: Option<String>,
    /// The records of this page by their value.
    pub groups: Vec<FieldGroupView>,
    /// The other pages.
    pub pages: Option<PagesView>,
}

/// The sums of an area or agency, or of the items that nobody leads.
#[derive(Debug, Serialize)]
pub struct FieldSumRow {
    /// The page of the area or agency.
    pub href: Option<String>,
    /// What it is called.
    pub text: String,
    /// Its sums, one for each currency.
    pub sums: Vec<String>,
}

/// Records with one value, or with values of one year or currency.
#[derive(Debug, Serialize)]
pub struct FieldGroupView {
    /// The id of its section.
    pub id: String,
    /// What they have in common.
    pub title: String,
    /// How many there are, also on other pages.
    pub count: usize,
    /// Whether the values differ, so that each is shown.
    pub shows_values: bool,
    /// The records.
    pub rows: Vec<FieldRecordView>,
}

/// A record with its value.
#[derive(Debug, Serialize)]
pub struct FieldRecordView {
    /// The record.
    pub record: LinkView,
    /// Its value in words; empty for one without a value.
    pub value: String,
    /// The address that the value is, where it is one.
    pub url: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}
