//! Reading the book again: of its files only what changed.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::pending::PendingLook;
use crate::config;
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::{self, Snapshot, Tree};
use crate::stages::{self, Stage};

/// The files as they were when they were last read.
pub(super) struct Reread {
    snapshot: Snapshot,
    last: (Arc<Tree>, Vec<Diagnostic>),
}

impl Reread {
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let (snapshot, tree, found) = stages::run(Stage::Read, || Snapshot::open(root, config::limits))?;
        Ok(Self { snapshot, last: (tree, found) })
    }

    /// The files as they were last read.
    pub(super) fn last(&self) -> (Arc<Tree>, Vec<Diagnostic>) {
        self.last.clone()
    }

    /// Looks, and says whether something is different.
    pub(super) fn refresh(&mut self, look: &PendingLook) -> Result<bool, Failure> {
        let found = match look {
            PendingLook::Metadata => self.snapshot.refresh(source::Look::Metadata)?,
            PendingLook::Content => self.snapshot.refresh(source::Look::Content)?,
            PendingLook::Files(files) => {
                let known: Vec<PathBuf> = files.iter().filter(|file| self.is_known(file)).cloned().collect();
                match known.is_empty() {
                    true => None,
                    false => self.snapshot.refresh(source::Look::Files(&known))?,
                }
            }
        };
        let different = found.is_some();
        if let Some(found) = found {
            self.last = found;
        }
        Ok(different)
    }

    /// Whether a file was there before and is there now. One that comes or goes may be a copy that an editor renames in a
    /// moment: it is seen when all is quiet.
    fn is_known(&self, file: &Path) -> bool {
        let Ok(inner) = file.strip_prefix(self.snapshot.root()) else { return false };
        let steps: Option<Vec<&str>> = inner.components().map(|step| step.as_os_str().to_str()).collect();
        steps.is_some_and(|steps| self.last.0.find(&steps.join("/")).is_some())
            && std::fs::symlink_metadata(file).is_ok_and(|found| found.is_file())
    }
}
