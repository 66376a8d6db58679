//! What every page has for itself.

use serde::Serialize;

use super::card::SharedImageView;
use super::parts::{DateView, LinkView};
use super::search_box::SearchBoxView;

/// What every page has.
#[derive(Debug, Serialize)]
pub struct HeadView {
    /// The page's title, without the site's name.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// The relative path to the site's root: `../../`, or nothing on the home page.
    pub root: String,
    /// The relative path to where the plan of the page stands: the same, but on the pages of another edition.
    pub home: String,
    /// The full URL, when the book sets a base-url.
    pub canonical: Option<String>,
    /// The list that the page is in: `areas`, `items`, …; empty on the home page.
    pub section: String,
    /// The menu of the site: the lists in their groups.
    pub menu_html: String,
    /// The menu of areas, on pages that are in an area; otherwise empty.
    pub area_menu_html: String,
    /// The id of the area that the page is in.
    pub area: Option<String>,
    /// The path from the home page, without the page itself.
    pub breadcrumbs: Vec<LinkView>,
    /// The link to edit the page's file.
    pub edit: Option<String>,
    /// The link to propose an update on the subject of the page.
    pub propose: Option<ProposeView>,
    /// The link to report a problem without editing.
    pub report: Option<String>,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// Whether the page's record is internal, so that the public site does not have the page.
    pub internal: bool,
    /// How to cite the page.
    pub cite: String,
    /// The date of the newest public information on what the page shows; absent for texts that have no date.
    pub updated: Option<DateView>,
    /// The sections of a long page, in order; empty on short ones.
    pub contents: Vec<ContentsView>,
    /// The preview image for sharing; when the site has one for this page and the book sets a base-url.
    pub image: Option<SharedImageView>,
    /// The URL of the page's data as JSON.
    pub data: Option<String>,
    /// The URL of the page as Markdown.
    pub markdown: Option<String>,
    /// Whether the page is about something with its own dates, for `og:type`.
    pub article: bool,
    /// The day on which an update became known, otherwise on which it happened, when it is known to the day.
    pub published: Option<String>,
    /// The description of the page for search engines, as JSON-LD; the text of a `<script type="application/ld+json">`.
    pub linked_html: String,
    /// Feeds and calendars that a reader can follow. Those on the subject of the page come first.
    pub follow: Vec<FollowView>,
    /// Where the official wording of the title was published, on a page in translation.
    pub official: Option<String>,
    /// Whether the summary of the record is a translation of words that are others now, on a page in translation.
    pub summary_outdated: bool,
    /// The texts of the record beside their translations; on pages in translation of the internal site.
    pub review: Vec<ReviewRow>,
    /// Where the box finds the search; absent where the site has none.
    pub search: Option<SearchBoxView>,
    /// The page in each language of the site; empty where there is only one.
    pub languages: Vec<LanguageView>,
}

/// A text and its translation, for those who look through it.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewRow {
    /// What it is called.
    pub path: String,
    /// The original.
    pub original: String,
    /// The translation; absent where there is none.
    pub translation: Option<String>,
    /// Whether the original changed since.
    pub outdated: bool,
}

/// A page in a language of the site.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// The code of the language.
    pub code: String,
    /// What it calls itself.
    pub name: String,
    /// `rtl` where it is written from right to left.
    pub dir: Option<String>,
    /// The address of the page in it.
    pub href: String,
    /// The same as a full URL, when the book sets a base-url.
    pub address: Option<String>,
    /// Whether it is the language of this page.
    pub current: bool,
    /// Whether it is that in which the content was written.
    pub first: bool,
}

/// A new file in the editor of the code host.
#[derive(Debug, Clone, Serialize)]
pub struct ProposeView {
    /// The address of the editor, with the file's path and, where the host takes it, its text filled in.
    pub href: String,
    /// The path of the new file.
    pub path: String,
    /// The text to copy into the editor, where the host does not fill it in.
    pub copy: Option<String>,
}

/// A feed or calendar.
#[derive(Debug, Clone, Serialize)]
pub struct FollowView {
    /// Its address.
    pub href: String,
    /// What it is: "Atom feed".
    pub text: String,
    /// Its title, for programs that look for it.
    pub title: String,
    /// Its media type.
    pub mime: String,
    /// Whether it is about the subject of the page, and not about the whole site.
    pub own: bool,
}

/// A line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsView {
    /// 2 for a section, 3 for a section within it, and so on.
    pub level: usize,
    /// The id of the section's heading, with `#`; for what stands on another page, its address.
    pub href: String,
    /// Its heading.
    pub text: String,
}
