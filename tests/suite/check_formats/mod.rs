//! The formats of `check` for programs: each is read back as its readers read it, and agrees with what people are told.

mod large;
mod workflow_commands;

use std::collections::{BTreeMap, BTreeSet};

use planbook::diag::{self, Diagnostic, FileId, Span, code};
use planbook::report::{self, FORMATS, ProblemReport};
use planbook::source::Tree;
use serde_json::Value;

use crate::book::{Book, Outcome};
use crate::outside_tools::{beside, packages, python};

/// A book with something of everything: errors and warnings, suggestions, labels, the same twice, no place, other
/// letters, and characters that mean something to somebody.
fn book() -> Book {
    Book::new()
        .file(
            "content/areas/01-trade/1.1-talks.md",
            "---\ntitle: 会談, 100%\nkind: recuring\nlead: [ar-trad]\n---\n",
        )
        .item("1.2", "nots: a\nnots: b\n")
        .item("1.3", "lead: [ar-trad, ar-trad]\nlede: x\n")
        .item("1.4", "lead: [\"::error::x, y: 100%\"]\n")
        .file("content/areas/01-trade/ä b, c.txt", "x")
        .file("content/agencies/bad.md", b"\xff\xfe\n")
        .file("content/pages/a.md", "---\ntitle: A\n---\n![](files/x.png)\n<b>\n")
}

fn outcome() -> Outcome {
    let mut outcome = book().build();
    let message = "nothing in particular\r\n::error::50%";
    outcome.diagnostics.push(Diagnostic::placeless(code::NO_PLAN, message).help("a, b: c"));
    outcome
}

fn written(name: &str, outcome: &Outcome, prefix: &str) -> String {
    let report = ProblemReport { problems: &outcome.diagnostics, tree: &outcome.tree, prefix };
    (report::format(name).unwrap().write)(&report)
}

/// Runs `check-jsonschema`. The official schema of SARIF has a pattern that only the older kind of expressions takes.
fn is_valid(schema: &str, files: &[(&str, String)]) {
    let files: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.clone().into_bytes())).collect();
    python(
        &["-m", "check_jsonschema", "--regex-variant", "nonunicode", "--schemafile", schema],
        &files,
        ".json",
    );
}

#[test]
fn the_first_format_is_the_one_for_people() {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, ["human", "json", "github", "sarif", "gitlab"]);
    assert!(FORMATS.iter().all(|format| format.for_people == (format.name == "human")));
}

#[test]
fn the_book_of_these_tests_has_something_of_everything() {
    let outcome = outcome();
    let any = |test: &dyn Fn(&Diagnostic) -> bool| outcome.diagnostics.iter().any(test);
    assert!(any(&|p| p.span.is_none()) && any(&|p| !p.labels.is_empty()));
    assert!(any(&|p| p.suggestion.is_some()) && any(&|p| p.severity == diag::Severity::Warning));
    let prints: Vec<String> =
        outcome.diagnostics.iter().map(|problem| report::fingerprint(problem, &outcome.tree)).collect();
    assert!(
        prints.iter().collect::<BTreeSet<_>>().len() < prints.len(),
        "two are the same but for the place"
    );
}

#[test]
fn each_line_of_json_is_valid_by_its_published_schema() {
    let text = written("json", &outcome(), "plans/water/");
    let lines: Vec<(String, String)> =
        text.lines().enumerate().map(|(at, line)| (format!("{at:02}.json"), line.to_owned())).collect();
    let files: Vec<(&str, String)> = lines.iter().map(|(name, line)| (name.as_str(), line.clone())).collect();
    assert_eq!(files.len(), outcome().diagnostics.len());
    is_valid(&format!("{}/{SCHEMA}", env!("CARGO_MANIFEST_DIR")), &files);
}

/// Where the schema is published.
const SCHEMA: &str = "docs/schemas/problem.schema.json";

#[test]
fn the_published_schema_is_that_of_the_program() {
    let path = format!("{}/{SCHEMA}", env!("CARGO_MANIFEST_DIR"));
    let schema = report::problem_schema();
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::create_dir_all(std::path::Path::new(&path).parent().unwrap()).unwrap();
        std::fs::write(&path, &schema).unwrap();
    }
    let published = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(published, schema, "write it with PLANBOOK_UPDATE=1 cargo test check_formats");
}

#[test]
fn json_says_what_people_are_told() {
    let outcome = outcome();
    let text = written("json", &outcome, "");
    for (line, problem) in text.lines().zip(&outcome.diagnostics) {
        let value: Value = serde_json::from_str(line).unwrap();
        assert_eq!(value["code"], problem.code.name);
        assert_eq!(value["suggestion"].as_str(), problem.suggestion.as_deref());
        assert_eq!(value["place"].is_null(), problem.span.is_none());
        assert_eq!(value["related"].as_array().unwrap().len(), problem.labels.len());
    }
    let person = report::render(&outcome.diagnostics, &outcome.tree, report::Style::Plain);
    for line in text.lines() {
        let place = &serde_json::from_str::<Value>(line).unwrap()["place"];
        if let Some(path) = place["path"].as_str().filter(|path| *path != "content/agencies/bad.md") {
            let place = format!("{path}:{}:{}", place["line"], place["column"]);
            assert!(person.contains(&place), "{place} is not in\n{person}");
        }
    }
}

