//! Where a book was that is now in another folder of its repository.

use crate::config;
use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::Tree;
use crate::source::git::{BookPlace, Commit, Contents, GitRepository};

/// How many folders are looked into: a repository has a few books, and not hundreds that all went at once.
const MOST: usize = 20;

/// The places of books in an older commit that have none in the newer state: in its commit, or else on the disk. A book
/// that still stands where it stood has not become this one.
pub(super) fn candidates(
    repository: &GitRepository,
    commit: &Commit,
    head: Option<&Commit>,
) -> Result<Vec<BookPlace>, Failure> {
    let still = head.map(|head| repository.places(head)).transpose()?;
    let mut gone = Vec::new();
    for place in repository.places(commit)? {
        let is_there = match &still {
            Some(still) => still.contains(&place),
            None => repository.is_on_disk(&place)?,
        };
        if !is_there {
            gone.push(place);
        }
    }
    Ok(gone)
}

/// A place with the book that is there.
pub(super) type Found = (BookPlace, (Tree, Vec<Diagnostic>));

/// The one that was this book: the only one, or the one that has most in common with it.
pub(super) fn most_alike(
    repository: &GitRepository,
    commit: &Commit,
    candidates: &[BookPlace],
    after: &Tree,
    known: &mut Contents,
) -> Result<Option<Found>, Failure> {
    let only = candidates.len() == 1;
    let mut best: Option<(usize, Found)> = None;
    let mut is_tie = false;
    for place in candidates.iter().take(MOST) {
        let Some(found) = repository.load_with(commit, place, config::limits, known)? else { continue };
        let alike = in_common(&found.0, after);
        let most = best.as_ref().map_or(0, |(most, _)| *most);
        if alike > most || only {
            best = Some((alike, (place.clone(), found)));
            is_tie = false;
        } else if alike == most {
            is_tie = true;
        }
    }
    Ok(best.filter(|_| !is_tie).map(|(_, found)| found))
}

/// How many files two books have in common.
fn in_common(one: &Tree, other: &Tree) -> usize {
    let is_same = |path: &str, content| other.find(path).and_then(|id| other.content(id)) == Some(content);
    one.files().filter(|(_, file)| is_same(&file.path, &file.content)).count()
}
