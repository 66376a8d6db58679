//! Which files a book's folder has: their names, and what the system says of each without reading it.

use std::fs::{DirEntry, Metadata};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::passed_over::is_passed_over;
use crate::diag::{Diagnostic, code};
use crate::failure::Failure;

/// What the system says of a file. When none of it changed, the file did not change either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) length: u64,
    modified: Option<std::time::SystemTime>,
    /// The number of the file, and when it was last changed in any way: programs can set the other time as they like.
    identity: (u64, u64, i64, i64),
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self { length: metadata.len(), modified: metadata.modified().ok(), identity: identity(metadata) }
    }
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> (u64, u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64, i64, i64) {
    (0, 0, 0, 0)
}

/// A file of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FoundFile {
    /// Its path from the book's root.
    pub(super) path: String,
    pub(super) stamp: Stamp,
    /// Whether it is a symbolic link; the stamp is that of the file which it leads to.
    pub(super) is_link: bool,
}

/// The files below the folders that hold a book.
pub(super) struct Walk<'a> {
    root: &'a Path,
    /// How many files are enough to know that there are too many.
    most: usize,
    pub(super) entries: Vec<FoundFile>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// An entry of a folder, before it is known what to do with it.
struct Named {
    name: std::ffi::OsString,
    kind: EntryKind,
}

enum EntryKind {
    Folder,
    File(Stamp),
    Link,
    Other,
}

impl<'a> Walk<'a> {
    pub(super) fn new(root: &'a Path, most: usize) -> Self {
        Self { root, most, entries: Vec::new(), diagnostics: Vec::new() }
    }

    /// Notes what is below one of the folders that hold a book, if it is there.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
    pub(super) fn start(&mut self, folder: &str) -> Result<(), Failure> {
        let start = self.root.join(folder);
        if !start.is_dir() {
            return Ok(());
        }
        if start.is_symlink() {
            // Reported, because the site would not be the same elsewhere; read nevertheless, for the other problems.
            self.leads_to_file_inside(&start, folder);
        }
        self.folder(&start, folder, true)
    }

    /// The entries of a folder in the order of their names, each folder's own directly after it. `is_text` is whether all
    /// names on the way to it are text.
    fn folder(&mut self, folder: &Path, shown: &str, is_text: bool) -> Result<(), Failure> {
        for entry in listed(folder, shown)? {
            if self.entries.len() > self.most {
                return Ok(());
            }
            let name = entry.name.to_string_lossy();
            let shown = [shown, "/", &name].concat();
            let is_text = is_text && entry.name.to_str().is_some();
            match entry.kind {
                EntryKind::Folder => {
                    self.note_folder(&shown);
                    self.folder(&folder.join(&entry.name), &shown, is_text)?;
                }
                EntryKind::File(stamp) => self.note_file(shown, is_text, stamp, false),
                EntryKind::Link => {
                    let link = folder.join(&entry.name);
                    if let Some(stamp) = self.leads_to_file_inside(&link, &shown) {
                        self.note_file(shown, is_text, stamp, true);
                    }
                }
                EntryKind::Other => {}
            }
        }
        Ok(())
    }

    fn note_folder(&mut self, shown: &str) {
        if Path::new(shown).extension().is_some_and(|end| end == "md") {
            self.diagnostics.push(folder_like_a_record(shown));
        }
    }

    fn note_file(&mut self, path: String, is_text: bool, stamp: Stamp, is_link: bool) {
        if !is_text {
            self.diagnostics.push(name_problem(&path));
            return;
        }
        self.entries.push(FoundFile { path, stamp, is_link });
    }

    /// A link is as good as the file it leads to, as long as that is the book's own.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
    fn leads_to_file_inside(&mut self, link: &Path, shown: &str) -> Option<Stamp> {
        let target = std::fs::canonicalize(link).ok();
        let metadata = target.as_deref().and_then(|target| std::fs::metadata(target).ok());
        let inside = target.as_deref().is_some_and(|target| target.starts_with(self.root));
        if let Some(metadata) = metadata.as_ref().filter(|metadata| inside && metadata.is_file()) {
            return Some(Stamp::of(metadata));
        }
        let what = match metadata {
            None => "to a file that does not exist",
            Some(metadata) if metadata.is_dir() => "to a folder, which planbook does not follow",
            Some(_) => "to a place outside the book's folder",
        };
        self.diagnostics.push(link_problem(shown, what));
        None
    }
}

/// What is in a folder, by name; `shown` is its path from the book's root.
#[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
fn listed(folder: &Path, shown: &str) -> Result<Vec<Named>, Failure> {
    let is_read =
        |entry: &DirEntry| !is_passed_over(&[shown, "/", &entry.file_name().to_string_lossy()].concat());
    let entries: Vec<DirEntry> = std::fs::read_dir(folder)
        .and_then(|entries| entries.filter(|entry| entry.as_ref().map_or(true, is_read)).collect())
        .map_err(Failure::io("read", folder))?;
    let mut named = entries
        .into_par_iter()
        .with_min_len(64)
        .map(|entry| {
            let kind = kind(&entry).map_err(Failure::io("read", entry.path()))?;
            Ok(Named { name: entry.file_name(), kind })
        })
        .collect::<Result<Vec<Named>, Failure>>()?;
    named.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    Ok(named)
}

fn kind(entry: &DirEntry) -> std::io::Result<EntryKind> {
    let kind = entry.file_type()?;
    Ok(if kind.is_dir() {
        EntryKind::Folder
    } else if kind.is_symlink() {
        EntryKind::Link
    } else if kind.is_file() {
        EntryKind::File(Stamp::of(&entry.metadata()?))
    } else {
        EntryKind::Other
    })
}

pub(super) fn folder_like_a_record(path: &str) -> Diagnostic {
    Diagnostic::placeless(code::MISPLACED_FILE, format!("{path} is a folder, but its name ends in .md"))
        .help("rename the folder; only names of files may end in .md")
}

pub(super) fn name_problem(path: &str) -> Diagnostic {
    Diagnostic::placeless(code::BAD_ID, format!("the name of {path} is not UTF-8 text"))
        .help("rename the file with the letters a to z, digits and `-`")
}

pub(super) fn link_problem(path: &str, what: &str) -> Diagnostic {
    Diagnostic::placeless(code::OUTSIDE_TREE, format!("{path} is a symbolic link {what}"))
        .about(path)
        .help("put the file itself into the book")
}

/// Where a file of the book is on the disk.
pub(super) fn on_disk(root: &Path, path: &str) -> PathBuf {
    root.join(path)
}
