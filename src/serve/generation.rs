//! The book as it was after one change: what is shown of it, and its problems.

use std::path::PathBuf;
use std::sync::Arc;

use super::shown::Shown;
use super::words::PreviewWords;
use crate::diag::{Diagnostic, Severity};
use crate::source::{Content, Tree};

/// What a browser has to do about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReloadKind {
    /// Load the page again.
    Page,
    /// Load the style sheets again.
    Style,
    /// Show the problems now; the site is as it was.
    Problems,
}

impl ReloadKind {
    /// Its word in an event.
    pub fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Style => "style",
            Self::Problems => "problems",
        }
    }

    /// Two changes, one after the other.
    pub fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Page }
    }
}

/// The state of the book after a change.
pub struct Generation {
    /// Its number, from 1.
    pub number: u64,
    /// What is different from the one before.
    pub change: ReloadKind,
    /// The files, for the places of problems.
    pub tree: Arc<Tree>,
    /// What is wrong, without what the book does not want to hear.
    pub problems: Vec<Diagnostic>,
    /// What the machine refused, such as reading the book.
    pub trouble: Option<String>,
    /// The newest site without errors. `None` when there never was one.
    pub shown: Option<Arc<Shown>>,
    /// Whether that is of an older generation, because the book has errors now.
    pub stale: bool,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}`.
    pub editor: Option<String>,
    /// The book's folder.
    pub root: PathBuf,
    /// The words of the preview, in the first language of the book.
    pub words: PreviewWords,
}

impl Generation {
    /// How many problems are errors. A refusal of the machine is one.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error) + usize::from(self.trouble.is_some())
    }

    /// How many are warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// Whether the same is wrong as in another.
    pub(super) fn same_problems(&self, other: &Self) -> bool {
        self.trouble == other.trouble && self.problems == other.problems
    }
}

/// Whether two states of a book differ in nothing but style sheets of themes.
pub(super) fn only_sheets_differ(before: &Tree, now: &Tree) -> bool {
    let is_sheet = |path: &str| path.starts_with("themes/") && path.ends_with(".css");
    let (mut old, mut new) = (before.files(), now.files());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return true,
            (Some((_, a)), Some((_, b))) if a.path == b.path => {
                if !same(&a.content, &b.content) && !is_sheet(&a.path) {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

/// Compares the bytes only where they are not one and the same.
fn same(a: &Content, b: &Content) -> bool {
    match (a, b) {
        (Content::Text(a), Content::Text(b)) => Arc::ptr_eq(a, b) || a == b,
        (Content::Bytes(a), Content::Bytes(b)) => Arc::ptr_eq(a, b) || a == b,
        _ => a == b,
    }
}
