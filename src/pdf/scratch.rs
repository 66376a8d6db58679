//! A folder for what the browser reads and writes. It goes when it is dropped.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// A folder of the system's temporary ones.
#[derive(Debug)]
pub(super) struct Scratch(tempfile::TempDir);

impl Scratch {
    pub(super) fn new() -> Result<Self, Failure> {
        let folder = tempfile::Builder::new().prefix("planbook-pdf-").tempdir();
        folder.map(Self).map_err(Failure::io("create a folder in", std::env::temp_dir()))
    }

    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    #[expect(clippy::disallowed_methods, reason = "a browser reads files; these are for it alone")]
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = self.file(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(Failure::io("create", folder))?;
        }
        fs::write(&file, bytes).map_err(Failure::io("write", &file))
    }

    /// An empty file, open for writing.
    pub(super) fn create(&self, path: &str) -> Result<fs::File, Failure> {
        let file = self.file(path);
        fs::File::create(&file).map_err(Failure::io("create", &file))
    }

    /// What the browser wrote; nothing when there is no such file.
    #[expect(clippy::disallowed_methods, reason = "a browser writes files; these are its own")]
    pub(super) fn take(&self, path: &str) -> Vec<u8> {
        let file = self.file(path);
        let bytes = fs::read(&file).unwrap_or_default();
        let _ = fs::remove_file(&file);
        bytes
    }

    fn file(&self, path: &str) -> PathBuf {
        self.path().join(path)
    }
}
