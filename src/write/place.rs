//! Where a path leads, and whether a site may be there.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Where a path leads: a link is as good as the folder that it leads to.
///
/// # Errors
/// When it leads to nothing, or to what is no folder.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn followed(out: &Path) -> Result<PathBuf, Failure> {
    let Ok(found) = fs::symlink_metadata(out) else { return Ok(out.to_owned()) };
    if !found.is_symlink() {
        return if found.is_dir() { Ok(out.to_owned()) } else { Err(Failure::NotAFolder(out.to_owned())) };
    }
    match fs::canonicalize(out) {
        Ok(real) if real.is_dir() => Ok(real),
        Ok(_) => Err(Failure::NotAFolder(out.to_owned())),
        Err(_) => Err(Failure::LinkToNothing(out.to_owned())),
    }
}

/// Whether a folder is the root of a file system, such as a volume of a container: it cannot change places with another one.
#[cfg(unix)]
pub(super) fn is_mounted(out: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let system = |path: &Path| fs::symlink_metadata(path).map(|found| found.dev());
    matches!((system(out), system(parent)), (Ok(own), Ok(above)) if own != above)
}

#[cfg(not(unix))]
pub(super) fn is_mounted(_: &Path, _: &Path) -> bool {
    false
}

/// Refuses a folder within what the book is made of, or around it.
///
/// # Errors
/// When it is one.
pub fn outside_of_book(out: &Path, root: &Path) -> Result<(), Failure> {
    let out = std::path::absolute(out).map_err(Failure::io("find", out))?;
    refuse_to_replace_the_book(&out, root)
}

pub(super) fn refuse_to_replace_the_book(out: &Path, root: &Path) -> Result<(), Failure> {
    let (real_out, real_root) = (resolve(out), resolve(root));
    let inside =
        ["content", "themes", "book.toml"].iter().any(|part| real_out.starts_with(real_root.join(part)));
    if inside || real_root.starts_with(&real_out) {
        return Err(Failure::OutputIsInput(out.to_owned()));
    }
    Ok(())
}

/// The real path, as far as it exists: the folder may be new, and what is above it may be a symbolic link.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn resolve(path: &Path) -> PathBuf {
    let mut rest = Vec::new();
    let mut existing = path;
    loop {
        if let Ok(real) = fs::canonicalize(existing) {
            return rest.iter().rev().fold(real, |path: PathBuf, part| match part {
                std::path::Component::ParentDir => path.parent().map_or_else(|| path.clone(), Path::to_owned),
                part => path.join(part),
            });
        }
        let (Some(parent), Some(last)) = (existing.parent(), existing.components().next_back()) else {
            return path.to_owned();
        };
        rest.push(last);
        existing = parent;
    }
}
