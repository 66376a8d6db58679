//! What is asked of whom.

use super::reason::Reason;
use crate::plan::{Agency, Item, Ix};

/// What one agency is asked.
#[derive(Debug, Clone)]
pub struct Request {
    /// The agency.
    pub agency: Ix<Agency>,
    /// The items that it is responsible for, those that it is not asked about too.
    pub asks: Vec<Ask>,
}

/// An item that an agency is responsible for.
#[derive(Debug, Clone)]
pub struct Ask {
    /// The item.
    pub item: Ix<Item>,
    /// Items that are the same commitment: one answer serves all.
    pub same: Vec<Ix<Item>>,
    /// The agency that the plan names, when this one took over its work.
    pub instead_of: Option<Ix<Agency>>,
    /// Whether the plan names the agency, or the editors do.
    pub inferred: bool,
    /// What the agency does for it.
    pub role: Option<String>,
    /// Who does it there.
    pub person: Option<String>,
    /// Why it is asked about, or why not.
    pub reason: Reason,
}

impl Request {
    /// How many items the agency is asked about.
    pub fn asked(&self) -> usize {
        self.asks.iter().filter(|ask| ask.reason.is_asked()).count()
    }

    /// The items for a reason.
    pub fn of(&self, reason: Reason) -> impl Iterator<Item = &Ask> {
        self.asks.iter().filter(move |ask| ask.reason == reason)
    }
}
