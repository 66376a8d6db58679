//! What is internal cannot be told from the public site: it is, byte for byte, the site of the book from which somebody
//! deleted everything internal by hand.
//!
//! Each case is a book at random ([`generate`]) with marks at random ([`marks`]), written down twice ([`write`]).
//!
//! `PLANBOOK_CASES=3000 cargo test non_interference` looks longer; `PLANBOOK_CASE=NUMBER` looks at one case again.

pub mod chance;
pub mod generate;
mod marks;
pub mod model;
mod texts;
mod translations;
pub mod write;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use planbook::diag::Severity;
use planbook::report::{self, Style};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestError, TestRunner};

use crate::book::{Book, Outcome};
use crate::random::{cases, config, variable};
use marks::Marks;
use model::{Key, Model};

/// How many books are looked at, unless `PLANBOOK_CASES` says otherwise.
const CASES: u32 = 300;

/// The two books of a case.
struct Pair {
    marked: BTreeMap<String, Vec<u8>>,
    deleted: BTreeMap<String, Vec<u8>>,
    model: Model,
    marks: Marks,
}

/// What is wrong with a case.
#[derive(Debug, PartialEq)]
enum Wrong {
    Errors(String),
    Differs(String),
}

fn pair(seed: u64, without: &BTreeSet<usize>) -> Pair {
    let mut model = generate::model(seed);
    let marks = marks::mark(&mut model, seed, without);
    Pair { marked: write::marked(&model), deleted: write::deleted(&model), model, marks }
}

impl Pair {
    fn books(&self) -> [Book; 2] {
        [&self.marked, &self.deleted].map(|files| write::book(&self.model, files))
    }

    /// Compares the two public sites, and what agencies are asked for the public plan.
    fn check(&self) -> Result<(), Wrong> {
        let books = self.books();
        let [marked, deleted] = books.each_ref().map(Book::build);
        for (name, outcome) in [("marked", &marked), ("deleted", &deleted)] {
            errors(name, outcome)?;
        }
        if let Some(difference) = difference(&marked.files, &deleted.files) {
            return Err(Wrong::Differs(difference));
        }
        let [marked, deleted] = books.map(|book| book.requests("2024-H1").files);
        let bytes = |files: Vec<(String, String)>| {
            files.into_iter().map(|(path, text)| (format!("requests/{path}"), text.into_bytes())).collect()
        };
        difference(&bytes(marked), &bytes(deleted)).map_or(Ok(()), |found| Err(Wrong::Differs(found)))
    }
}

/// A book at random, and the same without what is internal in it.
pub fn books(seed: u64) -> [Book; 2] {
    pair(seed, &BTreeSet::new()).books()
}

/// A book with errors would have no site, and so nothing to tell.
fn errors(name: &str, outcome: &Outcome) -> Result<(), Wrong> {
    let wrong = |severity| severity == Severity::Error;
    let errors: Vec<_> =
        outcome.diagnostics.iter().filter(|problem| wrong(problem.severity)).cloned().collect();
    match errors.is_empty() {
        true if outcome.files.is_empty() => Err(Wrong::Errors(format!("the {name} book has no site"))),
        true => Ok(()),
        false => Err(Wrong::Errors(format!(
            "the {name} book has errors:\n{}",
            report::render(&errors, &outcome.tree, Style::Plain)
        ))),
    }
}

/// The first place in which two sites differ.
pub fn difference(marked: &BTreeMap<String, Vec<u8>>, deleted: &BTreeMap<String, Vec<u8>>) -> Option<String> {
    let only = |a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        a.keys().filter(|path| !b.contains_key(*path)).cloned().collect()
    };
    let (more, fewer) = (only(marked, deleted), only(deleted, marked));
    if !more.is_empty() || !fewer.is_empty() {
        return Some(format!("  only with marks: {more:?}\n  only when deleted: {fewer:?}"));
    }
    let (path, bytes) = marked.iter().find(|(path, bytes)| deleted[*path] != **bytes)?;
    let (marked, deleted) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&deleted[path]));
    let line = marked.lines().zip(deleted.lines()).take_while(|(a, b)| a == b).count();
    let show = |text: &str| text.lines().nth(line).unwrap_or("(nothing)").to_owned();
    Some(format!("  {path}:{}\n  marked:  {}\n  deleted: {}", line + 1, show(&marked), show(&deleted)))
}

