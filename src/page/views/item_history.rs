//! What the updates of an item say together: how its due date moved, lowered statuses, and what others say.

use serde::Serialize;

use super::parts::{DateView, LinkView};
use super::rows::{EvidenceView, StatusView};

/// The changes of the due date of an item: `partials/item-time.html`
#[derive(Debug, Serialize)]
pub struct LedgerView {
    /// How often, and by how much in all.
    pub sentence: String,
    /// The date that the plan gives.
    pub baseline: Option<DateView>,
    /// What the plan says instead of a date.
    pub baseline_in_words: Option<String>,
    /// The date that holds now.
    pub due: Option<DateView>,
    /// The changes, oldest first; of many the newest.
    pub rows: Vec<LedgerRow>,
    /// All of them, where these are not all.
    pub all: Option<LinkView>,
}

/// A change of a due date.
#[derive(Debug, Serialize)]
pub struct LedgerRow {
    /// The date of the change.
    pub date: DateView,
    /// The update that says so.
    pub link: LinkView,
    /// The date that held before.
    pub from: Option<DateView>,
    /// The date that holds from then on.
    pub to: DateView,
    /// By how much, in words.
    pub distance: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// What shows it.
    pub evidence: Vec<EvidenceView>,
    /// Whether this was corrected, and does not count.
    pub corrected: bool,
}

/// A lowered status.
#[derive(Debug, Serialize)]
pub struct StepBackView {
    /// The update that says less.
    pub href: String,
    /// From what to what, and when.
    pub text: String,
}

/// An assessment of an item by a third party, beside the reported status.
#[derive(Debug, Serialize)]
pub struct AssessmentRow {
    /// The date.
    pub date: DateView,
    /// The update that has it.
    pub href: String,
    /// Who says it.
    pub assessor: String,
    /// What, in words.
    pub verdict: String,
    /// The original scale.
    pub scale: Option<String>,
    /// The method.
    pub method: Option<String>,
    /// The place.
    pub url: Option<String>,
    /// What was claimed on that day.
    pub claim: StatusView,
    /// `agrees`, `less`, `more` or `no-claim`.
    pub agreement_key: String,
    /// The same in words.
    pub agreement: String,
    /// Whether it is the assessor's newest.
    pub newest: bool,
}

/// Where sources disagree.
#[derive(Debug, Serialize)]
pub struct ConflictView {
    /// The day of the update.
    pub date: DateView,
    /// The update.
    pub link: LinkView,
    /// How they disagree.
    pub text: String,
}
