//! `planbook status`: where the plan stands, in the terminal and for other programs.

use std::process::Command;

use crate::book::{FROZEN, frozen};

/// Standard output of a call that must succeed.
fn status(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_planbook")).arg("status").args(arguments).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&status(&[arguments, &["--json"]].concat())).unwrap()
}

const LARGE: [&str; 2] = ["--root", FROZEN];
const EVERYTHING: [&str; 2] = ["--root", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/everything")];
const DAY: [&str; 2] = ["--as-of", "2024-06-30"];

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

#[test]
fn the_dashboard_fits_a_terminal_of_80_columns() {
    for (name, root, day) in [
        ("frozen", LARGE, "2026-11-25"),
        ("frozen-2012", LARGE, "2012-12-31"),
        ("everything", EVERYTHING, "2024-06-30"),
    ] {
        let text = status(&[&root[..], &["--as-of", day]].concat());
        let wide: Vec<&str> = text.lines().filter(|line| textwrap::core::display_width(line) > 80).collect();
        assert!(wide.is_empty(), "{wide:?}");
        insta::assert_snapshot!(name, text);
    }
}

#[test]
fn the_json_says_the_same() {
    let text = status(&[&EVERYTHING[..], &DAY, &["--json"]].concat());
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(r"planbook \d+\.\d+\.\d+", "planbook [VERSION]");
    settings.bind(|| insta::assert_snapshot!("everything-json", text));
}

#[test]
fn every_count_is_the_length_of_its_list() {
    for root in [LARGE, EVERYTHING] {
        for day in ["2010-12-31", "2013-12-31", "2024-06-30", "2026-11-25"] {
            let summary = json(&[&root[..], &["--as-of", day]].concat());
            let sum = |list: &str, key: &str| -> u64 {
                summary[list].as_array().unwrap().iter().map(|entry| entry[key].as_u64().unwrap()).sum()
            };
            let total = |table: &str| -> u64 {
                summary[table].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum()
            };
            let length = |list: &str| summary[list].as_array().unwrap().len() as u64;
            let counted = summary["counted"].as_u64().unwrap();
            assert_eq!(sum("statuses", "items"), counted);
            assert_eq!(sum("kinds", "items"), counted);
            assert_eq!(sum("by_area", "items"), counted);
            assert_eq!((total("schedule"), total("freshness")), (counted, counted));
            assert_eq!(summary["schedule"]["overdue"], length("overdue"));
            assert_eq!(summary["schedule"]["due_soon"], length("due_soon"));
            assert_eq!(summary["freshness"]["stale"], length("stale"));
            assert_eq!(sum("by_area", "overdue"), length("overdue"));
            assert_eq!(sum("by_area", "stale"), length("stale"));
            assert_eq!(sum("by_area", "no_information"), length("no_information"));
            assert_eq!(summary["as_of"], day);
        }
    }
}

#[test]
fn before_its_adoption_the_plan_is_reported_as_not_adopted() {
    let then = json(&[&LARGE[..], &["--as-of", "2009-11-30"]].concat());
    assert_eq!(then["adopted_later"], serde_json::json!({ "text": "2009-12", "last_day": "2009-12-31" }));
    let all = then["statuses"].as_array().unwrap();
    let reported: Vec<_> = all.iter().filter(|it| it["items"] != 0).map(|it| it["status"].clone()).collect();
    assert_eq!(reported, ["not-reported"], "what happened before sets no status");
    assert!(json(&[&LARGE[..], &["--as-of", "2009-12-01"]].concat())["adopted_later"].is_null());
}

#[test]
fn the_home_page_counts_as_the_terminal_does() {
    let files = frozen().today("2026-11-25").build().files;
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    for count in json(&[&LARGE[..], &["--as-of", "2026-11-25"]].concat())["statuses"].as_array().unwrap() {
        let (status, items) = (count["status"].as_str().unwrap(), &count["items"]);
        let link = format!("status/{status}/index.html");
        assert_eq!(page.contains(&link), *items != 0, "{status}");
        if *items != 0 {
            let after: String = page.split(&link).skip(1).map(|rest| &rest[..rest.len().min(300)]).collect();
            assert!(after.contains(&items.to_string()), "{status}: {items} is not at {after}");
        }
    }
}

/// Every key of an object and of what is in it.
fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(entries) => {
            found.extend(entries.keys().cloned());
            entries.values().for_each(|value| keys(value, found));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_is_documented_and_the_example_is_true() {
    let page = include_str!("../../docs/reporting.md");
    let mut found = Vec::new();
    keys(&json(&[&EVERYTHING[..], &DAY].concat()), &mut found);
    keys(&json(&[&LARGE[..], &["--as-of", "2012-12-31"]].concat()), &mut found);
    let missing: Vec<&String> = found.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(found.len() > 100 && missing.is_empty(), "{missing:?}");
    let example = page.split("$ planbook status --as-of 2026-11-25\n").nth(1).unwrap();
    let example = example.split("```").next().unwrap();
    assert!(status(&[&LARGE[..], &["--as-of", "2026-11-25"]].concat()).starts_with(example), "{example}");
}

#[test]
fn a_plan_without_items_says_so() {
    let book = folder(&[
        ("book.toml", "[book]\ntitle = \"Harbour plan\"\n"),
        ("content/plan.md", "---\ntitle: Harbour plan\nparties: [A]\nadopted: 2020\n---\n"),
    ]);
    let root = ["--root", book.path().to_str().unwrap()];
    insta::assert_snapshot!("empty", status(&[&root[..], &DAY].concat()));
    assert_eq!(json(&[&root[..], &DAY].concat())["statuses"].as_array().unwrap().len(), 8);
}

#[test]
fn what_is_internal_is_counted_only_for_those_who_may_read_it() {
    let item = "---\ntitle: SECRET item\nkind: event\ndue: 2021\naudience: internal\n---\n";
    let book = folder(&[
        ("book.toml", "[book]\ntitle = \"Harbour plan\"\n"),
        ("content/plan.md", "---\ntitle: Harbour plan\nparties: [A]\nadopted: 2020\n---\n"),
        ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
        ("content/areas/01-trade/1.1-talks.md", "---\ntitle: Hold talks\nkind: event\n---\n"),
        ("content/areas/01-trade/1.2-secret.md", item),
    ]);
    let root = ["--root", book.path().to_str().unwrap()];
    let public = status(&[&root[..], &DAY].concat());
    assert!(!public.contains("SECRET") && public.contains("1 item or part"), "{public}");
    let internal = status(&[&root[..], &DAY, &["--audience", "internal"]].concat());
    assert!(
        internal.contains("SECRET item") && internal.contains("Internal: not for publication"),
        "{internal}"
    );
}

#[test]
fn what_went_backwards_is_listed_with_both_statuses() {
    let update =
        |date: &str, more: &str| format!("---\ntitle: U\ndate: {date}\nitems: [\"1.1\"]\n{more}---\n");
    let done = "status: completed\nevidence: {title: E, url: https://e.example}\n";
    let book = folder(&[
        ("book.toml", "[book]\ntitle = \"Harbour plan\"\n"),
        ("content/plan.md", "---\ntitle: Harbour plan\nparties: [A]\nadopted: 2020\n---\n"),
        ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
        ("content/areas/01-trade/1.1-quay.md", "---\ntitle: Mend the quay\nkind: deliverable\n---\n"),
        ("content/updates/2021-05-01-done.md", &update("2021-05-01", done)),
        ("content/updates/2022-05-01-not-done.md", &update("2022-05-01", "status: in-progress\n")),
    ]);
    let root = ["--root", book.path().to_str().unwrap()];
    let text = status(&[&root[..], &DAY].concat());
    let step = "\nStatus lowered (1)\n  1.1  Mend the quay\n      from \"Completed\" to \"In progress\", 1 May 2022\n";
    assert!(text.contains(step), "{text}");
    let before = json(&[&root[..], &["--as-of", "2022-04-30"]].concat());
    assert_eq!(before["went_backwards"].as_array().unwrap().len(), 0);
    let after = &json(&[&root[..], &DAY].concat())["went_backwards"][0];
    assert_eq!((&after["from"], &after["to"]), (&"completed".into(), &"in-progress".into()));
}

#[test]
fn a_book_with_errors_has_no_status() {
    let book = folder(&[("book.toml", "[book]\ntitle = \"Harbour plan\"\n")]);
    let output = Command::new(env!("CARGO_BIN_EXE_planbook"))
        .args(["status", "--root", book.path().to_str().unwrap()])
        .output()
        .unwrap();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.contains("no-plan") && errors.contains("cannot be shown"), "{errors}");
}

#[test]
fn indicators_are_listed_with_their_newest_value_and_target() {
    let item = "---\ntitle: Wells\nkind: deliverable\nindicators:\n  - id: wells\n    title: Wells in use\n    unit: wells\n    targets: [{period: 2022, value: 8}, {period: 2025, value: 12.50}]\n  - {id: pumps, title: Pumps}\n  - {id: secret, title: Secret, audience: internal}\nupdates:\n  - date: 2023-02-01\n    note: Counted.\n    values: [{indicator: wells, period: 2022, value: 7}]\n---\n";
    let folder = folder(&[
        ("book.toml", "[book]\ntitle = \"Plan\"\n"),
        ("content/plan.md", "---\ntitle: Plan\nparties: [Arland]\nadopted: 2020-01-01\n---\n"),
        ("content/areas/01-water/area.md", "---\nnumber: 1\ntitle: Water\n---\n"),
        ("content/areas/01-water/1.1-wells.md", item),
    ]);
    let root = ["--root", folder.path().to_str().unwrap()];
    let text = status(&[root, DAY].concat());
    let at = text.find("Indicators (2)").unwrap();
    let lines: Vec<&str> = text[at..].lines().skip(1).take(4).map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "1.1  Wells in use",
            "7\u{202f}wells (2022), target 12.50\u{202f}wells (2025)",
            "1.1  Pumps",
            "no value yet"
        ]
    );
    assert!(!text.contains("Secret"), "{text}");
    let json = json(&[root, DAY].concat());
    assert_eq!(json["indicators"][0]["target"]["value"], "12.50");
    assert_eq!(json["indicators"][0]["newest"]["period"]["last_day"], "2022-12-31");
    assert!(json["indicators"][1]["newest"].is_null());
    let early = status(&[root, ["--as-of", "2022-06-30"]].concat());
    assert!(early.contains("no value yet, target 8\u{202f}wells (2022)"), "{early}");
}
