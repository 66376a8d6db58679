//! Agencies and forums.

use serde::Serialize;

use super::{HeadView, ItemRow, LinkView, SeriesView, UpdateRow, UpdateView};
use crate::outputs::progress::views::FigureView;

/// A group of agencies or forums in a list.
#[derive(Debug, Serialize)]
pub struct BodyGroup {
    /// What they have in common: a country, a type.
    pub title: String,
    /// The members.
    pub rows: Vec<BodyRow>,
}

/// An agency or forum in a list.
#[derive(Debug, Serialize)]
pub struct BodyRow {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name, and the language of that.
    pub native_name: Option<NativeNameView>,
    /// The number of items that it leads or concerns.
    pub leads: usize,
    /// The number of items that it supports.
    pub supports: usize,
    /// How many updates it has.
    pub updates: usize,
}

/// A name in another language.
#[derive(Debug, Serialize)]
pub struct NativeNameView {
    /// The name.
    pub text: String,
    /// Its language.
    pub lang: Option<String>,
}

/// `agencies.html` and `forums.html`
#[derive(Debug, Serialize)]
pub struct BodiesPage {
    /// What every page has.
    pub head: HeadView,
    /// The page's title.
    pub title: String,
    /// The groups.
    pub groups: Vec<BodyGroup>,
}

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
    /// The period in which it existed, in words.
    pub valid: Option<String>,
    /// The full URL of its website.
    pub url: Option<String>,
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
    pub leads: Vec<ItemRow>,
    /// Items it supports.
    pub supports: Vec<ItemRow>,
    /// Updates that name it, newest first.
    pub updates: Vec<UpdateRow>,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
    /// The numbers of its dashboard.
    pub figures: Vec<FigureView>,
    /// Its dashboard, if it leads anything.
    pub progress: Option<LinkView>,
}

/// `forum.html`
#[derive(Debug, Serialize)]
pub struct ForumPage {
    /// What every page has.
    pub head: HeadView,
    /// Its name.
    pub name: String,
    /// Its abbreviation.
    pub abbreviation: Option<String>,
    /// Its own name.
    pub native_name: Option<NativeNameView>,
    /// What it is, in words.
    pub kind: Option<String>,
    /// The countries and organisations that take part.
    pub parties: Vec<String>,
    /// How often it should meet.
    pub cadence: Option<String>,
    /// The period in which it existed, in words.
    pub valid: Option<String>,
    /// The full URL of its website.
    pub url: Option<String>,
    /// Whether the plan names it, in words.
    pub basis: Option<String>,
    /// Its text.
    pub body_html: String,
    /// Its meetings on a timeline, if they are a series.
    pub series: Option<SeriesView>,
    /// Items that it concerns.
    pub items: Vec<ItemRow>,
    /// The updates on its meetings and decisions, newest first.
    pub updates: Vec<UpdateView>,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
}
