//! Corrects what is certain: a suggestion is taken when nothing else comes into question, when the problem goes with it, and
//! when no other comes. All of it is tried on the book in memory; nothing here asks the disk.
//!
//! A record or value that could not be read may show more problems when it can be. They were there before, so they do not
//! count; what is wrong with the words that were written does.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::build;
use crate::date::Day;
use crate::diag::{Diagnostic, FileId, Severity, code, replacement};
use crate::plan::Plan;
use crate::report::fingerprint;
use crate::source::Tree;

/// How often the book is read again at most, to separate the suggestions that fix something from those that do not.
const TRIES: usize = 200;
/// How often suggestions are looked for at most: a record that can be read again may show more errors.
const ROUNDS: usize = 8;

/// A file that is fixed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedFile {
    /// Its path from the book's folder.
    pub path: String,
    /// What is in it.
    pub old: Arc<str>,
    /// What is to be in it.
    pub new: String,
}

/// What can be fixed.
#[derive(Debug)]
pub struct Fixes {
    /// The files that change, by path.
    pub files: Vec<FixedFile>,
    /// How many words change.
    pub words: usize,
    /// The problems of the book as it is.
    pub before: Vec<Diagnostic>,
    /// Its problems when all of this is written.
    pub after: Vec<Diagnostic>,
}

/// A replacement in a file.
#[derive(Debug, Clone)]
struct Edit {
    start: usize,
    end: usize,
    text: String,
    /// The problem that it fixes.
    fingerprint: String,
    /// Whether that problem is an error: what was written could not be read.
    unreadable: bool,
    /// Whether it moves lines, or what they are part of.
    reshapes: bool,
    /// Whether the front matter could not be read beyond it.
    ends_reading: bool,
}

/// Looks for all that can be fixed. `found` is what was wrong with the files themselves.
pub fn find(tree: &Tree, found: &[Diagnostic], today: Day) -> Fixes {
    let mut cache = build::Cache::default();
    let mut attempts = Attempts { found, today, left: TRIES, cache: &mut cache };
    let mut state = attempts.read(tree.clone());
    let before = state.problems.clone();
    let mut words = 0;
    for _ in 0..ROUNDS {
        let candidates = candidates(&state.problems, &state.tree);
        let taken;
        (state, taken) = attempts.take(state, &candidates);
        words += taken;
        if taken == 0 {
            break;
        }
    }
    let files: Vec<FixedFile> = tree
        .files()
        .filter_map(|(file, _)| {
            let (old, new) = (tree.shared_text(file)?, state.tree.text(file)?);
            (*old != *new).then(|| FixedFile { path: tree.path(file).to_owned(), old, new: new.to_owned() })
        })
        .collect();
    Fixes { files, words, before, after: state.problems }
}

/// Whether [`find`] would take the suggestion of this problem if there were no other. `cache` is that of a book which is read
/// again and again.
pub fn is_certain(
    tree: &Tree,
    found: &[Diagnostic],
    problem: &Diagnostic,
    today: Day,
    cache: &mut build::Cache,
) -> bool {
    let edits = candidates(std::slice::from_ref(problem), tree);
    let mut attempts = Attempts { found, today, left: TRIES, cache };
    let state = attempts.read(tree.clone());
    attempts.take(state, &edits).1 == 1
}

/// What is certain and in a text, in order of place; of two at one place the first.
fn candidates(problems: &[Diagnostic], tree: &Tree) -> Vec<(FileId, Edit)> {
    let mut edits: Vec<(FileId, Edit)> = Vec::new();
    for problem in problems.iter().filter(|problem| problem.certain) {
        let (Some(span), Some(text)) = (problem.span, &problem.suggestion) else { continue };
        let range = span.range();
        let Some(source) = tree.text(span.file) else { continue };
        let Some((written, text)) = source.get(range.clone()).zip(replacement(source, range.clone(), text))
        else {
            continue;
        };
        let edit = Edit {
            start: range.start,
            end: range.end,
            reshapes: reshapes(written, &text),
            text,
            fingerprint: fingerprint(problem, tree),
            unreadable: problem.severity == Severity::Error,
            ends_reading: problem.code == code::YAML_SYNTAX,
        };
        if edits.last().is_none_or(|(file, last)| *file != span.file || last.end <= edit.start) {
            edits.push((span.file, edit));
        }
    }
    edits
}

/// Whether a replacement changes line breaks, or the spaces and dashes that say what a line is part of.
fn reshapes(written: &str, text: &str) -> bool {
    let is_shape = |text: &str| text.chars().all(|c| c.is_whitespace() || c == '-');
    [written, text].iter().any(|text| text.contains('\n')) || (is_shape(written) && is_shape(text))
}

/// A book as it would be.
struct State {
    tree: Tree,
    problems: Vec<Diagnostic>,
    /// The paths of its records, as far as they could be read.
    records: BTreeSet<String>,
    /// Whether some lints were not asked.
    held_back: bool,
}

struct Attempts<'a> {
    found: &'a [Diagnostic],
    today: Day,
    left: usize,
    /// What was read before: a try changes few files.
    cache: &'a mut build::Cache,
}

