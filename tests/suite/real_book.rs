//! The book of this repository: it builds clean for both audiences, and its plan's words are those of the source. These are
//! the only tests that read it; what the program does is tested with books that stay as they are.

use std::collections::BTreeMap;
use std::path::Path;

use planbook::date::Day;
use planbook::diag::{Diagnostic, Severity};
use planbook::plan_text;
use planbook::report::{Baseline, Style, render};
use planbook::vocabulary::MeetingState;

use crate::book::{Book, Outcome};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const BASELINE: &str = include_str!("../../check-baseline.json");
/// How the full text of a plan begins in the record of its source.
const FENCE: &str = "```plan-text\n";

/// The day of the newest update that is no announcement. What is new in the book moves it on; time alone changes nothing.
fn newest(book: &Book) -> Day {
    let (plan, _) = book.plans();
    let documents = plan.updates.iter().map(|update| &update.document);
    let happened =
        documents.filter(|update| update.meeting_state().is_none_or(|state| state == MeetingState::Held));
    happened.map(|update| update.date.value.earliest).max().expect("an update")
}

fn report(problems: &[Diagnostic], outcome: &Outcome) -> String {
    render(problems, &outcome.tree, Style::Plain)
}

#[test]
fn the_book_of_this_repository_builds_clean() {
    let book = Book::load(Path::new(ROOT)).strict();
    let book = book.clone().at(newest(&book));
    let baseline = Baseline::read(BASELINE).unwrap();
    for book in [book.clone(), book.internal()] {
        let outcome = book.build();
        let (tree, problems) = (&outcome.tree, outcome.diagnostics.clone());
        assert!(!Diagnostic::any_error(&problems), "{}", report(&problems, &outcome));
        // The links of all pages are among what is checked.
        let new = baseline.compare(problems, tree).new;
        assert!(new.is_empty(), "{}", report(&new, &outcome));
        let index = outcome.files.get("index.html").expect("a home page");
        assert!(!index.is_empty());
    }
}

/// How often each check of the plan's text reports something.
fn about_the_source(problems: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut found = BTreeMap::new();
    let shown = problems.iter().filter(|problem| problem.severity != Severity::Off);
    for problem in shown.filter(|problem| problem.code.name.starts_with("source-text")) {
        *found.entry(problem.code.name).or_default() += 1;
    }
    found
}

/// A letter more at each numbered line of the source is noticed at each record: so without it, all are alike.
#[test]
fn every_word_of_the_plan_is_that_of_its_source() {
    let (tree, _) = planbook::source::load(Path::new(ROOT), planbook::config::limits).unwrap();
    let texts = tree.files().filter_map(|(_, file)| {
        let text = std::str::from_utf8(file.content.bytes()).ok()?;
        file.path.starts_with("content/sources/").then_some(())?;
        Some((file.path.clone(), text.split_once(FENCE)?.0.len() + FENCE.len(), text.to_owned()))
    });
    let (mut book, mut lines) = (Book::load(Path::new(ROOT)), 0);
    for (path, start, mut text) in texts {
        let block = text[start..].split("\n```").next().unwrap().to_owned();
        for line in plan_text::parse(&block).iter().rev() {
            text.insert(start + line.range.end, 'x');
            lines += 1;
        }
        book = book.file(&path, text);
    }
    let real = Book::load(Path::new(ROOT));
    assert_eq!(about_the_source(&real.checked()), BTreeMap::new());
    let (plan, _) = real.plans();
    assert!(lines > 0 && lines == plan.areas.len() + plan.items.len(), "{lines} numbered lines");
    assert_eq!(about_the_source(&book.checked()), BTreeMap::from([("source-text-altered", lines)]));
}
