//! The rounds of reporting, on the internal site only.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{LinkView, PagesView};

/// An item that was asked about.
#[derive(Debug, Serialize)]
pub struct RoundPoint {
    /// The item.
    pub item: LinkView,
    /// Why it was asked about.
    pub reason: String,
    /// The report that answers.
    pub update: Option<LinkView>,
    /// Its date.
    pub date: String,
    /// Whether it came late.
    pub late: bool,
}

/// What has become of a request to an agency.
#[derive(Debug, Serialize)]
pub struct RoundAgency {
    /// The agency.
    pub agency: LinkView,
    /// How many items it was asked about.
    pub asked: usize,
    /// How many of them have an answer.
    pub answered: usize,
    /// How many have none.
    pub missing: usize,
    /// Those without an answer.
    pub open: Vec<RoundPoint>,
    /// Those with one.
    pub done: Vec<RoundPoint>,
}

/// A round.
#[derive(Debug, Serialize)]
pub struct RoundView {
    /// The id of its section.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Its numbers in sentences.
    pub sentences: Vec<String>,
    /// Each agency that was asked.
    pub agencies: Vec<RoundAgency>,
    /// Items without a responsible agency.
    pub unled: Vec<LinkView>,
}

/// `rounds.html`
#[derive(Debug, Serialize)]
pub struct RoundsPage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// The rounds, the newest first, with the agencies of this page.
    pub rounds: Vec<RoundView>,
    /// The other pages.
    pub pages: Option<PagesView>,
}
