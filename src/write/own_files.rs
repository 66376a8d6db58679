//! Files and folders that a command writes for its user: whole or not at all, and never over what is there.

use std::fs;
use std::path::{Path, PathBuf};

use super::folder::create_folder;
use super::names::STAGING;
use super::place::resolve;
use crate::failure::Failure;

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
pub fn new_folder(folder: &Path, files: &[(String, impl AsRef<[u8]>)]) -> Result<(), Failure> {
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
    for (path, bytes) in files {
        let file = made.path().join(path);
        if let Some(parent) = file.parent() {
            create_folder(parent)?;
        }
        fs::write(&file, bytes).map_err(Failure::io("write", &file))?;
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
pub fn new_file(out: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
    let file = beside(out, parent, bytes.as_ref())?;
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
