//! The files of the open data that stand for themselves: what each has, and its type.

use super::parts::Part;
use super::tables::TABLES;
use crate::plan::Plan;
use crate::route::Route;

/// A file to download.
pub(super) struct Download {
    /// Its path in the site.
    pub(super) path: String,
    /// The key of the sentence about it.
    pub(super) about: &'static str,
    /// Its media type, as IANA has it.
    pub(super) media: &'static str,
}

impl Download {
    /// Its name, without its folder.
    pub(super) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

const JSON: &str = "application/json";
const CSV: &str = "text/csv";

/// All of them: the plan first, in parts where it is large, then its tables that are made.
pub(super) fn downloads(plan: &Plan, parts: &[Part]) -> Vec<Download> {
    let of = |path: &str, about, media| Download { path: path.to_owned(), about, media };
    let whole = if parts.is_empty() { "data-plan-json" } else { "data-plan-index" };
    let mut all = vec![of("data/plan.json", whole, JSON)];
    all.extend(parts.iter().map(|part| of(&format!("{}/{}", Route::DATA, part.name()), part.about(), JSON)));
    all.extend([
        of("data/plan.schema.json", "data-plan-schema-json", "application/schema+json"),
        of("data/areas.csv", "data-areas-csv", CSV),
        of("data/items.csv", "data-items-csv", CSV),
        of("data/updates.csv", "data-updates-csv", CSV),
        of("data/agencies.csv", "data-agencies-csv", CSV),
        of("data/forums.csv", "data-forums-csv", CSV),
        of("data/values.csv", "data-values-csv", CSV),
        of("data/updates.jsonl", "data-updates-jsonl", "application/x-ndjson"),
    ]);
    all.retain(|file| {
        TABLES.iter().find(|table| table.path == file.path).is_none_or(|table| (table.is_made)(plan))
    });
    all
}
