//! The file that says which files of a folder planbook wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::site::MANIFEST;

/// What `manifest.json` holds: who wrote the site, for whom, and the SHA-256 of each file by its path.
#[derive(serde::Serialize)]
pub(super) struct Manifest {
    pub(super) generator: &'static str,
    pub(super) audience: &'static str,
    pub(super) files: BTreeMap<String, String>,
}

/// The manifest of a site that planbook wrote into a folder.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn read_in(folder: &Path) -> Option<serde_json::Value> {
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
    let generator = manifest.get("generator").and_then(serde_json::Value::as_str)?;
    let is_ours = generator.starts_with("planbook ") && manifest.get("files")?.is_object();
    is_ours.then_some(manifest)
}
