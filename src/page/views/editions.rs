//! Other editions of the plan.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{DateView, LinkView, PagesView};

/// An area of another edition.
#[derive(Debug, Serialize)]
pub struct EditionAreaView {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its items and parts.
    pub items: Vec<EditionItemView>,
}

/// An item of another edition.
#[derive(Debug, Serialize)]
pub struct EditionItemView {
    /// Its id on the page.
    pub anchor: String,
    /// Its number, as shown.
    pub number: String,
    /// Its words, else its title.
    pub text: String,
    /// 0 for an item, more for a part.
    pub depth: usize,
    /// The items of this edition that continue it; of many the first.
    pub continued_by: Vec<LinkView>,
    /// How many more do, in words.
    pub more: Option<String>,
}

/// `edition.html`
#[derive(Debug, Serialize)]
pub struct EditionPage {
    /// What every page has.
    pub head: HeadView,
    /// The edition's title.
    pub title: String,
    /// When it was adopted.
    pub adopted: Option<DateView>,
    /// Its areas.
    pub areas: Vec<EditionAreaView>,
    /// The other pages, where the edition is long.
    pub pages: Option<PagesView>,
}

/// `editions.html`
#[derive(Debug, Serialize)]
pub struct EditionsPage {
    /// What every page has.
    pub head: HeadView,
    /// The editions.
    pub editions: Vec<LinkView>,
}
