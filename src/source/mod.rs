//! Where bytes come from: a folder on disk, or strings in a test. Knows files, not what is in them.

mod alone;
mod disk;
pub mod git;
mod snapshot;
mod torn;
mod walk;

use std::sync::Arc;

pub use alone::alone;
pub use disk::load;
use rayon::prelude::*;
pub use snapshot::{Found, Look, Snapshot};

use crate::diag::{Diagnostic, FileId, Span, code};
use crate::limits::Limits;

/// The file with the settings, which is read before all others.
pub const SETTINGS: &str = "book.toml";

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path from the book's root, with `/` between the parts.
    pub path: String,
    /// What is in it.
    pub content: Content,
}

/// The bytes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// UTF-8 text, which content, templates and `book.toml` must be.
    Text(Arc<str>),
    /// Anything else, such as a theme's images.
    Bytes(Arc<[u8]>),
    /// Nothing: what is wrong with the file was reported.
    Refused,
}

impl Content {
    /// The bytes, whichever they are.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
            Self::Refused => &[],
        }
    }
}

/// All files of a book, sorted by path: the input of a build.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    /// Shared, so that the tree of a book after a change has the files that did not change in common with the one before.
    files: Vec<Arc<File>>,
    limits: Limits,
}

impl Tree {
    /// A tree of the given files, within the limits that hold where a book sets none; see [`within`](Self::within).
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Self, Vec<Diagnostic>) {
        Self::within(files, Limits::DEFAULT)
    }

    /// A tree of the given files; a later file of the same path replaces an earlier one.
    ///
    /// Returns the tree and what is wrong with its files: text that is not UTF-8, files and lines that are too long, and
    /// paths that differ only in case, which some systems cannot tell apart. Such files keep their place and have no
    /// text. Of too many files only `book.toml` is kept.
    pub fn within(
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        limits: Limits,
    ) -> (Self, Vec<Diagnostic>) {
        let mut by_path: std::collections::BTreeMap<String, Vec<u8>> = files.into_iter().collect();
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
        (tree, diagnostics)
    }

    /// A tree of files of other trees, as they were read: of two on one path the later.
    pub fn of(files: impl IntoIterator<Item = File>) -> Self {
        let by_path: std::collections::BTreeMap<String, Arc<File>> =
            files.into_iter().map(|file| (file.path.clone(), Arc::new(file))).collect();
        Self { files: by_path.into_values().collect(), limits: Limits::DEFAULT }
    }

    /// The same tree with other texts in some of its files.
    pub fn with_texts(&self, texts: &std::collections::BTreeMap<FileId, String>) -> Self {
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

    fn case_collisions(&self) -> Vec<Diagnostic> {
        // Nearly every tree is all lower case; then there is nothing to compare.
        let plain = |path: &str| path.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        if self.files.iter().all(|file| plain(&file.path)) {
            return Vec::new();
        }
        let mut seen: std::collections::BTreeMap<String, FileId> = std::collections::BTreeMap::new();
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

/// The id of the file at a place of the tree.
fn file_id(index: usize) -> FileId {
    FileId(u32::try_from(index).unwrap_or(u32::MAX))
}

/// Files that are read as text. All others are bytes, which planbook hands on unread.
fn is_text(path: &str) -> bool {
    path == SETTINGS
        || [".md", ".html", ".xml", ".txt", ".toml", ".css", ".svg"].iter().any(|end| path.ends_with(end))
}

/// Whether no HTML page may hold this character: no page can show it, or it turns the order of what stands around it,
/// so that a reader, and a reviewer, sees something else than what is written.
pub fn is_control(c: char) -> bool {
    let space = matches!(c, '\n' | '\r' | '\t');
    let turns = ('\u{202a}'..='\u{202e}').contains(&c);
    (c.is_control() && !space)
        || turns
        || (u32::from(c) & 0xfffe) == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// What to say of such a character.
pub fn control_message(c: char) -> String {
    format!("a page cannot show the character U+{:04X}", u32::from(c))
}

/// What to say when a book has more files than its limit.
fn too_many_files(limit: usize) -> Diagnostic {
    Diagnostic::placeless(
        code::TOO_MANY_FILES,
        format!("the book has more than {limit} files, so planbook read none of them"),
    )
    .help("move files that are not part of the book out of content/ and themes/, or raise `files` below `[limits]` in book.toml")
}

/// The limit that holds for a file of this name.
fn size_limit(path: &str, limits: &Limits) -> (usize, &'static str) {
    if is_text(path) { (limits.file_size, "file-size") } else { (limits.attachment_size, "attachment-size") }
}

/// The first line of a record that is too long to be read, edited or shown.
fn long_line(path: &str, text: &str, file: FileId, limits: &Limits) -> Option<Diagnostic> {
    let record = path.ends_with(".md") || path == SETTINGS;
    if !record || text.len() <= limits.line_length {
        return None;
    }
    let mut start = 0;
    for (line, end) in (1..).zip(memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()])) {
        if end - start > limits.line_length {
            let (length, most) = (end - start, limits.line_length);
            let message = format!("line {line} has {length} bytes, more than the limit of {most}");
            let problem = Diagnostic::new(code::TOO_LARGE, Span::new(file, start..start), message);
            return Some(
                problem.help("break the line, or raise `line-length` below `[limits]` in book.toml"),
            );
        }
        start = end + 1;
    }
    None
}

fn content(path: &str, bytes: Vec<u8>, file: FileId, limits: &Limits) -> (Content, Option<Diagnostic>) {
    let (limit, name) = size_limit(path, limits);
    if bytes.len() > limit {
        let message = format!("the file has {} bytes, more than the limit of {limit}", bytes.len());
        let problem = Diagnostic::new(code::TOO_LARGE, Span::new(file, 0..0), message)
            .help(format!(
                "split the record, or store the document elsewhere and link to it; or raise `{name}` below `[limits]` in book.toml"
            ));
        return (Content::Refused, Some(problem));
    }
    if !is_text(path) {
        return (Content::Bytes(bytes.into()), None);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            if let Some(problem) = long_line(path, &text, file, limits) {
                return (Content::Refused, Some(problem));
            }
            if let Some(problem) = torn::conflict(&text, file) {
                return (Content::Text(text.into()), Some(problem));
            }
            let problem = text.char_indices().find(|(_, c)| is_control(*c)).map(|(at, c)| {
                Diagnostic::new(
                    code::CONTROL_CHARACTER,
                    Span::new(file, at..at + c.len_utf8()),
                    control_message(c),
                )
                .help("delete the character: type the word again")
            });
            (Content::Text(text.into()), problem)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let problem = torn::not_utf8(path, error.as_bytes(), at, file);
            (Content::Refused, Some(problem))
        }
    }
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
