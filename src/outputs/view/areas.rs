//! The home page and the areas.

use serde::Serialize;

use super::{AgencyView, AreaRow, HeadView, ItemRow, LinkView, ShareView, UpdateRow};
use crate::outputs::progress::views::FigureView;

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
    /// The number of items of each type of commitment.
    pub kinds: Vec<ShareView>,
    /// The areas.
    pub areas: Vec<AreaRow>,
    /// The newest updates.
    pub latest: Vec<UpdateRow>,
    /// Meetings that were announced.
    pub meetings: Vec<UpdateRow>,
    /// The numbers of the dashboard.
    pub figures: Vec<FigureView>,
}

/// `areas.html`
#[derive(Debug, Serialize)]
pub struct AreasPage {
    /// What every page has.
    pub head: HeadView,
    /// The areas.
    pub areas: Vec<AreaRow>,
}

/// `area.html`
#[derive(Debug, Serialize)]
pub struct AreaPage {
    /// What every page has.
    pub head: HeadView,
    /// Its number.
    pub number: String,
    /// Its title, word for word.
    pub title: String,
    /// The introduction.
    pub body_html: String,
    /// The agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// How many of its items have each status.
    pub shares: Vec<ShareView>,
    /// Its items and parts.
    pub items: Vec<ItemRow>,
    /// The newest updates on its items.
    pub latest: Vec<UpdateRow>,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
    /// The area before.
    pub previous: Option<LinkView>,
    /// The area after.
    pub next: Option<LinkView>,
    /// The numbers of its dashboard.
    pub figures: Vec<FigureView>,
    /// Its dashboard.
    pub progress: LinkView,
}