impl Attempts<'_> {
    fn read(&mut self, tree: Tree) -> State {
        let book = build::read_with(&tree, self.found.to_vec(), self.today, self.cache);
        let records = records(book.plan());
        State { tree, records, held_back: book.held_back, problems: book.diagnostics }
    }

    /// Takes all edits that fix something, and counts them. Tries them together, and in halves when that does not do: nearly
    /// always all of them are right, and the book is read once.
    fn take(&mut self, state: State, edits: &[(FileId, Edit)]) -> (State, usize) {
        if edits.is_empty() || self.left == 0 {
            return (state, 0);
        }
        self.left -= 1;
        let tried = self.read(apply(&state.tree, edits));
        if corrects(&state, edits, &tried) {
            return (tried, edits.len());
        }
        if edits.len() == 1 {
            return (state, 0);
        }
        // The later half first: what it changes does not move what stands before.
        let (first, second) = edits.split_at(edits.len() / 2);
        let (state, later) = self.take(state, second);
        let (state, earlier) = self.take(state, first);
        (state, later + earlier)
    }
}

/// Whether every problem that is to go has gone, and none has come.
fn corrects(state: &State, edits: &[(FileId, Edit)], tried: &State) -> bool {
    let mut wanted: BTreeMap<String, usize> = BTreeMap::new();
    for (_, edit) in edits {
        *wanted.entry(edit.fingerprint.clone()).or_default() += 1;
    }
    let written = written(edits, &tried.tree);
    let was_hidden = |problem: &&Diagnostic| {
        problem.span.is_some_and(|span| {
            let path = tried.tree.path(span.file);
            let of_file = || written.iter().filter(|place| place.file == span.file);
            // A translation is no record, and of two errors of syntax the parser sees the first.
            let goes_on = of_file().any(|place| place.ends_reading)
                && (problem.code != code::YAML_SYNTAX || problem.certain);
            let read_now = goes_on || (tried.records.contains(path) && !state.records.contains(path));
            let about = |place: &Written| place.file == span.file && place.touches(&span.range());
            // A key that has come to stand elsewhere may be one too many there, and one too few where it stood.
            if problem.severity == Severity::Error
                && of_file().any(|place| place.reshapes)
                && (!problem.certain || of_file().any(|place| place.is_on_lines_of(&span.range())))
            {
                return false;
            }
            let asked_now = state.held_back && code::is_lint(problem.code);
            // A due date that can be read may have passed. What makes an error of its own is left to people.
            let is_warning = problem.severity != Severity::Error;
            asked_now && !written.iter().any(|place| about(place) && !(place.unreadable && is_warning))
                || read_now && !written.iter().any(about)
        })
    };
    let before = counts(state.problems.iter(), &state.tree);
    let after = counts(tried.problems.iter(), &tried.tree);
    let come = counts(tried.problems.iter().filter(|problem| !was_hidden(problem)), &tried.tree);
    let count = |counts: &BTreeMap<String, usize>, print: &str| counts.get(print).copied().unwrap_or(0);
    come.iter().all(|(print, now)| *now <= count(&before, print))
        && wanted.iter().all(|(print, edits)| count(&after, print) + edits <= count(&before, print))
}

/// A replacement in the new text.
struct Written {
    file: FileId,
    range: Range<usize>,
    /// The lines in which it stands.
    lines: Range<usize>,
    unreadable: bool,
    reshapes: bool,
    ends_reading: bool,
}

impl Written {
    fn is_on_lines_of(&self, range: &Range<usize>) -> bool {
        range.start < self.lines.end && self.lines.start < range.end
    }

    /// Whether something is about it. What was taken out has no letter that could be in both.
    fn touches(&self, range: &Range<usize>) -> bool {
        match self.range.is_empty() {
            true => range.start <= self.range.end && self.range.start <= range.end,
            false => range.start < self.range.end && self.range.start < range.end,
        }
    }
}

/// Where the replacements stand in the new texts.
fn written(edits: &[(FileId, Edit)], tree: &Tree) -> Vec<Written> {
    let mut places: Vec<Written> = Vec::new();
    let mut end_of_last = (FileId(u32::MAX), 0, 0);
    for (file, edit) in edits {
        let (old_end, new_end) = if end_of_last.0 == *file { (end_of_last.1, end_of_last.2) } else { (0, 0) };
        let start = new_end + (edit.start - old_end);
        let end = start + edit.text.len();
        places.push(Written {
            file: *file,
            range: start..end,
            lines: tree.text(*file).map_or(start..end, |text| whole_lines(text, start..end)),
            unreadable: edit.unreadable,
            reshapes: edit.reshapes,
            ends_reading: edit.ends_reading,
        });
        end_of_last = (*file, edit.end, end);
    }
    places
}

/// The lines in which a range stands.
fn whole_lines(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let rest = text.get(range.end..).and_then(|after| after.find('\n'));
    start..rest.map_or(text.len(), |at| range.end + at)
}

/// The paths of the records that could be read.
fn records(plan: &Plan) -> BTreeSet<String> {
    let records = plan.record_indices().filter_map(|ix| plan.record(ix));
    records.map(|(record, _)| record.path.clone()).collect()
}

fn counts<'a>(problems: impl Iterator<Item = &'a Diagnostic>, tree: &Tree) -> BTreeMap<String, usize> {
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
