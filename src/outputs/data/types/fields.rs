//! Fields that the plan declares for itself.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{DateData, Word};
use crate::vocabulary::{FieldHolder, FieldType};

/// A field that the plan declares for itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Field")]
pub struct FieldData {
    /// Its key, as in `fields` of the records: `x-budget`.
    pub key: String,
    /// What readers see.
    pub label: String,
    /// The kinds of record that can have it.
    pub on: Vec<Word<FieldHolder>>,
    /// What its values are.
    #[serde(rename = "type")]
    pub of_type: Word<FieldType>,
    /// The values of a choice, in their order.
    pub values: Vec<String>,
    /// The URL of the page with all values, if it has one.
    pub url: Option<String>,
}

/// A value of a field that the plan declares for itself.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Value of a field")]
#[schemars(rename = "FieldValue")]
pub struct FieldValueData {
    /// The key of the field: `x-budget`.
    pub key: String,
    /// What the value is.
    #[serde(rename = "type")]
    pub of_type: Word<FieldType>,
    /// The value as text: a number exactly as it was written, so that no program rounds it; of an amount the number; `true` or
    /// `false`.
    pub value: String,
    /// The code of the currency of an amount.
    pub currency: Option<String>,
    /// The date, where the value is one.
    pub date: Option<DateData>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}
