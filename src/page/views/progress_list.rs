//! The lists of the dashboards.

use serde::Serialize;

use super::field_parts::FieldFilter;
use super::head::HeadView;
use super::items::AllRowsView;
use super::parts::{FigureView, LinkView, PagesView, ShareView};
use super::rows::{AgencyView, OutlookMark, StatusView};
use super::tag_parts::TagChoice;
use super::updates::UpdateRow;

/// An item in a list of the dashboards, with what the list is about.
#[derive(Debug, Serialize)]
pub struct FactRow {
    /// Its page.
    pub href: String,
    /// Its number, as shown.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its type of commitment, in words.
    pub kind: String,
    /// Its status.
    pub status: StatusView,
    /// Its newest outlook, as it was reported.
    pub outlook: Option<OutlookMark>,
    /// The agencies that lead it.
    pub lead: Vec<AgencyView>,
    /// The names of its tags: `place/north`.
    pub tags: Vec<String>,
    /// Its values of the declared fields that tables are filtered by, each as `NAME=NUMBER`.
    pub fields: Vec<String>,
    /// What the list is about, in words: "Overdue since …".
    pub fact: String,
    /// What the list is about, to sort by.
    pub value: String,
    /// The update that states it.
    pub update: Option<LinkView>,
    /// 0 for an item, more for a part.
    pub depth: usize,
}

/// A part of a list under a heading of its own.
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// The id of its heading.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// The status that it is of.
    pub status: Option<StatusView>,
    /// A sentence about it.
    pub note: Option<String>,
    /// What the last column of the table says.
    pub label: String,
    /// How many rows it has on all pages.
    pub count: usize,
    /// Whether it began on a page before.
    pub continued: bool,
    /// Its items on this page.
    pub items: Vec<FactRow>,
    /// The statuses that they have, in the order of the vocabulary.
    pub statuses: Vec<StatusView>,
    /// The tags that they have, group by group.
    pub tags: Vec<TagChoice>,
    /// The declared fields that they can be filtered by.
    pub fields: Vec<FieldFilter>,
    /// Its updates on this page, where it is a list of updates.
    pub updates: Vec<UpdateRow>,
    /// What to say when there is nothing in it.
    pub empty: String,
}

/// `partials/list-facts.html`
#[derive(Debug, Serialize)]
pub struct ListFactsView {
    /// The list. Its addresses begin at the root of the site.
    pub section: SectionView,
}

/// `progress-list.html`: each list of items below `progress/`
#[derive(Debug, Serialize)]
pub struct ProgressListPage {
    /// What every page has.
    pub head: HeadView,
    /// The page's title.
    pub title: String,
    /// What the page is about: a year, an area or an agency.
    pub subject: Option<LinkView>,
    /// A sentence about it.
    pub note: String,
    /// The numbers of an area or agency.
    pub figures: Vec<FigureView>,
    /// How many items have each status, of an area, an agency or a year.
    pub shares: Vec<ShareView>,
    /// The items. A list without parts has one section, whose heading is not shown.
    pub sections: Vec<SectionView>,
    /// The other pages of the list.
    pub pages: Option<PagesView>,
    /// Where the script finds the rows of all pages, in a list that is not divided into parts.
    pub all: AllRowsView,
    /// The list before, of a year or area.
    pub previous: Option<LinkView>,
    /// The list after.
    pub next: Option<LinkView>,
}
