//! The site that is to be replaced: is it planbook's own, as planbook wrote it?

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::names::{MARKER, STAGING};
use super::{hash, in_place, manifest};
use crate::failure::Failure;
use crate::site::MANIFEST;
use crate::vocabulary::Audience;

/// A folder may be replaced if it is empty, or if it holds the manifest of a site for the same readers and every file in
/// it is listed there.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn refuse_foreign(out: &Path, audience: Audience) -> Result<(), Failure> {
    let foreign = || Failure::ForeignOutput { path: out.to_owned(), manifest: MANIFEST };
    if fs::symlink_metadata(out).is_err() {
        return Ok(());
    }
    // What a build in place left, if it was killed: the files that it moved are those of its manifest.
    let leftovers = in_place::leftovers(out, STAGING, MARKER);
    let walk = walkdir::WalkDir::new(out).into_iter();
    let walk = walk.filter_entry(|entry| !leftovers.iter().any(|leftover| leftover == entry.path()));
    let entries: Result<Vec<walkdir::DirEntry>, _> = walk.collect();
    // What cannot be looked at cannot be known to be planbook's.
    let entries = entries.map_err(|error| {
        let path = error.path().unwrap_or(out).to_owned();
        Failure::io("read", path)(error.into())
    })?;
    let files: Vec<&walkdir::DirEntry> = entries.iter().filter(|entry| !entry.file_type().is_dir()).collect();
    if files.is_empty() {
        return Ok(());
    }
    let manifests = std::iter::once(out).chain(leftovers.iter().map(PathBuf::as_path));
    let manifests: Vec<serde_json::Value> = manifests.filter_map(manifest::read_in).collect();
    let Some(manifest) = manifests.first() else { return Err(foreign()) };
    // What a web server shows to everybody must not become the internal site by one wrong word, nor the other way round.
    let written_for = manifest.get("audience").and_then(serde_json::Value::as_str);
    if written_for.unwrap_or(Audience::Public.word()) != audience.word() {
        return Err(Failure::OtherAudience { path: out.to_owned(), audience: audience.word() });
    }
    let stranger = files.par_iter().find_first(|entry| {
        let relative = entry.path().strip_prefix(out).unwrap_or(entry.path());
        let name = relative
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        let listed = |hash: &str| {
            let files = manifests.iter().filter_map(|manifest| manifest.get("files")?.get(&name)?.as_str());
            files.into_iter().any(|listed| listed == hash)
        };
        let as_written = || fs::read(entry.path()).is_ok_and(|bytes| listed(&hash::of(&bytes)));
        name != MANIFEST && !as_written()
    });
    match stranger {
        None => Ok(()),
        Some(entry) => Err(Failure::StrangerInOutput { path: out.to_owned(), file: entry.path().to_owned() }),
    }
}
