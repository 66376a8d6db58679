//! Open data: everything that the site shows, for programs. The whole plan as JSON with its schema, tables as CSV, updates
//! as JSON Lines, the JSON of each record beside its page, and a page that explains them.

mod citation;
mod dictionary;
mod ids;
mod linked;
mod make;
mod make_bodies;
mod make_update;
mod schema;
mod tables;
pub mod types;
pub mod view;

pub(super) use linked::{linked, record_data};

use serde::Serialize;

use super::{Context, Output, OutputPage, page};
use crate::diag::{Diagnostic, code};
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;
use crate::site::{Body, Page};
use make::Maker;
use types::{IsoDay, PlanFile, Record, RecordFile, SCHEMA_VERSION, Site, UpdateLine, Word};

/// Open data.
pub(super) const OUTPUT: Output = Output { name: "data", pages };

/// The folder of the data.
const FOLDER: &str = "data";
/// The file of the schema, in that folder.
const SCHEMA: &str = "plan.schema.json";

fn pages(context: &Context) -> Vec<OutputPage> {
    let mut pages = vec![
        page(Route::list(FOLDER), "data.html", None, dictionary::view),
        file("data/plan.json", |context| json(&plan_file(Maker::new(context)))),
        file("data/plan.schema.json", |_| json(&schema::schema())),
        file("data/updates.jsonl", |context| lines(Maker::new(context))),
        file("CITATION.cff", citation::citation),
    ];
    pages.extend(tables::TABLES.iter().map(|table| file(table.path, table.bytes)));
    pages.extend(records(context).map(|record| {
        let path = record_path(&Route::record(&context.published.plan, record));
        let owner = context.published.plan.record(record).map(|(record, _)| record.span);
        Page { owner, ..file(&path, move |context| json(&record_file(Maker::new(context), record))) }
    }));
    pages
}

/// The records that have a page of their own, but for the plan: its page is the whole site, and its data the whole file.
fn records(context: &Context) -> impl Iterator<Item = RecordIx> {
    let plan = &context.published.plan;
    let files = plan.updates.indexed().filter(|(_, update)| update.document.short_form_of.is_none());
    let areas = plan.areas.indexed().map(|(ix, _)| RecordIx::Area(ix));
    let items = plan.items.indexed().map(|(ix, _)| RecordIx::Item(ix));
    let agencies = plan.agencies.indexed().map(|(ix, _)| RecordIx::Agency(ix));
    let forums = plan.forums.indexed().map(|(ix, _)| RecordIx::Forum(ix));
    let sources = plan.sources.indexed().map(|(ix, _)| RecordIx::Source(ix));
    let pages = plan.pages.indexed().map(|(ix, _)| RecordIx::Page(ix));
    let updates = files.map(|(ix, _)| RecordIx::Update(ix));
    areas.chain(items).chain(agencies).chain(forums).chain(sources).chain(pages).chain(updates)
}

/// Where the data of a record is: beside its page.
fn record_path(page: &Route) -> String {
    format!("{}index.json", page.as_str())
}

type Made = Result<Vec<u8>, Box<Diagnostic>>;

fn file(path: &str, make: impl Fn(&Context) -> Made + Send + Sync + 'static) -> OutputPage {
    Page { path: path.to_owned(), body: Body::Deferred(Box::new(make)), template: None, owner: None }
}

/// A file of JSON, a value a line, so that two versions can be compared.
fn json(value: &impl Serialize) -> Made {
    let mut bytes = serde_json::to_vec_pretty(value).map_err(unwritten)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Never seen: all keys are texts, and memory does not refuse a byte.
fn unwritten(error: impl std::fmt::Display) -> Box<Diagnostic> {
    Box::new(Diagnostic::placeless(code::TEMPLATE_ERROR, format!("the data cannot be written: {error}")))
}

fn plan_file(maker: Maker<'_>) -> PlanFile {
    let (context, plan) = (maker.context, maker.plan());
    let config = &context.config;
    PlanFile {
        schema: SCHEMA.to_owned(),
        schema_version: SCHEMA_VERSION.to_owned(),
        as_of: IsoDay::new(context.published.as_of),
        audience: Word(context.published.audience),
        licence: licence(context),
        generator: generator(),
        site: Site {
            title: config.title.clone(),
            description: config.description.clone(),
            lang: config.language().to_owned(),
            url: config.base_url.clone(),
        },
        plan: maker.about(),
        areas: plan.areas.indexed().map(|(ix, _)| maker.area(ix)).collect(),
        items: plan.items.indexed().map(|(ix, _)| maker.item(ix)).collect(),
        updates: plan.updates.indexed().map(|(ix, _)| maker.update(ix)).collect(),
        agencies: plan.agencies.indexed().map(|(ix, _)| maker.agency(ix)).collect(),
        forums: plan.forums.indexed().map(|(ix, _)| maker.forum(ix)).collect(),
        sources: plan.sources.indexed().map(|(ix, _)| maker.source(ix)).collect(),
        pages: plan.pages.indexed().map(|(ix, _)| maker.page(ix)).collect(),
        editions: plan.editions.iter().map(|edition| maker.edition(edition)).collect(),
    }
}

fn record_file(maker: Maker<'_>, record: RecordIx) -> Option<RecordFile> {
    let context = maker.context;
    let root = Route::record(maker.plan(), record).to_root();
    Some(RecordFile {
        schema: format!("{root}{FOLDER}/{SCHEMA}#/$defs/RecordFile"),
        schema_version: SCHEMA_VERSION.to_owned(),
        as_of: IsoDay::new(context.published.as_of),
        audience: Word(context.published.audience),
        licence: licence(context),
        generator: generator(),
        record: match record {
            RecordIx::Area(ix) => Record::Area(maker.area(ix)),
            RecordIx::Item(ix) => Record::Item(Box::new(maker.item(ix))),
            RecordIx::Update(ix) => Record::Update(Box::new(maker.update(ix))),
            RecordIx::Agency(ix) => Record::Agency(maker.agency(ix)),
            RecordIx::Forum(ix) => Record::Forum(maker.forum(ix)),
            RecordIx::Source(ix) => Record::Source(maker.source(ix)),
            RecordIx::Page(ix) => Record::Page(maker.page(ix)),
            RecordIx::Plan | RecordIx::Attachment(_) => return None,
        },
    })
}

/// An update a line.
fn lines(maker: Maker<'_>) -> Made {
    let context = maker.context;
    let mut bytes = Vec::new();
    for (ix, _) in maker.plan().updates.indexed() {
        let line = UpdateLine {
            schema_version: SCHEMA_VERSION.to_owned(),
            as_of: IsoDay::new(context.published.as_of),
            audience: Word(context.published.audience),
            licence: licence(context),
            update: maker.update(ix),
        };
        serde_json::to_writer(&mut bytes, &line).map_err(unwritten)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// The terms of the plan's text, which hold for what is made of it.
fn licence(context: &Context) -> Option<String> {
    context.published.plan.about.as_ref()?.document.licence.clone()
}

fn generator() -> String {
    format!("planbook {}", env!("CARGO_PKG_VERSION"))
}
