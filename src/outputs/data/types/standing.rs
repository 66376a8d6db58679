//! Where an item stands: its current status, that of each body which has to do it, and what a third party found.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{DateData, Word};
use crate::vocabulary::{Degree, Outcome, Status, Verdict};

/// The current status of an item, as the responsible body reports it. Only a dated update can set it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Current status")]
#[schemars(rename = "Standing")]
pub struct StandingData {
    /// The status. `not-reported` means that no public information was found, not that nothing was done. `not-stated` means
    /// that there is public information, but no source states how far the item has come. A catch-all item has no status.
    pub status: Option<Word<Status>>,
    /// How far work in progress has come.
    pub degree: Option<Word<Degree>>,
    /// How a closed item ended.
    pub outcome: Option<Word<Outcome>>,
    /// Since when: the date of the first update of the unbroken run of updates that say so.
    pub since: Option<DateData>,
    /// The date of the newest update that says so.
    pub confirmed: Option<DateData>,
    /// The id of the newest update that says so.
    pub update: Option<String>,
    /// Whether the status follows from the parts of the item.
    pub from_parts: bool,
}

/// The status of one of the bodies that each have to do an item.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Status of one body")]
#[schemars(rename = "BodyStatus")]
pub struct BodyStatusData {
    /// The id of the agency.
    pub agency: String,
    /// Its current status.
    pub standing: StandingData,
}

/// The newest assessment of an item by a third party. It never changes the status that the responsible body reports.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Newest assessment")]
#[schemars(rename = "NewestVerdict")]
pub struct NewestVerdictData {
    /// The third party.
    pub assessor: String,
    /// The result of the assessment.
    pub verdict: Word<Verdict>,
    /// The result in the assessor's own word, if the plan maps such words.
    pub word: Option<String>,
    /// The date of the assessment.
    pub date: DateData,
    /// The id of the update that records it.
    pub update: String,
}
