//! What editors and code hosts are given.

use std::collections::BTreeMap;

use planbook::scaffold::book;
use planbook::schema::TABLE;
use serde_json::Value;

use super::{call, listing, well};
use crate::outside_tools;

fn files() -> BTreeMap<String, Vec<u8>> {
    book::files(book::Example::Harbour).into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

#[test]
fn the_settings_of_the_editor_are_json_and_the_schemas_those_of_the_program() {
    let files = files();
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with(".vscode/")) {
        let value: Value = serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert!(value.is_object(), "{path}");
    }
    for schema in TABLE {
        let path = format!(".vscode/schemas/{}.json", schema.name);
        assert_eq!(String::from_utf8(files[&path].clone()).unwrap(), crate::schema::text(schema));
    }
    // The line that the TOML extension reads.
    let settings = String::from_utf8(files["book.toml"].clone()).unwrap();
    let named = settings.lines().next().unwrap().strip_prefix("#:schema ./").unwrap();
    assert!(files.contains_key(named), "{named}");
}

#[test]
fn every_key_of_a_record_has_a_snippet_and_every_record() {
    let snippets = planbook::schema::snippets();
    for schema in TABLE.iter().filter(|schema| schema.record) {
        assert!(snippets[format!("record: {}", schema.name)]["body"].is_array(), "{}", schema.name);
        for key in schema.mapping.keys() {
            let snippet = &snippets[format!("key: {}", key.name)];
            assert!(
                snippet["body"].as_str().unwrap().starts_with(&format!("{}: ", key.name)),
                "{}",
                key.name
            );
            assert!(snippet["description"].as_str().unwrap().contains(key.meaning), "{}", key.name);
        }
    }
    assert_eq!(
        snippets["key: status"]["body"],
        "status: ${1|not-started,in-progress,continuing,completed,on-hold,closed|}"
    );
    // It is another list in each record.
    assert_eq!(snippets["key: kind"]["body"], "kind: $1");
}

#[test]
fn the_workflows_are_valid() {
    let files = files();
    for (schema, path, more) in [
        ("vendor.github-workflows", ".github/workflows/check.yml", &[][..]),
        ("vendor.github-workflows", ".github/workflows/comment.yml", &[]),
        ("vendor.github-workflows", ".github/workflows/publish.yml", &[]),
        ("vendor.github-issue-forms", ".github/ISSUE_TEMPLATE/report.yml", &[]),
        ("vendor.gitlab-ci", ".gitlab-ci.yml", &["--data-transform", "gitlab-ci"]),
    ] {
        let arguments = [&["-m", "check_jsonschema", "--builtin-schema", schema], more].concat();
        outside_tools::python(&arguments, &files, path);
    }
}

