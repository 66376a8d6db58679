//! Tags, as other pages show them.

use serde::Serialize;

/// A tag of an item.
#[derive(Debug, Clone, Serialize)]
pub struct TagView {
    /// The page with its items.
    pub href: String,
    /// What it is called.
    pub text: String,
    /// What its group is called.
    pub group: String,
}

/// A tag that a table can be filtered by.
#[derive(Debug, Clone, Serialize)]
pub struct TagChoice {
    /// Its group and its key: `place/north`.
    pub key: String,
    /// What its group and it are called.
    pub text: String,
}
