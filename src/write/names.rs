//! What the folders of builds are called that run or were killed.

use std::path::{Path, PathBuf};

/// What the folders beside the output are called while a build runs, before the output's name.
pub(super) const STAGING: &str = ".planbook-";

/// How many letters and digits such a name ends with, after a full stop.
pub(super) const SUFFIX: usize = 6;

/// The file that marks such a folder as planbook's own. It is locked as long as the build lives.
pub(super) const MARKER: &str = ".planbook-staging";

pub(super) fn name_of(out: &Path) -> String {
    out.file_name().map_or_else(|| "site".to_owned(), |name| name.to_string_lossy().into_owned())
}

/// Where the old site is between the two steps of an exchange.
pub(super) fn moved_aside(out: &Path) -> PathBuf {
    out.with_file_name(format!("{STAGING}{}.old", name_of(out)))
}
