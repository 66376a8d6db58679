//! What is in the files of a commit.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout};

use super::listing::ListedFile;
use super::refusals::{broken, cannot_start};
use crate::failure::Failure;
use crate::limits::Limits;
use crate::source::content::size_limit;

/// The blobs of a commit as git hands them over, in the order in which they were asked for.
pub(super) struct Blobs {
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Blobs {
    pub(super) fn new(child: Child, answers: ChildStdout) -> Self {
        Self { child, answers: BufReader::with_capacity(256 * 1024, answers) }
    }

    /// The next one: of a huge one only so much that its size is noticed.
    pub(super) fn next(&mut self, limits: &Limits, path: &str) -> Result<Vec<u8>, Failure> {
        let mut head = String::new();
        self.answers.read_line(&mut head).map_err(|_| broken("git stopped before the end of a file"))?;
        let size = head.trim_end().rsplit_once(' ').and_then(|(_, size)| size.parse::<u64>().ok());
        let size =
            size.ok_or_else(|| broken(&format!("git does not have the file {path}: {}", head.trim())))?;
        let kept = size.min(size_limit(path, limits).0 as u64 + 1);
        let mut bytes = Vec::with_capacity(usize::try_from(kept).unwrap_or_default());
        let failed = |_| broken("git stopped before the end of a file");
        self.answers.by_ref().take(kept).read_to_end(&mut bytes).map_err(failed)?;
        // The rest, and the end of the line.
        std::io::copy(&mut self.answers.by_ref().take(size - kept + 1), &mut std::io::sink())
            .map_err(failed)?;
        if (bytes.len() as u64) < kept {
            return Err(broken("git stopped before the end of a file"));
        }
        Ok(bytes)
    }

    pub(super) fn finish(mut self) -> Result<(), Failure> {
        let status = self.child.wait().map_err(cannot_start)?;
        if status.success() { Ok(()) } else { Err(broken("git could not read the files of a commit")) }
    }

    pub(super) fn stop(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The contents of files by the names that git has for them: what two commits have in common is read once.
#[derive(Debug, Default)]
pub struct Contents(BTreeMap<String, Vec<u8>>);

impl Contents {
    /// Whether a blob is known.
    pub(super) fn has(&self, blob: &str) -> bool {
        self.0.contains_key(blob)
    }

    /// Remembers blobs, each of them whole.
    pub(super) fn add(&mut self, read: BTreeMap<String, Vec<u8>>) {
        self.0.extend(read);
    }

    /// What is in a file: of what is known, as much as would be read of it.
    pub(super) fn next(
        &self,
        blobs: &mut Blobs,
        limits: &Limits,
        file: &ListedFile,
    ) -> Result<Vec<u8>, Failure> {
        let Some(bytes) = self.0.get(&file.blob) else { return blobs.next(limits, &file.path) };
        let most = size_limit(&file.path, limits).0.saturating_add(1);
        Ok(bytes.get(..most).unwrap_or(bytes).to_vec())
    }
}
