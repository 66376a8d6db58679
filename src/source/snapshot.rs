//! A book's folder as it was last read, for whoever reads it again after a change.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::content::content;
use super::disk::read;
use super::file::file_id;
use super::overlay::lay_over;
use super::passed_over::is_passed_over;
use super::place::FOLDERS;
use super::tree::too_many_files;
use super::walk::{FoundFile, Stamp, Walk, on_disk};
use super::{File, SETTINGS, Tree};
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::limits::Limits;

/// How often a file may vanish while the folder is read, as when another branch is checked out, until that is a failure.
const ATTEMPTS: usize = 5;

/// How closely to look for changes.
#[derive(Debug, Clone, Copy)]
pub enum Look<'a> {
    /// At what the system says of each file: its length, its times and its number. Only what differs is read.
    Metadata,
    /// At the content of each file, where what the system says is wrong, as on some network drives.
    Content,
    /// At these files, which are all that changed. When one of them is new or gone, at the metadata of all.
    Files(&'a [PathBuf]),
}

/// The files of a book, and their problems.
pub type Found = (Arc<Tree>, Vec<Diagnostic>);

/// A book's folder as it was last read.
///
/// [`refresh`](Self::refresh) gives what [`load`](super::load) would give, and shares the files that did not change with
/// the tree before.
pub struct Snapshot {
    root: PathBuf,
    /// The same as it was given.
    named: PathBuf,
    limits: Box<dyn Fn(&Tree) -> Limits + Send + Sync>,
    held: ReadFolder,
    /// Whether the last look failed.
    refused: bool,
}

/// What was read.
#[derive(Default)]
struct ReadFolder {
    tree: Arc<Tree>,
    /// Of each file of the tree, in the same order.
    known: Vec<KnownFile>,
    /// The problems of names, before anything is read.
    of_walk: Vec<Diagnostic>,
    /// All that is wrong.
    diagnostics: Vec<Diagnostic>,
}

/// What is remembered of a file.
#[derive(Debug, Clone)]
struct KnownFile {
    stamp: Stamp,
    is_link: bool,
    /// Whether it was just written: a second change within a tick of the system's clock would not show in its times, so it
    /// is read once more.
    young: bool,
    /// In a box, because nearly no file has one.
    problem: Option<Box<Diagnostic>>,
}

impl Snapshot {
    /// Reads the folder for the first time. `limits` says by the settings how much of the rest may be.
    ///
    /// # Errors
    /// When there is no `book.toml`, or something cannot be read.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
    pub fn open(
        root: &Path,
        limits: impl Fn(&Tree) -> Limits + Send + Sync + 'static,
    ) -> Result<(Self, Arc<Tree>, Vec<Diagnostic>), Failure> {
        let canonical = std::fs::canonicalize(root).map_err(Failure::io("read", root))?;
        let mut snapshot = Self {
            root: canonical,
            named: root.to_owned(),
            limits: Box::new(limits),
            held: ReadFolder::default(),
            refused: false,
        };
        snapshot.held = snapshot.scan(false)?;
        snapshot.held.known.iter_mut().for_each(|known| known.young = false);
        let (tree, diagnostics) = (Arc::clone(&snapshot.held.tree), snapshot.held.diagnostics.clone());
        Ok((snapshot, tree, diagnostics))
    }

    /// The folder, with all symbolic links on the way to it followed.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The book with these texts over its files, by path, as if they had been saved. Limits stay those of the disk, because
    /// others may ask for files that were not read.
    pub fn overlaid(&self, over: &BTreeMap<String, Arc<str>>) -> Found {
        let held = &self.held;
        // Of too many files none was read.
        if over.is_empty() || held.known.len() != held.tree.files.len() {
            return (Arc::clone(&held.tree), held.diagnostics.clone());
        }
        let problem = |index: usize| held.known.get(index).and_then(|known| known.problem.as_deref());
        let (tree, found) = lay_over(&held.tree, &held.of_walk, problem, over);
        (Arc::new(tree), found)
    }

    /// Looks again. `None` when nothing differs.
    ///
    /// # Errors
    /// When there is no `book.toml` any more, or something cannot be read. The snapshot then stays as it was.
    pub fn refresh(&mut self, look: Look<'_>) -> Result<Option<Found>, Failure> {
        let mut attempt = 1;
        let held = loop {
            let found = match look {
                Look::Metadata => self.scan(false),
                Look::Content => self.scan(true),
                // What was heard before it could not be read was not looked at.
                Look::Files(_) if self.refused => self.scan(false),
                Look::Files(files) => self.reread(files).unwrap_or_else(|| self.scan(false)),
            };
            match found {
                Err(Failure::Io { source, .. })
                    if source.kind() == std::io::ErrorKind::NotFound && attempt < ATTEMPTS =>
                {
                    attempt += 1;
                }
                found => break found,
            }
        };
        self.refused = held.is_err();
        let before = std::mem::replace(&mut self.held, held?);
        let held = &self.held;
        let same = before.tree == held.tree && before.diagnostics == held.diagnostics;
        Ok((!same).then(|| (Arc::clone(&held.tree), held.diagnostics.clone())))
    }

