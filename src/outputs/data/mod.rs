//! Open data: everything that the site shows, for programs. The whole plan as JSON with its schema (in several files when it
//! is large), tables as CSV, updates
//! as JSON Lines, the JSON of each record beside its page, and a page that explains them.

mod catalog;
mod cells;
mod citation;
mod columns;
mod dictionary;
mod downloads;
mod field_columns;
mod files;
mod item_columns;
mod json;
mod mapping;
mod parts;
mod records;
mod schema;
mod tables;
pub mod types;

use std::sync::Arc;

use super::output::{Output, OutputPage, file, page};
use crate::config::OptionalOutput;
use crate::page::Context;
use crate::route::Route;
use crate::site::SiteFile;
use files::{index_file, lines, part_file, plan_file, record_file};
use json::json;
use parts::{Part, parts};
use records::Records;

/// Open data, with those of each record beside its page.
pub(super) const OUTPUT: Output = Output { name: "data", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let records = Arc::new(Records::new(plan));
    let of_lines = Arc::clone(&records);
    let parts = Arc::new(parts(context));
    let (of_page, of_catalog) = (Arc::clone(&parts), Arc::clone(&parts));
    let mut pages = vec![
        page(Route::list(Route::DATA), "data.html", None, move |builder| dictionary::view(builder, &of_page)),
        file("data/plan.schema.json".to_owned(), |_| json(&schema::schema())),
        file("data/updates.jsonl".to_owned(), move |context| lines(context, &of_lines)),
        file(catalog::PATH.to_owned(), move |context| catalog::catalog(context, &of_catalog)),
        file("CITATION.cff".to_owned(), citation::citation),
    ];
    pages.extend(plan_files(&records, &parts));
    let tables = tables::TABLES.iter().filter(|table| (table.is_made)(plan));
    pages.extend(tables.map(|table| file(table.path.to_owned(), table.bytes)));
    if context.config.makes(OptionalOutput::RecordJson) {
        // The data of the plan is that of the whole site.
        pages.extend(plan.records_with_pages().map(|record| {
            let path = Route::record(plan, record).data();
            let owner = plan.record(record).map(|(record, _)| record.span);
            let records = Arc::clone(&records);
            SiteFile { owner, ..file(path, move |context| record_file(context, &records, record)) }
        }));
    }
    pages
}

/// The whole plan in one file, or an index and the files that it names.
fn plan_files(records: &Arc<Records>, parts: &Arc<Vec<Part>>) -> Vec<OutputPage> {
    let (of_plan, of_index) = (Arc::clone(records), Arc::clone(parts));
    let whole = file("data/plan.json".to_owned(), move |context| {
        if of_index.is_empty() {
            plan_file(context, &of_plan)
        } else {
            index_file(context, &of_plan, &of_index)
        }
    });
    let of_part = |at: usize| {
        let (records, parts) = (Arc::clone(records), Arc::clone(parts));
        let path = format!("{}/{}", Route::DATA, parts[at].name());
        file(path, move |context| part_file(context, &records, &parts[at].records))
    };
    std::iter::once(whole).chain((0..parts.len()).map(of_part)).collect()
}
