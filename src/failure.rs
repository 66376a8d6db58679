//! What the machine can refuse: reading, writing, a bad option. Mistakes in content are [diagnostics](crate::diag) instead.

use std::path::{Path, PathBuf};

/// A refusal by the machine, in a sentence for the person at the terminal.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A file or folder could not be read or written.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// The verb: "read", "create", …
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The book's folder has no `book.toml`.
    #[error("there is no book.toml in {}\n  help: run planbook in the folder of a book, or name it with --root", .0.display())]
    NotABook(PathBuf),
    /// The output folder exists and planbook did not make it.
    #[error("{} was not made by planbook (it has no {manifest}), so it is left as it is\n  help: choose another --out, or remove the folder yourself", path.display())]
    ForeignOutput {
        /// The output folder.
        path: PathBuf,
        /// The name of the file that marks planbook's own output.
        manifest: &'static str,
    },
    /// A page would be written outside the output folder.
    #[error("the page {0} would stand outside the site")]
    OutsideOutput(String),
    /// The output folder holds a file that planbook did not write.
    #[error("{} holds {}, which is not as planbook wrote it, so the folder is left as it is\n  help: move that file away, or choose another --out", path.display(), file.display())]
    StrangerInOutput {
        /// The output folder.
        path: PathBuf,
        /// The file.
        file: PathBuf,
    },
    /// The output folder would take the book's own files with it.
    #[error("--out {} would replace the book itself\n  help: choose a folder beside the content, such as public", .0.display())]
    OutputIsInput(PathBuf),
}

impl Failure {
    /// Wraps what the system says: `.map_err(Failure::io("read", path))`.
    pub fn io(action: &'static str, path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::Io { action, path, source }
    }
}
