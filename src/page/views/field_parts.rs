//! Values of the fields that the plan declares for itself, as pages of records show them.

use serde::Serialize;

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
