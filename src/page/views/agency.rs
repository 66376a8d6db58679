//! An agency.

use serde::Serialize;

use super::field_parts::{FieldSumView, OwnFieldView};
use super::head::HeadView;
use super::parts::{FigureView, LinkView, NativeNameView};
use super::rows::ItemTable;
use super::updates::UpdateRow;

/// `agency.html`
#[derive(Debug, Serialize)]
pub struct AgencyPage {
    /// What every page has.
    pub head: HeadView,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// Its country or organisation.
    pub party: Option<String>,
    /// When it existed, in words.
    pub valid: Option<String>,
    /// Its site, whole.
    pub url: Option<String>,
    /// The address of whom to ask: `mailto:`, `tel:` or `https:`.
    pub contact: Option<LinkView>,
    /// The values of the fields that the plan declares for itself.
    pub fields: Vec<OwnFieldView>,
    /// What fields of the items that it leads add up to.
    pub sums: Vec<FieldSumView>,
    /// The agency it is part of.
    pub parent: Option<LinkView>,
    /// The agencies within it.
    pub children: Vec<LinkView>,
    /// The agencies whose work it took over.
    pub predecessors: Vec<LinkView>,
    /// The agency that took over its work.
    pub successor: Option<LinkView>,
    /// Its text.
    pub body_html: String,
    /// Items it leads.
    pub leads: Option<ItemTable>,
    /// All of them, where the page shows only the first.
    pub all_leads: Option<LinkView>,
    /// Items it supports.
    pub supports: Option<ItemTable>,
    /// All of them, where the page shows only the first.
    pub all_supports: Option<LinkView>,
    /// Updates it took part in, newest first.
    pub updates: Vec<UpdateRow>,
    /// All of them, where the page shows only the newest.
    pub all_updates: Option<LinkView>,
    /// Records whose texts lead here.
    pub referred_by: Vec<LinkView>,
    /// What other plans of the book have of it, with links to their pages.
    pub in_editions: Vec<LinkView>,
    /// The numbers of its dashboard.
    pub figures: Vec<FigureView>,
    /// Its dashboard, if it leads anything.
    pub progress: Option<LinkView>,
}
