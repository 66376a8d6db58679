//! What a killed build left: how it is marked, and how it goes.

use std::fs;
use std::path::Path;

use super::names::{MARKER, STAGING, SUFFIX, moved_aside, name_of};
use crate::failure::Failure;

/// Marks a folder as planbook's own work in progress. The lock ends with the file, however the process ends.
pub(super) fn mark(folder: &Path) -> Result<fs::File, Failure> {
    let path = folder.join(MARKER);
    let file = fs::File::create(&path).map_err(Failure::io("create", &path))?;
    // A file system without locks has no two builds to keep apart either.
    let _ = file.try_lock();
    Ok(file)
}

/// Clears away folders that a killed build left: of this output, marked as planbook's, and not locked by a build that
/// still runs.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn clear_leftovers(parent: &Path, out: &Path) {
    let prefix = format!("{STAGING}{}.", name_of(out));
    for entry in fs::read_dir(parent).into_iter().flatten().filter_map(Result::ok) {
        let name = entry.file_name();
        let suffix = name.to_str().and_then(|name| name.strip_prefix(&prefix)).unwrap_or("");
        let ours = suffix.len() == SUFFIX && suffix.chars().all(|c| c.is_ascii_alphanumeric());
        let marker = fs::File::open(entry.path().join(MARKER));
        if ours
            && let Ok(marker) = marker
            && marker.try_lock().is_ok()
        {
            // One that cannot be removed is in nobody's way.
            let _ = remove_marked(&entry.path());
        }
    }
}

/// Removes a folder, its mark last: when this is killed halfway, the next build knows what is left.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn remove_marked(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)?.filter_map(Result::ok).filter(|entry| entry.file_name() != MARKER) {
        match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path())?,
            false => fs::remove_file(entry.path())?,
        }
    }
    fs::remove_dir_all(folder)
}

/// Puts the old site back when a build was killed between the two steps.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn restore_moved_aside(parent: &Path, out: &Path) -> Result<(), Failure> {
    let aside = moved_aside(out);
    if aside.is_dir() && !out.exists() {
        fs::rename(&aside, out).map_err(Failure::io("restore the old site in", parent))?;
    }
    Ok(())
}
