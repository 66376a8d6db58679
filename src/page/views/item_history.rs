//! What the updates of an item say together: how its due date moved, steps back, and what others say.

use serde::Serialize;

use super::parts::{DateView, LinkView};
use super::rows::{EvidenceView, StatusView};

/// How the due date of an item moved: `partials/item-time.html`
#[derive(Debug, Serialize)]
pub struct LedgerView {
    /// How often, and by how much in all.
    pub sentence: String,
    /// The date that the plan gives.
    pub baseline: Option<DateView>,
    /// The date that holds now.
    pub due: Option<DateView>,
    /// Each time that it was moved, oldest first.
    pub rows: Vec<LedgerRow>,
}

/// One time that a due date was moved.
#[derive(Debug, Serialize)]
pub struct LedgerRow {
    /// When it was moved.
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

/// A status that said less than the one before.
#[derive(Debug, Serialize)]
pub struct StepBackView {
    /// The update that says less.
    pub href: String,
    /// From what to what, and when.
    pub text: String,
}

/// What a third party says of an item, beside the claim.
#[derive(Debug, Serialize)]
pub struct AssessmentRow {
    /// When.
    pub date: DateView,
    /// The update that has it.
    pub href: String,
    /// Who says it.
    pub assessor: String,
    /// What, in words.
    pub verdict: String,
    /// On what scale.
    pub scale: Option<String>,
    /// By what method.
    pub method: Option<String>,
    /// Where.
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
