//! What a record or tag is, as its page says it.

use super::records::{Found, title};
use crate::date::Day;
use crate::outputs::{InShort, record_in_short};
use crate::page::Context;
use crate::plan::{Plan, RecordIx};
use crate::text_document::escape;

/// What a record is, in Markdown. `book` is the plan at the root of the book, and `pages` what its internal site shows.
pub(super) fn described(book: &Plan, found: Found<'_>, pages: &Context) -> String {
    let (plan, ix) = found;
    let shown = pages_of(book, plan, pages)
        .and_then(|pages| record_in_short(pages, same_record(plan, ix, &pages.published.plan)?));
    let InShort { title, facts } = shown.unwrap_or_else(|| InShort {
        title: escape(&title(plan, ix)),
        facts: not_shown(pages.published.as_of),
    });
    let parts = [format!("**{title}**"), facts, written(plan, ix)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// What the page of a tag says of it.
pub(super) fn described_tag(name: &str, pages: &Context) -> Option<String> {
    let tags = pages.published.plan.tags.iter().flat_map(|group| &group.tags);
    let tag = tags.into_iter().find(|tag| tag.name == name)?;
    let count = i64::try_from(tag.items.len()).unwrap_or(i64::MAX);
    Some(format!("**{}**\n\n{}", escape(&tag.title), escape(&pages.theme.messages.count("items-n", count))))
}

/// What is shown of a plan of the book.
fn pages_of<'c>(book: &Plan, plan: &Plan, pages: &'c Context) -> Option<&'c Context> {
    match book.editions.iter().find(|edition| std::ptr::eq(&raw const *edition.plan, plan)) {
        Some(edition) => {
            let shown = pages.published.plan.editions.iter().position(|it| it.name == edition.name)?;
            pages.editions.get(shown)
        }
        None => Some(pages),
    }
}

/// A record in a plan that may lack what is not known yet.
fn same_record(plan: &Plan, ix: RecordIx, other: &Plan) -> Option<RecordIx> {
    let Some(id) = plan.id(ix) else { return Some(ix) };
    let is_same = |it: &RecordIx| {
        std::mem::discriminant(it) == std::mem::discriminant(&ix) && other.id(*it) == Some(id)
    };
    other.record_indices().find(is_same)
}

fn not_shown(day: Day) -> String {
    format!("No page shows this as of {day}.")
}

/// What it is called in the files, and where it stands.
fn written(plan: &Plan, ix: RecordIx) -> String {
    let kind = ix.kind().map_or("plan", |kind| kind.word);
    let id = plan.id(ix).map(|id| format!(" `{id}`")).unwrap_or_default();
    let path = plan.record(ix).map(|(record, _)| format!(" · `{}`", record.path)).unwrap_or_default();
    [kind, &id, &path].concat()
}
