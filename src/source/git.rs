//! A book as it is at a revision of a Git repository, read without a checkout by the `git` program.
//!
//! What is a file of the book, and how much of it is read, follows the same rules as for a folder on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::disk::{folder_like_a_record, is_passed_over, link_problem, name_problem};
use super::{SETTINGS, Tree, size_limit, too_many_files};
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::limits::Limits;

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
/// What the mode of a symbolic link is in a tree of Git.
const LINK: &str = "120000";

/// The repository that a book lies in.
#[derive(Debug, Clone)]
pub struct Repository {
    /// The book's folder.
    book: PathBuf,
    /// Its path from the root of the repository: empty, or with a `/` at its end.
    prefix: String,
    /// Whether older commits were not fetched.
    shallow: bool,
}

/// A commit by its full hash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit(String);

impl Commit {
    /// The first letters of the hash, as people write it.
    pub fn short(&self) -> &str {
        self.0.get(..12).unwrap_or(&self.0)
    }
}

/// A file of a commit that is still to be read.
struct Listed {
    /// The path from the book's root.
    path: String,
    blob: String,
    link: bool,
}

impl Repository {
    /// The repository around a book.
    ///
    /// # Errors
    /// When `git` is not installed, or the folder lies in no repository.
    pub fn around(book: &Path) -> Result<Self, Failure> {
        let mut repository = Self { book: book.to_owned(), prefix: String::new(), shallow: false };
        let said = repository.ask(&["rev-parse", "--is-shallow-repository", "--show-prefix"])?;
        let text = match said {
            Ok(text) => text,
            Err(words) if words.contains("not a git repository") => {
                return Err(Failure::NotARepository(book.to_owned()));
            }
            Err(words) => {
                return Err(Failure::Git { what: "look at the repository".to_owned(), said: words });
            }
        };
        let mut lines = text.split('\n');
        repository.shallow = lines.next() == Some("true");
        lines.next().unwrap_or_default().clone_into(&mut repository.prefix);
        Ok(repository)
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
    /// When a clone that lacks older commits cannot tell.
    pub fn common(&self, one: &Commit, other: &Commit) -> Result<Option<Commit>, Failure> {
        match self.ask(&["merge-base", &one.0, &other.0])? {
            Ok(text) => Ok(Some(Commit(text.trim().to_owned()))),
            Err(_) if self.shallow => {
                Err(Failure::ShallowClone("the commit where the two went apart".to_owned()))
            }
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
        let listing = self.list(commit)?;
        let mut found = Found::sort_out(&listing, &self.prefix);
        let Some(settings) = found.files.iter().position(|file| file.path == SETTINGS) else {
            return Ok(None);
        };
        // The settings say how much of the rest is read, so they come first.
        found.files.swap(0, settings);
        let mut blobs = self.read_blobs(&found.files)?;
        let bytes = blobs.next(&Limits::DEFAULT, SETTINGS)?;
        let alone = Tree::new([(SETTINGS.to_owned(), bytes.clone())]).0;
        let limits = limits(&alone);
        if found.files.len() > limits.files {
            blobs.stop();
            return Ok(Some((alone, vec![too_many_files(limits.files)])));
        }
        let mut contents = Vec::with_capacity(found.files.len());
        contents.push((SETTINGS.to_owned(), bytes));
        let mut links: BTreeMap<String, String> = BTreeMap::new();
        for file in found.files.iter().skip(1) {
            let bytes = blobs.next(&limits, &file.path)?;
            if file.link {
                links.insert(file.path.clone(), String::from_utf8_lossy(&bytes).into_owned());
            } else {
                contents.push((file.path.clone(), bytes));
            }
        }
        blobs.finish()?;
        found.follow(&links, &mut contents);
        let (tree, problems) = Tree::within(contents, limits);
        found.diagnostics.extend(problems);
        Ok(Some((tree, found.diagnostics)))
    }

    /// What a commit has below the folders of a book.
    fn list(&self, commit: &Commit) -> Result<Vec<u8>, Failure> {
        let mut command = self.command();
        command.args(["ls-tree", "-r", "-z", "--full-tree", &commit.0, "--"]);
        for part in [SETTINGS, "content", "themes"] {
            command.arg(format!("{}{part}", self.prefix));
        }
        let output = command.output().map_err(cannot_start)?;
        match output.status.success() {
            true => Ok(output.stdout),
            false => Err(Failure::Git {
                what: "list the files of a commit".to_owned(),
                said: words(&output.stderr),
            }),
        }
    }

    /// Begins to read blobs. A thread of its own asks for them: who asks for all of them before reading the first waits
    /// for git, which waits for its reader.
    fn read_blobs(&self, files: &[Listed]) -> Result<Blobs, Failure> {
        let mut command = self.command();
        command.args(["cat-file", "--batch", "--buffer"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(cannot_start)?;
        let (Some(mut asks), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(broken("git did not start as it should"));
        };
        let mut text = String::with_capacity(files.len() * 41);
        for file in files {
            text.push_str(&file.blob);
            text.push('\n');
        }
        // When git ends early, its reader finds out.
        std::thread::spawn(move || drop(asks.write_all(text.as_bytes())));
        Ok(Blobs { child, answers: BufReader::with_capacity(256 * 1024, answers) })
    }

    /// Asks git for a short text: what it says, or why it does not.
    fn ask(&self, arguments: &[&str]) -> Result<Result<String, String>, Failure> {
        let output = self.command().args(arguments).output().map_err(cannot_start)?;
        Ok(match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(words(&output.stderr)),
        })
    }

    fn command(&self) -> Command {
        let mut command = Command::new("git");
        command.current_dir(&self.book).stdin(Stdio::null());
        for name in FOREIGN {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0");
        command
    }
}

/// The blobs of a commit as git hands them over, in the order in which they were asked for.
struct Blobs {
    child: Child,
    answers: BufReader<std::process::ChildStdout>,
}

impl Blobs {
    /// The next one: of a huge one only so much that its size is noticed.
    fn next(&mut self, limits: &Limits, path: &str) -> Result<Vec<u8>, Failure> {
        let mut head = String::new();
        self.answers.read_line(&mut head).map_err(|_| broken("git stopped in the middle of a file"))?;
        let size = head.trim_end().rsplit_once(' ').and_then(|(_, size)| size.parse::<u64>().ok());
        let size =
            size.ok_or_else(|| broken(&format!("git does not have the file {path}: {}", head.trim())))?;
        let kept = size.min(size_limit(path, limits).0 as u64 + 1);
        let mut bytes = Vec::with_capacity(usize::try_from(kept).unwrap_or_default());
        let failed = |_| broken("git stopped in the middle of a file");
        self.answers.by_ref().take(kept).read_to_end(&mut bytes).map_err(failed)?;
        // The rest, and the end of the line.
        std::io::copy(&mut self.answers.by_ref().take(size - kept + 1), &mut std::io::sink())
            .map_err(failed)?;
        if (bytes.len() as u64) < kept {
            return Err(broken("git stopped in the middle of a file"));
        }
        Ok(bytes)
    }

    fn finish(mut self) -> Result<(), Failure> {
        let status = self.child.wait().map_err(cannot_start)?;
        if status.success() { Ok(()) } else { Err(broken("git could not read the files of a commit")) }
    }

    fn stop(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The files of a book in a listing of git.
struct Found {
    files: Vec<Listed>,
    diagnostics: Vec<Diagnostic>,
}

impl Found {
    fn sort_out(listing: &[u8], prefix: &str) -> Self {
        let mut found = Self { files: Vec::new(), diagnostics: Vec::new() };
        let mut folders = BTreeSet::new();
        for entry in listing.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
            let Some(tab) = entry.iter().position(|byte| *byte == b'\t') else { continue };
            let head = String::from_utf8_lossy(&entry[..tab]);
            let mut parts = head.split(' ');
            let (Some(mode), Some("blob"), Some(blob)) = (parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            let name = String::from_utf8_lossy(&entry[tab + 1..]);
            let path = name.strip_prefix(prefix).unwrap_or(&name);
            if path.split('/').skip(1).any(is_passed_over) {
                continue;
            }
            folders.extend(path.match_indices(".md/").map(|(at, _)| path[..at + 3].to_owned()));
            if std::str::from_utf8(&entry[tab + 1..]).is_err() {
                found.diagnostics.push(name_problem(path));
                continue;
            }
            found.files.push(Listed { path: path.to_owned(), blob: blob.to_owned(), link: mode == LINK });
        }
        found.diagnostics.extend(folders.iter().map(|folder| folder_like_a_record(folder)));
        found
    }

    /// A link is as good as the file it leads to, as long as that is the book's own.
    fn follow(&mut self, links: &BTreeMap<String, String>, contents: &mut Vec<(String, Vec<u8>)>) {
        let mut copies = Vec::new();
        for link in links.keys() {
            let target = lands_at(link, links);
            match target.and_then(|target| contents.iter().find(|(path, _)| *path == target)) {
                Some((_, bytes)) => copies.push((link.clone(), bytes.clone())),
                None => self.diagnostics.push(link_problem(format!(
                    "{link} is a symbolic link that does not lead to a file of the book"
                ))),
            }
        }
        contents.extend(copies);
    }
}

/// Where a link leads, over other links too.
fn lands_at(link: &str, links: &BTreeMap<String, String>) -> Option<String> {
    let mut at = link.to_owned();
    for _ in 0..=links.len().min(40) {
        let Some(target) = links.get(&at) else { return Some(at) };
        if target.starts_with('/') {
            return None;
        }
        let mut steps: Vec<&str> = at.split('/').collect();
        steps.pop();
        for step in target.split('/') {
            match step {
                "" | "." => {}
                ".." => drop(steps.pop()?),
                step => steps.push(step),
            }
        }
        at = steps.join("/");
    }
    None
}

fn cannot_start(error: std::io::Error) -> Failure {
    match error.kind() {
        ErrorKind::NotFound => Failure::NoGit,
        _ => Failure::io("start", "git")(error),
    }
}

fn broken(what: &str) -> Failure {
    Failure::Git { what: "read the files of a commit".to_owned(), said: what.to_owned() }
}

/// What git says of its failure, on one line.
fn words(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    text.lines().next().unwrap_or("").trim_start_matches("fatal: ").to_owned()
}