    /// Reads the folder, but for what is as it was.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads a book")]
    fn scan(&self, everything: bool) -> Result<ReadFolder, Failure> {
        let settings = self.root.join(SETTINGS);
        if !settings.is_file() {
            return Err(Failure::NotABook(self.root.clone()));
        }
        let stamp = Stamp::of(&std::fs::metadata(&settings).map_err(Failure::io("read", &settings))?);
        let bytes = read(&settings, SETTINGS, stamp.length, &Limits::DEFAULT)
            .map_err(Failure::io("read", &settings))?;
        let alone = Tree::new([(SETTINGS.to_owned(), bytes)]).0;
        let limits = (self.limits)(&alone);
        let mut walk = Walk::new(&self.root, limits.files);
        walk.entries.push(FoundFile { path: SETTINGS.to_owned(), stamp, is_link: false });
        for folder in FOLDERS {
            walk.start(folder)?;
        }
        if walk.entries.len() > limits.files {
            return Ok(ReadFolder {
                tree: Arc::new(alone),
                diagnostics: vec![too_many_files(limits.files)],
                ..ReadFolder::default()
            });
        }
        let Walk { mut entries, diagnostics, .. } = walk;
        entries.par_sort_by(|a, b| a.path.cmp(&b.path));
        let compare = Compare { root: &self.root, before: self.before(&limits), limits: &limits, everything };
        compare.all(entries, diagnostics, &self.held)
    }

    /// What was read before, unless other limits held then.
    fn before(&self, limits: &Limits) -> Option<&ReadFolder> {
        let held = &self.held;
        (held.known.len() == held.tree.files.len() && held.tree.limits() == limits).then_some(held)
    }

    /// Reads some files of the book. `None` when the change may be larger than that.
    fn reread(&self, files: &[PathBuf]) -> Option<Result<ReadFolder, Failure>> {
        let held = self.before(self.held.tree.limits())?;
        let mut wanted: Vec<usize> = Vec::new();
        for file in files {
            if let Some(path) = self.path(file) {
                wanted.push(held.tree.find(&path?)?.0 as usize);
            }
        }
        // A link shows what happens elsewhere, and what was just written may have been written again.
        let others = held.known.iter().enumerate().filter(|(_, known)| known.is_link || known.young);
        wanted.extend(others.map(|(index, _)| index));
        wanted.sort_unstable();
        wanted.dedup();
        let mut entries = Vec::with_capacity(wanted.len());
        for index in wanted {
            let path = held.tree.path(file_id(index));
            let found = std::fs::symlink_metadata(on_disk(&self.root, path)).ok()?;
            // Where a link leads is looked at by a walk.
            if path == SETTINGS || !found.is_file() {
                return None;
            }
            entries
                .push((index, FoundFile { path: path.to_owned(), stamp: Stamp::of(&found), is_link: false }));
        }
        let compare =
            Compare { root: &self.root, before: Some(held), limits: held.tree.limits(), everything: false };
        Some(compare.some(entries, held))
    }

    /// What a file of the disk is called in the book: `None` for what a book never reads, and an inner `None` for what
    /// only a walk can find out.
    fn path(&self, file: &Path) -> Option<Option<String>> {
        let Some(inner) = [&self.root, &self.named].iter().find_map(|root| file.strip_prefix(root).ok())
        else {
            return Some(None);
        };
        let mut steps = Vec::new();
        for step in inner.components() {
            let Some(step) = step.as_os_str().to_str() else { return Some(None) };
            steps.push(step);
        }
        let path = steps.join("/");
        if is_passed_over(&path) {
            return None;
        }
        let first = *steps.first()?;
        let is_read = (first == SETTINGS && steps.len() == 1) || FOLDERS.contains(&first);
        is_read.then_some(Some(path))
    }
}

/// Finds out which files of a folder are not as they were.
struct Compare<'a> {
    root: &'a Path,
    before: Option<&'a ReadFolder>,
    limits: &'a Limits,
    everything: bool,
}

