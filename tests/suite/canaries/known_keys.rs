//! The book with the canaries has every key that a record can have. The program is asked which there are, so a new key
//! wants a canary.

use std::collections::{BTreeMap, BTreeSet};

use planbook::diag::FileId;
use planbook::fields::{Value, ValueKind, parse_yaml};

use crate::book::Book;

/// A place for keys, and a file in which it has one that does not exist.
const PLACES: &[(&str, &str, &str)] = &[
    ("plan", "content/plan.md", "zz: 1"),
    ("area", "content/areas/01-trade/area.md", "zz: 1"),
    ("item", "content/areas/01-trade/1.1-talks.md", "zz: 1"),
    ("update", "content/updates/2021-01-01-x.md", "date: 2021-01-01\nplan: true\ntitle: X\nzz: 1"),
    ("agency", "content/agencies/ar-trade.md", "zz: 1"),
    ("forum", "content/forums/x.md", "zz: 1"),
    ("source", "content/sources/x.md", "zz: 1"),
    ("page", "content/pages/x.md", "zz: 1"),
    ("plan reporting", "content/plan.md", "reporting: {zz: 1}"),
    ("area lead", "content/areas/01-trade/area.md", "lead: [{zz: 1}]"),
    ("item lead", "content/areas/01-trade/1.1-talks.md", "lead: [{zz: 1}]"),
    ("item supporting", "content/areas/01-trade/1.1-talks.md", "supporting: [{zz: 1}]"),
    ("item continues", "content/areas/01-trade/1.1-talks.md", "continues: [{zz: 1}]"),
    ("item indicators", "content/areas/01-trade/1.1-talks.md", "indicators: [{id: a, zz: 1}]"),
    (
        "item indicators baseline",
        "content/areas/01-trade/1.1-talks.md",
        "indicators: [{id: a, title: A, baseline: {zz: 1}}]",
    ),
    (
        "item indicators targets",
        "content/areas/01-trade/1.1-talks.md",
        "indicators: [{id: a, title: A, targets: [{zz: 1}]}]",
    ),
    ("item milestones", "content/areas/01-trade/1.1-talks.md", "milestones: [{zz: 1}]"),
    ("update values", "content/updates/2021-01-01-x.md", "values: [{zz: 1}]"),
    ("update new-targets", "content/updates/2021-01-01-x.md", "new-targets: [{zz: 1}]"),
    ("item see", "content/areas/01-trade/1.1-talks.md", "see: [{zz: 1}]"),
    ("item updates", "content/areas/01-trade/1.1-talks.md", "updates: [{date: 2021-01-01, note: X, zz: 1}]"),
    ("update evidence", "content/updates/2021-01-01-x.md", "evidence: [{zz: 1}]"),
    ("update meeting", "content/updates/2021-01-01-x.md", "meeting: {zz: 1}"),
    ("update assessment", "content/updates/2021-01-01-x.md", "assessment: {zz: 1}"),
    ("agency valid", "content/agencies/ar-trade.md", "valid: {zz: 1}"),
    ("forum valid", "content/forums/x.md", "valid: {zz: 1}"),
];

/// The keys that the program knows in a place, from what it says of one that it does not know.
fn known(path: &str, yaml: &str) -> BTreeSet<String> {
    let outcome = Book::new().file(path, format!("---\n{yaml}\n---\n")).build();
    let help = outcome
        .diagnostics
        .iter()
        .filter(|problem| problem.code.name == "unknown-key")
        .find_map(|problem| problem.help.as_deref())
        .unwrap_or_else(|| panic!("{yaml} in {path} has no unknown key"));
    let keys = help.strip_prefix("the keys are ").and_then(|rest| rest.split(';').next()).unwrap();
    keys.split(", ").map(str::to_owned).collect()
}

/// The keys of a book by place, where `internal` says so of the record's file.
fn used(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, BTreeSet<String>> {
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".md")) {
        let text = String::from_utf8_lossy(bytes);
        let yaml = text.split("---\n").nth(1).unwrap();
        let (value, _) = parse_yaml(yaml, FileId(0), 0, 16);
        note(&mut used, kind(path), &value);
    }
    used
}

fn kind(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or("");
    let folders = ["agencies", "forums", "sources", "pages", "updates"];
    let kinds = ["agency", "forum", "source", "page", "update"];
    match folders.iter().position(|folder| path.starts_with(&format!("content/{folder}/"))) {
        Some(index) => kinds[index],
        None if name == "plan.md" => "plan",
        None if name == "area.md" => "area",
        None => "item",
    }
}

fn note(used: &mut BTreeMap<String, BTreeSet<String>>, place: &str, value: &Value) {
    match &value.kind {
        ValueKind::Map(entries) => {
            for entry in entries {
                used.entry(place.to_owned()).or_default().insert(entry.key.clone());
                note(used, &format!("{place} {}", entry.key), &entry.value);
            }
        }
        ValueKind::List(values) => values.iter().for_each(|value| note(used, place, value)),
        _ => {}
    }
}

fn missing(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let used = used(files);
    let mut missing = Vec::new();
    let mut count = 0;
    for (place, path, yaml) in PLACES {
        let known = known(path, yaml);
        count += known.len();
        let own = used.get(*place).cloned().unwrap_or_default();
        missing.extend(known.difference(&own).map(|key| format!("{place}: {key}")));
    }
    assert!(count > 130, "only {count} keys are known");
    missing
}

#[test]
fn every_key_that_there_is_is_in_an_internal_record() {
    let internal: BTreeMap<String, Vec<u8>> = super::planted(&[super::records::INTERNAL]).files;
    // Entries have an audience of their own in public records; the other layer has those.
    let missing: Vec<String> =
        missing(&internal).into_iter().filter(|key| !key.ends_with(": audience")).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_mapping_that_can_be_internal_is_once() {
    assert_eq!(missing(&super::everything().files), Vec::<String>::new());
}

#[test]
fn every_key_that_there_is_is_documented() {
    let path = format!("{}/docs/content.md", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    for (place, path, yaml) in PLACES {
        for key in known(path, yaml) {
            let written = [format!("`{key}`"), format!("{{{key}: "), format!(", {key}: ")];
            assert!(written.iter().any(|written| text.contains(written)), "`{key}` of {place}");
        }
    }
}
