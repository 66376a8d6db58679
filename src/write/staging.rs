//! A site in the making, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;

use super::folder::create_folder;
use super::leftovers::{clear_leftovers, mark, remove_marked, restore_moved_aside};
use super::manifest::Manifest;
use super::names::{MARKER, STAGING, SUFFIX, name_of};
use super::old::{OldSite, refuse_foreign, take_over};
use super::origin::Origin;
use super::place::{followed, is_mounted, refuse_to_replace_the_book};
use super::swap::{readable_by_all, swap};
use super::{hash, in_place, stamp};
use crate::failure::Failure;
use crate::site::MANIFEST;
use crate::vocabulary::Audience;

/// A folder that is to become the output.
#[derive(Debug)]
pub struct Staging {
    out: PathBuf,
    audience: Audience,
    folder: tempfile::TempDir,
    /// Whether the folder is in the output, because there may be none beside it.
    is_inside: bool,
    lock: fs::File,
    old: OldSite,
    files: Mutex<Vec<Taken>>,
}

/// A file of the new site.
#[derive(Debug)]
struct Taken {
    path: String,
    hash: String,
    /// Whether the old site has the same file, which then becomes a part of the new one.
    is_kept: bool,
}

/// How many files a build wrote. The manifest is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Files that are new or differ from the old site's.
    pub written: usize,
    /// Files that the old site has too.
    pub unchanged: usize,
}

impl Staging {
    /// Prepares to replace `out`, and clears away what a killed build left beside it.
    ///
    /// # Errors
    /// When `out` is something that planbook did not make, a site for another `audience`, or cannot be created.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
    pub fn begin(out: &Path, root: &Path, audience: Audience) -> Result<Self, Failure> {
        let out = followed(&std::path::absolute(out).map_err(Failure::io("find", out))?)?;
        refuse_to_replace_the_book(&out, root)?;
        let old = refuse_foreign(&out, audience)?;
        let parent = out.parent().unwrap_or(&out).to_owned();
        // The system says of a file on the way that it exists, which is true and no help.
        if let Some(file) = parent.ancestors().find(|above| above.is_file()) {
            return Err(Failure::NotAFolder(file.to_owned()));
        }
        fs::create_dir_all(&parent).map_err(Failure::io("create", &parent))?;
        restore_moved_aside(&parent, &out)?;
        clear_leftovers(&parent, &out);
        clear_leftovers(&out, &out);
        let (folder, is_inside) = new_staging(&parent, &out)?;
        let lock = mark(folder.path())?;
        Ok(Self { out, audience, folder, is_inside, lock, old, files: Mutex::default() })
    }

    /// What there is to write when the site that is there was made from the same: nothing. `None` when it was not, or when
    /// somebody changed it.
    pub fn is_still(&self, origin: &Origin) -> Option<Written> {
        let unchanged = self.old.whole()?;
        origin.is_of(&self.out).then_some(Written { written: 0, unchanged })
    }

    /// Takes one file, which is written unless the old site has the same; may be called from several threads.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let hash = hash::of(bytes);
        let is_kept = self.old.has(path, &hash);
        if !is_kept {
            let file = self.folder.path().join(path);
            if let Some(parent) = file.parent() {
                create_folder(parent)?;
            }
            stamp::write(&file, bytes, &hash).map_err(Failure::io("write", &file))?;
        }
        lock(&self.files).push(Taken { path: path.to_owned(), hash, is_kept });
        Ok(())
    }

    /// Writes the manifest and puts the folder in the place of the output. When the output is already this site, it stays.
    /// `origin` is noted for the next build.
    ///
    /// # Errors
    /// When the disk refuses, or somebody changed the old site meanwhile; the old output is then still there.
    pub fn finish(self, origin: Option<&Origin>) -> Result<Written, Failure> {
        let out = self.out.clone();
        let written = self.put_in_place()?;
        if let Some(origin) = origin {
            origin.note(&out);
        }
        Ok(written)
    }

    #[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
    fn put_in_place(self) -> Result<Written, Failure> {
        let files = std::mem::take(&mut *lock(&self.files));
        let unchanged = files.iter().filter(|file| file.is_kept).count();
        let written = Written { written: files.len() - unchanged, unchanged };
        let file = self.folder.path().join(MANIFEST);
        let hashes = files.iter().map(|file| (file.path.as_str(), file.hash.as_str()));
        let text = Manifest::of(self.audience, hashes).text().map_err(Failure::io("write", &file))?;
        let there = self.out.join(MANIFEST);
        if written.written == 0 && fs::read(&there).is_ok_and(|bytes| bytes == text.as_bytes()) {
            return Ok(written);
        }
        let kept: Vec<&Taken> = files.iter().filter(|file| file.is_kept).collect();
        kept.par_iter().try_for_each(|Taken { path, hash, .. }| {
            take_over(&self.out.join(path), &self.folder.path().join(path), hash)
        })?;
        fs::write(&file, text).map_err(Failure::io("write", &file))?;
        self.replace()?;
        Ok(written)
    }

    /// Puts the folder, which is complete, in the place of the output.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
    fn replace(self) -> Result<(), Failure> {
        if self.is_inside {
            return in_place::fill(self.folder.path(), &self.out, MANIFEST, MARKER);
        }
        readable_by_all(self.folder.path());
        let marker = self.folder.path().join(MARKER);
        fs::remove_file(&marker).map_err(Failure::io("remove", &marker))?;
        drop(self.lock);
        if let Err(error) = swap(self.folder.path(), &self.out) {
            if !self.out.is_dir() {
                return Err(Failure::io("replace", &self.out)(error));
            }
            let folder = staging_in(&self.out, &self.out)
                .map_err(|source| Failure::NoPlace { path: self.out.clone(), source })?;
            let _lock = mark(folder.path())?;
            in_place::copy(self.folder.path(), folder.path())?;
            return in_place::fill(folder.path(), &self.out, MANIFEST, MARKER);
        }
        // After the swap the staging folder holds the old site, which is planbook's own, so it may go. Marked, so that
        // the next build clears away what is left if this one is killed here.
        let old = self.folder.keep();
        if let Ok(_lock) = mark(&old) {
            remove_marked(&old).map_err(Failure::io("remove", &old))?;
        }
        Ok(())
    }
}

/// A new folder for the site in the making, and whether it is in the output. It is beside it if it can be, and if the two
/// could change places.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn new_staging(parent: &Path, out: &Path) -> Result<(tempfile::TempDir, bool), Failure> {
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |source| Failure::NoPlace { path, source }
    };
    if !is_mounted(out, parent) {
        match staging_in(parent, out) {
            Ok(folder) => return Ok((folder, false)),
            Err(source) if !out.is_dir() => return Err(refused(parent)(source)),
            Err(_) => (),
        }
    }
    staging_in(out, out).map(|folder| (folder, true)).map_err(refused(out))
}

/// A new folder for the site in the making.
fn staging_in(parent: &Path, out: &Path) -> std::io::Result<tempfile::TempDir> {
    let prefix = format!("{STAGING}{}.", name_of(out));
    tempfile::Builder::new().prefix(&prefix).rand_bytes(SUFFIX).tempdir_in(parent)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
