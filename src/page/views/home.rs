//! The home page.

use serde::Serialize;

use super::editions::CrosswalkView;
use super::head::HeadView;
use super::parts::{FigureView, LinkView, ShareView};
use super::rows::AreaRow;
use super::updates::UpdateRow;

/// `home.html`
#[derive(Debug, Serialize)]
pub struct HomePage {
    /// What every page has.
    pub head: HeadView,
    /// The introduction.
    pub body_html: String,
    /// How many items and parts are counted.
    pub count: usize,
    /// A sentence about the count.
    pub count_note: String,
    /// The list of all that are counted, by status.
    pub count_href: Option<String>,
    /// How many have each status.
    pub statuses: Vec<ShareView>,
    /// What third parties found, counted.
    pub verdicts: Vec<ShareView>,
    /// The number of items of each type of commitment.
    pub kinds: Vec<ShareView>,
    /// The areas that are in no other.
    pub areas: Vec<AreaRow>,
    /// Whether some area is in another.
    pub nested: bool,
    /// The newest updates.
    pub latest: Vec<UpdateRow>,
    /// Meetings that were announced.
    pub meetings: Vec<UpdateRow>,
    /// The numbers of the dashboard.
    pub figures: Vec<FigureView>,
    /// The dashboards, if the site has them.
    pub progress: Option<LinkView>,
    /// Of another edition, its items with what continues them.
    pub crosswalk: Option<CrosswalkView>,
}
