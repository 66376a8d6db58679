//! Where a book is, and which files belong to it.

use std::path::{Path, PathBuf};

use super::SETTINGS;
use super::passed_over::is_passed_over;

/// The folders that hold a book, besides its settings.
pub(super) const FOLDERS: [&str; 2] = ["content", "themes"];

/// Whether a book reads the file at a path from its folder, if there is one.
pub fn is_of_book(path: &str) -> bool {
    let mut steps = path.split('/');
    let first = steps.next().unwrap_or_default();
    path == SETTINGS
        || FOLDERS.contains(&first)
            && path.len() > first.len()
            && steps.all(|step| !step.is_empty() && step != ".." && step != ".")
            && !is_passed_over(path)
}

/// The folder of the book that a path is in: the nearest one with settings and content. Other programs have a `book.toml`
/// too, and no content.
#[expect(clippy::disallowed_methods, reason = "asks where a book is before it is read")]
pub fn book_around(path: &Path) -> Option<PathBuf> {
    let is_book = |folder: &&Path| folder.join(SETTINGS).is_file() && folder.join(FOLDERS[0]).is_dir();
    path.ancestors().find(is_book).map(Path::to_path_buf)
}

#[cfg(test)]
mod tests {
    use super::is_of_book;

    #[test]
    fn a_book_reads_its_settings_and_two_folders() {
        for path in
            ["book.toml", "content/plan.md", "themes/a/theme.toml", "content/static/.well-known/a.txt"]
        {
            assert!(is_of_book(path), "{path}");
        }
        for path in [
            "",
            "content",
            "content/",
            "README.md",
            "content/.a.md",
            "content/a.md~",
            "content/../x",
            "contents/a.md",
        ] {
            assert!(!is_of_book(path), "{path}");
        }
    }
}