#[test]
fn sarif_is_valid_by_the_official_schema() {
    let schema = packages().join("sarif-schema-2.1.0.json");
    assert!(schema.exists(), "run tests/validators/prepare, which takes it from the registry");
    let nothing = Outcome { diagnostics: Vec::new(), ..outcome() };
    let texts =
        [("found.json", written("sarif", &outcome(), "a b/")), ("none.json", written("sarif", &nothing, ""))];
    is_valid(schema.to_str().unwrap(), &texts);
}

/// `["1.2x"]`: an id without its quotation marks may be a number.
#[test]
fn a_suggestion_keeps_the_quotation_marks_of_what_it_replaces() {
    let outcome =
        Book::new().item("1.20", "").update("2024-05-01-x", "[\"1-20\"]", "status: in-progress\n").build();
    let person = report::render(&outcome.diagnostics, &outcome.tree, report::Style::Plain);
    assert!(!person.contains("[1.20]"), "{person}");
    let json: Value = serde_json::from_str(&written("json", &outcome, "")).unwrap();
    assert_eq!(json["suggestion"], "\"1.20\"", "{json}");
    let log: Value = serde_json::from_str(&written("sarif", &outcome, "")).unwrap();
    let fix = &log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(fix["insertedContent"]["text"], "\"1.20\"");
}

#[test]
fn sarif_names_its_rules_and_places() {
    let outcome = outcome();
    let log: Value = serde_json::from_str(&written("sarif", &outcome, "a b/")).unwrap();
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), outcome.diagnostics.len());
    let mut prints = BTreeSet::new();
    for result in results {
        let rule =
            &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().starts_with("# `"), "{rule}");
        let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("a%20b/") && !uri.contains([' ', ',']), "{uri}");
        prints.insert(result["partialFingerprints"]["planbook/v1"].as_str().unwrap());
    }
    assert_eq!(prints.len(), results.len(), "each has a fingerprint of its own");
    let fixes: Vec<&Value> = results.iter().filter_map(|result| result.get("fixes")).collect();
    assert!(!fixes.is_empty());
}

#[test]
fn gitlab_gets_what_it_asks_for() {
    let outcome = outcome();
    let text = written("gitlab", &outcome, "");
    let nothing = Outcome { diagnostics: Vec::new(), ..outcome };
    let files = [("found.json", text.clone()), ("none.json", written("gitlab", &nothing, ""))];
    is_valid(&beside("gitlab-code-quality.schema.json"), &files);
    let report: Vec<Value> = serde_json::from_str(&text).unwrap();
    let prints: BTreeSet<&str> = report.iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), report.len(), "each has a fingerprint of its own");
}

#[test]
fn what_is_switched_off_is_in_no_format() {
    let book = Book::new()
        .file("book.toml", "[book]\ntitle = \"H\"\n[check]\nstray-file = \"off\"\n")
        .file("content/stray.txt", "x");
    let outcome = book.build();
    assert!(outcome.diagnostics.iter().any(|problem| problem.code == code::STRAY_FILE));
    for format in FORMATS {
        let text = (format.write)(&ProblemReport {
            problems: &outcome.diagnostics,
            tree: &outcome.tree,
            prefix: "",
        });
        assert!(!text.contains("stray"), "{}: {text}", format.name);
    }
}

#[test]
fn the_list_of_known_problems_lies_in_the_book() {
    let problems = |path: &str| {
        let settings = format!("[book]\ntitle = \"H\"\n[check]\nbaseline = {path}\n");
        Book::new().file("book.toml", settings).problems()
    };
    assert_eq!(problems("\"lists/known.json\""), [""; 0]);
    for path in ["\"../known.json\"", "\"/etc/known.json\"", "\"C:/known.json\"", "\"\"", "[\"a\"]"] {
        assert_eq!(problems(path), ["wrong-type book.toml:4"], "{path}");
    }
}

#[test]
fn no_format_can_be_made_to_fail_or_to_move_the_cursor() {
    let text = "---\ntitle: \u{1b}[31m\u{9b}2J\u{202e}\n---\n";
    let (tree, _) = Tree::new([("content/\u{1b}[1m.md".to_owned(), text.as_bytes().to_vec())]);
    let places = [0..0, 3..4, 5..9, 12..15, 20..21, 9_999..10_000];
    let problems: Vec<Diagnostic> = places
        .into_iter()
        .map(|range| Diagnostic::new(code::BAD_ID, Span::new(FileId(0), range), "\u{1b}[2Jx\u{202e}"))
        .map(|problem| problem.help("\u{9b}h").suggest("\u{7}"))
        .collect();
    for format in FORMATS.iter().filter(|format| !format.for_people) {
        let text = (format.write)(&ProblemReport { problems: &problems, tree: &tree, prefix: "" });
        let obeyed = |c: char| c != '\n' && planbook::characters::is_control(c);
        assert!(!text.contains(obeyed), "{}: {text:?}", format.name);
    }
}
