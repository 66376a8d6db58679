//! The files of JSON: the whole plan, one record, an update a line.

use super::json::unwritten;
use super::mapping::Mapper;
use super::types::{IsoDay, PlanFile, RecordData, RecordFile, SCHEMA_VERSION, SiteData, UpdateLine, Word};
use crate::outputs::output::Bytes;
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;

/// The file of the schema, in the folder of the data.
const SCHEMA: &str = "plan.schema.json";

/// The whole plan.
pub(super) fn plan_file(mapper: Mapper<'_>) -> PlanFile {
    let (context, plan) = (mapper.context, mapper.plan());
    let config = &context.config;
    PlanFile {
        schema: SCHEMA.to_owned(),
        schema_version: SCHEMA_VERSION.to_owned(),
        as_of: IsoDay::new(context.published.as_of),
        audience: Word(context.published.audience),
        licence: context.licence().map(str::to_owned),
        generator: generator(),
        site: SiteData {
            title: config.title.clone(),
            description: config.description.clone(),
            lang: config.language().to_owned(),
            url: config.base_url.clone(),
        },
        plan: mapper.about(),
        areas: plan.areas.indexed().map(|(ix, _)| mapper.area(ix)).collect(),
        items: plan.items.indexed().map(|(ix, _)| mapper.item(ix)).collect(),
        updates: plan.updates.indexed().map(|(ix, _)| mapper.update(ix)).collect(),
        agencies: plan.agencies.indexed().map(|(ix, _)| mapper.agency(ix)).collect(),
        forums: plan.forums.indexed().map(|(ix, _)| mapper.forum(ix)).collect(),
        sources: plan.sources.indexed().map(|(ix, _)| mapper.source(ix)).collect(),
        pages: plan.pages.indexed().map(|(ix, _)| mapper.page(ix)).collect(),
        editions: plan.editions.indices().map(|ix| mapper.edition(ix)).collect(),
    }
}

/// One record.
pub(super) fn record_file(mapper: Mapper<'_>, record: RecordIx) -> Option<RecordFile> {
    let context = mapper.context;
    let (root, folder) = (Route::record(mapper.plan(), record).to_root(), Route::DATA);
    Some(RecordFile {
        schema: format!("{root}{folder}/{SCHEMA}#/$defs/RecordFile"),
        schema_version: SCHEMA_VERSION.to_owned(),
        as_of: IsoDay::new(context.published.as_of),
        audience: Word(context.published.audience),
        licence: context.licence().map(str::to_owned),
        generator: generator(),
        record: match record {
            RecordIx::Area(ix) => RecordData::Area(mapper.area(ix)),
            RecordIx::Item(ix) => RecordData::Item(Box::new(mapper.item(ix))),
            RecordIx::Update(ix) => RecordData::Update(Box::new(mapper.update(ix))),
            RecordIx::Agency(ix) => RecordData::Agency(mapper.agency(ix)),
            RecordIx::Forum(ix) => RecordData::Forum(mapper.forum(ix)),
            RecordIx::Source(ix) => RecordData::Source(mapper.source(ix)),
            RecordIx::Page(ix) => RecordData::Page(mapper.page(ix)),
            RecordIx::Plan | RecordIx::Attachment(_) => return None,
        },
    })
}

/// An update a line.
pub(super) fn lines(mapper: Mapper<'_>) -> Bytes {
    let context = mapper.context;
    let mut bytes = Vec::new();
    for (ix, _) in mapper.plan().updates.indexed() {
        let line = UpdateLine {
            schema_version: SCHEMA_VERSION.to_owned(),
            as_of: IsoDay::new(context.published.as_of),
            audience: Word(context.published.audience),
            licence: context.licence().map(str::to_owned),
            update: mapper.update(ix),
        };
        serde_json::to_writer(&mut bytes, &line).map_err(unwritten)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

fn generator() -> String {
    format!("planbook {}", env!("CARGO_PKG_VERSION"))
}
