//! Numbers and steps of items.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;

/// A change of an indicator: of what is to be reached, or of a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndicatorChange {
    /// The item.
    pub item: Named,
    /// The indicator's id.
    pub indicator: String,
    /// What changed: `indicator` (the whole of it), `title`, `unit`, `aim`, `baseline`, `target` or `value`; in a
    /// file of figures also the `note`, `source` or `break` of a value.
    pub what: &'static str,
    /// The period of the target or value.
    pub period: Option<String>,
    /// What it was; null when it did not exist.
    pub from: Option<String>,
    /// What it is; null when it no longer exists.
    pub to: Option<String>,
    /// The update that gives the new value; null for all else, and for a value in a file.
    pub update: Option<String>,
}

/// A change of a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MilestoneChange {
    /// The item.
    pub item: Named,
    /// The milestone's id.
    pub milestone: String,
    /// What changed: `milestone` (the whole of it), `title`, `due`, `done`, `url` or `note`.
    pub what: &'static str,
    /// What it was; null when it did not exist.
    pub from: Option<String>,
    /// What it is; null when it no longer exists.
    pub to: Option<String>,
}
