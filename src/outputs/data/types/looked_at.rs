//! How others see an item: the verdict of a third party, each body that has to do it, and how public information was
//! looked for.

use schemars::JsonSchema;
use serde::Serialize;

use super::item::StandingData;
use super::values::{DateData, Word};
use crate::vocabulary::Verdict;

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

/// A search for public information.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Search")]
#[schemars(rename = "Search")]
pub struct SearchData {
    /// The date.
    pub date: DateData,
    /// The place.
    pub place: String,
    /// The codes of the languages of the words.
    pub languages: Vec<String>,
    /// The words.
    pub words: Option<String>,
    /// What was found; nothing, if there is no text.
    pub found: Option<String>,
}

/// The third party that assesses the items of a plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Judge")]
pub struct JudgeData {
    /// Its name.
    pub name: String,
    /// The URL of its assessments.
    pub url: Option<String>,
}
