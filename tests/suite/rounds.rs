//! Rounds of reporting: who was asked, who has answered, and what a report says of a period.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::book::FROZEN;
use crate::outside_tools::{beside, python};

const PLAN: &str = "---\ntitle: Harbour <Plan>\nparties: [Port, City]\nadopted: 2025-01-01\nreporting: {every: every 6 months, grace-days: 10}\n---\n";

/// A plan of one area, in which the port leads three items and the city one.
fn book() -> Vec<(&'static str, String)> {
    let item = |title: &str, lead: &str, more: &str| {
        format!(
            "---\ntitle: \"{title}\"\nkind: deliverable\nlead: [{lead}]\n{more}---\n\nIt is to be done.\n"
        )
    };
    vec![
        (
            "book.toml",
            "[book]\ntitle = \"Harbour <Plan>\"\n[site]\nbase-url = \"https://harbour.example/\"\n"
                .to_owned(),
        ),
        ("content/plan.md", PLAN.to_owned()),
        ("content/areas/01-quays/area.md", "---\ntitle: Quays\nnumber: 1\n---\n".to_owned()),
        ("content/agencies/port.md", "---\nname: Port\nparty: Port\n---\n".to_owned()),
        ("content/agencies/city.md", "---\nname: City\nparty: City\n---\n".to_owned()),
        ("content/areas/01-quays/1.1-quay.md", item("A *new* quay", "port", "due: 2026-03-31\n")),
        ("content/areas/01-quays/1.2-lights.md", item("Lights", "port, city", "")),
        ("content/areas/01-quays/1.3-benches.md", item("Benches", "port", "")),
        ("content/areas/01-quays/1.4-trees.md", item("Trees", "city", "")),
    ]
}

/// An update: its day, its item and what else it says.
fn update(day: &str, item: &str, more: &str) -> (String, String) {
    let path = format!("content/updates/{}/{day}-{item}.md", &day[..4]);
    (
        path,
        format!("---\ntitle: \"News of {item}\"\ndate: {day}\nitems: [\"{item}\"]\nby: [port]\n{more}---\n"),
    )
}

const EVIDENCE: &str = "evidence: [{title: \"A | B\", url: \"https://example.org/a?b=1&c=2\"}]\n";

