//! `[outputs]`: what a book switches off is not there, and nothing leads to it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::book::{Book, Outcome};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SITE: &str = "https://harbour.example/plan/";

/// Whether a file is of a kind, by its path.
type IsOf = fn(&str) -> bool;

/// Each switch, and what it switches.
const SWITCHES: [(&str, IsOf); 10] = [
    ("feeds", |path| name(path).starts_with("atom") || name(path).starts_with("feed")),
    ("calendars", |path| in_plan(path).starts_with("calendar/") || path.ends_with(".ics")),
    ("data", |path| {
        let path = in_plan(path);
        path.starts_with("data/") || path == "CITATION.cff" || path.ends_with("index.json")
    }),
    ("record-json", |path| path.ends_with("index.json")),
    ("dashboards", |path| in_plan(path).starts_with("progress/")),
    ("cards", |path| path.ends_with("card.png")),
    ("embed", |path| path.starts_with("embed/")),
    ("markdown", |path| path.ends_with("index.md") || path.ends_with("llms.txt")),
    ("whole-plan", |path| in_plan(path).starts_with("plan/")),
    ("search", |path| path.starts_with("search") || path == "opensearch.xml"),
];

/// A path below the folder of the plan that it is of: `editions/2016/data/plan.json` is `data/plan.json` of that edition.
fn in_plan(path: &str) -> &str {
    path.strip_prefix("editions/").and_then(|rest| rest.split_once('/')).map_or(path, |(_, rest)| rest)
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A book that uses everything, with these lines in `[outputs]`.
fn built(lines: &str) -> Outcome {
    let settings = std::fs::read_to_string(Path::new(ROOT).join("tests/everything/book.toml")).unwrap();
    let (before, after) = settings.split_once("[outputs]\n").unwrap();
    let after = after.split_once('[').unwrap().1;
    let settings = format!("{before}[outputs]\n{lines}\n[feeds]\nitems = true\n\n[{after}");
    let book = Book::load(&Path::new(ROOT).join("tests/everything")).today("2024-06-30");
    let outcome = book.file("book.toml", settings).build();
    let problems: Vec<String> = outcome.places().into_iter().filter(|it| it.contains("link")).collect();
    assert_eq!(problems, Vec::<String>::new(), "{lines}");
    outcome
}

/// Every whole address of the site in any of its files leads to a file. The links of pages are checked by the build.
fn leads_nowhere(outcome: &Outcome) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, bytes) in &outcome.files {
        let Ok(text) = std::str::from_utf8(bytes) else { continue };
        let text = text.replace("\r\n ", "");
        for rest in text.split(SITE).skip(1) {
            let end = rest
                .find(['"', '<', '#', ' ', '\'', '\\', '\r', '\n', ')', '&', ',', '?'])
                .unwrap_or(rest.len());
            let target = &rest[..end];
            let page = format!("{target}index.html");
            if !outcome.files.contains_key(target) && !outcome.files.contains_key(&page) {
                wrong.push(format!("{path}: {target}"));
            }
        }
    }
    wrong
}

/// The paths of all files. The names of the parts of a search say what is in them, and this is less when something is off.
fn paths(outcome: &Outcome) -> BTreeSet<&str> {
    let is_part = |path: &&str| path.starts_with("search/") && path.contains('-');
    outcome.files.keys().map(String::as_str).filter(|path| !is_part(path)).collect()
}

#[test]
fn what_is_off_is_not_there_and_nothing_leads_to_it() {
    // Those that a book has to ask for.
    let asked = ["cards", "embed", "markdown"];
    let others = |key: &str| -> String {
        asked.iter().filter(|other| **other != key).map(|other| format!("{other} = true\n")).collect()
    };
    let full = built(&others(""));
    assert_eq!(leads_nowhere(&full), Vec::<String>::new());
    for (key, is_of) in SWITCHES {
        assert!(full.files.keys().any(|path| is_of(path)), "{key}");
        let without = built(&format!("{}{key} = false\n", others(key)));
        let expected: BTreeSet<&str> = paths(&full).into_iter().filter(|path| !is_of(path)).collect();
        assert_eq!(paths(&without), expected, "{key}");
        assert_eq!(leads_nowhere(&without), Vec::<String>::new(), "{key}");
    }
}

#[test]
fn a_site_can_do_without_all_of_them() {
    let lines: String = SWITCHES.iter().map(|(key, _)| format!("{key} = false\n")).collect();
    let bare = built(&lines);
    for path in bare.files.keys() {
        assert!(!SWITCHES.iter().any(|(_, is_of)| is_of(path)), "{path}");
    }
    assert_eq!(leads_nowhere(&bare), Vec::<String>::new());
    let home = String::from_utf8(bare.files["index.html"].clone()).unwrap();
    for trace in ["rel=\"alternate\"", "og:image", "DataDownload", "href=\"\"", "\"progress/"] {
        assert!(!home.contains(trace), "{trace}");
    }
    // The numbers of the dashboards are still told.
    assert!(home.contains("class=\"fig fig-overdue"), "{home}");
}

#[test]
fn a_theme_that_leads_to_what_is_off_is_reported() {
    let switches = [
        ("data", "data/plan.json"),
        ("record-json", "items/1.1/index.json"),
        ("dashboards", "progress/index.html"),
        ("calendars", "calendar.ics"),
        ("whole-plan", "plan/index.html"),
    ];
    for (key, path) in switches {
        let book = |value: bool| {
            let settings =
                format!("[book]\ntitle = \"T\"\n[site]\ntheme = \"harbour\"\n[outputs]\n{key} = {value}\n");
            Book::new()
                .file("book.toml", settings)
                .file("themes/harbour/theme.toml", "api = 2\n")
                .file("themes/harbour/templates/404.html", format!("{{% extends \"default/404.html\" %}}{{% block main %}}<h1>x</h1><a href=\"/{path}\">x</a>{{% endblock main %}}"))
        };
        assert_eq!(book(true).build().places(), Vec::<String>::new(), "{key}");
        let at = "broken-link themes/harbour/templates/404.html:1";
        assert_eq!(book(false).build().places(), [at], "{key}");
    }
}

#[test]
fn a_switch_that_does_not_exist_is_reported_with_the_one_that_was_meant() {
    let said =
        |lines: &str| Book::new().file("book.toml", format!("[book]\ntitle = \"T\"\n{lines}")).report();
    let report = said("[outputs]\ndashboard = false\n");
    assert!(
        report.contains("`outputs` has no key `dashboard`") && report.contains("`dashboards`"),
        "{report}"
    );
    let report = said("[site]\ncards = true\n");
    assert!(report.contains("the key `cards` belongs to the section `[outputs]`"), "{report}");
    let report = said("[outputs]\nfeeds = 3\n");
    assert!(report.contains("`feeds` must be `true` or `false`"), "{report}");
}
