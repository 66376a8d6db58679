//! Series of meetings, slips of due dates, and what others say.

use serde::Serialize;

use super::{DateView, EvidenceView, LinkView, StateView, StatusView};

/// A series of meetings on a timeline: `partials/series.html`
#[derive(Debug, Serialize)]
pub struct SeriesView {
    /// What the picture shows, in words.
    pub sentences: Vec<String>,
    /// Every year of it.
    pub years: Vec<SeriesYearView>,
    /// A mark for each meeting.
    pub marks: Vec<SeriesMarkView>,
    /// Meetings that there were by the numbers, and that are not recorded.
    pub gaps: Vec<SeriesGapView>,
    /// What the marks mean.
    pub legend: Vec<StateView>,
}

/// A year of a series.
#[derive(Debug, Serialize)]
pub struct SeriesYearView {
    /// Which.
    pub year: i16,
    /// The start on the line, such as `12.50%`.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// Where its middle is.
    pub middle: String,
    /// Whether there is room for its label on a wide screen.
    pub is_labelled: bool,
    /// Whether it is one of those that have a label on a narrow screen too.
    pub is_fifth: bool,
    /// `held`, `missed`, `empty`, or `open` for the year that is not over.
    pub key: String,
    /// Why it has no meeting that was held, in words.
    pub note: Option<String>,
    /// Its meetings.
    pub meetings: Vec<SeriesMeetingView>,
}

/// A meeting in a year.
#[derive(Debug, Serialize)]
pub struct SeriesMeetingView {
    /// Its update, under its date.
    pub link: LinkView,
    /// Which one of its series, in words.
    pub number: Option<String>,
    /// The place.
    pub place: Option<String>,
    /// `held`, `planned`, `unknown` (announced, and nobody knows), `postponed` or `cancelled`.
    pub key: String,
    /// The same in words.
    pub state: String,
}

/// The mark of a meeting on a timeline.
#[derive(Debug, Serialize)]
pub struct SeriesMarkView {
    /// The position, such as `12.50%`.
    pub x: String,
    /// The state of the meeting, as in `SeriesMeetingView`.
    pub key: String,
    /// Which one of its series.
    pub number: Option<String>,
}

/// Meetings that are missing on a timeline.
#[derive(Debug, Serialize)]
pub struct SeriesGapView {
    /// The position of the meeting before.
    pub from: String,
    /// The position of the meeting after.
    pub to: String,
    /// Half way between.
    pub x: String,
    /// The numbers that are missing.
    pub number: String,
}

/// The changes of the due date of an item: `partials/item-time.html`
#[derive(Debug, Serialize)]
pub struct LedgerView {
    /// How often, and by how much in all.
    pub sentence: String,
    /// The date that the plan gives.
    pub baseline: Option<DateView>,
    /// The date that holds now.
    pub due: Option<DateView>,
    /// The changes, oldest first.
    pub rows: Vec<LedgerRow>,
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
