//! What the page of a record says of it in a few lines.

use super::output::Output;
use super::twins::{InShort, about, in_short};
use super::{agencies, areas, forums, home, items, pages, sources, updates};
use crate::page::Context;
use crate::plan::RecordIx;
use crate::route::Route;

/// The head of a record's page. None where it has no page, or its template cannot be used.
pub fn record_in_short(context: &Context, record: RecordIx) -> Option<InShort> {
    let path = Route::record(&context.published.plan, record).file();
    let page = (output_of(record).pages)(context).into_iter().find(|page| page.path == path)?;
    let html = page.bytes(context).ok()?;
    in_short(&String::from_utf8_lossy(&html), &context.theme.messages, about(context, record).as_deref())
}

fn output_of(record: RecordIx) -> Output {
    match record {
        RecordIx::Plan | RecordIx::Attachment(_) => home::OUTPUT,
        RecordIx::Area(_) => areas::OUTPUT,
        RecordIx::Item(_) => items::OUTPUT,
        RecordIx::Update(_) => updates::OUTPUT,
        RecordIx::Agency(_) => agencies::OUTPUT,
        RecordIx::Forum(_) => forums::OUTPUT,
        RecordIx::Source(_) => sources::OUTPUT,
        RecordIx::Page(_) => pages::OUTPUT,
    }
}
