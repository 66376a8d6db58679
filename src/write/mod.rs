//! Puts a site on the disk, whole or not at all.
//!
//! Everything is written into a new folder beside the output. Only when it is complete do the two change places, in one
//! step where the system has one. So a build that fails or is killed leaves the old site as it was. Nothing is deleted
//! that planbook did not write: a folder is replaced only if it holds planbook's manifest and no file beyond it.
//!
//! A folder that cannot change places, because it is the root of a file system (a volume of a container) or because nothing
//! may be created beside it, is filled in place: `in_place`.

mod in_place;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use crate::failure::Failure;
use crate::site::MANIFEST;
use crate::vocabulary::Audience;

/// What the folders beside the output are called while a build runs, before the output's name.
const STAGING: &str = ".planbook-";
/// How many letters and digits such a name ends with, after a full stop.
const SUFFIX: usize = 6;
/// The file that marks such a folder as planbook's own. It is locked as long as the build lives.
const MARKER: &str = ".planbook-staging";

/// What `manifest.json` holds: who wrote the site, for whom, and the SHA-256 of each file by its path.
#[derive(serde::Serialize)]
struct Manifest {
    generator: &'static str,
    audience: &'static str,
    files: BTreeMap<String, String>,
}

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
        let hash = hex(&Sha256::digest(bytes));
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

/// Where a path leads: a link is as good as the folder that it leads to.
///
/// # Errors
/// When it leads to nothing, or to what is no folder.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn followed(out: &Path) -> Result<PathBuf, Failure> {
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

/// Writes one file beside its place and then puts it there in one step. What already exists is replaced only if it
/// begins with `magic`, as the new one does.
///
/// # Errors
/// When the disk refuses, or another kind of file is there.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a file of its own")]
pub fn file(out: &Path, bytes: &[u8], magic: &[u8]) -> Result<(), Failure> {
    let mut out = std::path::absolute(out).map_err(Failure::io("find", out))?;
    if fs::symlink_metadata(&out).is_ok_and(|found| found.is_symlink()) {
        // What the link leads to is replaced, and not the link.
        out = fs::canonicalize(&out).map_err(|_| Failure::LinkToNothing(out))?;
    }
    // A device may be read for ever.
    if let Ok(found) = fs::metadata(&out)
        && !(found.is_file() && begins_with(&out, magic).map_err(Failure::io("read", &out))?)
    {
        return Err(if found.is_dir() { Failure::IsAFolder(out) } else { Failure::NotAPdf(out) });
    }
    let parent = out.parent().unwrap_or(&out);
    fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
    let file = beside(&out, parent, bytes)?;
    file.persist(&out).map_err(|error| error.error).map_err(Failure::io("replace", &out))?;
    Ok(())
}

fn begins_with(file: &Path, magic: &[u8]) -> std::io::Result<bool> {
    use std::io::Read as _;
    let mut start = Vec::new();
    fs::File::open(file)?.take(magic.len() as u64).read_to_end(&mut start)?;
    Ok(start == magic)
}

/// Writes a folder of new files, whole or not at all. One that already exists is not changed.
///
/// # Errors
/// When the folder is there, or the disk refuses.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes")]
pub fn new_folder(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    if fs::symlink_metadata(folder).is_ok() {
        return Err(Failure::AlreadyThere(folder.to_owned()));
    }
    let parent = folder.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGING);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let made = builder.tempdir_in(parent).map_err(Failure::io("create a folder in", parent))?;
    for (path, text) in files {
        let file = made.path().join(path);
        if let Some(parent) = file.parent() {
            create_folder(parent)?;
        }
        fs::write(&file, text).map_err(Failure::io("write", &file))?;
    }
    fs::rename(made.path(), folder).map_err(Failure::io("create", folder))?;
    // It has moved, so there is nothing to clear away.
    let _ = made.keep();
    Ok(())
}

/// Whether something is at a path, even a broken link.
pub fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Writes files that are not there yet into a folder, all or none. What already exists is not changed.
///
/// # Errors
/// When one of them is there, or the disk refuses; then none of them was written.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes")]
pub fn new_files(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    if let Some(path) = taken(folder, files).first() {
        return Err(Failure::AlreadyThere(folder.join(path)));
    }
    for file in files.iter().map(|(path, _)| folder.join(path)) {
        // What lies behind a link is not read as a part of the book either.
        let parent = file.parent().unwrap_or(&file);
        if !resolve(parent).starts_with(resolve(folder)) {
            return Err(Failure::LinkedAway { path: file, folder: folder.to_owned() });
        }
    }
    let mut written: Vec<PathBuf> = Vec::new();
    for (path, text) in files {
        let file = folder.join(path);
        if let Err(failure) = new_file(&file, text) {
            written.iter().for_each(|file| drop(fs::remove_file(file)));
            return Err(failure);
        }
        written.push(file);
    }
    Ok(())
}

