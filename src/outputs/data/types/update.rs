//! Updates: what happened, or is said to happen, on a day.

use schemars::JsonSchema;
use serde::Serialize;

use super::values::{Date, Word};
use crate::vocabulary::{
    Basis, Confidence, Degree, EvidenceClass, MeetingState, Outcome, Scope, Status, UpdateKind, Verdict,
};

/// Something that happened, or is said to happen, on a day.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Update {
    /// Its id. A short update of an item has the item's id in it: `3.1/2010-02-20`.
    pub id: String,
    /// The address of its page, or of its place on the item's page.
    pub url: String,
    /// When.
    pub date: Date,
    /// Whether a source shows the date (`stated`) or it is the editors' reading (`inferred`).
    pub date_basis: Word<Basis>,
    /// The headline, or the beginning of the text.
    pub title: String,
    /// What it is. `no-change` is a report that there is nothing to report.
    pub kind: Word<UpdateKind>,
    /// The ids of the items that it bears on.
    pub items: Vec<String>,
    /// Whether a source names the items (`stated`) or it is the editors' reading (`inferred`).
    pub links: Word<Basis>,
    /// The ids of the areas that it bears on.
    pub areas: Vec<String>,
    /// Whether it bears on the plan as a whole.
    pub whole_plan: bool,
    /// The ids of the agencies that took part.
    pub by: Vec<String>,
    /// The status that the responsible body claims.
    pub status: Option<Word<Status>>,
    /// How far work in progress has come.
    pub degree: Option<Word<Degree>>,
    /// How a closed item ended.
    pub outcome: Option<Word<Outcome>>,
    /// Whether it ended before the plan was adopted. Then it is the baseline, and sets no status.
    pub baseline: bool,
    /// What proves it.
    pub evidence: Vec<Evidence>,
    /// The id of the forum whose meeting or act it is.
    pub forum: Option<String>,
    /// The meeting that it is.
    pub meeting: Option<Meeting>,
    /// How it bears on its items; `direct` unless the update says otherwise.
    pub scope: Word<Scope>,
    /// How sure it is, when the update says so.
    pub confidence: Option<Word<Confidence>>,
    /// When it became known.
    pub reported: Option<Date>,
    /// The new due date.
    pub new_due: Option<Date>,
    /// Why the plan changed.
    pub reason: Option<String>,
    /// What stands in the way.
    pub challenges: Option<String>,
    /// What comes next.
    pub next_steps: Option<String>,
    /// Where sources disagree.
    pub conflicts: Option<String>,
    /// The id of the update that it corrects.
    pub corrects: Option<String>,
    /// The id of the update that corrects it. A corrected update stays, and sets no status.
    pub corrected_by: Option<String>,
    /// What a third party says. It stands beside the claim, and never replaces it.
    pub assessment: Option<Assessment>,
    /// Former ids.
    pub aliases: Vec<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
    /// The text, as HTML.
    pub body_html: String,
}

/// A document that proves something.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Evidence {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// What kind of document it is.
    pub class: Option<Word<EvidenceClass>>,
    /// The code of its language.
    pub lang: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// The address of a kept copy.
    pub archived: Option<String>,
    /// Whether only the internal site has it.
    pub internal: bool,
}

/// A meeting. Announced is not held.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Meeting {
    /// Whether it took place.
    pub state: Word<MeetingState>,
    /// Which one of its series.
    pub number: Option<i64>,
    /// Where.
    pub place: Option<String>,
    /// Its last day, when it has one of its own.
    pub end: Option<Date>,
}

/// What a third party says of an item.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Assessment {
    /// Who says it.
    pub assessor: String,
    /// What.
    pub verdict: Word<Verdict>,
    /// On what scale.
    pub scale: Option<String>,
    /// By what method.
    pub method: Option<String>,
    /// Where.
    pub url: Option<String>,
}
