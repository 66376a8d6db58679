//! Tables of contents. A short page has none: it would only stand in the way.

use super::builder::ViewBuilder;
use super::views::ContentsView;
use crate::markdown::{Fragment, Heading};
use crate::plan::Links;

/// So few sections are seen without a table.
const FEW: usize = 3;
/// The lowest level that a table of contents shows.
const LOWEST: usize = 3;
/// A history that is longer than this is opened by year.
const LONG_HISTORY: usize = 20;

impl ViewBuilder<'_> {
    /// The headings of a text that is a page of its own.
    pub fn contents_of(&self, body: &Fragment, links: &Links) -> Vec<ContentsView> {
        let headings = body.headings().iter().filter(|heading| heading.level <= LOWEST);
        let words =
            |heading: &Heading| heading.words.text(|reference| self.name_in_text(body, links, reference));
        long(headings.map(|heading| section(heading.level, &heading.id, words(heading))).collect())
    }

    /// The sections that a template shows: the id and the key of the heading of each.
    pub fn sections(&self, shown: &[(&str, &str)]) -> Vec<ContentsView> {
        shown.iter().map(|(id, key)| section(2, id, self.word(key))).collect()
    }
}

/// The groups of a list, numbered from one as the template numbers them.
pub(crate) fn groups<'a>(titles: impl Iterator<Item = &'a str>) -> Vec<ContentsView> {
    let line = |(at, title): (usize, &str)| section(2, &format!("page_group-{}", at + 1), title.to_owned());
    long(titles.enumerate().map(line).collect())
}

/// Sections of one level: the id and the heading of each.
pub(crate) fn list<'a>(sections: impl Iterator<Item = (&'a str, String)>) -> Vec<ContentsView> {
    long(sections.map(|(id, text)| section(2, id, text)).collect())
}

/// The years of a long history, each leading to its first entry: `href` is the address of an entry by its place, and
/// `name` what a year is called.
pub(crate) fn years(
    history: impl ExactSizeIterator<Item = i16>,
    href: impl Fn(usize) -> String,
    name: impl Fn(i16) -> String,
) -> Vec<ContentsView> {
    if history.len() <= LONG_HISTORY {
        return Vec::new();
    }
    let mut years: Vec<(usize, i16)> = history.enumerate().collect();
    years.dedup_by_key(|(_, year)| *year);
    let line = |(place, year): (usize, i16)| ContentsView { level: 3, href: href(place), text: name(year) };
    years.into_iter().map(line).collect()
}

fn section(level: usize, id: &str, text: String) -> ContentsView {
    ContentsView { level, href: format!("#{id}"), text }
}

/// The table, unless it is too short to help.
fn long(contents: Vec<ContentsView>) -> Vec<ContentsView> {
    if contents.len() > FEW { contents } else { Vec::new() }
}
