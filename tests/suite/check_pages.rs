//! The pages of the checks are tests: the example under "Wrong" reports exactly the marked lines, the one under "Right"
//! nothing. Every code has a page, and every page a code.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use planbook::diag::code;

use crate::book::Book;

/// These need a disk or bytes that are no text; other tests hold them.
const WITHOUT_EXAMPLE: &[&str] = &[
    "not-utf8",
    "too-large",
    "outside-tree",
    "case-collision",
    "no-plan",
    "too-deep",
    "broken-link",
    "image-without-alt",
    "too-many-files",
    "bad-po-file",
];

/// These are found by `planbook theme check`.
const OF_THEMES: &[&str] = &[
    "invalid-html",
    "inaccessible-page",
    "inline-code",
    "broken-style",
    "low-contrast",
    "unknown-token",
    "unmeasured-color",
    "unused-template",
];

/// These would find something in the examples of others, which are short.
const UNFINISHED: &[&str] = &[
    "fill-in",
    "orphan-page",
    "update-says-nothing",
    "stale",
    "overdue",
    "unmarked-language",
    "untranslated-interface",
];

/// What stands above the list of checks.
const INTRODUCTION: &str = "# The checks

What `planbook check` reports, in groups. `planbook explain CODE` prints the page of a check.

An error stops a build, a warning does not. A check that is off reports nothing. A line below `[check]` in `book.toml` sets a
check that is a warning or off to `\"error\"`, `\"warning\"` or `\"off\"`. You cannot turn off an error, because the site would
be wrong.
";

struct Example {
    path: String,
    lines: Vec<usize>,
    text: String,
}

fn page(name: &str) -> String {
    let path = format!("{}/docs/checks/{name}.md", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The fenced files of a section.
fn examples(page: &str, section: &str) -> Vec<Example> {
    let mut examples = Vec::new();
    let mut inside = false;
    let mut open: Option<(String, Example)> = None;
    for line in page.lines() {
        if let Some((fence, example)) = &mut open {
            if line.trim_end() == fence.as_str() {
                examples.extend(open.take().map(|(_, example)| example));
            } else {
                example.text.push_str(line);
                example.text.push('\n');
            }
        } else if let Some(title) = line.strip_prefix("## ") {
            inside = title.trim() == section;
        } else if inside && line.starts_with("```") {
            let fence: String = line.chars().take_while(|c| *c == '`').collect();
            let place = line[fence.len()..]
                .split_whitespace()
                .nth(1)
                .unwrap_or_else(|| panic!("a fence without a path: {line}"));
            let (path, lines) = place.split_once(':').unwrap_or((place, ""));
            let lines =
                lines.split(',').filter(|line| !line.is_empty()).map(|line| line.parse().unwrap()).collect();
            open = Some((fence, Example { path: path.to_owned(), lines, text: String::new() }));
        }
    }
    examples
}

fn book(examples: &[Example]) -> Book {
    examples
        .iter()
        .filter(|example| {
            example.path.starts_with("content/")
                || example.path.starts_with("themes/")
                || example.path == "book.toml"
        })
        .fold(Book::new(), |book, example| book.file(&example.path, &example.text))
}

/// What the command that finds this code reports. A page about a change has a section with what was before.
fn problems(code: &str, before: &[Example], examples: &[Example]) -> Vec<String> {
    let changed = book(examples);
    if before.is_empty() { found(code, &changed) } else { found_since(&book(before), &changed) }
}

fn found_since(before: &Book, book: &Book) -> Vec<String> {
    assert_eq!(before.problems(), Vec::<String>::new());
    book.problems().into_iter().chain(book.stopped_since(before)).collect()
}

fn found(code: &str, book: &Book) -> Vec<String> {
    let strict;
    let book = if UNFINISHED.contains(&code) {
        strict = book.clone().strict();
        &strict
    } else {
        book
    };
    if OF_THEMES.contains(&code) { book.check_theme().places() } else { book.problems() }
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let folder = format!("{}/docs/checks", env!("CARGO_MANIFEST_DIR"));
    let mut pages: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .map(|name| name.strip_suffix(".md").expect("a Markdown page").to_owned())
        .collect();
    pages.sort();
    let mut codes: Vec<String> = code::ALL.iter().map(|code| code.name.to_owned()).collect();
    codes.sort();
    assert_eq!(pages, codes);
    for name in codes {
        assert!(page(&name).starts_with(&format!("# `{name}`\n")), "{name}");
    }
}

#[test]
fn wrong_examples_report_the_marked_lines_and_right_ones_nothing() {
    let mut failures = String::new();
    for code in code::ALL.iter().filter(|code| !WITHOUT_EXAMPLE.contains(&code.name)) {
        let page = page(code.name);
        let before = examples(&page, "Before");
        let wrong = examples(&page, "Wrong");
        let mut expected: BTreeMap<String, usize> = BTreeMap::new();
        for example in &wrong {
            for line in &example.lines {
                *expected.entry(format!("{} {}:{line}", code.name, example.path)).or_default() += 1;
            }
        }
        if expected.is_empty() {
            let _ = writeln!(failures, "{}: no line is marked", code.name);
        }
        let mut reported: BTreeMap<String, usize> = BTreeMap::new();
        for place in problems(code.name, &before, &wrong) {
            *reported.entry(place).or_default() += 1;
        }
        if reported.keys().ne(expected.keys()) {
            let _ = writeln!(
                failures,
                "{}: expected {:?}\n    reported {:?}",
                code.name,
                expected.keys(),
                reported.keys()
            );
        }
        let right = problems(code.name, &before, &examples(&page, "Right"));
        if !right.is_empty() {
            let _ = writeln!(failures, "{}: the right example reports {right:?}", code.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

/// `docs/checks/README.md` is made from the table of codes. When they differ, `PLANBOOK_UPDATE=1 cargo test check_pages` writes
/// it anew.
#[test]
fn the_list_of_checks_is_made_from_the_table() {
    let mut list = INTRODUCTION.to_owned();
    for group in code::GROUPS {
        let _ = write!(list, "\n## {}\n\n| code | default | what it reports |\n|---|---|---|\n", group.title);
        for code in group.codes {
            let _ = writeln!(
                list,
                "| [`{0}`]({0}.md) | {1} | {2} |",
                code.name,
                code.severity.word(),
                code.summary
            );
        }
    }
    let path = format!("{}/docs/checks/README.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::write(&path, &list).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), list);
}
