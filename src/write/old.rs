//! The site that is to be replaced: is it planbook's own, as planbook wrote it?

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::folder::create_folder;
use super::names::{MARKER, STAGING};
use super::{hash, in_place, manifest, stamp};
use crate::failure::Failure;
use crate::site::MANIFEST;
use crate::vocabulary::Audience;

/// What is known of the site that is there.
#[derive(Debug, Default)]
pub(super) struct OldSite {
    /// The hash of each file that is as planbook wrote it by its time and its size.
    stamped: BTreeMap<String, String>,
    /// How many files its manifest lists, if all of them are there, as planbook wrote them by their times.
    whole: Option<usize>,
}

impl OldSite {
    /// How many files it has, if all that its manifest lists are there as planbook wrote them.
    pub(super) fn whole(&self) -> Option<usize> {
        self.whole
    }

    /// Whether there is a file with this hash, and can be found again by its time.
    pub(super) fn has(&self, path: &str, hash: &str) -> bool {
        self.stamped.get(path).is_some_and(|there| there == hash)
    }
}

/// Makes a file of the old site one of the new site: the same file by a second name, or where there are no such names, a copy.
/// The old site goes when it is replaced, so in the end the file has one name again.
///
/// # Errors
/// When the disk refuses, or the file is no longer the one that was looked at.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn take_over(old: &Path, new: &Path, hash: &str) -> Result<(), Failure> {
    if let Some(parent) = new.parent() {
        create_folder(parent)?;
    }
    if fs::hard_link(old, new).is_ok() {
        let is_same = fs::symlink_metadata(new).is_ok_and(|found| stamp::is_on(&found, hash));
        return if is_same { Ok(()) } else { Err(Failure::Changed(old.to_owned())) };
    }
    let bytes = fs::read(old).map_err(Failure::io("read", old))?;
    if hash::of(&bytes) != hash {
        return Err(Failure::Changed(old.to_owned()));
    }
    stamp::write(new, &bytes, hash).map_err(Failure::io("write", new))
}

/// How a file in the folder is known.
enum Known {
    /// It is the manifest, or was read and has the right bytes.
    AsWritten,
    /// Its time says so.
    Stamped(String, String),
    /// It is not what planbook wrote.
    Stranger,
}

/// A folder may be replaced if it is empty, or if it holds the manifest of a site for the same readers and every file in
/// it is as listed there. A file is only read when its time and its size leave that in doubt.
pub(super) fn refuse_foreign(out: &Path, audience: Audience) -> Result<OldSite, Failure> {
    if fs::symlink_metadata(out).is_err() {
        return Ok(OldSite::default());
    }
    // What a build in place left, if it was killed: the files that it moved are those of its manifest.
    let leftovers = in_place::leftovers(out, STAGING, MARKER);
    let files = files_in(out, &leftovers)?;
    if files.is_empty() {
        return Ok(OldSite::default());
    }
    let manifests = std::iter::once(out).chain(leftovers.iter().map(PathBuf::as_path));
    let manifests: Vec<serde_json::Value> = manifests.filter_map(manifest::read_in).collect();
    let Some(manifest) = manifests.first() else {
        return Err(Failure::ForeignOutput { path: out.to_owned(), manifest: MANIFEST });
    };
    // What a web server shows to everybody must not become the internal site by one wrong word, nor the other way round.
    let written_for = manifest.get("audience").and_then(serde_json::Value::as_str);
    if written_for.unwrap_or(Audience::Public.word()) != audience.word() {
        return Err(Failure::OtherAudience { path: out.to_owned(), audience: audience.word() });
    }
    let known: Vec<Known> = files.par_iter().map(|entry| known(entry, out, &manifests)).collect();
    if let Some((entry, _)) = files.iter().zip(&known).find(|(_, known)| matches!(known, Known::Stranger)) {
        return Err(Failure::StrangerInOutput { path: out.to_owned(), file: entry.path().to_owned() });
    }
    let stamped = known.into_iter().filter_map(|known| match known {
        Known::Stamped(path, hash) => Some((path, hash)),
        Known::AsWritten | Known::Stranger => None,
    });
    let listed = manifest.get("files").and_then(serde_json::Value::as_object).map_or(0, serde_json::Map::len);
    let stamped: BTreeMap<String, String> = stamped.collect();
    // The manifest itself is there, and is not listed. A file without its time is to get it again.
    let is_whole = leftovers.is_empty() && files.len() == listed + 1 && stamped.len() == listed;
    Ok(OldSite { stamped, whole: is_whole.then_some(listed) })
}

/// The files in a folder, without what builds in place left in it.
fn files_in(out: &Path, leftovers: &[PathBuf]) -> Result<Vec<walkdir::DirEntry>, Failure> {
    let walk = walkdir::WalkDir::new(out).into_iter();
    let walk = walk.filter_entry(|entry| !leftovers.iter().any(|leftover| leftover == entry.path()));
    let entries: Result<Vec<walkdir::DirEntry>, _> = walk.collect();
    // What cannot be looked at cannot be known to be planbook's.
    let mut entries = entries.map_err(|error| {
        let path = error.path().unwrap_or(out).to_owned();
        Failure::io("read", path)(error.into())
    })?;
    entries.retain(|entry| !entry.file_type().is_dir());
    Ok(entries)
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn known(entry: &walkdir::DirEntry, out: &Path, manifests: &[serde_json::Value]) -> Known {
    let relative = entry.path().strip_prefix(out).unwrap_or(entry.path());
    let parts: Vec<_> = relative.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    let name = parts.join("/");
    if name == MANIFEST {
        return Known::AsWritten;
    }
    let listed = || manifests.iter().filter_map(|manifest| manifest.get("files")?.get(&name)?.as_str());
    if let Ok(found) = entry.metadata()
        && let Some(hash) = listed().find(|hash| stamp::is_on(&found, hash))
    {
        return Known::Stamped(name.clone(), hash.to_owned());
    }
    let read = if listed().next().is_some() { fs::read(entry.path()).ok() } else { None };
    match read.map(|bytes| hash::of(&bytes)) {
        Some(hash) if listed().any(|listed| listed == hash) => Known::AsWritten,
        _ => Known::Stranger,
    }
}
