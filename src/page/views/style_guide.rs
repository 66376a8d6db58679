//! The style guide.

use serde::Serialize;

use super::head::{ContentsView, HeadView};
use super::parts::{LinkView, ShareView, StateView};
use super::rows::{AreaRow, EvidenceView, ItemTable, StatusView};
use super::updates::{MeetingView, UpdateRow, UpdateView};

/// `style.html`: made-up values for every part of the theme
#[derive(Debug, Serialize)]
pub struct StyleGuidePage {
    /// What every page has.
    pub head: HeadView,
    /// A text with every construct of Markdown.
    pub specimen_html: String,
    /// A table of contents.
    pub contents: Vec<ContentsView>,
    /// Every status, degree and outcome.
    pub statuses: Vec<StatusView>,
    /// Every state of a meeting.
    pub meetings: Vec<MeetingView>,
    /// States of the schedule.
    pub schedules: Vec<StateView>,
    /// States of freshness.
    pub freshness: Vec<StateView>,
    /// A count for each status.
    pub shares: Vec<ShareView>,
    /// Areas with short and long titles.
    pub areas: Vec<AreaRow>,
    /// Words of a plan.
    pub words: String,
    /// An item for each status.
    pub items: Option<ItemTable>,
    /// An update of each kind.
    pub updates: Vec<UpdateRow>,
    /// An entry of a history with everything, and one of each kind with little.
    pub events: Vec<UpdateView>,
    /// A document of each kind.
    pub evidence: Vec<EvidenceView>,
    /// Two links.
    pub links: Vec<LinkView>,
}
