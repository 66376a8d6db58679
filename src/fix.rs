//! Mends what is certain: a suggestion is taken when nothing else comes into question, when the problem goes with it, and
//! when no other comes. All of it is tried on the book in memory; nothing here asks the disk.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::build;
use crate::date::Day;
use crate::diag::{Diagnostic, FileId, fingerprint};
use crate::source::Tree;

/// How often the book is read again at most, to tell the suggestions that mend from those that do not.
const TRIES: usize = 200;
/// How often suggestions are looked for at most: a mended key may show that its value is wrong.
const ROUNDS: usize = 8;

/// A file that is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// Its path from the book's folder.
    pub path: String,
    /// What is in it.
    pub old: Arc<str>,
    /// What is to be in it.
    pub new: String,
}

/// What can be mended.
#[derive(Debug)]
pub struct Mending {
    /// The files that change, by path.
    pub files: Vec<Mended>,
    /// How many problems go.
    pub problems: usize,
    /// What is wrong with the book as it is.
    pub before: Vec<Diagnostic>,
    /// What is wrong with it when all of this is written.
    pub after: Vec<Diagnostic>,
}

/// A replacement in a file.
#[derive(Debug, Clone)]
struct Edit {
    start: usize,
    end: usize,
    text: String,
    /// The problem that it mends.
    fingerprint: String,
}

/// Looks for all that can be mended. `found` is what was wrong with the files themselves.
pub fn mend(tree: &Tree, found: &[Diagnostic], today: Day) -> Mending {
    let mut attempts = Attempts { found, today, left: TRIES };
    let before = attempts.problems(tree);
    let (mut mended, mut problems) = (tree.clone(), before.clone());
    for _ in 0..ROUNDS {
        let candidates = candidates(&problems, &mended);
        let state = State { tree: mended.clone(), problems: problems.clone() };
        let state = attempts.take(state, &candidates);
        if state.tree == mended {
            break;
        }
        (mended, problems) = (state.tree, state.problems);
    }
    let files: Vec<Mended> = tree
        .files()
        .filter_map(|(file, _)| {
            let (old, new) = (tree.shared_text(file)?, mended.text(file)?);
            (*old != *new).then(|| Mended { path: tree.path(file).to_owned(), old, new: new.to_owned() })
        })
        .collect();
    Mending { files, problems: before.len().saturating_sub(problems.len()), before, after: problems }
}

/// What is certain and in a text, in order of place; of two at one place the first.
fn candidates(problems: &[Diagnostic], tree: &Tree) -> Vec<(FileId, Edit)> {
    let mut edits: Vec<(FileId, Edit)> = Vec::new();
    for problem in problems.iter().filter(|problem| problem.certain) {
        let (Some(span), Some(text)) = (problem.span, &problem.suggestion) else { continue };
        let range = span.range();
        let Some(written) = tree.text(span.file).and_then(|source| source.get(range.clone())) else {
            continue;
        };
        let edit = Edit {
            start: range.start,
            end: range.end,
            text: as_written(written, text),
            fingerprint: fingerprint(problem, tree),
        };
        if edits.last().is_none_or(|(file, last)| *file != span.file || last.end <= edit.start) {
            edits.push((span.file, edit));
        }
    }
    edits
}

/// A replacement in the quotation marks in which the word stood.
fn as_written(written: &str, text: &str) -> String {
    let quoted = |mark: char| written.len() > 1 && written.starts_with(mark) && written.ends_with(mark);
    match ['"', '\''].into_iter().find(|mark| quoted(*mark)) {
        Some(mark) if !text.starts_with(mark) => format!("{mark}{text}{mark}"),
        _ => text.to_owned(),
    }
}

struct State {
    tree: Tree,
    problems: Vec<Diagnostic>,
}

struct Attempts<'a> {
    found: &'a [Diagnostic],
    today: Day,
    left: usize,
}

impl Attempts<'_> {
    fn problems(&self, tree: &Tree) -> Vec<Diagnostic> {
        build::read(tree, self.found.to_vec(), self.today).diagnostics
    }

    /// Takes all edits that mend. Tries them together, and in halves when that does not do: nearly always all of them
    /// are right, and the book is read once.
    fn take(&mut self, state: State, edits: &[(FileId, Edit)]) -> State {
        if edits.is_empty() || self.left == 0 {
            return state;
        }
        self.left -= 1;
        let tree = apply(&state.tree, edits);
        let problems = self.problems(&tree);
        if mends(&state, edits, &tree, &problems) {
            return State { tree, problems };
        }
        if edits.len() == 1 {
            return state;
        }
        // The later half first: what it changes does not move what stands before.
        let (first, second) = edits.split_at(edits.len() / 2);
        let state = self.take(state, second);
        self.take(state, first)
    }
}

/// Whether every problem that is to go has gone, and none has come.
fn mends(state: &State, edits: &[(FileId, Edit)], tree: &Tree, problems: &[Diagnostic]) -> bool {
    let (before, after) = (counts(&state.problems, &state.tree), counts(problems, tree));
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, edit) in edits {
        *wanted.entry(&edit.fingerprint).or_default() += 1;
    }
    let count = |counts: &BTreeMap<String, usize>, print: &str| counts.get(print).copied().unwrap_or(0);
    after.iter().all(|(print, now)| *now <= count(&before, print))
        && wanted.iter().all(|(print, edits)| count(&after, print) + edits <= count(&before, print))
}

fn counts(problems: &[Diagnostic], tree: &Tree) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for problem in problems {
        *counts.entry(fingerprint(problem, tree)).or_default() += 1;
    }
    counts
}

fn apply(tree: &Tree, edits: &[(FileId, Edit)]) -> Tree {
    let mut texts: BTreeMap<FileId, String> = BTreeMap::new();
    for (file, edit) in edits.iter().rev() {
        let text = texts.entry(*file).or_insert_with(|| tree.text(*file).unwrap_or("").to_owned());
        text.replace_range(edit.start..edit.end, &edit.text);
    }
    tree.with_texts(&texts)
}
