//! The repository that a book lies in, and what `git` is asked of it.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::blobs::{Blobs, Contents};
use super::bytes::{os, without_line_end};
use super::listing::Listing;
use super::place::BookPlace;
use super::refusals::{broken, cannot_start, refusal, words};
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::limits::Limits;
use crate::source::content::size_limit;
use crate::source::tree::too_many_files;
use crate::source::{SETTINGS, Tree};

/// What a hook or another program may have set, and what would lead to another repository than the book's.
const FOREIGN: &[&str] = &[
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS",
    "GIT_ICASE_PATHSPECS",
];
/// The repository that a book lies in.
#[derive(Debug, Clone)]
pub struct GitRepository {
    /// The book's folder.
    pub(super) book: PathBuf,
    /// Its path from the root of the repository.
    place: BookPlace,
    /// Whether older commits were not fetched.
    shallow: bool,
}

/// A commit by its full hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit(pub(super) String);

impl Commit {
    /// The first letters of the hash, as people write it.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

impl GitRepository {
    /// The repository around a book.
    ///
    /// # Errors
    /// When `git` is not installed, or the folder lies in no repository.
    pub fn around(book: &Path) -> Result<Self, Failure> {
        let mut repository = Self { book: book.to_owned(), place: BookPlace::default(), shallow: false };
        repository.shallow = repository.look(&["rev-parse", "--is-shallow-repository"])? == b"true";
        // Alone, because the name of a folder may hold anything, a line break too.
        repository.place = BookPlace::of(repository.look(&["rev-parse", "--show-prefix"])?);
        Ok(repository)
    }

    /// Asks git for one value.
    pub(super) fn look(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let output = self.command().args(arguments).output().map_err(cannot_start)?;
        match output.status.success() {
            true => Ok(without_line_end(output.stdout)),
            false => Err(refusal(&self.book, "look at the repository", &output.stderr)),
        }
    }

    /// Where the book's folder is in the repository.
    pub fn place(&self) -> &BookPlace {
        &self.place
    }

    /// The commit that a revision names.
    ///
    /// # Errors
    /// When there is no such revision, or it was not fetched.
    pub fn commit(&self, revision: &str) -> Result<Commit, Failure> {
        let wanted = format!("{revision}^{{commit}}");
        // `rev-parse` has its own way to keep a revision from being taken for an option.
        let said = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
        match said {
            Ok(text) => Ok(Commit(text.trim().to_owned())),
            Err(_) if self.shallow => Err(Failure::ShallowClone(format!("the revision `{revision}`"))),
            Err(_) => Err(Failure::UnknownRevision(revision.to_owned())),
        }
    }

    /// Where two commits went apart: the newest commit that both hold. `None` when they have nothing in common.
    ///
    /// # Errors
    /// When a clone lacks the older commits that show it, or there are several such commits.
    pub fn common(&self, one: &Commit, other: &Commit) -> Result<Option<Commit>, Failure> {
        match self.ask(&["merge-base", "--all", &one.0, &other.0])? {
            Ok(text) => {
                let mut commits = text.lines().map(|line| Commit(line.trim().to_owned()));
                let (first, more) = (commits.next(), commits.count());
                if more > 0 {
                    return Err(Failure::SeveralMergeBases(more + 1));
                }
                Ok(first)
            }
            Err(_) if self.shallow => Err(Failure::ShallowClone("the common ancestor of the two".to_owned())),
            Err(_) => Ok(None),
        }
    }

    /// The book as it is at a commit, with what is wrong with its files; `None` when there is no book in this folder then.
    ///
    /// # Errors
    /// When git refuses.
    pub fn load(
        &self,
        commit: &Commit,
        limits: impl FnOnce(&Tree) -> Limits,
    ) -> Result<Option<(Tree, Vec<Diagnostic>)>, Failure> {
        self.load_with(commit, &self.place, limits, &mut Contents::default())
    }

