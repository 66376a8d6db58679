//! The data dictionary.

use serde::Serialize;

use super::head::HeadView;
use super::parts::LinkView;

/// `data.html`
#[derive(Debug, Serialize)]
pub struct DataPage {
    /// What every page has.
    pub head: HeadView,
    /// The version of the format.
    pub schema_version: String,
    /// The terms of use, as the plan states them.
    pub licence: Option<String>,
    /// The files.
    pub files: Vec<FileView>,
    /// The types of the JSON, the whole file first.
    pub types: Vec<TypeView>,
    /// The tables.
    pub tables: Vec<TableView>,
}

/// A file of data.
#[derive(Debug, Serialize)]
pub struct FileView {
    /// Its address.
    pub href: String,
    /// Its name.
    pub name: String,
    /// What is in it.
    pub about: String,
}

/// A type of the JSON.
#[derive(Debug, Serialize)]
pub struct TypeView {
    /// The id of its heading.
    pub anchor: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Its keys.
    pub fields: Vec<FieldView>,
}

/// A key of the JSON.
#[derive(Debug, Serialize)]
pub struct FieldView {
    /// The key.
    pub name: String,
    /// What its value is, in words.
    pub kind: String,
    /// The type that the value is of, or that a list holds.
    pub of: Option<LinkView>,
    /// Whether it can be `null`.
    pub optional: bool,
    /// What it means.
    pub about: String,
    /// The words that it can be.
    pub choices: Vec<ChoiceView>,
}

/// A value of a closed list.
#[derive(Debug, Serialize)]
pub struct ChoiceView {
    /// The word.
    pub word: String,
    /// What it means, where the schema says so.
    pub about: Option<String>,
}

/// A table.
#[derive(Debug, Serialize)]
pub struct TableView {
    /// The id of its heading.
    pub anchor: String,
    /// Its file.
    pub file: LinkView,
    /// Its columns, from the left.
    pub columns: Vec<TableColumnView>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub struct TableColumnView {
    /// Its name.
    pub name: String,
    /// What it means.
    pub about: String,
    /// The place of the same value in the JSON record: `schedule.due`.
    pub key: String,
}
