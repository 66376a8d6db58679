//! Fills a folder that cannot change places with another one.
//!
//! Each file is replaced in one step, the manifest after all others, and what the new site does not have goes last. So at
//! any time each file is one of the old site or of the new one. What is left of a build that was killed in between is known
//! by the two manifests, and the next build takes its place.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Moves a site from a folder within `out` into `out`, and takes away what is there of an older one.
#[expect(clippy::disallowed_methods, reason = "a part of the one place that writes a site")]
pub(super) fn fill(site: &Path, out: &Path, manifest: &str, marker: &str) -> Result<(), Failure> {
    let mut files = files_of(site)?;
    files.retain(|file| file != Path::new(marker));
    // Last, so that nothing is taken for whole that is not.
    files.sort_by_key(|file| (file == Path::new(manifest), file.clone()));
    for file in &files {
        let to = out.join(file);
        make_way(&to, out)?;
        fs::rename(site.join(file), &to).map_err(Failure::io("replace", &to))?;
    }
    files.sort();
    for file in files_of(out)? {
        let path = out.join(&file);
        if !path.starts_with(site) && files.binary_search(&file).is_err() {
            fs::remove_file(&path).map_err(Failure::io("remove", &path))?;
        }
    }
    remove_empty(out, site);
    Ok(())
}

/// Makes the folders on the way to a file, where there was a file; and takes a folder away that is in its own place.
#[expect(clippy::disallowed_methods, reason = "a part of the one place that writes a site")]
fn make_way(file: &Path, out: &Path) -> Result<(), Failure> {
    if file.is_dir() {
        fs::remove_dir_all(file).map_err(Failure::io("remove", file))?;
    }
    let Some(parent) = file.parent() else { return Ok(()) };
    let above = parent.ancestors().take_while(|folder| folder.starts_with(out) && *folder != out);
    for blocked in above.filter(|folder| fs::symlink_metadata(folder).is_ok_and(|it| !it.is_dir())) {
        fs::remove_file(blocked).map_err(Failure::io("remove", blocked))?;
    }
    fs::create_dir_all(parent).map_err(Failure::io("create", parent))
}

/// Copies a site to another file system.
#[expect(clippy::disallowed_methods, reason = "a part of the one place that writes a site")]
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in files_of(from)? {
        let target = to.join(&file);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(Failure::io("create", parent))?;
        }
        let source = from.join(&file);
        fs::copy(&source, &target).map_err(Failure::io("write", &target))?;
        keep_time(&source, &target);
    }
    Ok(())
}

/// Gives a copy the time of its original, by which the next build knows it. One that cannot have it is read then.
fn keep_time(original: &Path, copy: &Path) {
    let time = fs::symlink_metadata(original).and_then(|found| found.modified());
    if let (Ok(time), Ok(copy)) = (time, fs::File::options().write(true).open(copy)) {
        let _ = copy.set_modified(time);
    }
}

/// The folders in `out` that builds in place left, or still use.
#[expect(clippy::disallowed_methods, reason = "a part of the one place that writes a site")]
pub(super) fn leftovers(out: &Path, staging: &str, marker: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(out).into_iter().flatten().filter_map(Result::ok);
    let named = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(staging));
    named.map(|entry| entry.path()).filter(|path| path.join(marker).is_file()).collect()
}

/// The paths of all files in a folder, from there.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.map_err(|error| Failure::io("read", folder)(error.into()))?;
        if !entry.file_type().is_dir()
            && let Ok(path) = entry.path().strip_prefix(folder)
        {
            files.push(path.to_owned());
        }
    }
    Ok(files)
}

/// Takes away folders without files, from the lowest up. One that stays is in nobody's way.
fn remove_empty(out: &Path, site: &Path) {
    let folders = walkdir::WalkDir::new(out).min_depth(1).contents_first(true).into_iter();
    let folders = folders.filter_map(Result::ok).filter(|entry| entry.file_type().is_dir());
    for folder in folders.filter(|folder| !folder.path().starts_with(site)) {
        let _ = fs::remove_dir(folder.path());
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test of files")]
mod tests {
    use std::fs;

    #[test]
    fn a_file_that_is_there_by_a_second_name_stays_what_it_is() {
        let out = tempfile::tempdir().unwrap();
        let out = out.path();
        let site = out.join("new");
        fs::create_dir(&site).unwrap();
        fs::write(out.join("kept.html"), "kept").unwrap();
        fs::hard_link(out.join("kept.html"), site.join("kept.html")).unwrap();
        fs::write(out.join("gone.html"), "gone").unwrap();
        fs::write(site.join("new.html"), "new").unwrap();
        let modified = || fs::metadata(out.join("kept.html")).unwrap().modified().unwrap();
        let before = modified();
        super::fill(&site, out, "manifest.json", "marker").unwrap();
        assert_eq!(fs::read_to_string(out.join("kept.html")).unwrap(), "kept");
        assert_eq!(modified(), before);
        assert_eq!(fs::read_to_string(out.join("new.html")).unwrap(), "new");
        assert!(!out.join("gone.html").exists());
    }
}
