//! Updates: what happened, or is said to happen, on a day.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::fields::FieldValueData;
use super::numbers::{NewTargetData, ValueData};
use super::values::{DateData, Word};
use crate::vocabulary::{
    Basis, Confidence, Degree, EvidenceClass, MeetingState, Outcome, Outlook, Scope, Status, UpdateKind,
    Verdict,
};

/// A dated entry: what happened, or what was announced.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Update")]
pub struct UpdateData {
    /// Its id. The id of a short update contains the id of its item: `3.1/2010-02-20`.
    pub id: String,
    /// The URL of its page, or of its place on the item's page.
    pub url: String,
    /// The date on which it happened.
    pub date: DateData,
    /// Whether a source states the date (`stated`) or the editors inferred it (`inferred`).
    pub date_basis: Word<Basis>,
    /// The headline, or the first words of the text.
    pub title: String,
    /// The type of update. `no-change` is a report that nothing changed.
    pub kind: Word<UpdateKind>,
    /// The ids of the items that it is about.
    pub items: Vec<String>,
    /// Whether a source names the items (`stated`) or the editors inferred them (`inferred`).
    pub links: Word<Basis>,
    /// The ids of the areas that it is about.
    pub areas: Vec<String>,
    /// Whether it is about the plan as a whole.
    pub whole_plan: bool,
    /// The ids of the agencies concerned.
    pub by: Vec<String>,
    /// The status that the responsible body reports.
    pub status: Option<Word<Status>>,
    /// How far work in progress has come.
    pub degree: Option<Word<Degree>>,
    /// How a closed item ended.
    pub outcome: Option<Word<Outcome>>,
    /// Whether it will be done as planned, as those who report say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<Word<Outlook>>,
    /// Whether it ended before the plan was adopted. Then it is part of the baseline and sets no status.
    pub baseline: bool,
    /// The evidence for it.
    pub evidence: Vec<EvidenceData>,
    /// The id of the forum that the meeting or event belongs to.
    pub forum: Option<String>,
    /// The details of the meeting.
    pub meeting: Option<MeetingData>,
    /// How it relates to its items; `direct` unless the update states another value.
    pub scope: Word<Scope>,
    /// How certain the date and the links are, if the update states it.
    pub confidence: Option<Word<Confidence>>,
    /// The date on which it became known.
    pub reported: Option<DateData>,
    /// The new due date.
    pub new_due: Option<DateData>,
    /// The reason for the change of the plan.
    pub reason: Option<String>,
    /// The challenges.
    pub challenges: Option<String>,
    /// The next steps.
    pub next_steps: Option<String>,
    /// The points on which sources disagree.
    pub conflicts: Option<String>,
    /// The id of the update that it corrects.
    pub corrects: Option<String>,
    /// The id of the update that corrects it. A corrected update stays on the site but sets no status.
    pub corrected_by: Option<String>,
    /// The assessment of a third party. It appears beside the reported status and never replaces it.
    pub assessment: Option<AssessmentData>,
    /// The measured values that it gives. The key is missing where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<ValueData>,
    /// The targets of indicators that hold from its date on, in the place of others. The key is missing where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub new_targets: Vec<NewTargetData>,
    /// Former ids, and addresses on an old site, which begin with `/`.
    pub aliases: Vec<String>,
    /// Its values of the fields that the plan declares for itself, in the order of `fields` of the plan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldValueData>,
    /// What stands under keys that begin with `x-` and are not declared as fields, as it was written. Numbers are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, serde_json::Value>,
    /// Whether only the internal site contains it.
    pub internal: bool,
    /// Its text, as HTML.
    pub body_html: String,
}

/// A document that shows what happened.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evidence")]
pub struct EvidenceData {
    /// Its title.
    pub title: String,
    /// Its URL.
    pub url: String,
    /// The type of document.
    pub class: Option<Word<EvidenceClass>>,
    /// The code of its language.
    pub lang: Option<String>,
    /// Its date.
    pub date: Option<DateData>,
    /// The URL of an archived copy.
    pub archived: Option<String>,
    /// Whether only the internal site contains it.
    pub internal: bool,
}

/// A meeting. An announced meeting does not count as held.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Meeting")]
pub struct MeetingData {
    /// Whether it was planned, held, postponed or cancelled.
    pub state: Word<MeetingState>,
    /// Its number in the series.
    pub number: Option<i64>,
    /// The place.
    pub place: Option<String>,
    /// Its last day, if it lasted several days.
    pub end: Option<DateData>,
}

/// The assessment of an item by a third party.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Assessment")]
pub struct AssessmentData {
    /// The third party.
    pub assessor: String,
    /// The result of the assessment.
    pub verdict: Word<Verdict>,
    /// The result in the assessor's own word, if the plan maps such words.
    pub word: Option<String>,
    /// The original scale.
    pub scale: Option<String>,
    /// The method.
    pub method: Option<String>,
    /// The place.
    pub url: Option<String>,
}
