//! All files of a book.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::content::content;
use super::file::file_id;
use super::{Content, File, SETTINGS};
use crate::characters::unseen;
use crate::diag::{Diagnostic, FileId, Span, code};
use crate::limits::Limits;
use crate::slug::is_reserved;

/// All files of a book, sorted by path: the input of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// Shared, so that the tree of a book after a change has the files that did not change in common with the one before.
    pub(super) files: Vec<Arc<File>>,
    pub(super) limits: Limits,
}

impl Tree {
    /// A tree of the given files, within the limits that hold where a book sets none; see [`within`](Self::within).
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<Diagnostic>) {
        Self::within(files, Limits::DEFAULT)
    }

    /// A tree of the given files; a later file of the same path replaces an earlier one.
    ///
    /// Returns the tree and the problems of its files: text that is not UTF-8, files and lines that are too long, and
    /// paths that differ only in case, which some systems take for one. Such files keep their place and have no
    /// text. Of too many files only `book.toml` is kept.
    pub fn within(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        limits: Limits,
    ) -> (Self, Vec<Diagnostic>) {
        let mut by_path: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        let mut diagnostics = Vec::new();
        if by_path.len() > limits.files {
            by_path.retain(|path, _| path == SETTINGS);
            diagnostics.push(too_many_files(limits.files));
        }
        let sorted: Vec<(String, Vec<u8>)> = by_path.into_iter().collect();
        let (files, problems): (Vec<Arc<File>>, Vec<Option<Diagnostic>>) = sorted
            .into_par_iter()
            .enumerate()
            .map(|(index, (path, bytes))| {
                let (content, problem) = content(&path, bytes, file_id(index), &limits);
                (Arc::new(File { path, content }), problem)
            })
            .unzip();
        let tree = Self { files, limits };
        diagnostics.extend(problems.into_iter().flatten());
        diagnostics.extend(tree.case_collisions());
        diagnostics.extend(tree.unportable_names());
        (tree, diagnostics)
    }

    /// A tree of files of other trees, as they were read: of two on one path the later.
    pub fn of(files: impl IntoIterator<Item = File>) -> Self {
        let by_path: BTreeMap<String, Arc<File>> =
            files.into_iter().map(|file| (file.path.clone(), Arc::new(file))).collect();
        Self { files: by_path.into_values().collect(), limits: Limits::DEFAULT }
    }

    /// The same tree with other texts in some of its files.
    pub fn with_texts(&self, texts: &BTreeMap<FileId, String>) -> Self {
        let mut tree = self.clone();
        for (file, text) in texts {
            if let Some(file) = tree.files.get_mut(file.0 as usize) {
                Arc::make_mut(file).content = Content::Text(text.as_str().into());
            }
        }
        tree
    }

    /// How much the book may hold.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Every file with its id, in order of path.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &File)> {
        (0..).map(FileId).zip(self.files.iter().map(|file| &**file))
    }

    /// The files below a folder, to be kept beside what was made of them.
    pub(crate) fn shared<'a>(&'a self, folder: &str) -> (FileId, &'a [Arc<File>]) {
        let start = self.files.partition_point(|file| file.path.as_str() < folder);
        let count = self.files[start..].partition_point(|file| file.path.starts_with(folder));
        (file_id(start), &self.files[start..start + count])
    }

    /// The files below a folder, whose name ends with `/`.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a File)> {
        let start = self.files.partition_point(|file| file.path.as_str() < folder);
        self.files[start..]
            .iter()
            .zip(start..)
            .take_while(move |(file, _)| file.path.starts_with(folder))
            .map(|(file, index)| (file_id(index), &**file))
    }

    /// The file at a path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.files
            .binary_search_by(|file| file.path.as_str().cmp(path))
            .ok()
            .and_then(|index| u32::try_from(index).ok())
            .map(FileId)
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> &str {
        self.files.get(file.0 as usize).map_or("", |file| &file.path)
    }

    /// What is in a file.
    pub fn content(&self, file: FileId) -> Option<&Content> {
        self.files.get(file.0 as usize).map(|file| &file.content)
    }

    /// The text of a file, if it is text.
    pub fn text(&self, file: FileId) -> Option<&str> {
        match &self.files.get(file.0 as usize)?.content {
            Content::Text(text) => Some(text),
            Content::Bytes(_) | Content::Refused => None,
        }
    }

    /// The same, shared.
    pub fn shared_text(&self, file: FileId) -> Option<Arc<str>> {
        match &self.files.get(file.0 as usize)?.content {
            Content::Text(text) => Some(Arc::clone(text)),
            Content::Bytes(_) | Content::Refused => None,
        }
    }

    /// Names that another system cannot store, of files and folders that somebody may check out. Names of records are looked at
    /// where they are read as ids.
    pub(super) fn unportable_names(&self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for (id, file) in self.files() {
            let record = file.path.starts_with("content/") && file.path.ends_with(".md");
            let mut names = file.path.split('/').rev().skip(usize::from(record));
            let found = names.find_map(|name| Some((name, unportable(name)?)));
            if let Some((name, why)) = found {
                let message = format!("`{name}` in {} {why}", file.path);
                diagnostics.push(
                    Diagnostic::new(code::BAD_ID, Span::new(id, 0..0), message)
                        .help("give the file or folder another name: letters, digits, `-` and `_`"),
                );
            }
        }
        diagnostics
    }

    pub(super) fn case_collisions(&self) -> Vec<Diagnostic> {
        // Nearly every tree is all lower case; then there is nothing to compare.
        let plain = |path: &str| path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        if self.files.iter().all(|file| plain(&file.path)) {
            return Vec::new();
        }
        let mut seen: BTreeMap<String, FileId> = BTreeMap::new();
        let mut diagnostics = Vec::new();
        for (id, file) in self.files() {
            if let Some(first) = seen.insert(file.path.to_lowercase(), id) {
                diagnostics.push(
                    Diagnostic::new(
                        code::CASE_COLLISION,
                        Span::new(id, 0..0),
                        format!("{} and {} differ only in case", self.path(first), file.path),
                    )
                    .help("Windows and macOS cannot store both: rename one of them, in lower case"),
                );
            }
        }
        diagnostics
    }
}

