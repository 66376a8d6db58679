//! Folders for files.

use std::fs;
use std::path::Path;

use crate::failure::Failure;

/// Most pages have a folder of their own in one that already exists, so one call is enough for them.
#[expect(clippy::disallowed_methods, reason = "this is the one place that writes a site")]
pub(super) fn create_folder(folder: &Path) -> Result<(), Failure> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => fs::create_dir_all(folder),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        result => result,
    }
    .map_err(Failure::io("create", folder))
}
