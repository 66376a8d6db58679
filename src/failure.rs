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
    #[error("{} does not contain a book.toml\n  help: run planbook in the folder of a book, or name that folder with --root; `planbook init` creates a new book", shown(.0))]
    NotABook(PathBuf),
    /// The output folder exists and planbook did not make it.
    #[error("{} was not written by planbook (it has no {manifest}), so planbook did not change it\n  help: choose another --out, or remove the folder yourself", path.display())]
    ForeignOutput {
        /// The output folder.
        path: PathBuf,
        /// The name of the file that marks planbook's own output.
        manifest: &'static str,
    },
    /// The output folder holds the site for other readers.
    #[error("{} contains a site that is not {audience}, so planbook did not change it\n  help: choose another --out, or remove the folder yourself", path.display())]
    OtherAudience {
        /// The output folder.
        path: PathBuf,
        /// For whom the site is now made.
        audience: &'static str,
    },
    /// A new folder already exists.
    #[error("{} already exists, so planbook did not change it\n  help: choose another name, or remove the folder yourself", .0.display())]
    AlreadyThere(PathBuf),
    /// A new file would lie outside of its folder.
    #[error("{} was not written, because a folder in its path is a symbolic link to a place outside {}\n  help: replace the link with a real folder", path.display(), folder.display())]
    LinkedAway {
        /// The new file.
        path: PathBuf,
        /// The folder that it belongs into.
        folder: PathBuf,
    },
    /// A page would be written outside the output folder.
    #[error("the page {0} would stand outside the site")]
    OutsideOutput(String),
    /// The output folder holds a file that planbook did not write.
    #[error("{} contains {}, which planbook did not write or somebody changed, so planbook did not change the folder\n  help: move that file away, or choose another --out", path.display(), file.display())]
    StrangerInOutput {
        /// The output folder.
        path: PathBuf,
        /// The file.
        file: PathBuf,
    },
    /// The output folder would take the book's own files with it.
    #[error("--out {} would replace the book itself\n  help: choose another folder, such as public", .0.display())]
    OutputIsInput(PathBuf),
    /// The program `git` is not installed.
    #[error(
        "planbook needs the program `git` to compare revisions, and did not find it\n  help: install it (https://git-scm.com), or compare two folders: `planbook diff OLD NEW`"
    )]
    NoGit,
    /// The book lies in no Git repository.
    #[error("{} is not in a Git repository, so there is no earlier state to compare with\n  help: compare two folders instead: `planbook diff OLD NEW`", shown(.0))]
    NotARepository(PathBuf),
    /// There is no such revision.
    #[error(
        "the revision `{0}` does not exist in this repository\n  help: name a branch, a tag or a commit, such as `origin/main`; `git branch --all` lists the branches"
    )]
    UnknownRevision(String),
    /// The clone lacks what is wanted, because it holds only the newest commits.
    #[error(
        "this clone contains only the newest commits, and {0} is not one of them\n  help: fetch the rest with `git fetch --unshallow`; in a workflow, set `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab)"
    )]
    ShallowClone(String),
    /// Git does not do what it is asked.
    #[error("git cannot {what}: {said}")]
    Git {
        /// What it was asked.
        what: String,
        /// What it says.
        said: String,
    },
    /// There is a file in the place of the PDF that is none.
    #[error("{} is not a PDF, so planbook did not change it\n  help: choose another --out, or remove the file yourself", .0.display())]
    NotAPdf(PathBuf),
    /// A file is no longer as it was read.
    #[error("{} changed in the meantime, so nothing was written\n  help: run the command again", .0.display())]
    Changed(PathBuf),
    /// Another program listens where the preview should.
    #[error(
        "cannot listen on {0}: another program uses this address\n  help: stop that program, or choose another port with --port; --port 0 uses any free port"
    )]
    PortTaken(String),
    /// None of the browsers that could print is installed.
    #[error(
        "planbook found no browser to print the plan: it looked for {0}\n  help: install one (Debian: `apt install chromium`; macOS: `brew install --cask chromium`; Windows: `winget install Google.Chrome`), or name your browser with --browser\n  help: any browser can also print the page plan/ of the site to PDF"
    )]
    NoBrowser(String),
    /// A browser did not print.
    #[error("the browser {} {what}{said}\n  help: try another browser with --browser; a browser from a snap or flatpak cannot read the system's temporary folder, so set TMPDIR to a folder in your home", program.display())]
    Browser {
        /// The program.
        program: PathBuf,
        /// What it did instead.
        what: String,
        /// Its last words, each on a line of its own.
        said: String,
    },
    /// The PDF would name a file of this machine.
    #[error(
        "the PDF would contain a link to a file on this computer, so planbook did not keep it\n  help: find the link in the templates of your theme whose URL is not in double quotes"
    )]
    LocalLink,
}

/// A folder, as one says it.
fn shown(folder: &Path) -> String {
    match folder == Path::new(".") {
        true => "this folder".to_owned(),
        false => folder.display().to_string(),
    }
}

impl Failure {
    /// Wraps what the system says: `.map_err(Failure::io("read", path))`.
    pub fn io(action: &'static str, path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::Io { action, path, source }
    }
}
