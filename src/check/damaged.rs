//! Files of which something could not be read.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, FileId, Severity, code};
use crate::parse::edition_of;
use crate::source::{SETTINGS, Tree};

/// Files of which something could not be read. What they do not say may be what nobody could read, so nothing is concluded
/// from it.
#[derive(Debug, Default)]
pub struct Damaged {
    pub(super) files: BTreeSet<FileId>,
    /// The folders that they are in, each with its edition: below `content/`, or below that of the edition; `plan.md` is one of
    /// its own.
    folders: BTreeSet<(Option<String>, String)>,
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
            damaged.folders.extend(folder(None, path, "content/"));
            if let Some(edition) = edition_of(path) {
                damaged.folders.extend(folder(Some(edition), path, &format!("content/editions/{edition}/")));
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

    /// Whether something of what a lint needs could not be read, for the plan at the root or for an edition. What plans share
    /// stands at the root.
    pub(super) fn hides(&self, edition: Option<&str>, needs: &[&str]) -> bool {
        needs.iter().any(|folder| {
            let of = edition.filter(|_| OF_EACH_PLAN.contains(folder));
            self.folders.contains(&(of.map(str::to_owned), (*folder).to_owned()))
        })
    }
}

/// What each plan of a book has of its own.
const OF_EACH_PLAN: [&str; 3] = ["updates", "areas", "plan.md"];

/// The folder of a file below another one, with the edition.
fn folder(edition: Option<&str>, path: &str, around: &str) -> Option<(Option<String>, String)> {
    let inner = path.strip_prefix(around)?;
    Some((edition.map(str::to_owned), inner.split('/').next().unwrap_or(inner).to_owned()))
}
