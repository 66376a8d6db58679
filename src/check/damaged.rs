//! Files of which something could not be read.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, FileId, Severity, code};
use crate::source::{SETTINGS, Tree};

/// Files of which something could not be read. What they do not say may be what nobody could read, so nothing is concluded
/// from it.
#[derive(Debug, Default)]
pub struct Damaged {
    pub(super) files: BTreeSet<FileId>,
    /// The folders that they are in, below `content/`; `plan.md` is one of its own.
    folders: BTreeSet<String>,
    /// Whether the settings are among them: then nobody knows which warnings the book wants.
    settings: bool,
}

impl Damaged {
    /// The damaged files, by what was reported so far.
    pub fn by(problems: &[Diagnostic], tree: &Tree) -> Self {
        let mut damaged = Self::default();
        let hiding =
            |problem: &&Diagnostic| problem.severity == Severity::Error && code::hides_content(problem.code);
        for span in problems.iter().filter(hiding).filter_map(|problem| problem.span) {
            let path = tree.path(span.file);
            damaged.files.insert(span.file);
            damaged.settings |= path == SETTINGS;
            if let Some(inner) = path.strip_prefix("content/") {
                damaged.folders.insert(inner.split('/').next().unwrap_or(inner).to_owned());
            }
        }
        damaged
    }

    /// Whether some lints were not asked, so that they may find more when the files can be read.
    pub fn is_any(&self) -> bool {
        !self.files.is_empty()
    }

    /// Whether the settings could not be read.
    pub fn settings(&self) -> bool {
        self.settings
    }

    pub(super) fn hides(&self, needs: &[&str]) -> bool {
        needs.iter().any(|folder| self.folders.contains(*folder))
    }
}
