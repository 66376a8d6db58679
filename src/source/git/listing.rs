//! Which files of a commit belong to a book.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diagnostic;
use crate::failure::Failure;
use crate::source::passed_over::is_passed_over;
use crate::source::walk::{folder_like_a_record, link_problem, name_problem};

/// What the mode of a symbolic link is in a tree of Git.
pub(super) const LINK: &str = "120000";

/// A file of a commit that is still to be read.
pub(super) struct ListedFile {
    /// The path from the book's root.
    pub(super) path: String,
    pub(super) blob: String,
    pub(super) link: bool,
}

/// The files of a book in a listing of git.
pub(super) struct Listing {
    pub(super) files: Vec<ListedFile>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Listing {
    /// # Errors
    /// When a part of the book is a repository of its own, whose files this one does not have.
    pub(super) fn of(listing: &[u8], prefix: &[u8]) -> Result<Self, Failure> {
        let mut found = Self { files: Vec::new(), diagnostics: Vec::new() };
        let mut folders = BTreeSet::new();
        for entry in listing.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
            let Some(tab) = entry.iter().position(|byte| *byte == b'\t') else { continue };
            let head = String::from_utf8_lossy(&entry[..tab]);
            let name = entry.get(tab + 1..).unwrap_or_default();
            let name = name.strip_prefix(prefix).unwrap_or(name);
            let path = String::from_utf8_lossy(name);
            let mut parts = head.split(' ');
            let (mode, blob) = match (parts.next(), parts.next(), parts.next()) {
                (Some(mode), Some("blob"), Some(blob)) => (mode, blob),
                (_, Some("commit"), _) => return Err(Failure::Submodule(path.into_owned())),
                _ => continue,
            };
            if is_passed_over(&path) {
                continue;
            }
            folders.extend(path.match_indices(".md/").map(|(at, _)| path[..at + 3].to_owned()));
            if std::str::from_utf8(name).is_err() {
                found.diagnostics.push(name_problem(&path));
                continue;
            }
            found.files.push(ListedFile {
                path: path.into_owned(),
                blob: blob.to_owned(),
                link: mode == LINK,
            });
        }
        found.diagnostics.extend(folders.iter().map(|folder| folder_like_a_record(folder)));
        Ok(found)
    }

    /// A link is as good as the file it leads to, as long as that is the book's own.
    pub(super) fn follow(&mut self, links: &BTreeMap<String, String>, contents: &mut Vec<(String, Vec<u8>)>) {
        let mut copies = Vec::new();
        for link in links.keys() {
            let target = lands_at(link, links);
            match target.and_then(|target| contents.iter().find(|(path, _)| *path == target)) {
                Some((_, bytes)) => copies.push((link.clone(), bytes.clone())),
                None => self.diagnostics.push(link_problem(link, "whose target is not a file of the book")),
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