/// A table of the documentation that says which file to save where.
fn told(page: &str) -> BTreeMap<String, String> {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| [")?.split_once("]("));
    rows.filter_map(|(_, rest)| {
        let (from, rest) = rest.split_once(") | `")?;
        let (to, _) = rest.split_once('`')?;
        Some((to.to_owned(), from.to_owned()))
    })
    .collect()
}

#[test]
fn the_files_for_code_hosts_are_those_of_the_documentation() {
    let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let told = told(include_str!("../../../docs/code-hosts.md"));
    let made: BTreeMap<String, String> = book::files(book::Example::Harbour)
        .into_iter()
        .filter(|(path, _)| path.starts_with(".git") && path != ".gitignore")
        .collect();
    assert_eq!(told.keys().collect::<Vec<_>>(), made.keys().collect::<Vec<_>>());
    for (path, from) in told {
        assert_eq!(made[&path], std::fs::read_to_string(docs.join(from)).unwrap(), "{path}");
    }
    // A new book says what each is for, and which to delete.
    let readme =
        book::files(book::Example::Harbour).into_iter().find(|(path, _)| path == "README.md").unwrap().1;
    assert!(made.keys().all(|path| readme.contains(&format!("`{path}`"))), "{readme}");
}

#[test]
fn the_editor_can_check_build_and_show_the_site() {
    let tasks: Value = serde_json::from_slice(&files()[".vscode/tasks.json"]).unwrap();
    let tasks = tasks["tasks"].as_array().unwrap();
    let commands: Vec<&str> = tasks.iter().map(|task| task["command"].as_str().unwrap()).collect();
    assert_eq!(commands, ["planbook check", "planbook serve", "planbook build"]);
    assert_eq!(tasks[1]["label"], "planbook: preview");
}

/// How an editor reads a report: two patterns, one for each of two lines, as Python's expressions.
const READ: &str = "import json, re, sys
tasks, report = sys.argv[1:3]
first, second = json.load(open(tasks))['tasks'][0]['problemMatcher']['pattern']
found, lines = [], open(report).read().split('\\n')
for one, two in zip(lines, lines[1:]):
    a, b = re.search(first['regexp'], one), re.search(second['regexp'], two)
    if a and b:
        found.append([a[first['severity']], a[first['code']], b[second['file']], b[second['line']], b[second['column']]])
print(json.dumps(found))";

#[test]
fn the_editor_finds_each_problem_of_a_report_in_its_file() {
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", "."]);
    let path = folder.path().join("content/areas/02-safe-quays/2.1-lights.md");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replace("kind: deliverable", "kind: deliverible").replace("due:", "deu:"))
        .unwrap();
    std::fs::write(folder.path().join("content/stray.txt"), "").unwrap();
    let said = call(folder.path(), &["check"]);
    assert_eq!(said.code, 1);
    let tasks = files()[".vscode/tasks.json"].clone();
    let work = [("1.read".to_owned(), tasks), ("2.read".to_owned(), said.err.clone().into_bytes())].into();
    let found: Vec<[String; 5]> =
        serde_json::from_str(&outside_tools::python(&["-c", READ], &work, ".read")).unwrap();
    let places: Vec<String> = found.iter().map(|found| found.join(" ")).collect();
    let lights = "content/areas/02-safe-quays/2.1-lights.md";
    assert!(places.contains(&format!("error unknown-value {lights} 3 7")), "{places:?}\n{}", said.err);
    assert!(places.contains(&format!("error unknown-key {lights} 7 1")), "{places:?}\n{}", said.err);
    assert_eq!(places.len(), said.err.matches("\n --> ").count(), "{}", said.err);
}

#[test]
fn the_schema_is_printed_and_a_slip_is_seen() {
    let here = std::env::temp_dir();
    for schema in TABLE {
        assert_eq!(well(&here, &["schema", schema.name]).out, crate::schema::text(schema));
    }
    let list = well(&here, &["schema"]).out;
    assert_eq!(list.lines().count(), TABLE.len() + 1);
    let translation = well(&here, &["schema", "translation"]).out;
    assert!(translation.contains("\"made-from\"") && list.contains("translation"), "{list}");
    let said = call(&here, &["schema", "updat"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("did you mean `update`?"), "{}", said.err);
    let snippets: Value = serde_json::from_str(&well(&here, &["schema", "--snippets"]).out).unwrap();
    assert_eq!(snippets, planbook::schema::snippets());
}

#[test]
fn shells_complete_commands_flags_and_words() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = well(&std::env::temp_dir(), &["completions", shell]).out;
        // PowerShell and elvish complete no words behind a flag.
        let words = if shell == "powershell" || shell == "elvish" { 2 } else { 3 };
        for word in &["evidence-url", "explain", "in-progress"][..words] {
            assert!(script.contains(word), "{shell} does not know {word}");
        }
    }
    // A shell that is there reads what is made for it.
    let script = well(&std::env::temp_dir(), &["completions", "bash"]).out;
    let asked = "\nCOMP_WORDS=(planbook new update --status in); COMP_CWORD=4; _planbook planbook in --status; echo \"${COMPREPLY[@]}\"";
    let output = std::process::Command::new("bash").args(["-c", &(script + asked)]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stdout), "in-progress\n", "{output:?}");
}

#[test]
fn each_command_has_a_manual_page() {
    let folder = tempfile::tempdir().unwrap();
    let page = well(folder.path(), &["man"]).out;
    assert!(page.contains(".TH planbook 1") && page.contains("planbook\\-explain"), "{page}");
    well(folder.path(), &["man", "--out", "man1"]);
    let pages = listing(&folder.path().join("man1"));
    for page in ["planbook.1", "planbook-build.1", "planbook-new-update.1", "planbook-theme-check.1"] {
        assert!(pages.iter().any(|found| found == page), "{page} among {pages:?}");
    }
    assert!(pages.iter().all(|page| !page.contains("help")), "{pages:?}");
    assert_eq!(call(folder.path(), &["man", "--out", "man1"]).code, 2);
}
