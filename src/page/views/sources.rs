//! Source documents.

use serde::Serialize;

use super::head::HeadView;
use super::parts::{DateView, LinkView, PagesView};

/// A source document in a list.
#[derive(Debug, Serialize)]
pub struct SourceRow {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: DateView,
    /// What it is, in words.
    pub kind: Option<String>,
}

/// `sources.html`
#[derive(Debug, Serialize)]
pub struct SourcesPage {
    /// What every page has.
    pub head: HeadView,
    /// What the list is called.
    pub title: String,
    /// The other pages of the list.
    pub pages: Option<PagesView>,
    /// The documents, oldest first.
    pub sources: Vec<SourceRow>,
}

/// `source.html`
#[derive(Debug, Serialize)]
pub struct SourcePage {
    /// What every page has.
    pub head: HeadView,
    /// Its title.
    pub title: String,
    /// Its date.
    pub date: DateView,
    /// What it is, in words.
    pub kind: Option<String>,
    /// Who adopted it.
    pub adopted_by: Vec<String>,
    /// Its language code.
    pub lang: Option<String>,
    /// The name of that language.
    pub lang_name: Option<String>,
    /// Whether this text prevails.
    pub authentic: Option<bool>,
    /// Its full URL.
    pub url: Option<String>,
    /// The full URL of an archived copy.
    pub archived: Option<String>,
    /// The hash of the original file.
    pub sha256: Option<String>,
    /// Its terms of use.
    pub licence: Option<String>,
    /// Its text.
    pub body_html: String,
    /// The number of items whose text it contains.
    pub items: usize,
    /// Areas and items of which it says who is responsible, with the agencies.
    pub roles: Vec<LinkView>,
    /// Records whose texts link to this page.
    pub referred_by: Vec<LinkView>,
    /// What other plans of the book have of it, with links to their pages.
    pub in_editions: Vec<LinkView>,
}
