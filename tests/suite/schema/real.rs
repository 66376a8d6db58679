//! The front matters of whole books, by the schemas, as another program reads both.

use std::collections::BTreeMap;
use std::path::Path;

use planbook::schema::TABLE;

use crate::book::FROZEN;
use crate::outside_tools;

/// What another program says of each front matter by the schema of its kind; nothing when it is right.
pub(super) fn judge<K: AsRef<str>, Y: AsRef<str>>(cases: &[(K, Y)]) -> Vec<Option<String>> {
    let cases: Vec<serde_json::Value> = cases
        .iter()
        .map(|(kind, yaml)| serde_json::json!({ "kind": kind.as_ref(), "yaml": yaml.as_ref() }))
        .collect();
    let schemas: serde_json::Map<String, serde_json::Value> =
        TABLE.iter().map(|schema| (schema.name.to_owned(), planbook::schema::json(schema))).collect();
    let work = serde_json::json!({ "schemas": schemas, "cases": cases });
    let files = [("work.json".to_owned(), work.to_string().into_bytes())].into();
    let said = outside_tools::python(&[&outside_tools::beside("front_matter.py")], &files, "work.json");
    serde_json::from_str(&said).unwrap()
}

/// The files of a folder.
pub(super) fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let (tree, _) = planbook::source::load(root, planbook::config::limits).unwrap();
    tree.files().map(|(_, file)| (file.path.clone(), file.content.bytes().to_vec())).collect()
}

/// The front matters of a book with their kinds and paths.
pub(super) fn front_matters(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&'static str, String, String)> {
    let mut found = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".md") && !path.ends_with(".ja.md")) {
        let text = String::from_utf8_lossy(bytes);
        let Some(yaml) = text.strip_prefix("---\n").and_then(|rest| rest.split("\n---").next()) else {
            continue;
        };
        // An edition has the folders of a plan in its own.
        let inner = match path.strip_prefix("content/editions/").and_then(|rest| rest.split_once('/')) {
            Some((_, inner)) => inner,
            None => path.strip_prefix("content/").unwrap_or(path),
        };
        let folder = |name: &str| inner.starts_with(&format!("{name}/"));
        let kind = match path.rsplit('/').next().unwrap() {
            "plan.md" => "plan",
            "area.md" => "area",
            _ if folder("areas") => "item",
            _ if folder("updates") => "update",
            _ if folder("agencies") => "agency",
            _ if folder("forums") => "forum",
            _ if folder("sources") => "source",
            _ if folder("pages") => "page",
            _ => continue,
        };
        found.push((kind, yaml.to_owned(), path.clone()));
    }
    found
}

#[test]
fn every_front_matter_of_the_plan_and_of_the_test_plan_is_right_by_its_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = front_matters(&files(Path::new(FROZEN)));
    assert!(found.len() > 200, "only {} records were read", found.len());
    found.extend(front_matters(&files(&root.join("tests/everything"))));
    let cases: Vec<(&str, &str)> = found.iter().map(|(kind, yaml, _)| (*kind, yaml.as_str())).collect();
    let wrong: Vec<String> = found
        .iter()
        .zip(judge(&cases))
        .filter_map(|((_, _, path), said)| said.map(|said| format!("{path}: {said}")))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_settings_of_the_books_are_right_by_their_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cases = Vec::new();
    for folder in [Path::new(FROZEN), &root.join("tests/everything")] {
        cases.push(("book", std::fs::read_to_string(folder.join("book.toml")).unwrap()));
    }
    let documented = include_str!("../../../docs/book-toml.md");
    cases.extend(
        documented
            .split("```toml\n[book]")
            .skip(1)
            .map(|rest| ("book", format!("[book]{}", rest.split("```").next().unwrap()))),
    );
    let mailbox =
        "[book]\ntitle = \"T\"\n[footer]\nlinks = [{title = \"x\", url = \"mailto:a@b.example\"}]\n";
    cases.push(("book", mailbox.to_owned()));
    assert_eq!(judge(&cases), vec![None; cases.len()]);
    let wrong = [
        ("book", "[book]\ntitle = \"T\"\n[site]\nlogo = {file = 3, alt = \"x\"}\n"),
        ("book", "[book]\ntitle = \"T\"\n[footer]\nlinks = [{title = \"x\", page = 3}]\n"),
        ("book", "[book]\ntitle = \"T\"\n[footer]\nlinks = [{title = \"x\", url = \"a@b.example\"}]\n"),
        ("book", "[book]\n"),
        ("book", "[outputs]\ncards = true\n"),
        ("book", "[book]\ntitle = \"T\"\nnumbering = \"1)\"\n"),
        ("book", "[book]\ntitle = \"T\"\n[site]\nbase-url = \"plan.example\"\n"),
        ("book", "[book]\ntitle = \"T\"\n[check]\nunknown-key = \"off\"\n"),
        ("book", "[book]\ntitle = \"T\"\n[check]\nno-such-check = \"off\"\n"),
        ("book", "[book]\ntitle = \"T\"\n[limits]\nfiles = 0\n"),
        ("book", "[book]\ntitle = \"T\"\n[repository]\nbranch = \"main\"\n"),
    ];
    for (case, said) in wrong.iter().zip(judge(&wrong)) {
        assert!(said.is_some(), "{}", case.1);
    }
}
