//! The data of a plan that is too large for one file.

use std::collections::BTreeMap;

use serde_json::Value;

use super::tools::is_valid;
use super::{Book, SETTINGS, book, built, data};

/// The most that a file may have here: the least that the settings allow.
const MEGABYTE: usize = 1_000_000;

/// A book whose three long pages are too long for one file together.
fn long(settings: &str) -> BTreeMap<String, Vec<u8>> {
    let line = format!("{}\n", "The harbour is open. ".repeat(40));
    let page = |book: Book, name: &str| {
        let text = format!("---\ntitle: Page {name}\n---\n\n{}", line.repeat(500));
        book.file(&format!("content/pages/{name}.md"), text)
    };
    let book = ["one", "two", "three"].into_iter().fold(book(), page);
    built(&book.file("book.toml", format!("{SETTINGS}{settings}")))
}

/// What the index says of each file: its path, kind, count and bytes.
fn listed(index: &Value) -> Vec<(&str, &str, usize, usize)> {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let files = index["files"].as_array().unwrap().iter();
    let part = |part: &'_ Value| (number(&part["count"]), number(&part["bytes"]));
    files
        .map(|file| (file["path"].as_str().unwrap(), file["kind"].as_str().unwrap(), part(file)))
        .map(|(path, kind, (count, bytes))| (path, kind, count, bytes))
        .collect()
}

#[test]
fn the_files_of_a_large_plan_have_together_what_one_file_has() {
    let (whole, split) = (long(""), long("\n[data]\nsplit-above = 1\n"));
    let (plan, index) = (data(&whole, "data/plan.json"), data(&split, "data/plan.json"));
    assert!(whole["data/plan.json"].len() > MEGABYTE && plan.get("files").is_none());
    let mut joined = index.clone();
    let rest = joined.as_object_mut().unwrap();
    rest.shift_remove("files");
    rest.insert("$schema".to_owned(), plan["$schema"].clone());
    for list in ["areas", "items", "updates", "agencies", "forums", "sources", "pages"] {
        rest.insert(list.to_owned(), Value::Array(Vec::new()));
    }
    for (path, kind, count, bytes) in listed(&index) {
        let file = &split[&format!("data/{path}")];
        assert_eq!(file.len(), bytes, "{path}");
        assert!(file.len() <= MEGABYTE, "{path}");
        let records = data(&split, &format!("data/{path}"))["records"].as_array().unwrap().clone();
        assert_eq!(records.len(), count, "{path}");
        for mut record in records {
            let page = record["url"].as_str().unwrap().strip_prefix("https://plan.example/").unwrap();
            assert_eq!(record, data(&split, &format!("{page}index.json"))["record"], "{page}");
            record.as_object_mut().unwrap().shift_remove("type");
            joined[kind].as_array_mut().unwrap().push(record);
        }
    }
    assert_eq!(joined, plan);
    is_valid("large", &split);
}

#[test]
fn only_a_kind_that_is_too_long_has_several_files_and_the_page_names_all() {
    let split = long("\n[data]\nsplit-above = 1\n");
    let index = data(&split, "data/plan.json");
    let paths: Vec<&str> = listed(&index).into_iter().map(|(path, ..)| path).collect();
    assert_eq!(
        paths,
        [
            "areas.json",
            "items.json",
            "updates.json",
            "agencies.json",
            "forums.json",
            "pages-1.json",
            "pages-2.json"
        ]
    );
    let page = String::from_utf8(split["data/index.html"].clone()).unwrap();
    for path in paths {
        assert!(page.contains(&format!("<a href=\"../data/{path}\">{path}</a>")), "{path}");
    }
}

#[test]
fn a_plan_below_the_limit_is_one_file_as_without_it() {
    let (usual, limited) = (built(&book()), long("\n[data]\nsplit-above = 2\n"));
    assert_eq!(limited["data/plan.json"], long("")["data/plan.json"]);
    let names = |files: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        files.keys().filter(|path| path.starts_with("data/")).cloned().collect()
    };
    assert_eq!(names(&usual), names(&limited));
}
