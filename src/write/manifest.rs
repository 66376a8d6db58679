//! The file that says which files of a folder planbook wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::site::MANIFEST;
use crate::vocabulary::Audience;

/// What `manifest.json` holds: who wrote the site, for whom, and the SHA-256 of each file by its path.
#[derive(serde::Serialize)]
pub(super) struct Manifest<'a> {
    generator: &'static str,
    audience: &'static str,
    files: BTreeMap<&'a str, &'a str>,
}

impl<'a> Manifest<'a> {
    /// The manifest of a site for these readers with these files, each with its hash.
    pub(super) fn of(audience: Audience, files: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let generator = concat!("planbook ", env!("CARGO_PKG_VERSION"));
        Self { generator, audience: audience.word(), files: files.collect() }
    }

    /// As it is written.
    pub(super) fn text(&self) -> std::io::Result<String> {
        Ok(serde_json::to_string(self)? + "\n")
    }
}

/// The manifest of a site that planbook wrote into a folder.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn read_in(folder: &Path) -> Option<serde_json::Value> {
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
    let generator = manifest.get("generator").and_then(serde_json::Value::as_str)?;
    let is_ours = generator.starts_with("planbook ") && manifest.get("files")?.is_object();
    is_ours.then_some(manifest)
}
