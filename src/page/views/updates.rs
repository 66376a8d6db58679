//! Updates: in lists, in full, and their pages.

use serde::Serialize;

use super::field_parts::OwnFieldView;
use super::head::HeadView;
use super::indicators::{NewTargetView, ValueView};
use super::parts::{DateView, LinkView, PagesView};
use super::rows::{AgencyView, EvidenceView, StatusView};

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
    /// That it is about more items, where the row shows only the first.
    pub more_items: Option<String>,
    /// Whether it is about the plan as a whole.
    pub whole_plan: bool,
    /// Whether it was before the plan.
    pub baseline: bool,
    /// Whether it was corrected, and does not count.
    pub corrected: bool,
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
    /// The ids that it had on pages before it had a file of its own.
    pub old_anchors: Vec<String>,
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
    /// The forum that the meeting or event belongs to.
    pub forum: Option<LinkView>,
    /// The status that it reports.
    pub status: Option<StatusView>,
    /// Whether the work goes as planned, as it reports, as a key: `at-risk`.
    pub outlook_key: Option<String>,
    /// The same in words.
    pub outlook: Option<String>,
    /// The values of the fields that the plan declares for itself.
    pub fields: Vec<OwnFieldView>,
    /// The agencies concerned.
    pub by: Vec<AgencyView>,
    /// The items that it is about.
    pub items: Vec<LinkView>,
    /// All of them, where the page shows only the first.
    pub all_items: Option<LinkView>,
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
    /// The measured values that it gives.
    pub values: Vec<ValueView>,
    /// The targets that hold from its date on.
    pub new_targets: Vec<NewTargetView>,
}

/// `updates.html`
#[derive(Debug, Serialize)]
pub struct UpdatesPage {
    /// What every page has.
    pub head: HeadView,
    /// How many there are.
    pub count: usize,
    /// The years, newest first.
    pub years: Vec<YearRow>,
    /// The newest updates.
    pub latest: Vec<UpdateRow>,
    /// Meetings that were announced.
    pub meetings: Vec<UpdateRow>,
}

/// A year of updates in a list.
#[derive(Debug, Serialize)]
pub struct YearRow {
    /// Its page.
    pub href: String,
    /// The year.
    pub year: i16,
    /// How many updates.
    pub count: usize,
    /// In percent of the fullest year, rounded down.
    pub percent: usize,
}

/// `updates-year.html`
#[derive(Debug, Serialize)]
pub struct YearPage {
    /// What every page has.
    pub head: HeadView,
    /// The year.
    pub year: i16,
    /// Its updates, oldest first.
    pub updates: Vec<UpdateRow>,
    /// The other pages of the year.
    pub pages: Option<PagesView>,
    /// The year before that has updates.
    pub previous: Option<LinkView>,
    /// The year after.
    pub next: Option<LinkView>,
}

/// `update.html`
#[derive(Debug, Serialize)]
pub struct UpdatePage {
    /// What every page has.
    pub head: HeadView,
    /// The update.
    pub update: UpdateView,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// The update before.
    pub previous: Option<LinkView>,
    /// The update after.
    pub next: Option<LinkView>,
}
