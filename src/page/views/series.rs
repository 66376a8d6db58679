//! A series of meetings.

use serde::Serialize;

use super::parts::{LinkView, StateView};

/// A series of meetings on a timeline: `partials/series.html`
#[derive(Debug, Serialize)]
pub struct SeriesView {
    /// What it is called: "Meetings by year".
    pub title: String,
    /// What it counts: "Meetings".
    pub what: String,
    /// What the picture shows, in words.
    pub sentences: Vec<String>,
    /// Every year of it.
    pub years: Vec<SeriesYearView>,
    /// A mark for each meeting; in a long series, one for all that would cover each other.
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
    /// Its meetings; in a long series the first.
    pub meetings: Vec<SeriesMeetingView>,
    /// How many more there are, in words.
    pub more: Option<String>,
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