/// Those of the paths at which there is something already.
pub fn taken<'f>(folder: &Path, files: &'f [(String, String)]) -> Vec<&'f str> {
    let paths = files.iter().map(|(path, _)| path.as_str());
    paths.filter(|path| is_there(&folder.join(path))).collect()
}

/// Writes a file beside its place and puts it there in one step, unless something is there.
///
/// # Errors
/// When something is there, or the disk refuses.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes")]
pub fn new_file(out: &Path, text: &str) -> Result<(), Failure> {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
    let file = beside(out, parent, text.as_bytes())?;
    match file.persist_noclobber(out) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(Failure::AlreadyThere(out.to_owned()))
        }
        Err(error) => Err(Failure::io("create", out)(error.error)),
    }
}

/// A file with these bytes beside its place, to be put there in one step.
///
/// # Errors
/// When the disk refuses.
pub fn beside(out: &Path, parent: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile, Failure> {
    use std::io::Write as _;
    let mut builder = tempfile::Builder::new();
    builder.prefix(STAGING);
    // A temporary file is private; this one is as readable as any that its owner makes.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(parent).map_err(Failure::io("create a file in", parent))?;
    file.write_all(bytes).map_err(Failure::io("write", out))?;
    Ok(file)
}

/// Marks a folder as planbook's own work in progress. The lock ends with the file, however the process ends.
fn mark(folder: &Path) -> Result<fs::File, Failure> {
    let path = folder.join(MARKER);
    let file = fs::File::create(&path).map_err(Failure::io("create", &path))?;
    // A file system without locks has no two builds to keep apart either.
    let _ = file.try_lock();
    Ok(file)
}

/// Most pages have a folder of their own in one that already exists, so one call is enough for them.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn create_folder(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => fs::create_dir_all(folder),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        result => result,
    }
    .map_err(Failure::io("create", folder))
}

/// Exchanges two folders in one step. Where the system cannot, or there is no old one, in two.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn swap(new: &Path, out: &Path) -> std::io::Result<()> {
    if !out.exists() {
        return fs::rename(new, out);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        if renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE).is_ok() {
            return Ok(());
        }
    }
    let aside = moved_aside(out);
    fs::rename(out, &aside)?;
    if let Err(error) = fs::rename(new, out) {
        fs::rename(&aside, out)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// Where the old site is between the two steps of an exchange.
fn moved_aside(out: &Path) -> PathBuf {
    out.with_file_name(format!("{STAGING}{}.old", name_of(out)))
}

/// Puts the old site back when a build was killed between the two steps.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn restore_moved_aside(parent: &Path, out: &Path) -> Result<(), Failure> {
    let aside = moved_aside(out);
    if aside.is_dir() && !out.exists() {
        fs::rename(&aside, out).map_err(Failure::io("restore the old site in", parent))?;
    }
    Ok(())
}

/// A temporary folder is private; a web server must be able to read a site.
#[cfg(unix)]
fn readable_by_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    // A system that refuses this still has the site, so it is no failure.
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o755));
}

#[cfg(not(unix))]
fn readable_by_all(_: &Path) {}

/// Refuses a folder within what the book is made of, or around it.
///
/// # Errors
/// When it is one.
pub fn outside_of_book(out: &Path, root: &Path) -> Result<(), Failure> {
    let out = std::path::absolute(out).map_err(Failure::io("find", out))?;
    refuse_to_replace_the_book(&out, root)
}

fn refuse_to_replace_the_book(out: &Path, root: &Path) -> Result<(), Failure> {
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
fn resolve(path: &Path) -> PathBuf {
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

/// A folder may be replaced if it is empty, or if it holds the manifest of a site for the same readers and every file in
/// it is listed there.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn refuse_foreign(out: &Path, audience: Audience) -> Result<(), Failure> {
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
    let manifests: Vec<serde_json::Value> = manifests.filter_map(manifest_in).collect();
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
        let as_written = || fs::read(entry.path()).is_ok_and(|bytes| listed(&hex(&Sha256::digest(&bytes))));
        name != MANIFEST && !as_written()
    });
    match stranger {
        None => Ok(()),
        Some(entry) => Err(Failure::StrangerInOutput { path: out.to_owned(), file: entry.path().to_owned() }),
    }
}

/// The manifest of a site that planbook wrote into a folder.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn manifest_in(folder: &Path) -> Option<serde_json::Value> {
    let manifest: serde_json::Value = serde_json::from_slice(&fs::read(folder.join(MANIFEST)).ok()?).ok()?;
    let generator = manifest.get("generator").and_then(serde_json::Value::as_str)?;
    let is_ours = generator.starts_with("planbook ") && manifest.get("files")?.is_object();
    is_ours.then_some(manifest)
}

/// Clears away folders that a killed build left: of this output, marked as planbook's, and not locked by a build that
/// still runs.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
fn clear_leftovers(parent: &Path, out: &Path) {
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
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn name_of(out: &Path) -> String {
    out.file_name().map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_written_in_lower_case_digits() {
        assert_eq!(super::hex(&[0x00, 0x9f, 0xa0, 0xff]), "009fa0ff");
    }
}
