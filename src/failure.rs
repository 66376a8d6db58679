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
    #[error("there is no book.toml in {}\n  help: run planbook in the folder of a book, or name it with --root; `planbook init` makes a new one", shown(.0))]
    NotABook(PathBuf),
    /// The output folder exists and planbook did not make it.
    #[error("{} was not made by planbook (it has no {manifest}), so it is left as it is\n  help: choose another --out, or remove the folder yourself", path.display())]
    ForeignOutput {
        /// The output folder.
        path: PathBuf,
        /// The name of the file that marks planbook's own output.
        manifest: &'static str,
    },
    /// The output folder holds the site for other readers.
    #[error("{} holds a site that is not {audience}, so it is left as it is\n  help: choose another --out, or remove the folder yourself", path.display())]
    OtherAudience {
        /// The output folder.
        path: PathBuf,
        /// For whom the site is now made.
        audience: &'static str,
    },
    /// A new folder is there already.
    #[error("{} is there already, so it is left as it is\n  help: choose another name, or remove the folder yourself", .0.display())]
    AlreadyThere(PathBuf),
    /// A new file would lie outside of its folder.
    #[error("{} is not written, because a folder on the way is a symbolic link that leads out of {}\n  help: put a real folder in its place", path.display(), folder.display())]
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
    /// The program `git` is not installed.
    #[error(
        "the program `git` is needed to compare revisions, and it was not found\n  help: install it (https://git-scm.com), or compare two folders: `planbook diff OLD NEW`"
    )]
    NoGit,
    /// The book lies in no Git repository.
    #[error("{} lies in no Git repository, so there is no earlier state to compare with\n  help: compare two folders instead: `planbook diff OLD NEW`", shown(.0))]
    NotARepository(PathBuf),
    /// There is no such revision.
    #[error(
        "there is no revision `{0}` in this repository\n  help: name a branch, a tag or a commit, such as `origin/main`; `git branch --all` lists the branches"
    )]
    UnknownRevision(String),
    /// The clone lacks what is wanted, because it holds only the newest commits.
    #[error(
        "this clone holds only the newest commits, and {0} is not among them\n  help: fetch the rest with `git fetch --unshallow`; in a workflow, set `fetch-depth: 0` (GitHub) or `GIT_DEPTH: 0` (GitLab)"
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
    #[error("{} is not a PDF, so it is left as it is\n  help: choose another --out, or remove the file yourself", .0.display())]
    NotAPdf(PathBuf),
    /// A file is no longer as it was read.
    #[error("{} was changed in the meantime, so nothing was written\n  help: run the command again", .0.display())]
    Changed(PathBuf),
    /// Another program listens where the preview should.
    #[error(
        "cannot listen at {0}: another program does already\n  help: end that program, or choose another port with --port; --port 0 takes any that is free"
    )]
    PortTaken(String),
    /// None of the browsers that could print is installed.
    #[error(
        "no browser was found to print the plan with: looked for {0}\n  help: install one (Debian: `apt install chromium`; macOS: `brew install --cask chromium`; Windows: `winget install Google.Chrome`), or name yours with --browser\n  help: any browser can also print the page plan/ of the site to PDF"
    )]
    NoBrowser(String),
    /// A browser did not print.
    #[error("the browser {} {what}{said}\n  help: try another with --browser; one from a snap or flatpak cannot read the system's temporary folder, so set TMPDIR to one in your home", program.display())]
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
        "the PDF would have a link to a file of this machine, so it was not kept\n  help: a template of your theme has a link whose address does not stand in double quotes"
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
