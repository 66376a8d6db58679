//! Where the book is, and what day it is.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::date::Day;
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::Tree;
use crate::stages::{self, Stage};
use crate::{config, source};

/// Where the book is.
#[derive(Debug, Clone, Args)]
pub(super) struct Root {
    /// The folder with book.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,
}

impl Root {
    /// As it would be written behind a command, with the space: empty for this folder.
    pub(super) fn as_flag(&self) -> String {
        if self.root.as_os_str() == "." { String::new() } else { format!(" --root {}", self.root.display()) }
    }
}

/// The clock, read in this one place; all else takes the day as an argument. It is the day in the time zone of the book.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks for the time")]
pub(super) fn today(tree: &Tree) -> Day {
    config::read(tree).0.day_of(jiff::Timestamp::now())
}

/// Reads a book within its own limits, with the problems of its files.
pub(super) fn load(root: &Root) -> Result<(Arc<Tree>, Vec<Diagnostic>), Failure> {
    let (tree, found) = stages::run(Stage::Read, || source::load(&root.root, config::limits))?;
    Ok((Arc::new(tree), found))
}
