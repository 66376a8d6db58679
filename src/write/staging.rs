//! A site in the making, in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use super::folder::create_folder;
use super::leftovers::{clear_leftovers, mark, restore_moved_aside};
use super::manifest::Manifest;
use super::names::{MARKER, STAGING, SUFFIX, name_of};
use super::old::refuse_foreign;
use super::place::{followed, refuse_to_replace_the_book};
use super::swap::{readable_by_all, swap};
use super::{hash, in_place};
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
    hashes: Mutex<Vec<(String, String)>>,
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
        refuse_foreign(&out, audience)?;
        let parent = out.parent().unwrap_or(&out).to_owned();
        // The system says of a file on the way that it exists, which is true and no help.
        if let Some(file) = parent.ancestors().find(|above| above.is_file()) {
            return Err(Failure::NotAFolder(file.to_owned()));
        }
        fs::create_dir_all(&parent).map_err(Failure::io("create", &parent))?;
        restore_moved_aside(&parent, &out)?;
        clear_leftovers(&parent, &out);
        clear_leftovers(&out, &out);
        let (folder, is_inside) = match staging_in(&parent, &out) {
            Ok(folder) => (folder, false),
            Err(_) if out.is_dir() => (
                staging_in(&out, &out).map_err(|source| Failure::NoPlace { path: out.clone(), source })?,
                true,
            ),
            Err(source) => return Err(Failure::NoPlace { path: parent, source }),
        };
        let lock = mark(folder.path())?;
        Ok(Self { out, audience, folder, is_inside, lock, hashes: Mutex::default() })
    }

    /// Writes one file; may be called from several threads.
    ///
    /// # Errors
    /// When the disk refuses.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = self.folder.path().join(path);
        if let Some(parent) = file.parent() {
            create_folder(parent)?;
        }
        fs::write(&file, bytes).map_err(Failure::io("write", &file))?;
        let hash = hash::of(bytes);
        lock(&self.hashes).push((path.to_owned(), hash));
        Ok(())
    }

    /// Writes the manifest and puts the folder in the place of the output.
    ///
    /// # Errors
    /// When the disk refuses; the old output is then still there.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
    pub fn finish(self) -> Result<(), Failure> {
        let hashes = self.hashes.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let generator = concat!("planbook ", env!("CARGO_PKG_VERSION"));
        let audience = self.audience.word();
        let manifest = Manifest { generator, audience, files: hashes.into_iter().collect() };
        let file = self.folder.path().join(MANIFEST);
        let text = serde_json::to_string_pretty(&manifest)
            .map_err(|error| Failure::io("write", &file)(error.into()))?;
        fs::write(&file, text + "\n").map_err(Failure::io("write", &file))?;
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
            fs::remove_dir_all(&old).map_err(Failure::io("remove", &old))?;
        }
        Ok(())
    }
}

/// A new folder for the site in the making.
fn staging_in(parent: &Path, out: &Path) -> std::io::Result<tempfile::TempDir> {
    let prefix = format!("{STAGING}{}.", name_of(out));
    tempfile::Builder::new().prefix(&prefix).rand_bytes(SUFFIX).tempdir_in(parent)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
