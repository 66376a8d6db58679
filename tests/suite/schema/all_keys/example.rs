//! A whole record of the test plan for each kind: the one that has the most keys.

use std::collections::BTreeSet;
use std::path::Path;

use planbook::schema::{Mapping, Schema};

use super::mappings::inside;
use crate::schema::real::{files, front_matters};

/// The text of the longest run of backticks, and one more: a fence that nothing in the text ends.
fn fence(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    "`".repeat(longest.max(2) + 1)
}

fn fenced(path: &str, text: &str, language: &str) -> String {
    let fence = fence(text);
    format!("`{path}`:\n\n{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

/// The names of a mapping's keys, and of those in it.
fn names(mapping: &'static Mapping, found: &mut BTreeSet<&'static str>) {
    for key in mapping.keys() {
        found.insert(key.name);
        if let Some(within) = inside(&key.shape) {
            names(within, found);
        }
    }
}

/// Which of these keys a front matter has, wherever in it.
fn keys_in(yaml: &str, known: &BTreeSet<&'static str>) -> usize {
    let mut found = BTreeSet::new();
    for line in yaml.lines().filter(|line| !line.trim_start().starts_with('#')) {
        let words = line.split([' ', '{', '[', ',']).filter_map(|word| word.strip_suffix(':'));
        found.extend(words.filter(|word| known.contains(word)));
    }
    found.len()
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/everything"))
}

/// The record of a kind with the most keys; of two, the shorter one.
pub(super) fn of(schema: &Schema) -> String {
    let files = files(root());
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    if !schema.record {
        return fenced("book.toml", &text("book.toml"), "toml");
    }
    let mut known = BTreeSet::new();
    names(schema.mapping, &mut known);
    let (_, _, path) = front_matters(&files)
        .into_iter()
        .filter(|(kind, _, path)| *kind == schema.name && !path.contains("/editions/"))
        .max_by_key(|(_, yaml, path)| (keys_in(yaml, &known), std::cmp::Reverse(text(path).len())))
        .unwrap();
    fenced(&path, &text(&path), "markdown")
}

/// The translation that docs/translate.md explains: the test plan is in one language.
pub(super) fn of_translation() -> String {
    let page = include_str!("../../../../docs/translate.md");
    let block = page.split("```md ").nth(1).unwrap().split("```").next().unwrap();
    let (path, text) = block.split_once('\n').unwrap();
    fenced(path, text, "markdown")
}
