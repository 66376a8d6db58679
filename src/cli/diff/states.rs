//! Which two states are compared: revisions, folders, or the files as they are.

use std::path::{Path, PathBuf};

use crate::config;
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::git::{Commit, Contents, GitRepository};
use crate::source::{self, SETTINGS, Tree};

/// The files of a state, their problems, and what to call it.
pub(super) struct BookState {
    pub(super) tree: Tree,
    pub(super) found: Vec<Diagnostic>,
    pub(super) name: String,
}

/// What a state is read from.
enum StateSource {
    Folder(PathBuf),
    Commit(GitRepository, Commit, String),
}

/// Both states, for `diff`: `base` is a folder, a revision or two with `..` between them.
pub(super) fn both(
    root: &Path,
    base: &str,
    other: Option<&Path>,
    exact: bool,
) -> Result<(BookState, BookState), Failure> {
    let (before, after) = match (other, base.split_once("..")) {
        (Some(other), _) => (StateSource::Folder(base.into()), StateSource::Folder(other.to_owned())),
        (None, _) if is_folder(base) => {
            (StateSource::Folder(base.into()), StateSource::Folder(root.to_owned()))
        }
        (None, None) => (since(root, base, None, exact)?, StateSource::Folder(root.to_owned())),
        (None, Some((base, head))) => {
            // `A...B` asks for what `A..B` gives here.
            let head = head.strip_prefix('.').unwrap_or(head);
            let head = if head.is_empty() { "HEAD" } else { head };
            let base = if base.is_empty() { "HEAD" } else { base };
            let repository = GitRepository::around(root)?;
            let commit = repository.commit(head)?;
            let before = since(root, base, Some(&commit), exact)?;
            (before, StateSource::Commit(repository, commit, head.to_owned()))
        }
    };
    if let (StateSource::Commit(..), StateSource::Commit(..)) = (&before, &after) {
        // One after the other, because most of the second is in the first.
        let mut known = Contents::default();
        return Ok((read_with(before, &mut known)?, read_with(after, &mut known)?));
    }
    // Neither needs the other.
    let (before, after) = std::thread::scope(|scope| {
        let before = scope.spawn(|| read(before));
        let after = read(after);
        (before.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), after)
    });
    Ok((before?, after?))
}

/// The older state, for `check --since`: a folder or a revision.
pub(super) fn older(root: &Path, base: &str, exact: bool) -> Result<BookState, Failure> {
    match is_folder(base) {
        true => read(StateSource::Folder(base.into())),
        false => read(since(root, base, None, exact)?),
    }
}

/// The commit that a change begins at: where it left the base, as in a pull request. What others did to the base in the
/// meantime is not undone by it.
fn since(root: &Path, base: &str, head: Option<&Commit>, exact: bool) -> Result<StateSource, Failure> {
    let repository = GitRepository::around(root)?;
    let commit = repository.commit(base)?;
    let head = head.map_or_else(|| repository.commit("HEAD"), |head| Ok(head.clone()))?;
    let common = if exact { None } else { repository.common(&commit, &head)? };
    let name = match &common {
        Some(common) if *common != commit => format!("where it left {base}"),
        _ => base.to_owned(),
    };
    Ok(StateSource::Commit(repository, common.unwrap_or(commit), name))
}

fn read(from: StateSource) -> Result<BookState, Failure> {
    read_with(from, &mut Contents::default())
}

fn read_with(from: StateSource, known: &mut Contents) -> Result<BookState, Failure> {
    match from {
        StateSource::Folder(folder) => {
            let (tree, found) = source::load(&folder, config::limits)?;
            let name = match folder == Path::new(".") {
                true => "the files in this folder".to_owned(),
                false => format!("the files in {}", folder.display()),
            };
            Ok(BookState { tree, found, name })
        }
        StateSource::Commit(repository, commit, name) => {
            let name = format!("{name} ({})", commit.short());
            // Before there was a book, there was nothing.
            let (tree, found) = repository.load_with(&commit, config::limits, known)?.unwrap_or_default();
            Ok(BookState { tree, found, name })
        }
    }
}

/// Whether a word on the command line is a folder: there is a book in it, or no revision can be called so.
#[expect(clippy::disallowed_methods, reason = "a word on the command line is a folder or a revision")]
fn is_folder(word: &str) -> bool {
    let path = Path::new(word);
    let no_revision = path.is_absolute() || word == ".." || word.starts_with("./") || word.starts_with("../");
    no_revision || path.join(SETTINGS).is_file()
}