fn folder(updates: &[(String, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let all = book().into_iter().map(|(path, text)| (path.to_owned(), text));
    for (path, text) in all.chain(updates.iter().cloned()) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_planbook")).args(arguments).current_dir(folder).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

fn round(folder: &Path, period: &str, day: &str) -> serde_json::Value {
    let (code, said) = run(folder, &["status", "--round", period, "--as-of", day, "--json"]);
    assert_eq!(code, 0, "{said}");
    serde_json::from_str(&said).unwrap()
}

/// What is said of each item, whichever agency it is of.
fn answers(round: &serde_json::Value) -> BTreeMap<String, String> {
    let agencies = round["agencies"].as_array().unwrap().iter();
    let items = agencies.flat_map(|agency| agency["items"].as_array().unwrap());
    items
        .map(|it| (it["item"].as_str().unwrap().to_owned(), it["answer"].as_str().unwrap().to_owned()))
        .collect()
}

fn updates() -> Vec<(String, String)> {
    vec![
        // Completed before the round.
        update("2025-11-01", "1.4", &format!("status: completed\n{EVIDENCE}")),
        update("2026-05-01", "1.1", &format!("status: completed\n{EVIDENCE}")),
        update("2026-06-30", "1.2", "kind: no-change\n"),
        update("2026-08-01", "1.3", "status: in-progress\n"),
    ]
}

#[test]
fn what_has_become_of_a_round_follows_the_day() {
    let folder = folder(&updates());
    let of = |day: &str| round(folder.path(), "2026-H1", day);
    let expected = |answers: [&str; 3]| -> BTreeMap<String, String> {
        ["1.1", "1.2", "1.3"]
            .iter()
            .zip(answers)
            .map(|(item, it)| ((*item).to_owned(), it.to_owned()))
            .collect()
    };
    // The same items are asked about on each day, those that are answered too.
    assert_eq!(answers(&of("2026-04-01")), expected(["missing"; 3]));
    assert_eq!(answers(&of("2026-05-01")), expected(["answered", "missing", "missing"]));
    assert_eq!(answers(&of("2026-07-20")), expected(["answered", "answered", "missing"]));
    assert_eq!(answers(&of("2026-08-01")), expected(["answered", "answered", "answered-late"]));
    let july = of("2026-07-20");
    let number = |key: &str| july[key].as_i64().unwrap();
    assert_eq!((number("asked"), number("answered"), number("missing")), (3, 2, 1));
    assert_eq!((number("nothing_to_report"), number("late_by")), (1, 10));
    // In the days of grace nothing is late.
    assert_eq!(of("2026-07-10")["late_by"], serde_json::Value::Null);
    // Two agencies lead one of the items.
    let asked = july["agencies"].as_array().unwrap().iter().map(|it| it["asked"].as_u64().unwrap());
    assert_eq!(asked.collect::<Vec<_>>(), [1, 3]);
}

#[test]
fn who_answered_in_time_and_reports_once_more_is_not_late() {
    let mut all = updates();
    all.push(update("2026-06-10", "1.3", "reported: 2026-07-05\n"));
    all.push(update("2026-06-20", "1.3", "reported: 2026-07-15\n"));
    let folder = folder(&all);
    let day = "2026-07-20";
    let round = round(folder.path(), "2026-H1", day);
    assert_eq!(answers(&round)["1.3"], "answered");
    // Where nothing is missing, nothing is late.
    let (_, said) = run(folder.path(), &["status", "--round", "2026-H1", "--as-of", day]);
    assert!(said.contains("Missing      0  answers were in time until 2026-07-10\n"), "{said}");
    let (code, said) =
        run(folder.path(), &["build", "--as-of", day, "--audience", "internal", "--out", "internal"]);
    assert_eq!(code, 0, "{said}");
    let page = std::fs::read_to_string(folder.path().join("internal/rounds/index.html")).unwrap();
    assert!(
        page.contains("Answers were in time until 10 July 2026.")
            && !page.contains("What is missing is late"),
        "{page}"
    );
}

#[test]
fn a_report_lists_a_late_answer_as_late() {
    let mut all = updates();
    all.push(update("2026-06-20", "1.3", "reported: 2026-07-15\n"));
    let folder = folder(&all);
    let text = String::from_utf8(report(folder.path(), "2026-H1", "md", "a.md")).unwrap().replace('\\', "");
    let (_, agencies) = text.split_once("Reports by agency").unwrap();
    let (in_time, late) = agencies.split_once("Late answers, and answers of other agencies").unwrap();
    assert!(!in_time.contains("News of 1.3") && late.contains("News of 1.3"), "{text}");
}

#[test]
fn what_requests_asks_is_what_is_missing() {
    let folder = folder(&updates());
    for day in ["2026-02-01", "2026-05-02", "2026-07-01", "2026-08-01"] {
        let asked = round(folder.path(), "2026-H1", day);
        let missing = asked["agencies"].as_array().unwrap().iter().map(|it| it["missing"].as_u64().unwrap());
        let out = format!("asked-{day}");
        let (code, said) =
            run(folder.path(), &["requests", "--period", "2026-H1", "--as-of", day, "--out", &out]);
        assert_eq!(code, 0, "{said}");
        let forms = missing.sum::<u64>();
        let files =
            if forms == 1 { "1 file to fill in".to_owned() } else { format!("{forms} files to fill in") };
        assert!(said.contains(&files), "{day}: {said} but {forms} missing");
    }
}

#[test]
fn only_the_internal_site_has_the_page_and_it_has_the_same_numbers() {
    let folder = folder(&updates());
    for (audience, has_page) in [("public", false), ("internal", true)] {
        let arguments = ["build", "--as-of", "2026-07-20", "--audience", audience, "--out", audience];
        let (code, said) = run(folder.path(), &arguments);
        assert_eq!(code, 0, "{said}");
        let site = folder.path().join(audience);
        assert_eq!(site.join("rounds").exists(), has_page, "{audience}");
        let home = std::fs::read_to_string(site.join("index.html")).unwrap();
        assert_eq!(home.contains("Reporting rounds"), has_page);
    }
    let page = std::fs::read_to_string(folder.path().join("internal/rounds/index.html")).unwrap();
    assert!(
        page.contains("Items asked about: 3. Answered: 2 (late: 0, nothing to report: 1). Missing: 1."),
        "{page}"
    );
}

#[test]
fn the_large_plan_counts_each_answer_once() {
    let root = Path::new(FROZEN);
    let (code, said) = run(root, &["status", "--round", "2026-H1", "--as-of", "2026-11-25", "--json"]);
    assert_eq!(code, 0, "{said}");
    let round: serde_json::Value = serde_json::from_str(&said).unwrap();
    let number = |key: &str| round[key].as_u64().unwrap();
    assert_eq!(number("asked"), number("answered") + number("missing"));
    let items = answers(&round);
    assert_eq!(number("asked"), items.len() as u64);
    assert_eq!(number("missing"), items.values().filter(|it| *it == "missing").count() as u64);
}

/// A report on the plan as the bytes of a format.
fn report(folder: &Path, period: &str, format: &str, name: &str) -> Vec<u8> {
    let arguments =
        ["report", "--period", period, "--as-of", "2026-07-20", "--format", format, "--out", name];
    let (code, said) = run(folder, &arguments);
    assert_eq!(code, 0, "{said}");
    std::fs::read(folder.join(name)).unwrap()
}

#[test]
fn a_report_says_what_changed_in_each_format() {
    let folder = folder(&updates());
    let markdown = String::from_utf8(report(folder.path(), "2026-H1", "md", "a.md")).unwrap();
    insta::assert_snapshot!("report-markdown", markdown);
    let html = String::from_utf8(report(folder.path(), "2026-H1", "html", "a.html")).unwrap();
    insta::assert_snapshot!("report-html", html);
    assert!(!html.contains("<script") && !html.contains("javascript:"));
    let bytes = report(folder.path(), "2026-H1", "docx", "a.docx");
    assert!(bytes == report(folder.path(), "2026-H1", "docx", "b.docx"), "the same report has other bytes");
    let files = BTreeMap::from([("a.docx".to_owned(), bytes)]);
    insta::assert_snapshot!("report-docx", python(&[&beside("read_document.py")], &files, ".docx"));
}

#[test]
fn a_period_without_reports_says_so() {
    let folder = folder(&updates());
    let empty = String::from_utf8(report(folder.path(), "2026-Q1", "md", "q1.md")).unwrap();
    assert!(empty.contains("Nothing was reported in this period"), "{empty}");
    let (changes, late) = empty.split_once("Late answers, and answers of other agencies").unwrap();
    assert!(!changes.contains("News of") && late.contains("News of"), "{empty}");
    let full = String::from_utf8(report(folder.path(), "2026-Q2", "md", "q2.md")).unwrap();
    assert!(
        !full.contains("Nothing was reported in this period")
            && full.contains("News of 1\\.1") | full.contains("News of 1.1")
    );
}

#[test]
fn letters_are_word_documents() {
    let folder = folder(&updates());
    let arguments =
        ["requests", "--period", "2026-H1", "--format", "docx", "--as-of", "2026-04-01", "--out", "letters"];
    assert_eq!(run(folder.path(), &arguments).0, 0);
    let letter = std::fs::read(folder.path().join("letters/port/port-2026-H1.docx")).unwrap();
    let files = BTreeMap::from([("port.docx".to_owned(), letter)]);
    insta::assert_snapshot!("letter", python(&[&beside("read_document.py")], &files, ".docx"));
}

#[test]
fn mistakes_on_the_command_line_are_named() {
    let folder = folder(&[]);
    std::fs::write(folder.path().join("there.md"), "mine").unwrap();
    for (arguments, expected) in [
        (&["report", "--period", "2027-H1"][..], "begins after"),
        (&["report", "--period", "2024"], "ends before the plan was adopted"),
        (&["report", "--period", "soon"], "soon"),
        (&["report", "--period", "2026-H1", "--language", "ja"], "has no language `ja`"),
        (&["report", "--period", "2026-H1", "--format", "pdf"], "write `docx`, `html` or `md`"),
        (&["report", "--period", "2026-H1", "--format", "md", "--out", "there.md"], "there.md"),
        (&["status", "--round", "2026-H3"], "2026-H3"),
        (&["status", "--round", "2024"], "ends before the plan was adopted"),
    ] {
        let day: &[&str] = &["--as-of", "2026-07-20"];
        let (code, said) = run(folder.path(), &[arguments, day].concat());
        assert_ne!(code, 0, "{arguments:?}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    assert_eq!(std::fs::read_to_string(folder.path().join("there.md")).unwrap(), "mine");
}

#[test]
fn where_no_item_has_a_lead_that_is_why_nobody_was_asked() {
    let folder = folder(&[]);
    for name in ["1.1-quay", "1.2-lights", "1.3-benches", "1.4-trees"] {
        let path = folder.path().join(format!("content/areas/01-quays/{name}.md"));
        let text = std::fs::read_to_string(&path).unwrap();
        let without: Vec<&str> = text.lines().filter(|line| !line.starts_with("lead:")).collect();
        std::fs::write(&path, without.join("\n")).unwrap();
    }
    let why = "Nobody was asked: the items that await a report in this period have no responsible agency.";
    let (code, said) = run(folder.path(), &["status", "--round", "2026-H1", "--as-of", "2026-05-31"]);
    assert!(code == 0 && said.replace('\n', " ").contains(why), "{said}");
    let (code, said) = run(
        folder.path(),
        &["report", "--period", "2026-H1", "--as-of", "2026-05-31", "--format", "md", "--out", "report.md"],
    );
    let report =
        std::fs::read_to_string(folder.path().join("report.md")).unwrap_or_else(|_| panic!("{code}: {said}"));
    assert!(report.contains(why), "{report}");
}

#[test]
fn a_round_of_many_agencies_is_divided_into_pages() {
    let folder = folder(&[]);
    for n in 1..=500 {
        let write = |path: String, text: String| std::fs::write(folder.path().join(path), text).unwrap();
        write(
            format!("content/agencies/office-{n}.md"),
            format!("---\nname: Office {n}\nparty: Port\n---\n"),
        );
        let item = format!("---\ntitle: Task {n}\nkind: deliverable\nlead: [office-{n}]\n---\n");
        write(format!("content/areas/01-quays/1.{}-task.md", n + 4), item);
    }
    let path = folder.path().join("content/areas/01-quays/1.1-quay.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("lead: [port]\n", "")).unwrap();
    let arguments = ["build", "--as-of", "2026-07-20", "--audience", "internal", "--out", "site"];
    let (code, said) = run(folder.path(), &arguments);
    assert_eq!(code, 0, "{said}");
    let page = |n: usize| {
        let name = if n == 1 { String::new() } else { format!("page/{n}/") };
        std::fs::read_to_string(folder.path().join(format!("site/rounds/{name}index.html"))).ok()
    };
    let pages: Vec<String> = (1..).map_while(page).collect();
    // Two rounds of 502 agencies, 100 on a page.
    assert_eq!(pages.len(), 11);
    for n in 1..=500 {
        let name = format!("Task {n}</a>");
        let shown = pages.iter().filter(|page| page.contains(&name)).count();
        assert_eq!(shown, 2, "Task {n} stands once in each round");
    }
    let longest = pages.iter().map(String::len).max().unwrap();
    assert!(longest < 150_000, "a page of {longest} bytes");
    // The items without an agency stand once in each round, below the last agency.
    assert_eq!(pages.iter().filter(|page| page.contains("Items without a responsible agency")).count(), 2);
}
