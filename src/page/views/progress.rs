//! The dashboard.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{FigureView, LinkView, PagesView, ShareView};
use super::rows::StatusView;

/// A type of commitment with its own measure.
#[derive(Debug, Serialize)]
pub struct MeasureView {
    /// The kind, as a key.
    pub key: String,
    /// The kind, in words.
    pub text: String,
    /// What is counted: "completed".
    pub measure: String,
    /// How many meet it.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// In percent, rounded down.
    pub percent: usize,
    /// The list of those that meet it.
    pub href: String,
    /// The list of all of the kind.
    pub all_href: String,
}

/// A part of a column of a chart. Its measures are attributes of SVG.
#[derive(Debug, Serialize)]
pub struct SegmentView {
    /// The status, as a key.
    pub key: String,
    /// The status, in words.
    pub text: String,
    /// How many items have it.
    pub count: usize,
    /// Where it begins, from the top.
    pub y: usize,
    /// How high it is.
    pub height: usize,
    /// The list of those items.
    pub href: String,
}

/// A column of a chart: the status of the plan on a date.
#[derive(Debug, Serialize)]
pub struct ChartColumnView {
    /// The day, in words: "end of 2012".
    pub label: String,
    /// The year.
    pub year: String,
    /// The last digits of the year.
    pub short: String,
    /// Where it begins, as a share of the width.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// Where its middle is.
    pub middle: String,
    /// Whether narrow screens show its year too.
    pub marked: bool,
    /// The list of all items on that day.
    pub href: String,
    /// How many items have each status, in the order of the legend.
    pub segments: Vec<SegmentView>,
}

/// A chart of statuses over the years.
#[derive(Debug, Default, Serialize)]
pub struct HistoryView {
    /// What it shows, in a sentence for those who do not see it.
    pub summary: String,
    /// The statuses that occur.
    pub legend: Vec<StatusView>,
    /// A column for the end of each year, and one for the as-of date.
    pub columns: Vec<ChartColumnView>,
}

/// A year of a row of the heat map.
#[derive(Debug, Serialize)]
pub struct HeatCell {
    /// How many updates.
    pub count: usize,
    /// The shade: 0 for none, to 5 for most.
    pub level: usize,
    /// Where it begins, as a share of the width.
    pub x: String,
    /// How wide it is.
    pub width: String,
    /// The list of those updates.
    pub href: String,
}

/// An area of the heat map.
#[derive(Debug, Serialize)]
pub struct HeatRow {
    /// The area's number.
    pub number: String,
    /// The area's title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// How many updates in all the years.
    pub count: usize,
    /// The list of those updates.
    pub all_href: String,
    /// The years.
    pub cells: Vec<HeatCell>,
}

/// A map of updates by area and year.
#[derive(Debug, Serialize)]
pub struct HeatView {
    /// What it shows, in a sentence.
    pub summary: String,
    /// The years: only what a column of a chart has to name them.
    pub years: Vec<ChartColumnView>,
    /// The areas.
    pub rows: Vec<HeatRow>,
}

/// An area with the number of its items that have public information.
#[derive(Debug, Serialize)]
pub struct CoverageRow {
    /// The area's number.
    pub number: String,
    /// The area's title.
    pub title: String,
    /// The dashboard of the area.
    pub href: String,
    /// How many have public information.
    pub known: usize,
    /// The list of those.
    pub known_href: String,
    /// For how many none was found.
    pub unknown: usize,
    /// The list of those.
    pub unknown_href: String,
    /// The share of those with public information, in percent.
    pub percent: usize,
}

/// `progress.html`
#[derive(Debug, Serialize)]
pub struct ProgressPage {
    /// What every page has.
    pub head: HeadView,
    /// Whether it is the first page. The others have only the rows of further areas.
    pub is_first: bool,
    /// The status of the plan, in a sentence.
    pub story: String,
    /// The numbers.
    pub figures: Vec<FigureView>,
    /// How many items have each status.
    pub statuses: Vec<ShareView>,
    /// What third parties found, counted.
    pub verdicts: Vec<ShareView>,
    /// The types of commitment.
    pub measures: Vec<MeasureView>,
    /// The status of the plan, year by year.
    pub history: HistoryView,
    /// Public information, by area.
    pub coverage: Vec<CoverageRow>,
    /// Reports by area and year.
    pub heat: HeatView,
    /// The page of agencies by areas, if there is one.
    pub matrix: Option<LinkView>,
    /// The list of indicators with numbers, if there are any.
    pub indicators: Option<LinkView>,
    /// The other pages, where the plan has hundreds of areas.
    pub pages: Option<PagesView>,
}
