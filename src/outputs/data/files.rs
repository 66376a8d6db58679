//! The files of JSON: the whole plan, one record, an update a line. Each is a head and the bytes of records.

use rayon::prelude::*;
use serde::Serialize;

use super::json::unwritten;
use super::mapping::Mapper;
use super::parts::Part;
use super::records::{LISTS, Records};
use super::types::{EditionData, IsoDay, PartData, PlanData, SCHEMA_VERSION, SiteData, Word};
use crate::diag::Diagnostic;
use crate::outputs::output::Bytes;
use crate::page::Context;
use crate::plan::{Index as _, Plan, RecordIx};
use crate::route::Route;
use crate::vocabulary::Audience;

/// The file of the schema, in the folder of the data.
pub(super) const SCHEMA: &str = "plan.schema.json";

/// What a file says of itself, as the types of the files have it: [`PlanFile`](super::types::PlanFile) and
/// [`RecordFile`](super::types::RecordFile).
#[derive(Serialize)]
struct FileHead {
    #[serde(rename = "$schema")]
    schema: String,
    #[serde(flatten)]
    own: LineHead,
    generator: String,
}

/// What a line says of itself, as [`UpdateLine`](super::types::UpdateLine) has it.
#[derive(Serialize)]
struct LineHead {
    schema_version: &'static str,
    as_of: IsoDay,
    audience: Word<Audience>,
    licence: Option<String>,
}

/// The head of the whole plan.
#[derive(Serialize)]
struct PlanHead {
    #[serde(flatten)]
    file: FileHead,
    site: SiteData,
    plan: Option<PlanData>,
}

impl LineHead {
    fn new(context: &Context) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            as_of: IsoDay::new(context.published.as_of),
            audience: Word(context.published.audience),
            licence: context.licence().map(str::to_owned),
        }
    }
}

impl FileHead {
    fn new(context: &Context, schema: String) -> Self {
        let generator = format!("planbook {}", env!("CARGO_PKG_VERSION"));
        Self { schema, own: LineHead::new(context), generator }
    }
}

impl PlanHead {
    fn new(context: &Context, schema: String) -> Self {
        let config = &context.config;
        Self {
            file: FileHead::new(context, schema),
            site: SiteData {
                title: config.title.clone(),
                description: config.description.clone(),
                lang: config.language().to_owned(),
                url: config.base_url.clone(),
            },
            plan: Mapper::new(context).about(),
        }
    }
}

/// The whole plan.
pub(super) fn plan_file(context: &Context, records: &Records) -> Bytes {
    let mut bytes = open(&PlanHead::new(context, SCHEMA.to_owned()))?;
    for (list, (name, _)) in LISTS.iter().enumerate() {
        bytes.extend_from_slice(format!(",\"{name}\":[").as_bytes());
        records.join(context, list, &mut bytes)?;
        bytes.push(b']');
    }
    end(context, bytes)
}

/// What stands behind the records: the editions.
fn end(context: &Context, mut bytes: Vec<u8>) -> Bytes {
    bytes.extend_from_slice(b",\"editions\":");
    serde_json::to_writer(&mut bytes, &editions(context)).map_err(unwritten)?;
    bytes.extend_from_slice(b"}\n");
    Ok(bytes)
}

/// The plan without its records, and the files that have them.
pub(super) fn index_file(context: &Context, records: &Records, parts: &[Part]) -> Bytes {
    let mut bytes = open(&PlanHead::new(context, format!("{SCHEMA}#/$defs/PlanIndex")))?;
    let frame = part_file(context, records, &[])?.len();
    let listed = |part: &Part| PartData {
        kind: part.kind,
        path: part.name(),
        count: part.records.len(),
        bytes: frame + bytes_of(context, records, &part.records),
    };
    let files: Vec<PartData> = parts.par_iter().map(listed).collect();
    bytes.extend_from_slice(b",\"files\":");
    serde_json::to_writer(&mut bytes, &files).map_err(unwritten)?;
    end(context, bytes)
}

/// How many bytes records have in a file of their kind: each with its type, and commas between them.
fn bytes_of(context: &Context, records: &Records, part: &[RecordIx]) -> usize {
    let size = |record: &RecordIx| {
        let (kind, bytes) = records.size(context, *record);
        bytes + format!("\"type\":\"{kind}\",").len()
    };
    part.iter().map(size).sum::<usize>() + part.len().saturating_sub(1)
}

/// Some records of one kind.
pub(super) fn part_file(context: &Context, records: &Records, part: &[RecordIx]) -> Bytes {
    let mut bytes = open(&FileHead::new(context, format!("{SCHEMA}#/$defs/RecordsFile")))?;
    bytes.extend_from_slice(b",\"records\":[");
    for (at, record) in part.iter().enumerate() {
        if at > 0 {
            bytes.push(b',');
        }
        typed(context, records, *record, &mut bytes)?;
    }
    bytes.extend_from_slice(b"]}\n");
    Ok(bytes)
}

fn editions(context: &Context) -> Vec<EditionData> {
    let mapper = Mapper::new(context);
    context.published.plan.editions.indices().map(|ix| mapper.edition(ix)).collect()
}

/// One record.
pub(super) fn record_file(context: &Context, records: &Records, record: RecordIx) -> Bytes {
    let (root, folder) = (Route::record(&context.published.plan, record).to_root(), Route::DATA);
    let mut bytes = open(&FileHead::new(context, format!("{root}{folder}/{SCHEMA}#/$defs/RecordFile")))?;
    bytes.extend_from_slice(b",\"record\":");
    typed(context, records, record, &mut bytes)?;
    bytes.extend_from_slice(b"}\n");
    Ok(bytes)
}

/// A record with its type, as [`RecordData`](super::types::RecordData) has it.
fn typed(
    context: &Context,
    records: &Records,
    record: RecordIx,
    bytes: &mut Vec<u8>,
) -> Result<(), Box<Diagnostic>> {
    let Some((kind, object)) = records.get(context, record) else {
        bytes.extend_from_slice(b"null");
        return Ok(());
    };
    bytes.extend_from_slice(format!("{{\"type\":\"{kind}\",").as_bytes());
    // Each has keys, so what follows its first sign are those.
    bytes.extend_from_slice(object?.get(1..).unwrap_or_default());
    Ok(())
}

/// An update a line.
pub(super) fn lines(context: &Context, records: &Records) -> Bytes {
    let plan: &Plan = &context.published.plan;
    let head = open(&LineHead::new(context))?;
    let mut bytes = Vec::new();
    for ix in plan.updates.indices() {
        let Some((_, object)) = records.get(context, RecordIx::Update(ix)) else { continue };
        bytes.extend_from_slice(&head);
        bytes.extend_from_slice(b",\"update\":");
        bytes.extend_from_slice(object?);
        bytes.extend_from_slice(b"}\n");
    }
    Ok(bytes)
}

/// An object to which keys are added: it has no end.
fn open(head: &impl Serialize) -> Bytes {
    let mut bytes = serde_json::to_vec(head).map_err(unwritten)?;
    bytes.pop();
    Ok(bytes)
}
