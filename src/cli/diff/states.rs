//! Which two states are compared: revisions, folders, or the files as they are.

use std::path::{Path, PathBuf};

use super::moved;
use crate::config;
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::git::{BookPlace, Commit, Contents, GitRepository};
use crate::source::{self, SETTINGS, Tree};

/// The files of a state, their problems, and what to call it.
pub(super) struct BookState {
    pub(super) tree: Tree,
    pub(super) found: Vec<Diagnostic>,
    pub(super) name: String,
    /// Why there is no book, where there is none.
    pub(super) missing: Option<Failure>,
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
        (None, _) if is_folder(root, base)? => {
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
    let mut known = Contents::default();
    if let (StateSource::Commit(..), StateSource::Commit(..)) = (&before, &after) {
        // One after the other, because most of the second is in the first. Where the newer one has its book is where the
        // older one is asked for it first.
        let after_commit = commit_of(&after);
        let after = read_with(after, None, None, &mut known)?;
        let before = read_with(before, Some(&after.tree), after_commit.as_ref(), &mut known)?;
        return Ok((before, after));
    }
    // Neither needs the other, unless the book was somewhere else.
    let (early, after) = std::thread::scope(|scope| {
        let early = scope.spawn(|| read(&before));
        let after = read(&after);
        (early.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), after)
    });
    let (early, after) = (early?, after?);
    let before = match early.missing {
        None => early,
        Some(_) => read_with(before, Some(&after.tree), None, &mut known)?,
    };
    Ok((before, after))
}

fn commit_of(source: &StateSource) -> Option<Commit> {
    match source {
        StateSource::Folder(_) => None,
        StateSource::Commit(_, commit, _) => Some(commit.clone()),
    }
}

/// The older state, for `check --since`: a folder or a revision. `after` are the files as they are.
pub(super) fn older(root: &Path, base: &str, exact: bool, after: &Tree) -> Result<BookState, Failure> {
    if base.trim().is_empty() {
        return Err(Failure::EmptyBase);
    }
    if !is_folder(root, base)? {
        return read_with(since(root, base, None, exact)?, Some(after), None, &mut Contents::default());
    }
    // A gate that compares a book with itself is open.
    if source::is_same_folder(Path::new(base), root) {
        return Err(Failure::SameFolder(base.into()));
    }
    read(&StateSource::Folder(base.into()))
}

/// The commit that a change begins at: where it left the base, as in a pull request. What others did to the base in the
/// meantime is not undone by it.
fn since(root: &Path, base: &str, head: Option<&Commit>, exact: bool) -> Result<StateSource, Failure> {
    let repository = GitRepository::around(root)?;
    let commit = repository.commit(base)?;
    if head.is_none() {
        refuse_sparse(&repository)?;
    }
    let head = head.map_or_else(|| repository.commit("HEAD"), |head| Ok(head.clone()))?;
    let common = if exact { None } else { repository.common(&commit, &head)? };
    let name = match &common {
        Some(common) if *common != commit => format!("where it left {base}"),
        _ => base.to_owned(),
    };
    Ok(StateSource::Commit(repository, common.unwrap_or(commit), name))
}

/// Files that are not on the disk would count as removed.
fn refuse_sparse(repository: &GitRepository) -> Result<(), Failure> {
    let left_out = repository.left_out()?;
    match left_out.first() {
        None => Ok(()),
        Some(first) => Err(Failure::SparseCheckout {
            first: first.display().to_string(),
            more: left_out.len().saturating_sub(1),
        }),
    }
}

fn read(from: &StateSource) -> Result<BookState, Failure> {
    match from {
        StateSource::Folder(folder) => {
            let (tree, found) = source::load(folder, config::limits)?;
            let name = match folder == Path::new(".") {
                true => "the files in this folder".to_owned(),
                false => format!("the files in {}", folder.display()),
            };
            Ok(BookState { tree, found, name, missing: None })
        }
        StateSource::Commit(repository, commit, name) => {
            let from = StateSource::Commit(repository.clone(), commit.clone(), name.clone());
            read_with(from, None, None, &mut Contents::default())
        }
    }
}

/// Reads a state. `after` are the files of the newer state, and `head` its commit if it has one: when the book is not
/// where it is now, it is looked for where it may have been.
fn read_with(
    from: StateSource,
    after: Option<&Tree>,
    head: Option<&Commit>,
    known: &mut Contents,
) -> Result<BookState, Failure> {
    let StateSource::Commit(repository, commit, name) = from else { return read(&from) };
    let name = format!("{name} ({})", commit.short());
    let place = repository.place().clone();
    if let Some((tree, found)) = repository.load_with(&commit, &place, config::limits, known)? {
        return Ok(BookState { tree, found, name, missing: None });
    }
    let mut others = moved::candidates(&repository, &commit, head)?;
    let was = match after {
        Some(after) => moved::most_alike(&repository, &commit, &others, after, known)?,
        None => None,
    };
    if let Some((place, (tree, found))) = was {
        let name = format!("{name}, where the book was in {}", place.shown());
        return Ok(BookState { tree, found, name, missing: None });
    }
    others.truncate(MOST_NAMED);
    let others = others.iter().map(BookPlace::shown).collect();
    let missing = Failure::NoBookBefore { before: name.clone(), place: place.shown(), others };
    let name = format!("{name}, where there is no book");
    Ok(BookState { tree: Tree::default(), found: Vec::new(), name, missing: Some(missing) })
}

/// How many places are named in a message.
const MOST_NAMED: usize = 5;

/// Whether a word on the command line is a folder: there is a book in it, or no revision can be called so.
#[expect(clippy::disallowed_methods, reason = "a word on the command line is a folder or a revision")]
fn is_folder(root: &Path, word: &str) -> Result<bool, Failure> {
    let path = Path::new(word);
    if path.is_absolute() || matches!(word, "." | "..") || word.starts_with("./") || word.starts_with("../") {
        return Ok(true);
    }
    if word.is_empty() || !path.join(SETTINGS).is_file() {
        return Ok(false);
    }
    // A folder called as the base branch is would be taken for it, and compared in its place.
    match GitRepository::around(root).and_then(|repository| repository.commit(word)) {
        Ok(_) => Err(Failure::Ambiguous(word.to_owned())),
        Err(_) => Ok(true),
    }
}
