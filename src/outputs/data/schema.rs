//! The JSON Schema of the data, from the types that write it.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use super::types::{PlanFile, RecordFile, UpdateLine};

/// The schema of `data/plan.json`. Its `$defs` have those of the files beside the pages (`RecordFile`) and of a line of
/// `data/updates.jsonl` (`UpdateLine`).
pub(super) fn schema() -> Schema {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let _ = generator.subschema_for::<RecordFile>();
    let _ = generator.subschema_for::<UpdateLine>();
    generator.into_root_schema_for::<PlanFile>()
}
