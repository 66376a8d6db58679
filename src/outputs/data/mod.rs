//! Open data: everything that the site shows, for programs. The whole plan as JSON with its schema, tables as CSV, updates
//! as JSON Lines, the JSON of each record beside its page, and a page that explains them.

mod citation;
mod dictionary;
mod files;
mod json;
mod mapping;
mod schema;
mod tables;
pub mod types;

use super::output::{Output, OutputPage, file, page};
use crate::page::Context;
use crate::route::Route;
use crate::site::SiteFile;
use files::{lines, plan_file, record_file};
use json::json;
use mapping::Mapper;

/// Open data.
pub(super) const OUTPUT: Output = Output { name: "data", pages };

/// The data of each record, beside its page.
pub(super) const RECORDS: Output = Output { name: "record-json", pages: records };

fn pages(_: &Context) -> Vec<OutputPage> {
    let mut pages = vec![
        page(Route::list(Route::DATA), "data.html", None, dictionary::view),
        file("data/plan.json".to_owned(), |context| json(&plan_file(Mapper::new(context)))),
        file("data/plan.schema.json".to_owned(), |_| json(&schema::schema())),
        file("data/updates.jsonl".to_owned(), |context| lines(Mapper::new(context))),
        file("CITATION.cff".to_owned(), citation::citation),
    ];
    pages.extend(tables::TABLES.iter().map(|table| file(table.path.to_owned(), table.bytes)));
    pages
}

/// But for that of the plan, which is that of the whole site.
fn records(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let file = |record| {
        let path = Route::record(plan, record).data();
        let owner = plan.record(record).map(|(record, _)| record.span);
        SiteFile { owner, ..file(path, move |context| json(&record_file(Mapper::new(context), record))) }
    };
    plan.records_with_pages().map(file).collect()
}