impl Compare<'_> {
    /// A folder with these files, sorted by path.
    fn all(
        &self,
        entries: Vec<FoundFile>,
        of_walk: Vec<Diagnostic>,
        last: &ReadFolder,
    ) -> Result<ReadFolder, Failure> {
        let same_paths = last.tree.files.len() == entries.len()
            && last.tree.files.iter().zip(&entries).all(|(file, entry)| file.path == entry.path);
        let mut old = 0;
        let at: Vec<(FoundFile, Option<usize>)> = entries
            .into_iter()
            .map(|entry| (self.place_before(&mut old, &entry.path), entry))
            .map(|(place, entry)| (entry, place))
            .collect();
        let read: Vec<(Arc<File>, KnownFile)> = at
            .into_par_iter()
            .enumerate()
            .with_min_len(16)
            .map(|(index, (entry, place))| self.one(index, entry, place))
            .collect::<Result<_, Failure>>()?;
        let (files, known): (Vec<Arc<File>>, Vec<KnownFile>) = read.into_iter().unzip();
        let same = same_paths && files.iter().zip(&last.tree.files).all(|(new, old)| Arc::ptr_eq(new, old));
        let tree = match same && last.tree.limits() == self.limits {
            true => Arc::clone(&last.tree),
            false => Arc::new(Tree { files, limits: self.limits.clone() }),
        };
        Ok(ReadFolder::new(tree, known, of_walk))
    }

    /// The same folder, with these files at their places.
    fn some(&self, entries: Vec<(usize, FoundFile)>, last: &ReadFolder) -> Result<ReadFolder, Failure> {
        let read: Vec<(usize, (Arc<File>, KnownFile))> = entries
            .into_par_iter()
            .map(|(index, entry)| {
                let again = Compare { everything: true, ..*self };
                Ok((index, again.one(index, entry, Some(index))?))
            })
            .collect::<Result<_, Failure>>()?;
        let mut known = last.known.clone();
        let mut files = None;
        for (index, (file, found)) in read {
            known[index] = found;
            if !Arc::ptr_eq(&file, &last.tree.files[index]) {
                files.get_or_insert_with(|| last.tree.files.clone())[index] = file;
            }
        }
        let tree = match files {
            None => Arc::clone(&last.tree),
            Some(files) => Arc::new(Tree { files, limits: self.limits.clone() }),
        };
        Ok(ReadFolder::new(tree, known, last.of_walk.clone()))
    }

    /// Where a path was before. Both lists are sorted, so one look through them finds all.
    fn place_before(&self, from: &mut usize, path: &str) -> Option<usize> {
        let files = &self.before?.tree.files;
        while files.get(*from).is_some_and(|file| file.path.as_str() < path) {
            *from += 1;
        }
        files.get(*from).is_some_and(|file| file.path == path).then_some(*from)
    }

    fn one(
        &self,
        index: usize,
        entry: FoundFile,
        place: Option<usize>,
    ) -> Result<(Arc<File>, KnownFile), Failure> {
        let before = self.before.zip(place).map(|(held, at)| (&held.tree.files[at], &held.known[at], at));
        if let Some((file, known, at)) = before
            && !self.everything
            && !known.young
            && (known.stamp, known.is_link) == (entry.stamp, entry.is_link)
            // The place of a problem holds the place of its file.
            && (known.problem.is_none() || at == index)
        {
            return Ok((Arc::clone(file), known.clone()));
        }
        let on_disk = on_disk(self.root, &entry.path);
        let bytes = read(&on_disk, &entry.path, entry.stamp.length, self.limits)
            .map_err(Failure::io("read", &on_disk))?;
        let (content, problem) = content(&entry.path, bytes, file_id(index), self.limits);
        let same = before.map(|(file, ..)| file).filter(|file| {
            // Two files that are refused may be so for different reasons, and then the problems differ.
            file.content == content
        });
        let young = same.is_none() || before.is_some_and(|(_, known, _)| known.stamp != entry.stamp);
        let file = match same {
            Some(file) => Arc::clone(file),
            None => Arc::new(File { path: entry.path, content }),
        };
        Ok((
            file,
            KnownFile { stamp: entry.stamp, is_link: entry.is_link, young, problem: problem.map(Box::new) },
        ))
    }
}

impl ReadFolder {
    fn new(tree: Arc<Tree>, known: Vec<KnownFile>, of_walk: Vec<Diagnostic>) -> Self {
        let mut diagnostics = of_walk.clone();
        diagnostics.extend(known.iter().filter_map(|known| known.problem.as_deref().cloned()));
        diagnostics.extend(tree.case_collisions());
        diagnostics.extend(tree.unportable_names());
        Self { tree, known, of_walk, diagnostics }
    }
}

/// Reads `book.toml`, `content/` and `themes/` below `root`.
///
/// Hidden files and editors' backups are passed over. Symbolic links are followed only to files inside `root`. The
/// settings are read first: `limits` says how much of the rest may be.
///
/// # Errors
/// When there is no `book.toml`, or something cannot be read.
pub fn load(
    root: &Path,
    limits: impl Fn(&Tree) -> Limits + Send + Sync + 'static,
) -> Result<(Tree, Vec<Diagnostic>), Failure> {
    let (snapshot, tree, diagnostics) = Snapshot::open(root, limits)?;
    drop(snapshot);
    Ok((Arc::unwrap_or_clone(tree), diagnostics))
}
