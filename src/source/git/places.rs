//! Where books are in a repository, and what of one is not on the disk.

use std::path::PathBuf;

use super::bytes::{os, without_line_end};
use super::place::BookPlace;
use super::repository::{Commit, GitRepository};
use crate::failure::Failure;
use crate::source::SETTINGS;

impl GitRepository {
    /// The folders of a commit in which there is a book: its settings, and content. Other programs have a `book.toml` too.
    ///
    /// # Errors
    /// When git refuses.
    pub fn places(&self, commit: &Commit) -> Result<Vec<BookPlace>, Failure> {
        let mut command = self.command();
        command.args(["ls-tree", "-r", "-z", "--full-tree", "--name-only", &commit.0]);
        let listing = self.output(command, "list the files of a commit")?;
        let files: Vec<&[u8]> = listing.split(|byte| *byte == 0).collect();
        let folders = files.iter().filter_map(|file| file.strip_suffix(SETTINGS.as_bytes()));
        let folders = folders.filter(|folder| folder.is_empty() || folder.ends_with(b"/"));
        let has_content = |folder: &&[u8]| {
            let content = [folder, &b"content/"[..]].concat();
            files.iter().any(|file| file.starts_with(&content))
        };
        Ok(folders.filter(has_content).map(|folder| BookPlace::of(folder.to_vec())).collect())
    }

    /// Whether the files on the disk have a book at a place.
    ///
    /// # Errors
    /// When git refuses.
    #[expect(clippy::disallowed_methods, reason = "asks where a book is before it is read")]
    pub fn is_on_disk(&self, place: &BookPlace) -> Result<bool, Failure> {
        let up = self.look(&["rev-parse", "--show-cdup"])?;
        let file = [place.bytes(), SETTINGS.as_bytes()].concat();
        Ok(self.book.join(os(up)).join(os(file)).is_file())
    }

    /// Files of the book that git has and leaves out of the folder, because the checkout is sparse.
    ///
    /// # Errors
    /// When git refuses.
    #[expect(clippy::disallowed_methods, reason = "asks which files are missing")]
    pub fn left_out(&self) -> Result<Vec<PathBuf>, Failure> {
        let mut command = self.command();
        command.args(["ls-files", "-t", "-z", "--", SETTINGS, "content", "themes"]);
        let listing = self.output(command, "list the files of the checkout")?;
        let entries = listing.split(|byte| *byte == 0);
        let skipped = entries.filter_map(|entry| entry.strip_prefix(b"S "));
        let paths = skipped.map(|path| PathBuf::from(os(without_line_end(path.to_vec()))));
        // Somebody may keep a file of their own in the place of one that git does not look at.
        Ok(paths.filter(|path| !self.book.join(path).exists()).collect())
    }
}
