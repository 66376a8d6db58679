//! Values of the fields that the plan declares for itself, as pages of records show them.

use serde::Serialize;

use super::tag_parts::TagChoice;

/// The value of a field that the plan declares for itself.
#[derive(Debug, Clone, Serialize)]
pub struct OwnFieldView {
    /// The key of the field: `x-budget`.
    pub key: String,
    /// What the field is called.
    pub label: String,
    /// The page with all values of the field.
    pub href: Option<String>,
    /// The value in words.
    pub text: String,
    /// The address that it is, where it is one.
    pub url: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// A field that a table of items can be filtered by.
#[derive(Debug, Clone, Serialize)]
pub struct FieldFilter {
    /// What the field is called.
    pub label: String,
    /// The values that the items have, in the order of its page. A `key` is one of the `fields` of a row.
    pub choices: Vec<TagChoice>,
}

/// What the values of a field add up to.
#[derive(Debug, Clone, Serialize)]
pub struct FieldSumView {
    /// What the field is called.
    pub label: String,
    /// The page with all values of the field.
    pub href: Option<String>,
    /// The sums, one for each currency.
    pub sums: Vec<String>,
}
