//! One cause, one report: a file that cannot be read says so, and nothing that follows from it is reported, there or at other
//! files.

use std::collections::BTreeSet;
use std::path::Path;

use planbook::diag::{Diagnostic, Severity};
use planbook::source::Tree;
use planbook::{build, source};

use crate::book::{Book, day};
use crate::random;

/// The plan that contains everything, and no mistake.
fn everything() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/everything"));
    let (tree, _) = source::load(root, planbook::config::limits).unwrap();
    tree.files().map(|(_, file)| (file.path.clone(), file.content.bytes().to_vec())).collect()
}

/// What is said of each file: path, code and message. What has no place has an empty path.
fn said(files: Vec<(String, Vec<u8>)>) -> BTreeSet<(String, String)> {
    let (tree, found) = Tree::new(files);
    let book = build::read(&tree, found, day("2024-06-30"));
    let shown = book.diagnostics.iter().filter(|problem| problem.severity != Severity::Off);
    let path =
        |problem: &Diagnostic| problem.span.map_or_else(String::new, |span| tree.path(span.file).to_owned());
    shown.map(|problem| (path(problem), format!("{}: {}", problem.code.name, problem.message))).collect()
}

/// Numbers that look random and are the same at each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}

/// The text of a file after one of the mistakes that people make, or programs.
fn damaged(text: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let written = String::from_utf8_lossy(text).into_owned();
    let lines: Vec<&str> = written.split_inclusive('\n').collect();
    let end =
        lines.iter().skip(1).position(|line| line.trim_end() == "---").map_or(lines.len(), |end| end + 1);
    let at = 1 + numbers.below(end.saturating_sub(1));
    let with_line = |line: &str| {
        [&lines[..at.min(lines.len())].concat(), line, &lines[at.min(lines.len())..].concat()].concat()
    };
    let changed = match numbers.below(11) {
        0 => lines[..at.min(lines.len())].concat(),
        1 => with_line("<<<<<<< HEAD\n"),
        2 => {
            let mut bytes = text.to_vec();
            bytes.insert(numbers.below(bytes.len()), 0xff);
            return bytes;
        }
        3 => lines[1.min(lines.len())..].concat(),
        4 => with_line("items: [\"1.1\"\n"),
        5 => with_line("title: Talks: held\n"),
        6 => with_line("\tlead: x\n"),
        7 => with_line("summary: *x\n"),
        8 => written.replacen("title:", "titel_:", 1).replacen("name:", "nmae:", 1),
        9 => with_line(": : [\n"),
        _ => {
            let mut bytes = text.to_vec();
            bytes.insert(numbers.below(bytes.len()), 0);
            return bytes;
        }
    };
    changed.into_bytes()
}

#[test]
fn damage_to_one_file_is_reported_at_that_file_only() {
    let files = everything();
    let before = said(files.clone());
    let candidates: Vec<usize> = (0..files.len())
        .filter(|index| {
            let path = &files[*index].0;
            path == "book.toml" || (path.starts_with("content/") && path.ends_with(".md"))
        })
        .collect();
    for case in random::seeds(30) {
        let mut numbers = Numbers(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995);
        let index = candidates[numbers.below(candidates.len())];
        let mut changed = files.clone();
        changed[index].1 = damaged(&files[index].1, &mut numbers);
        let path = changed[index].0.clone();
        let text = String::from_utf8_lossy(&changed[index].1).into_owned();
        let after = said(changed);
        let elsewhere: Vec<&(String, String)> =
            after.difference(&before).filter(|(place, _)| *place != path).collect();
        assert!(
            elsewhere.is_empty(),
            "case {case}, {path}:\n{text}\nreported at other files: {elsewhere:#?}"
        );
        // A mistake in the text below the front matter may be none.
        let changed = files[index].1 != text.as_bytes();
        let reported = after.iter().any(|(place, _)| *place == path);
        assert!(
            reported || !changed || !text.starts_with("---"),
            "case {case}, {path}: nothing was reported of\n{text}"
        );
    }
}

#[test]
fn nothing_is_missing_in_front_matter_that_cannot_be_read() {
    let update = |first: &str| format!("---\n{first}\nitems: [\"1.1\"]\n---\n\nText.\n");
    for first in
        ["title: Report: the end", "title: “Report: the end”", "title: [a", "date: &x 2021\ntitle: *x"]
    {
        let problems =
            Book::new().file("content/updates/2021-05-01-talks.md", update(first)).strict().problems();
        let path = " content/updates/2021-05-01-talks.md:";
        assert!(
            problems.iter().all(|problem| problem.contains(path) && problem.contains("yaml")),
            "{first}: {problems:?}"
        );
    }
}

#[test]
fn settings_that_cannot_be_read_bring_no_warnings() {
    let book = Book::new().file("content/pages/lone.md", "---\ntitle: Lone\n---\n\nText.\n").strict();
    assert_eq!(book.problems(), ["orphan-page content/pages/lone.md:1"]);
    let broken = book.file("book.toml", "[book\ntitle = \"Harbour plan\"\n[check]\norphan-page = \"off\"\n");
    assert!(
        broken.problems().iter().all(|problem| problem.contains(" book.toml:")),
        "{:?}",
        broken.problems()
    );
}

#[test]
fn what_cannot_be_read_has_its_old_ids_and_its_short_updates() {
    let book = Book::new()
        .file("content/agencies/ar-trade.md", "---\nname: a: b\naliases: [ar-commerce, ar-old]\n---\n")
        .item("1.2", "lead: [ar-commerce]\n")
        .item("1.3", "lead: [ar-old]\ntitle2: [\nupdates:\n  - date: 2021-02\n    note: Talks.\n")
        .file("content/pages/about.md", "---\ntitle: About\norder: 1\n---\n\nSee [[1.3/2021-02]].\n");
    assert_eq!(
        book.problems(),
        ["yaml-syntax content/agencies/ar-trade.md:2", "yaml-syntax content/areas/01-trade/1.3-item.md:5"]
    );
}

#[test]
fn values_of_an_indicator_that_cannot_be_read_are_not_reported_beside_it() {
    let with = |indicator: &str| {
        Book::new().item("1.2", &format!("indicators:\n  - {indicator}\n")).update(
            "2022-01-05-begun",
            "[\"1.2\"]",
            "values: [{indicator: we ll, period: 2021, value: 3}]\n",
        )
    };
    let place = |code: &str| format!("{code} content/areas/01-trade/1.2-item.md:5");
    assert_eq!(with("{id: we ll, title: Wells, unit: wells}").problems(), [place("bad-id")]);
    assert_eq!(with("{id: wells, unit: wells}").problems(), [place("missing-key")]);
    let other = with("{id: wells, title: Wells, unit: wells}").problems();
    assert_eq!(other, ["unknown-indicator content/updates/2022-01-05-begun.md:5"]);
}

#[test]
fn a_word_that_is_empty_is_reported_where_it_stands() {
    let place = |line: usize| [format!("wrong-type content/areas/01-trade/1.2-item.md:{line}")];
    let problems = |keys: &str| Book::new().item("1.2", keys).problems();
    assert_eq!(problems("summary: ''\n"), place(4));
    assert_eq!(problems("lead: [{agency: ar-trade, role: ''}]\n"), place(4));
    assert_eq!(problems("lead: [{agency: ar-trade, person: ' '}]\n"), place(4));
    assert_eq!(problems("partners: ['', Port]\n"), place(4));
    assert_eq!(problems("partners: [Port, {value: ' ', audience: internal}]\n"), place(4));
}
