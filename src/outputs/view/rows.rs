//! The rows and facts that several pages share.

use serde::Serialize;

use super::{DateView, LinkView};

/// A status, in words and as a key for its shape.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// `completed`, or `none` for an item that has no status of its own.
    pub key: String,
    /// In words.
    pub text: String,
    /// The degree or outcome, in words.
    pub detail: Option<String>,
}

/// A status with its evidence.
#[derive(Debug, Serialize)]
pub struct StandingView {
    /// The status.
    pub status: StatusView,
    /// The date of the update that set it.
    pub since: Option<DateView>,
    /// That update.
    pub update: Option<LinkView>,
    /// The evidence for it.
    pub evidence: Vec<EvidenceView>,
    /// Whether it follows from the parts.
    pub from_parts: bool,
}

/// A document that is evidence.
#[derive(Debug, Serialize)]
pub struct EvidenceView {
    /// Its title.
    pub title: String,
    /// Its full URL.
    pub url: String,
    /// The type of document, in words.
    pub class: Option<String>,
    /// The code of its language, when it is not the site's.
    pub lang: Option<String>,
    /// The name of that language.
    pub lang_name: Option<String>,
    /// Its date.
    pub date: Option<DateView>,
    /// The full URL of an archived copy.
    pub archived: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// An agency in a role.
#[derive(Debug, Clone, Serialize)]
pub struct AgencyView {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation, otherwise its name.
    pub short: String,
    /// Whether the role is inferred.
    pub inferred: bool,
    /// Whether only the internal site shows the role.
    pub internal: bool,
    /// The agency that took over its work, if it ended.
    pub now: Option<LinkView>,
}

/// An item in a list.
#[derive(Debug, Serialize)]
pub struct ItemRow {
    /// Its page.
    pub href: String,
    /// Its id.
    pub id: String,
    /// Its number, as shown.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its type of commitment, as a key.
    pub kind_key: String,
    /// Its type of commitment, in words.
    pub kind: String,
    /// Its status.
    pub status: StatusView,
    /// The agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// The date of its newest update.
    pub latest: Option<DateView>,
    /// How many updates it has.
    pub updates: usize,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// Whether the role by which it is in this list is inferred.
    pub inferred: bool,
}

/// An update in a list.
#[derive(Debug, Serialize)]
pub struct UpdateRow {
    /// Its page, or its place on its item's page.
    pub href: String,
    /// The date.
    pub date: DateView,
    /// Its headline, or the first words of its text.
    pub title: String,
    /// What it is, in words.
    pub kind: String,
    /// The state of a meeting.
    pub meeting: Option<MeetingView>,
    /// The status that it reports.
    pub status: Option<StatusView>,
    /// The items that it is about.
    pub items: Vec<LinkView>,
    /// Whether it is about the plan as a whole.
    pub whole_plan: bool,
    /// Whether it was before the plan.
    pub baseline: bool,
}

/// The state of a meeting.
#[derive(Debug, Serialize)]
pub struct MeetingView {
    /// `planned`, `planned-past`, `held`, `postponed` or `cancelled`.
    pub key: String,
    /// In words.
    pub text: String,
    /// Its number in the series, in words: "No. 3".
    pub number: Option<String>,
    /// The place.
    pub place: Option<String>,
}

/// The assessment of a third party.
#[derive(Debug, Serialize)]
pub struct AssessmentView {
    /// "Assessment by …".
    pub heading: String,
    /// The verdict, in words.
    pub verdict: String,
    /// The original scale.
    pub scale: Option<String>,
    /// The method.
    pub method: Option<String>,
    /// The full URL.
    pub url: Option<String>,
}

/// An update in full.
#[derive(Debug, Serialize)]
pub struct UpdateView {
    /// Its page; absent for the short form.
    pub href: Option<String>,
    /// Its id on an item's page.
    pub anchor: String,
    /// The date.
    pub date: DateView,
    /// Its headline; the short form has none.
    pub title: Option<String>,
    /// What it is, as a key.
    pub kind_key: String,
    /// What it is, in words.
    pub kind: String,
    /// Whether only the internal site shows it.
    pub internal: bool,
    /// Its text.
    pub body_html: String,
    /// The state of a meeting.
    pub meeting: Option<MeetingView>,
    /// The forum whose meeting or decision it is.
    pub forum: Option<LinkView>,
    /// The status that it reports.
    pub status: Option<StatusView>,
    /// The agencies concerned.
    pub by: Vec<AgencyView>,
    /// The items that it is about.
    pub items: Vec<LinkView>,
    /// The areas that it is about.
    pub areas: Vec<LinkView>,
    /// Whether it is about the plan as a whole.
    pub whole_plan: bool,
    /// The evidence for it.
    pub evidence: Vec<EvidenceView>,
    /// Whether it was before the plan.
    pub baseline: bool,
    /// Whether the link to the items is inferred.
    pub links_inferred: bool,
    /// Whether the date is inferred.
    pub date_inferred: bool,
    /// How certain it is, in words; absent when it is certain.
    pub confidence: Option<String>,
    /// How it relates to its items, as a key; absent for `direct`.
    pub scope_key: Option<String>,
    /// The same in words.
    pub scope: Option<String>,
    /// When it became known.
    pub reported: Option<DateView>,
    /// The new due date.
    pub new_due: Option<DateView>,
    /// The reason for the change of the plan.
    pub reason: Option<String>,
    /// The challenges.
    pub challenges: Option<String>,
    /// The next steps.
    pub next_steps: Option<String>,
    /// Where sources disagree.
    pub conflicts: Option<String>,
    /// The update that it corrects.
    pub corrects: Option<LinkView>,
    /// The update that corrects it.
    pub corrected_by: Option<LinkView>,
    /// The assessment of a third party.
    pub assessment: Option<AssessmentView>,
}

/// A share of a count, for a bar. Widths come from a style sheet with classes `w-0` to `w-100`.
#[derive(Debug, Serialize)]
pub struct ShareView {
    /// The status or kind.
    pub key: String,
    /// In words.
    pub text: String,
    /// How many.
    pub count: usize,
    /// In percent of the whole, rounded down.
    pub percent: usize,
    /// The list of those that it counts.
    pub href: String,
}

/// An area with its counts.
#[derive(Debug, Serialize)]
pub struct AreaRow {
    /// Its page.
    pub href: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// How many items and parts have a status of their own.
    pub count: usize,
    /// How many have each status; statuses that no item has are left out.
    pub shares: Vec<ShareView>,
    /// The date of its newest update.
    pub latest: Option<DateView>,
}
