//! Boilerplate: lines that belong to the paper and not to the plan: contents, page numbers, headers, footnotes, navigation.

mod alone;
mod contents;
mod footnotes;
mod kind;
mod pages;

use super::lines::SourceLine;
pub(super) use footnotes::{calls, footnote_number};
pub use kind::Boilerplate;

/// What each line is, as far as its looks show.
pub(super) fn find(lines: &[SourceLine]) -> Vec<Option<Boilerplate>> {
    let mut found: Vec<Option<Boilerplate>> = lines.iter().map(alone::by_itself).collect();
    pages::heads_and_feet(lines, &mut found);
    pages::of_browser(lines, &mut found);
    footnotes::marked(lines, &mut found);
    footnotes::called(lines, &mut found);
    pages::repeated(lines, &mut found);
    contents::listed(lines, &mut found);
    contents::links_to_headings(lines, &mut found);
    found
}
