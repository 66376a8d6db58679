//! The texts that are open in the editor.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::position::{Encoding, Lines};
use crate::source::{book_around, is_of_book};

/// A text that is open.
#[derive(Debug, Clone)]
pub(super) struct Document {
    /// As the editor names it.
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Arc<str>,
    /// Where it belongs; `None` for what no book reads.
    pub(super) place: Option<BookFile>,
}

/// A file of a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BookFile {
    /// The folder of the book.
    pub(super) root: PathBuf,
    /// The path from there, with `/` between the parts.
    pub(super) path: String,
}

impl BookFile {
    /// The file of a book at a path of the disk, whether it is there or not.
    pub(super) fn at(path: &Path) -> Option<Self> {
        let root = book_around(path.parent()?)?;
        let inner = path.strip_prefix(&root).ok()?;
        let steps: Option<Vec<&str>> = inner.components().map(|step| step.as_os_str().to_str()).collect();
        let path = steps?.join("/");
        is_of_book(&path).then_some(Self { root, path })
    }
}

/// All texts that are open, by the paths of their files.
#[derive(Debug, Default)]
pub(super) struct Documents(BTreeMap<PathBuf, Document>);

impl Documents {
    pub(super) fn open(&mut self, path: PathBuf, uri: Uri, version: i32, text: String) {
        let place = BookFile::at(&path);
        self.0.insert(path, Document { uri, version, text: text.into(), place });
    }

    pub(super) fn close(&mut self, path: &Path) -> Option<Document> {
        self.0.remove(path)
    }

    pub(super) fn at(&self, path: &Path) -> Option<&Document> {
        self.0.get(path)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Document> {
        self.0.values()
    }

    /// The texts over the files of a book.
    pub(super) fn over(&self, root: &Path) -> BTreeMap<String, Arc<str>> {
        let own = self.all().filter_map(|document| Some((document.place.as_ref()?, &document.text)));
        let own = own.filter(|(place, _)| place.root == root);
        own.map(|(place, text)| (place.path.clone(), Arc::clone(text))).collect()
    }

    /// Looks again which book each belongs to, because one has come or gone.
    pub(super) fn look_for_books(&mut self) {
        for (path, document) in &mut self.0 {
            document.place = BookFile::at(path);
        }
    }

    /// Applies changes, one after the other. The text as it is now, unless it is not open.
    pub(super) fn change(
        &mut self,
        path: &Path,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> Option<&Document> {
        let document = self.0.get_mut(path)?;
        let mut text = document.text.to_string();
        for change in changes {
            match change.range {
                Some(range) => {
                    let bytes = Lines::of(&text, encoding).bytes(range);
                    text.replace_range(bytes, &change.text);
                }
                None => text = change.text,
            }
        }
        (document.version, document.text) = (version, text.into());
        Some(document)
    }
}

#[cfg(test)]
mod tests {
    use lsp_types::{Position, Range};

    use super::*;

    #[test]
    fn changes_are_applied_one_after_the_other() {
        let path = PathBuf::from(if cfg!(windows) { "C:/nowhere/a.md" } else { "/nowhere/a.md" });
        let mut documents = Documents::default();
        let uri = crate::lsp::uri::uri_of(&path).unwrap();
        documents.open(path.clone(), uri, 1, "一🚢\nb".to_owned());
        let change = |line, from, to, text: &str| TextDocumentContentChangeEvent {
            range: Some(Range::new(Position::new(line, from), Position::new(line, to))),
            range_length: None,
            text: text.to_owned(),
        };
        let whole = TextDocumentContentChangeEvent { range: None, range_length: None, text: "x".to_owned() };
        let mut text = |version, changes| {
            let document = documents.change(&path, version, changes, Encoding::Utf16).unwrap();
            (document.version, document.text.to_string())
        };
        assert_eq!(text(2, vec![change(0, 1, 3, "二"), change(0, 0, 1, "")]), (2, "二\nb".to_owned()));
        assert_eq!(text(3, vec![change(9, 9, 9, "!"), change(0, 9, 2, "?")]), (3, "二?\nb!".to_owned()));
        assert_eq!(text(4, vec![whole]), (4, "x".to_owned()));
        assert!(documents.change(Path::new("/other"), 1, vec![], Encoding::Utf16).is_none());
    }
}