    /// The same for a place in the repository and one of two commits: what is known already is not read again.
    ///
    /// # Errors
    /// When git refuses.
    pub fn load_with(
        &self,
        commit: &Commit,
        place: &BookPlace,
        limits: impl FnOnce(&Tree) -> Limits,
        known: &mut Contents,
    ) -> Result<Option<(Tree, Vec<Diagnostic>)>, Failure> {
        let listing = self.list(commit, place)?;
        let mut found = Listing::of(&listing, place.bytes())?;
        let Some(settings) = found.files.iter().position(|file| file.path == SETTINGS) else {
            return Ok(None);
        };
        // The settings say how much of the rest is read, so they come first.
        found.files.swap(0, settings);
        let asked: Vec<&str> = found.files.iter().map(|file| file.blob.as_str()).collect();
        let mut blobs = self.read_blobs(asked.into_iter().filter(|blob| !known.has(blob)))?;
        let bytes = known.next(&mut blobs, &Limits::DEFAULT, &found.files[0])?;
        let alone = Tree::new([(SETTINGS.to_owned(), bytes.clone())]).0;
        let limits = limits(&alone);
        if found.files.len() > limits.files {
            blobs.stop();
            return Ok(Some((alone, vec![too_many_files(limits.files)])));
        }
        let mut contents = Vec::with_capacity(found.files.len());
        contents.push((SETTINGS.to_owned(), bytes));
        let mut links: BTreeMap<String, String> = BTreeMap::new();
        let mut read: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for file in found.files.iter().skip(1) {
            let bytes = known.next(&mut blobs, &limits, file)?;
            // A part of a file would pass for the whole.
            if bytes.len() <= size_limit(&file.path, &limits).0 {
                read.insert(file.blob.clone(), bytes.clone());
            }
            if file.link {
                links.insert(file.path.clone(), String::from_utf8_lossy(&bytes).into_owned());
            } else {
                contents.push((file.path.clone(), bytes));
            }
        }
        blobs.finish()?;
        // Not sooner: git was asked for a file that is there twice both times.
        known.add(read);
        found.follow(&links, &mut contents);
        let (tree, problems) = Tree::within(contents, limits);
        found.diagnostics.extend(problems);
        Ok(Some((tree, found.diagnostics)))
    }

    /// What a commit has below the folders of a book.
    fn list(&self, commit: &Commit, place: &BookPlace) -> Result<Vec<u8>, Failure> {
        let mut command = self.command();
        command.args(["ls-tree", "-r", "-z", "--full-tree", &commit.0, "--"]);
        for part in [SETTINGS, "content", "themes"] {
            command.arg(os([place.bytes(), part.as_bytes()].concat()));
        }
        self.output(command, "list the files of a commit")
    }

    /// What a command of git writes.
    pub(super) fn output(&self, mut command: Command, what: &str) -> Result<Vec<u8>, Failure> {
        let output = command.output().map_err(cannot_start)?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(refusal(&self.book, what, &output.stderr)),
        }
    }

    /// Begins to read blobs. A thread of its own asks for them: who asks for all of them before reading the first waits
    /// for git, which waits for its reader.
    pub(super) fn read_blobs<'b>(&self, asked: impl Iterator<Item = &'b str>) -> Result<Blobs, Failure> {
        let mut command = self.command();
        command.args(["cat-file", "--batch", "--buffer"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(cannot_start)?;
        let (Some(mut asks), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(broken("git did not start correctly"));
        };
        let mut text = String::new();
        for blob in asked {
            text.push_str(blob);
            text.push('\n');
        }
        // When git ends early, its reader finds out.
        std::thread::spawn(move || drop(asks.write_all(text.as_bytes())));
        Ok(Blobs::new(child, answers))
    }

    /// Asks git for a short text: what it says, or why it does not.
    fn ask(&self, arguments: &[&str]) -> Result<Result<String, String>, Failure> {
        let output = self.command().args(arguments).output().map_err(cannot_start)?;
        Ok(match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(words(&output.stderr)),
        })
    }

    pub(super) fn command(&self) -> Command {
        let mut command = Command::new("git");
        // A folder may be called `:(top)` or `*`: a path is a path and no pattern.
        command.arg("--literal-pathspecs").current_dir(&self.book).stdin(Stdio::null());
        for name in FOREIGN {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
        // What somebody put in the place of a commit, on this machine only, is not what was reviewed.
        command.env("GIT_NO_REPLACE_OBJECTS", "1");
        command
    }
}
