//! What is asked of whom.

use super::urgency::Urgency;
use crate::plan::{Agency, Item, Ix};

/// What one agency is asked.
pub(super) struct Request {
    pub(super) agency: Ix<Agency>,
    pub(super) asks: Vec<Ask>,
}

/// An item that an agency is responsible for.
pub(super) struct Ask {
    pub(super) item: Ix<Item>,
    /// Items that are the same commitment: one answer serves all.
    pub(super) same: Vec<Ix<Item>>,
    /// The agency that the plan names, when this one took over its work.
    pub(super) instead_of: Option<Ix<Agency>>,
    /// Whether the plan names the agency, or the editors do.
    pub(super) inferred: bool,
    /// What the agency does for it.
    pub(super) role: Option<String>,
    /// Who does it there.
    pub(super) person: Option<String>,
    pub(super) urgency: Urgency,
    /// The file to be filled in, unless nothing is asked.
    pub(super) form: Option<String>,
}

impl Request {
    pub(super) fn asked(&self) -> usize {
        self.asks.iter().filter(|ask| ask.urgency.is_asked()).count()
    }

    pub(super) fn of(&self, urgency: Urgency) -> impl Iterator<Item = &Ask> {
        self.asks.iter().filter(move |ask| ask.urgency == urgency)
    }
}
