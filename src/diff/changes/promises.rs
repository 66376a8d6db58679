//! Where items stand, and when they are due.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;

/// The status of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Claim {
    /// The status; null for an item that has none.
    pub status: Option<&'static str>,
    /// How far work in progress has come.
    pub degree: Option<&'static str>,
    /// How a closed item ended.
    pub outcome: Option<&'static str>,
}

/// A changed status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusMove {
    /// The item.
    pub item: Named,
    /// The old status.
    pub from: Claim,
    /// The new status.
    pub to: Claim,
    /// Whether the status was lowered.
    pub backwards: bool,
    /// Whether the status follows from the parts of the item.
    pub from_parts: bool,
    /// The update that set the new status; null when the status follows from the parts or no update set it.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
}

/// A changed outlook, as it was reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OutlookMove {
    /// The item.
    pub item: Named,
    /// The old outlook: `on-track`, `at-risk` or `off-track`; null when nothing was said.
    pub from: Option<&'static str>,
    /// The new outlook; null when nothing is said any more, such as when the item is completed.
    pub to: Option<&'static str>,
    /// The update that has the new outlook.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
}

/// A changed due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DueMove {
    /// The item.
    pub item: Named,
    /// The old date.
    pub from: Option<String>,
    /// The new date.
    pub to: Option<String>,
    /// Whether somebody edited the date in the item itself. Otherwise an update changed it.
    pub edited: bool,
    /// Whether the old date had passed.
    pub had_passed: bool,
    /// The update of the kind `date-change` that changed it.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
    /// The reason.
    pub reason: Option<String>,
}
