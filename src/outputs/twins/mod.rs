//! Twins: each record's page once more as Markdown, for programs that read texts; and `llms.txt`, which lists them. They are made
//! from the data of the plan and from what its authors wrote, not from the pages.

mod body;
mod item;
mod llms;
mod plan;
mod records;
mod text;
mod update;

pub use text::InShort;

use super::output::{Output, OutputPage, file};
use crate::page::{Context, ViewBuilder};
use crate::plan::RecordIx;
use crate::route::Route;

/// The twins of a plan.
pub(super) const OUTPUT: Output = Output { name: "twins", pages };

/// The list of the twins, in each language.
pub(super) const LLMS: Output = Output { name: "llms", pages: llms::pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let of_plan = plan.about.as_ref().map(|_| RecordIx::Plan);
    let records = of_plan.into_iter().chain(plan.records_with_pages());
    let records = records.filter(|record| !matches!(record, RecordIx::Attachment(_)));
    let twin = |record: RecordIx| {
        let route = Route::record(plan, record);
        file(route.twin(), move |context| Ok(twin(&mut ViewBuilder::new(context, route.clone()), record)))
    };
    records.map(twin).chain([areas()]).collect()
}

fn areas() -> OutputPage {
    let route = Route::list("areas");
    file(route.twin(), move |context| Ok(plan::areas(&ViewBuilder::new(context, route.clone()))))
}

/// What the page of a record says of it in a few lines.
pub fn record_in_short(context: &Context, record: RecordIx) -> InShort {
    let builder = &mut ViewBuilder::new(context, Route::record(&context.published.plan, record));
    let text = match record {
        RecordIx::Plan | RecordIx::Attachment(_) => plan::head(builder),
        RecordIx::Area(ix) => records::area_in_short(builder, ix),
        RecordIx::Item(ix) => item::head(builder, ix),
        RecordIx::Update(ix) => update::head(builder, ix),
        RecordIx::Agency(ix) => records::agency_in_short(builder, ix),
        RecordIx::Forum(ix) => records::forum_in_short(builder, ix),
        RecordIx::Source(ix) => records::source_head(builder, ix),
        RecordIx::Page(_) => records::begun(builder, record),
    };
    text.in_short()
}

fn twin(builder: &mut ViewBuilder<'_>, record: RecordIx) -> Vec<u8> {
    match record {
        RecordIx::Plan | RecordIx::Attachment(_) => plan::home(builder),
        RecordIx::Area(ix) => records::area(builder, ix),
        RecordIx::Item(ix) => item::item(builder, ix),
        RecordIx::Update(ix) => update::update(builder, ix),
        RecordIx::Agency(ix) => records::agency(builder, ix),
        RecordIx::Forum(ix) => records::forum(builder, ix),
        RecordIx::Source(ix) => records::source(builder, ix),
        RecordIx::Page(_) => records::page(builder, record),
    }
}
