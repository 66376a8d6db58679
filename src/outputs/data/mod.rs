//! Open data: everything that the site shows, for programs. The whole plan as JSON with its schema, tables as CSV, updates
//! as JSON Lines, the JSON of each record beside its page, and a page that explains them.

mod citation;
mod dictionary;
mod files;
mod json;
mod mapping;
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
use files::{lines, plan_file, record_file};
use json::json;
use records::Records;

/// Open data, with those of each record beside its page.
pub(super) const OUTPUT: Output = Output { name: "data", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let records = Arc::new(Records::new(plan));
    let (of_plan, of_lines) = (Arc::clone(&records), Arc::clone(&records));
    let mut pages = vec![
        page(Route::list(Route::DATA), "data.html", None, dictionary::view),
        file("data/plan.json".to_owned(), move |context| plan_file(context, &of_plan)),
        file("data/plan.schema.json".to_owned(), |_| json(&schema::schema())),
        file("data/updates.jsonl".to_owned(), move |context| lines(context, &of_lines)),
        file("CITATION.cff".to_owned(), citation::citation),
    ];
    pages.extend(tables::TABLES.iter().map(|table| file(table.path.to_owned(), table.bytes)));
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