/// Why a name cannot be stored everywhere.
fn unportable(name: &str) -> Option<&'static str> {
    let bad = |c: char| matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\');
    match () {
        () if is_reserved(name) => {
            Some("is a name that Windows keeps for itself, so the repository cannot be used there")
        }
        () if name.ends_with(['.', ' ']) || name.contains(bad) => Some("is a name that Windows cannot store"),
        () if unseen(name).is_some() => Some("has a character that nobody sees"),
        () => None,
    }
}

/// What to say when a book has more files than its limit.
pub(super) fn too_many_files(limit: usize) -> Diagnostic {
    Diagnostic::placeless(
        code::TOO_MANY_FILES,
        format!("the book has more than {limit} files, so planbook read none of them"),
    )
    .help("move files that are not part of the book out of content/ and themes/, or raise `files` below `[limits]` in book.toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &[u8])]) -> (Tree, Vec<Diagnostic>) {
        Tree::new(files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())))
    }

    #[test]
    fn files_are_found_by_path_and_by_folder() {
        let (tree, problems) = tree(&[("content/b.md", b"b"), ("content/a/x.md", b"x"), ("book.toml", b"")]);
        assert_eq!(problems, []);
        assert_eq!(tree.text(tree.find("content/b.md").unwrap()), Some("b"));
        assert_eq!(tree.find("content/a"), None);
        let below: Vec<&str> = tree.below("content/").map(|(_, file)| file.path.as_str()).collect();
        assert_eq!(below, ["content/a/x.md", "content/b.md"]);
    }

    #[test]
    fn bytes_that_are_no_text_are_reported_once_each() {
        let (tree, problems) = tree(&[("a.md", b"ok\n\xff"), ("A.md", b""), ("x.png", b"\xff")]);
        let codes: Vec<&str> = problems.iter().map(|p| p.code.name).collect();
        assert_eq!(codes, ["not-utf8", "case-collision"]);
        assert!(problems[0].message.starts_with("line 2 "), "{}", problems[0].message);
        assert_eq!(tree.text(tree.find("a.md").unwrap()), None);
    }
}