/// Everything about a case that is wrong, with as few marks as it takes.
fn report(seed: u64) -> String {
    let wrong = |without: &BTreeSet<usize>| pair(seed, without).check().err();
    let kind = |wrong: &Wrong| std::mem::discriminant(wrong);
    let Some(first) = wrong(&BTreeSet::new()) else { return "nothing is wrong".to_owned() };
    let mut without = BTreeSet::new();
    let mut length = pair(seed, &without).marks.places.len().div_ceil(2);
    loop {
        let places: Vec<usize> = pair(seed, &without).marks.places.into_keys().collect();
        let fewer = places.chunks(length.max(1)).find_map(|chunk| {
            let fewer: BTreeSet<usize> = without.iter().chain(chunk).copied().collect();
            wrong(&fewer).is_some_and(|other| kind(&other) == kind(&first)).then_some(fewer)
        });
        match fewer {
            Some(fewer) => without = fewer,
            None if length <= 1 => break,
            None => length /= 2,
        }
    }
    let left = pair(seed, &without);
    let (Wrong::Errors(what) | Wrong::Differs(what)) = wrong(&without).unwrap_or(first);
    let places: Vec<String> = left.marks.places.values().map(|place| format!("  {place}\n")).collect();
    let folder = keep(seed, &left);
    format!(
        "case {seed}:\n{what}\nwith these marks alone:\n{}the two books are in {}",
        places.concat(),
        folder.display()
    )
}

/// Writes both books down, to be looked at.
fn keep(seed: u64, pair: &Pair) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("non-interference/{seed}"));
    let _ = std::fs::remove_dir_all(&folder);
    for (name, files) in [("marked", &pair.marked), ("deleted", &pair.deleted)] {
        for (path, bytes) in files {
            let path = folder.join(name).join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
    }
    folder
}

/// Looks at so many books, and returns how many marks of each kind they had.
fn look(cases: u32) -> BTreeMap<String, usize> {
    if let Some(seed) = variable("PLANBOOK_CASE") {
        assert_eq!(report(seed), "nothing is wrong");
    }
    let kinds: RefCell<BTreeMap<String, usize>> = RefCell::default();
    let result =
        TestRunner::new(ProptestConfig { cases, ..config(CASES) }).run(&any::<u64>().no_shrink(), |seed| {
            let pair = pair(seed, &BTreeSet::new());
            for (kind, count) in &pair.marks.kinds {
                *kinds.borrow_mut().entry(kind.clone()).or_default() += count;
            }
            pair.check().map_err(|_| TestCaseError::fail("it can be told"))
        });
    match result {
        Ok(()) => kinds.into_inner(),
        Err(TestError::Fail(_, seed)) => panic!("{}", report(seed)),
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

#[test]
fn nothing_internal_can_be_told_from_the_public_site() {
    let cases = cases(CASES);
    let kinds = look(cases);
    let cases = usize::try_from(cases).unwrap();
    assert!(kinds.values().sum::<usize>() > cases * 5, "{kinds:?}");
    for kind in [
        "area",
        "item",
        "update",
        "short update",
        "agency",
        "forum",
        "source",
        "page",
        "edition",
        "area of an edition",
        "item of an edition",
        "update of an edition",
        "short update of an edition",
        "block",
        "aliases",
        "parties",
        "languages",
        "reporting",
        "lead",
        "supporting",
        "related",
        "depends-on",
        "same-as",
        "continues",
        "indicators",
        "baseline",
        "targets",
        "values",
        "new-targets",
        "milestones",
        "items",
        "areas",
        "by",
        "evidence",
        "meeting",
        "assessment",
        "valid",
        "adopted-by",
    ] {
        let count = kinds.get(kind).copied().unwrap_or(0);
        assert!(count >= cases / 100, "only {count} marks on `{kind}` in {cases} cases: {kinds:?}");
    }
}

/// If the comparison saw nothing, or nothing were marked, these would be the same too.
#[test]
fn what_is_internal_does_show_on_the_internal_site() {
    let mut shown = 0;
    for seed in 0..20 {
        let pair = pair(seed, &BTreeSet::new());
        let [marked, deleted] = pair.books().map(|book| book.internal().build());
        errors("marked", &marked).unwrap();
        errors("deleted", &deleted).unwrap();
        shown += usize::from(difference(&marked.files, &deleted.files).is_some());
    }
    assert!(shown >= 15, "only {shown} of 20 books differ");
}

/// A case stays the same case: what is left of it does not move when one mark is taken away.
#[test]
fn marks_can_be_taken_away_one_by_one() {
    let all = pair(7, &BTreeSet::new()).marks.places;
    let first: Key = *all.keys().next().unwrap();
    let mut rest = pair(7, &BTreeSet::from([first])).marks.places;
    assert_eq!(rest.insert(first, all[&first].clone()), None);
    assert_eq!(rest, all);
}
