//! Reading the book again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::wanted::Look;
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::Tree;
use crate::{config, source};

/// The files as they were when they were last read.
pub(super) struct Reread {
    root: PathBuf,
    last: Option<(Arc<Tree>, Vec<Diagnostic>)>,
}

impl Reread {
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let mut reread = Self { root: root.to_owned(), last: None };
        reread.refresh(&Look::Metadata)?;
        Ok(reread)
    }

    /// The files as they were last read.
    pub(super) fn last(&self) -> (Arc<Tree>, Vec<Diagnostic>) {
        self.last.clone().unwrap_or_default()
    }

    /// Looks, and says whether something is different.
    pub(super) fn refresh(&mut self, _: &Look) -> Result<bool, Failure> {
        let (tree, found) = source::load(&self.root, config::limits)?;
        if self.last.as_ref().is_some_and(|(old, before)| **old == tree && *before == found) {
            return Ok(false);
        }
        self.last = Some((Arc::new(tree), found));
        Ok(true)
    }
}
