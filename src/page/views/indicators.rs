//! Indicators with numbers, and milestones.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{DateView, LinkView, PagesView};

/// A measured value in an update.
#[derive(Debug, Serialize)]
pub struct ValueView {
    /// The indicator, with its place on the item's page.
    pub indicator: LinkView,
    /// The period.
    pub period: DateView,
    /// The number with its unit.
    pub value: String,
    /// A remark on it.
    pub note: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// A target that an update set in the place of another.
#[derive(Debug, Serialize)]
pub struct NewTargetView {
    /// The indicator, with its place on the item's page.
    pub indicator: LinkView,
    /// The target, and what it replaces, in words.
    pub text: String,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// A change of a target, on the page of its item.
#[derive(Debug, Serialize)]
pub struct TargetChangeView {
    /// What changed, in words.
    pub text: String,
    /// The update that says so.
    pub update: LinkView,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// A line of a chart, from one point to another. Measures are attributes of SVG.
#[derive(Debug, Serialize)]
pub struct ChartLine {
    /// `value`, `path` (the straight line to the targets), `grid` or `break`.
    pub kind: String,
    /// Where it begins, as a share of the width.
    pub x1: String,
    /// Where it begins, from the top.
    pub y1: i64,
    /// Where it ends.
    pub x2: String,
    /// Where it ends.
    pub y2: i64,
}

/// A mark of a chart.
#[derive(Debug, Serialize)]
pub struct ChartMark {
    /// `value`, `baseline` or `target`.
    pub kind: String,
    /// Where it is, as a share of the width.
    pub x: String,
    /// Where it is, from the top.
    pub y: i64,
}

/// A word in a chart.
#[derive(Debug, Serialize)]
pub struct ChartWord {
    /// `tick` (beside a line of the scale), `period` (below the chart), `value`, `baseline` or `target`.
    pub kind: String,
    /// The word.
    pub text: String,
    /// Where it is, as a share of the width.
    pub x: String,
    /// Where its foot is, from the top.
    pub y: i64,
    /// Which part of it is there: `start`, `middle` or `end`.
    pub anchor: String,
}

/// A kind of mark, and what it means.
#[derive(Debug, Serialize)]
pub struct ChartKey {
    /// `value`, `baseline`, `target`, `path` or `break`.
    pub kind: String,
    /// What it means.
    pub text: String,
}

/// A chart of an indicator.
#[derive(Debug, Serialize)]
pub struct IndicatorChart {
    /// Its lines.
    pub lines: Vec<ChartLine>,
    /// Its marks.
    pub marks: Vec<ChartMark>,
    /// Its words.
    pub words: Vec<ChartWord>,
    /// What the marks mean.
    pub legend: Vec<ChartKey>,
}

/// A number of an indicator, in the table.
#[derive(Debug, Serialize)]
pub struct IndicatorRow {
    /// `baseline`, `value` or `target`.
    pub kind: String,
    /// The same in words.
    pub what: String,
    /// The period.
    pub period: DateView,
    /// The number with its unit.
    pub value: String,
    /// A remark on it.
    pub note: Option<String>,
    /// The update that says so.
    pub source: Option<LinkView>,
    /// What a file gives as the source.
    pub source_text: Option<String>,
    /// Whether it was measured in another way than those before.
    pub is_break: bool,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// An indicator with numbers.
#[derive(Debug, Serialize)]
pub struct IndicatorView {
    /// The id of its heading.
    pub anchor: String,
    /// What is measured.
    pub title: String,
    /// The unit.
    pub unit: Option<String>,
    /// Which way the numbers should go, in words.
    pub aim: Option<String>,
    /// What the numbers say, in sentences.
    pub sentences: Vec<String>,
    /// How its targets were changed, oldest change first.
    pub target_changes: Vec<TargetChangeView>,
    /// The chart, where there are two numbers or more.
    pub chart: Option<IndicatorChart>,
    /// The numbers, oldest first.
    pub rows: Vec<IndicatorRow>,
    /// Whether the table is folded, because it is long.
    pub is_folded: bool,
    /// How many older values the table leaves out, in words.
    pub left_out: Option<String>,
    /// The file with all values.
    pub file: Option<LinkView>,
    /// Whether any number has a remark, a source or a mark.
    pub has_remarks: bool,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// An indicator in the list of all.
#[derive(Debug, Serialize)]
pub struct IndicatorLine {
    /// The item.
    pub item: LinkView,
    /// The indicator, with its place on the item's page.
    pub link: LinkView,
    /// The newest value with its unit.
    pub value: Option<String>,
    /// The period of the newest value.
    pub period: Option<DateView>,
    /// The target with its unit.
    pub target: Option<String>,
    /// The period of the target.
    pub target_period: Option<DateView>,
    /// What it replaced, in words, where an update changed it.
    pub target_before: Option<String>,
    /// How far the newest value is from the target, in words.
    pub distance: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}

/// `progress-indicators.html`
#[derive(Debug, Serialize)]
pub struct IndicatorsPage {
    /// What every page has.
    pub head: HeadView,
    /// Its title, without the number of a page.
    pub title: String,
    /// How many there are, in words.
    pub count: String,
    /// The indicators of this page.
    pub rows: Vec<IndicatorLine>,
    /// The file with all values.
    pub file: Option<LinkView>,
    /// The other pages.
    pub pages: Option<PagesView>,
}

/// A milestone of an item.
#[derive(Debug, Serialize)]
pub struct MilestoneView {
    /// The id of its place on the page.
    pub anchor: String,
    /// What is to be done.
    pub title: String,
    /// What shows it.
    pub url: Option<String>,
    /// Its state, as a key: `done`, `done-late`, `ahead`, `overdue`, `open` or `not-reported`.
    pub state_key: String,
    /// The same in words.
    pub state: String,
    /// When it is due.
    pub due: Option<DateView>,
    /// When it was done.
    pub done: Option<DateView>,
    /// A remark.
    pub note: Option<String>,
    /// Whether only the internal site shows it.
    pub internal: bool,
}
