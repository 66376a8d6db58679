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
    /// The output is to be a folder, and something else is there.
    #[error("{} is a file, so the site cannot be written there\n  help: choose another --out, or remove the file yourself", .0.display())]
    NotAFolder(PathBuf),
    /// A file is to be written where a folder is.
    #[error("{} is a folder, so no file can be written there\n  help: choose the name of a file with --out", .0.display())]
    IsAFolder(PathBuf),
    /// The output is a link that leads nowhere.
    #[error("{} is a symbolic link to a place that does not exist\n  help: create that place, or choose another --out", .0.display())]
    LinkToNothing(PathBuf),
    /// There is no place where the new site could be put together.
    #[error("planbook may not create anything in {}\n  help: choose another --out, or create the output folder yourself and let planbook write to it", path.display())]
    NoPlace {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
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
    /// Two branches were merged into each other, so no single commit is the one where they went apart.
    #[error(
        "the two have {0} newest commits in common, because each was merged into the other, so planbook cannot know what belongs to this change\n  help: merge the base into this branch (`git merge BASE`), so that there is one; or compare with the base as it is now: --exact"
    )]
    SeveralMergeBases(usize),
    /// The checkout leaves out files of the book.
    #[error(
        "this checkout is sparse: {first}{} not in the folder, so everything in {} would count as removed\n  help: get the files with `git sparse-checkout disable`, or `git sparse-checkout add` and the folder of the book", if *more == 0 { " is".to_owned() } else { format!(" and {more} more files of the book are") }, if *more == 0 { "it" } else { "them" }
    )]
    SparseCheckout {
        /// One of the files.
        first: String,
        /// How many others.
        more: usize,
    },
    /// Git does not trust a repository that belongs to somebody else.
    #[error(
        "git does not read the repository of {}, because another user owns it\n  help: if you trust it, run `{advice}`",
        shown(path)
    )]
    ForeignOwner {
        /// The book's folder.
        path: PathBuf,
        /// The command that git gives.
        advice: String,
    },
    /// A folder of the book is kept in another repository.
    #[error(
        "{0} is a submodule, so its files are not in this repository and planbook cannot compare them\n  help: check out both states and compare the two folders: `planbook check --since ../FOLDER`"
    )]
    Submodule(String),
    /// There is nothing to compare with.
    #[error(
        "{before} has no book in {place}{}, so there is nothing to compare with\n  help: if the book is new, allow that: --allow new-book; if it was moved in several steps, compare with the folder of the older state: --since ../FOLDER", elsewhere(.others)
    )]
    NoBookBefore {
        /// The older state.
        before: String,
        /// Where the book is now.
        place: String,
        /// Where the older state has books, those that could have become this one.
        others: Vec<String>,
    },
    /// A word names a revision and a folder.
    #[error(
        "`{0}` is the name of a folder with a book, and also of a revision\n  help: write `./{0}` for the folder, or the full name of the branch or tag, such as `refs/heads/{0}`"
    )]
    Ambiguous(String),
    /// The name of the older state is empty: most likely a variable of a workflow that is not set.
    #[error(
        "--since needs the name of a branch, tag, commit or folder, and this one is empty\n  help: in a workflow, look whether the variable is set"
    )]
    EmptyBase,
    /// A book is to be compared with itself.
    #[error("{} is the folder of the book itself, so there is no older state\n  help: name a branch, a tag or a commit, such as `origin/main`, or another folder", .0.display())]
    SameFolder(PathBuf),
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

/// Where else there are books.
fn elsewhere(places: &[String]) -> String {
    match places {
        [] => String::new(),
        places => format!(
            "; books are in {}, and planbook cannot tell which of them this one was",
            places.join(" and in ")
        ),
    }
}

impl Failure {
    /// Wraps what the system says: `.map_err(Failure::io("read", path))`.
    pub fn io(action: &'static str, path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::Io { action, path, source }
    }
}
