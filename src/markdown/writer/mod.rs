//! The event stream of pulldown-cmark, written as HTML.

mod blocks;
mod depth;
mod emphasis;
mod events;
mod footnotes;
mod html;
mod internal;
mod links;
mod literal;
mod lookahead;
mod lost;
mod numbers;
mod pictures;
mod shown;
mod state;
mod tables;
mod tabs;
mod typos;

use depth::deep_line;
use lookahead::Lookahead;
use pulldown_cmark::{Event, Options, Parser, TextMergeWithOffset};
use state::{OpenBlocks, Writer};

use super::fragment::{Converted, Fragment};
use super::internal::{OPENS, find, with_breaks};
use super::place::TextPlace;
use crate::diag::code;
use crate::limits::Limits;

/// Converts `text`, which stands at `place` of the file at `path` (from the book's root).
pub fn to_fragment(text: &str, path: &str, place: TextPlace<'_>, limits: &Limits) -> Converted {
    convert(text, path, place, limits, Vec::new())
}

/// The same of a translation: its headings have the ids of those of the original, so that links to them lead there in each
/// language; unless it has other headings.
pub fn to_fragment_like(
    original: &Fragment,
    text: &str,
    path: &str,
    place: TextPlace<'_>,
    limits: &Limits,
) -> Converted {
    let ids: Vec<String> = original.headings().iter().map(|heading| heading.id.clone()).collect();
    let headings = ids.len();
    let converted = convert(text, path, place, limits, ids);
    match converted.0.headings().len() == headings {
        true => converted,
        false => to_fragment(text, path, place, limits),
    }
}

fn convert(text: &str, path: &str, place: TextPlace<'_>, limits: &Limits, ids: Vec<String>) -> Converted {
    let blocks = find(text);
    let marked = (!blocks.bounds.is_empty()).then(|| with_breaks(text, &blocks.bounds));
    let text = marked.as_deref().unwrap_or(text);
    let mut writer = Writer::new(text, path, place, limits);
    writer.given_ids = ids.into_iter();
    for (at, (range, message, help)) in blocks.problems.into_iter().enumerate() {
        writer.report(code::INTERNAL_BLOCK, range, message, help);
        if let Some(problem) = writer.diagnostics.last_mut().filter(|_| blocks.misspelt.contains(&at)) {
            (problem.suggestion, problem.certain) = (Some(OPENS.to_owned()), true);
        }
    }
    writer.blocks = OpenBlocks::new(blocks.bounds);
    if let Some(line) = deep_line(text) {
        writer.stop(
            line,
            "this line has too many levels of lists and quotations".to_owned(),
            "write it with fewer levels",
        );
        return writer.finish();
    }
    let options = options();
    writer.reserve_own_ids(text, options);
    let parser = Parser::new_ext(text, options);
    let definitions = parser.reference_definitions().iter();
    writer.note_definitions(definitions.map(|(label, definition)| (label, definition.span.clone())));
    let mut events = Lookahead::new(TextMergeWithOffset::new(parser.into_offset_iter()));
    while let Some((event, range)) = events.next() {
        if writer.depth > limits.markdown_nesting {
            writer.stop(
                range.clone(),
                format!(
                    "lists and quotations are nested too deeply, with more than {} levels",
                    limits.markdown_nesting
                ),
                "write it with fewer levels; `markdown-nesting` below `[limits]` in book.toml allows more",
            );
        }
        if writer.stopped {
            break;
        }
        let next = match event {
            Event::SoftBreak | Event::HardBreak => events.next_character(),
            _ => None,
        };
        writer.event(event, range, next);
    }
    writer.finish()
}

/// How Markdown is read, wherever it is read.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

#[cfg(test)]
mod tests;
