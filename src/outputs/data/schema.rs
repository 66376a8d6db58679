//! The JSON Schema of the data, from the types that write it.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform as _};
use serde_json::{Value, json};

use super::types::{PlanFile, PlanIndex, RecordFile, RecordsFile, SCHEMA_VERSION, UpdateLine};

/// The schema of `data/plan.json`. Its `$defs` have those of the files beside the pages (`RecordFile`), of a line of
/// `data/updates.jsonl` (`UpdateLine`), and of the files of a large plan (`PlanIndex`, `RecordsFile`).
pub(super) fn schema() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let _ = generator.subschema_for::<RecordFile>();
    let _ = generator.subschema_for::<UpdateLine>();
    let _ = generator.subschema_for::<PlanIndex>();
    let _ = generator.subschema_for::<RecordsFile>();
    let mut schema = generator.into_root_schema_for::<PlanFile>();
    RecursiveTransform(tidy).transform(&mut schema);
    schema
}

/// Comments in the code have lines; texts in the schema have none. A file names the one version that its schema is for.
fn tidy(schema: &mut Schema) {
    if let Some(Value::String(text)) = schema.get_mut("description") {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let version = schema.get_mut("properties").and_then(|properties| properties.get_mut("schema_version"));
    if let Some(version) = version.and_then(Value::as_object_mut) {
        version.insert("const".to_owned(), json!(SCHEMA_VERSION));
    }
}
