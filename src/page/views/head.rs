//! What every page has for itself.

use serde::Serialize;

use super::parts::{DateView, LinkView};

/// What every page has.
#[derive(Debug, Serialize)]
pub struct HeadView {
    /// The page's title, without the site's name.
    pub title: String,
    /// One sentence for search engines and previews.
    pub description: String,
    /// What leads to the site's root: `../../`, or nothing on the home page.
    pub root: String,
    /// The whole address, when the book says where it will stand.
    pub canonical: Option<String>,
    /// The list that the page is in: `areas`, `items`, …; empty on the home page.
    pub section: String,
    /// The id of the area that the page is in, for the navigation.
    pub area: Option<String>,
    /// The way from the home page, without the page itself.
    pub breadcrumbs: Vec<LinkView>,
    /// Where to edit the page's file.
    pub edit: Option<String>,
    /// Where to propose an update on what the page shows.
    pub propose: Option<ProposeView>,
    /// Where to say what is missing or wrong, without editing.
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
    /// The whole address of the picture that is shown where the page is shared.
    pub image: Option<String>,
    /// The address of the page's data as JSON.
    pub data: Option<String>,
    /// Whether the page tells of something that has dates of its own, for `og:type`.
    pub article: bool,
    /// The day on which an update became known, else on which it happened, when it is known to the day.
    pub published: Option<String>,
    /// What the page is for search engines, as JSON-LD; the text of a `<script type="application/ld+json">`.
    pub linked_html: String,
    /// What a reader's own program can follow: feeds and calendars. Those of what the page shows come first.
    pub follow: Vec<FollowView>,
}

/// A new file that the code host's editor begins.
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
    /// What it is of, for programs that look for it.
    pub title: String,
    /// Its media type.
    pub mime: String,
    /// Whether it is of what the page shows, and not of the whole site.
    pub own: bool,
}

/// A line of a table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsView {
    /// 2 for a section, 3 for a section within it, and so on.
    pub level: usize,
    /// The id of the section's heading, with `#`.
    pub href: String,
    /// Its heading.
    pub text: String,
}
