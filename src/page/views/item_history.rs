//! Series of meetings, slips of due dates, and what others say.

use serde::Serialize;

use super::{DateView, EvidenceView, LinkView, StateView, StatusView};

/// A series of meetings on a time line: `partials/series.html`
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
    /// Where it begins on the line, such as `12.50%`.
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
    /// Where.
    pub place: Option<String>,
    /// `held`, `planned`, `unknown` (announced, and nobody knows), `postponed` or `cancelled`.
    pub key: String,
    /// The same in words.
    pub state: String,
}

/// The mark of a meeting on a time line.
#[derive(Debug, Serialize)]
pub struct SeriesMarkView {
    /// Where it stands, such as `12.50%`.
    pub x: String,
    /// The state of the meeting, as in `SeriesMeetingView`.
    pub key: String,
    /// Which one of its series.
    pub number: Option<String>,
}

/// Meetings that are missing on a time line.
#[derive(Debug, Serialize)]
pub struct SeriesGapView {
    /// Where the meeting before stands.
    pub from: String,
    /// Where the meeting after stands.
    pub to: String,
    /// Half way between.
    pub x: String,
    /// The numbers that are missing.
    pub number: String,
}

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
