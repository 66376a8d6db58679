//! Where items stand, and when they are due.

use schemars::JsonSchema;
use serde::Serialize;

use super::Named;

/// Where an item stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Claim {
    /// The word of the status; nothing for an item that has none.
    pub status: Option<&'static str>,
    /// How far work in progress has come.
    pub degree: Option<&'static str>,
    /// How a closed item ended.
    pub outcome: Option<&'static str>,
}

/// A status that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StatusMove {
    /// The item.
    pub item: Named,
    /// Where it stood.
    pub from: Claim,
    /// Where it stands.
    pub to: Claim,
    /// Whether it says less than before.
    pub backwards: bool,
    /// Whether it follows from the parts of the item.
    pub from_parts: bool,
    /// The update that says so now; nothing when it follows from the parts, or no update says anything.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
}

/// A due date that is another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DueMove {
    /// The item.
    pub item: Named,
    /// As it was.
    pub from: Option<String>,
    /// As it is.
    pub to: Option<String>,
    /// Whether the date in the item itself was edited. Otherwise an update moved it.
    pub edited: bool,
    /// Whether the old date had passed.
    pub had_passed: bool,
    /// The update of the kind `date-change` that moved it.
    pub update: Option<String>,
    /// The agencies that the update is by.
    pub by: Vec<String>,
    /// Why.
    pub reason: Option<String>,
}
