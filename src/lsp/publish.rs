//! Which problems the editor has, and which it is sent.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use lsp_types::{Diagnostic as Shown, PublishDiagnosticsParams, Uri};

/// What the editor shows of a file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FileProblems {
    pub(super) uri: Uri,
    /// The version of the text, where it is open.
    pub(super) version: Option<i32>,
    pub(super) problems: Vec<Shown>,
}

/// The problems that were sent, by book and path.
#[derive(Debug, Default)]
pub(super) struct Published(BTreeMap<PathBuf, BTreeMap<String, FileProblems>>);

impl Published {
    /// What to send so that the editor shows these problems of a book, and no others.
    pub(super) fn replace(
        &mut self,
        root: &Path,
        new: BTreeMap<String, FileProblems>,
    ) -> Vec<PublishDiagnosticsParams> {
        let old = self.0.remove(root).unwrap_or_default();
        let gone = old.iter().filter(|(path, file)| !new.contains_key(*path) && !file.problems.is_empty());
        let mut messages: Vec<PublishDiagnosticsParams> =
            gone.map(|(_, file)| PublishDiagnosticsParams::new(file.uri.clone(), Vec::new(), None)).collect();
        for (path, file) in &new {
            let before = old.get(path);
            // An editor moves what it shows with the text, so that of a new version is sent again.
            let is_same = before == Some(file)
                || file.problems.is_empty() && before.is_none_or(|it| it.problems.is_empty());
            if !is_same {
                messages.push(PublishDiagnosticsParams::new(
                    file.uri.clone(),
                    file.problems.clone(),
                    file.version,
                ));
            }
        }
        if !new.is_empty() {
            self.0.insert(root.to_owned(), new);
        }
        messages
    }
}
