//! The areas.

use serde::Serialize;

use super::field_parts::{FieldSumView, OwnFieldView};
use super::head::HeadView;
use super::parts::{FigureView, LinkView, ShareView};
use super::rows::{AgencyView, AreaRow, ItemTable};
use super::updates::UpdateRow;

/// `areas.html`
#[derive(Debug, Serialize)]
pub struct AreasPage {
    /// What every page has.
    pub head: HeadView,
    /// The areas, each followed by those in it.
    pub areas: Vec<AreaRow>,
    /// Whether some area is in another, so that its counts are also in that one's.
    pub nested: bool,
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
    /// The values of the fields that the plan declares for itself.
    pub fields: Vec<OwnFieldView>,
    /// What fields of its items add up to.
    pub sums: Vec<FieldSumView>,
    /// How many of its items have each status.
    pub shares: Vec<ShareView>,
    /// The areas directly in it.
    pub areas: Vec<AreaRow>,
    /// Its items and parts; where there are areas in it also theirs, area by area.
    pub items: Option<ItemTable>,
    /// All of them, where the page shows only the first.
    pub all_items: Option<LinkView>,
    /// The newest updates on its items.
    pub latest: Vec<UpdateRow>,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
    /// The area before.
    pub previous: Option<LinkView>,
    /// The area after.
    pub next: Option<LinkView>,
    /// What third parties found, counted.
    pub verdicts: Vec<ShareView>,
    /// The numbers of its dashboard.
    pub figures: Vec<FigureView>,
    /// Its dashboard.
    pub progress: Option<LinkView>,
}
