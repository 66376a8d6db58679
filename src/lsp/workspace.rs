//! The books and texts that are open.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use lsp_types::{PublishDiagnosticsParams, Uri};

use super::book::{Extent, OpenBook, Settings};
use super::client::Client;
use super::documents::{BookFile, Documents};
use super::problems::Shower;
use super::publish::{FileProblems, Published};
use super::uri::uri_of;
use crate::failure::Failure;
use crate::source::{SETTINGS, book_around};

/// The books and texts that are open.
pub(super) struct Workspace {
    settings: Settings,
    pub(super) client: Client,
    pub(super) documents: Documents,
    folders: BTreeSet<PathBuf>,
    books: BTreeMap<PathBuf, OpenBook>,
    /// The books that have to be checked.
    due: BTreeMap<PathBuf, Extent>,
    published: Published,
}

/// What a check came to.
#[derive(Default)]
pub(super) struct News {
    pub(super) problems: Vec<PublishDiagnosticsParams>,
    /// What the machine refused, in sentences.
    pub(super) refused: Vec<String>,
}

impl Workspace {
    pub(super) fn new(settings: Settings) -> Self {
        Self {
            settings,
            client: Client::default(),
            documents: Documents::default(),
            folders: BTreeSet::new(),
            books: BTreeMap::new(),
            due: BTreeMap::new(),
            published: Published::default(),
        }
    }

    /// Opens a folder: the book that it is, or is in. Books within it are opened with their files.
    pub(super) fn add_folder(&mut self, folder: PathBuf) {
        if let Some(root) = book_around(&folder) {
            self.mark(root, Extent::Disk);
        }
        self.folders.insert(folder);
    }

    pub(super) fn remove_folder(&mut self, folder: &Path) {
        self.folders.remove(folder);
    }

    /// Notes that the book of a file has to be checked.
    pub(super) fn mark_file(&mut self, path: &Path, extent: Extent) {
        // It may be where a book begins, or where one was.
        if path.ends_with(SETTINGS) && extent == Extent::Disk {
            self.documents.look_for_books();
            let roots: Vec<PathBuf> =
                self.wanted().into_iter().filter(|root| path.starts_with(root)).collect();
            roots.into_iter().for_each(|root| self.mark(root, Extent::Disk));
        }
        if let Some(BookFile { root, .. }) = BookFile::at(path) {
            self.mark(root, extent);
        }
    }

    /// Notes that something on the disk changed: a file, or a folder with many.
    pub(super) fn mark_disk(&mut self, path: &Path) {
        let around: Vec<PathBuf> = self.books.keys().filter(|root| path.starts_with(root)).cloned().collect();
        around.into_iter().for_each(|root| self.mark(root, Extent::Disk));
        if path.ends_with(SETTINGS) {
            self.mark_file(path, Extent::Disk);
        }
    }

    fn mark(&mut self, root: PathBuf, extent: Extent) {
        let due = self.due.entry(root).or_insert(extent);
        *due = (*due).max(extent);
    }

    /// The books that somebody looks at.
    fn wanted(&self) -> BTreeSet<PathBuf> {
        let of_folders = self.folders.iter().filter_map(|folder| book_around(folder));
        let of_documents =
            self.documents.all().filter_map(|document| Some(document.place.as_ref()?.root.clone()));
        of_folders.chain(of_documents).collect()
    }

    /// The book that was checked last around a file.
    pub(super) fn book(&self, root: &Path) -> Option<&OpenBook> {
        self.books.get(root)
    }

    pub(super) fn book_mut(&mut self, root: &Path) -> Option<&mut OpenBook> {
        self.books.get_mut(root)
    }

    /// Whether a book waits that was never read.
    pub(super) fn has_unread(&self) -> bool {
        self.due.keys().any(|root| self.books.get(root).is_none_or(|book| book.checked().is_none()))
    }

    /// Checks the books that changed.
    pub(super) fn check(&mut self) -> News {
        let mut news = News::default();
        if self.due.is_empty() {
            return news;
        }
        let wanted = self.wanted();
        for (root, extent) in std::mem::take(&mut self.due) {
            if wanted.contains(&root)
                && let Err(sentence) = self.check_book(&root, extent)
            {
                news.refused.push(sentence);
            }
            news.problems.extend(self.publish(&root, wanted.contains(&root)));
        }
        self.books.retain(|root, _| wanted.contains(root));
        news
    }

    fn check_book(&mut self, root: &Path, extent: Extent) -> Result<(), String> {
        let is_new = !self.books.contains_key(root);
        if is_new {
            let book = OpenBook::open(root).map_err(|failure| in_words(&failure))?;
            self.books.insert(root.to_owned(), book);
        }
        let over = self.documents.over(root);
        let Some(book) = self.books.get_mut(root) else { return Ok(()) };
        let extent = if is_new { Extent::Disk } else { extent };
        match catch_unwind(AssertUnwindSafe(|| book.check(&over, extent, &self.settings))) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(failure)) => {
                // It is looked at again with the next change.
                self.due.insert(root.to_owned(), Extent::Disk);
                Err(in_words(&failure))
            }
            Err(_) => {
                book.forget();
                Err("planbook failed to check the book: this is an error in planbook, please report it"
                    .to_owned())
            }
        }
    }

    /// What to send of a book; of one that nobody looks at, that there is nothing.
    fn publish(&mut self, root: &Path, is_wanted: bool) -> Vec<PublishDiagnosticsParams> {
        let mut files: BTreeMap<String, FileProblems> = BTreeMap::new();
        let checked = self.books.get(root).filter(|_| is_wanted).and_then(OpenBook::checked);
        if let Some(checked) = checked {
            let uri = |path: &str| self.uri(root, path);
            let mut shower = Shower::of(checked, &self.client, &uri);
            for problem in &checked.problems {
                let path = shower.path(problem);
                let shown = shower.shown(problem);
                let Some(uri) = self.uri(root, path) else { continue };
                let version = self.documents.at(&root.join(path)).map(|document| document.version);
                let file = files.entry(path.to_owned());
                file.or_insert_with(|| FileProblems { uri, version, problems: Vec::new() })
                    .problems
                    .push(shown);
            }
        }
        self.published.replace(root, files)
    }

    /// What the editor calls a file of a book.
    pub(super) fn uri(&self, root: &Path, path: &str) -> Option<Uri> {
        let file = root.join(path);
        self.documents.at(&file).map(|document| document.uri.clone()).or_else(|| uri_of(&file))
    }
}

/// What the machine refused, with what the system says, in one line.
fn in_words(failure: &Failure) -> String {
    let mut text = failure.to_string().replace("\n  help: ", ": ");
    let mut cause = std::error::Error::source(failure);
    while let Some(error) = cause {
        text.push_str(&format!(": {error}"));
        cause = error.source();
    }
    text
}
