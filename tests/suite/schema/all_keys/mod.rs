//! docs/all-keys.md is made from the table of keys, with a whole record of the test plan as the example of each kind. When
//! they differ, `PLANBOOK_UPDATE=1 cargo test --test suite all_keys` writes it.

mod example;
mod lists;
mod mappings;
mod values;

use std::fmt::Write as _;

use planbook::schema::{Key, Mapping, Need, Rule, Schema, TABLE};

use lists::Lists;
use mappings::Mappings;

/// What stands above the keys.
const INTRODUCTION: &str = "# All keys, with a whole example of each record

Every key of every kind of record and of `book.toml`: what it takes, what it means and how it is written. [content.md](content.md)
and [book-toml.md](book-toml.md) explain how to use them; this page is for looking one up. It is generated from the table that the
program itself uses, so do not edit it.

- A key in **bold** is required.
- A list may be a single value without brackets. A mapping is written `{key: value, key: value}`, or with one key on each line.
- Every record, and every mapping in a record, can have `audience: internal`: [public-and-internal.md](public-and-internal.md).
- Keys that begin with `x-` are your own.
- Below the front matter of a record comes its text, in Markdown. [safe-content.md](safe-content.md) says what it can contain.
- Dates are `2026-05-31`, `2026-05`, `2026-Q2`, `2026-H1`, `2026` or `FY2026`; a range has `/` between two dates.

The examples are records of the plan with which planbook is tested. Of each kind it is the record with the most keys.
";

/// The word for a kind of record in a sentence.
fn one(kind: &str) -> String {
    match kind {
        "book" => "`book.toml`".to_owned(),
        kind if kind.starts_with(['a', 'i', 'u']) => format!("an {kind}"),
        kind => format!("a {kind}"),
    }
}

/// The anchor that code hosts and mdBook make of a heading of this page.
fn anchor(heading: &str) -> String {
    heading.to_lowercase().replace(['`', '.'], "").replace(' ', "-")
}

fn title(schema: &Schema) -> String {
    match schema.name {
        "book" => "`book.toml`".to_owned(),
        name => name[..1].to_uppercase() + &name[1..],
    }
}

/// A cell of a table; a `|` would end it.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn row(key: &Key, mappings: &Mappings, lists: &Lists) -> String {
    let name = match key.need {
        Need::Required => format!("**`{}`**", key.name),
        _ => format!("`{}`", key.name),
    };
    let example = if key.example.is_empty() { String::new() } else { format!("`{}`", cell(key.example)) };
    let value = cell(&values::words(&key.shape, mappings, lists));
    format!("| {name} | {value} | {} | {example} |\n", cell(key.meaning))
}

/// What one key asks of others.
fn rule(rule: &Rule) -> String {
    let quoted =
        |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or ");
    match rule {
        Rule::Asks(key, words, other) => format!("- `{key}` with {} needs `{other}`.\n", quoted(words)),
        Rule::Only(key, other, word) => format!("- `{key}` is for `{other}: {word}` only.\n"),
    }
}

/// The keys of a mapping as a table, and what one asks of others.
fn table(mapping: &'static Mapping, mappings: &Mappings, lists: &Lists) -> String {
    let mut text = "\n| key | value | meaning | example |\n|---|---|---|---|\n".to_owned();
    text.extend(mapping.keys().map(|key| row(key, mappings, lists)));
    if !mapping.one_of.is_empty() {
        let keys: Vec<String> = mapping.one_of.iter().map(|key| format!("`{key}`")).collect();
        let _ = write!(text, "\nAt least one of {} is required.\n", keys.join(", "));
    }
    if !mapping.rules.is_empty() {
        text.push('\n');
        text.extend(mapping.rules.iter().map(rule));
    }
    text
}

fn page() -> String {
    let mappings = Mappings::gather();
    let lists = Lists::gather(&mappings);
    let mut text = INTRODUCTION.to_owned() + "\n| for | where |\n|---|---|\n";
    for schema in TABLE {
        let title = title(schema);
        let _ = writeln!(text, "| [{title}](#{}) | {} |", anchor(&title), schema.place);
    }
    let _ = writeln!(text, "| [Translation](#translation) | {} |", planbook::schema::TRANSLATIONS);
    text += "| [Closed lists](#closed-lists) | The words that some keys take. |\n";
    for schema in TABLE {
        let _ = write!(text, "\n## {}\n\n{} {}\n", title(schema), schema.about, schema.place);
        text += &table(schema.mapping, &mappings, &lists);
        for found in mappings.of(schema) {
            let _ = write!(text, "\n### {}\n", found.heading);
            text += &table(found.mapping, &mappings, &lists);
        }
        let _ = write!(text, "\n### A whole example of {}\n\n{}", one(schema.name), example::of(schema));
    }
    let _ = write!(
        text,
        "\n## Translation\n\nThe words of a record in another language, in a file beside it. {} It can have each key \
         whose value is words, and the text below. Everything else comes from the record. [translate.md](translate.md) says more.\n\n\
         ### A whole example of a translation\n\n{}",
        planbook::schema::TRANSLATIONS,
        example::of_translation()
    );
    text + "\n## Closed lists\n\nThe words that a key with a list takes.\n" + &lists.text()
}

#[test]
fn the_page_of_all_keys_is_made_from_the_table() {
    let path = format!("{}/docs/all-keys.md", env!("CARGO_MANIFEST_DIR"));
    let page = page();
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap_or_default() == page,
        "docs/all-keys.md is of another day: PLANBOOK_UPDATE=1 cargo test --test suite all_keys"
    );
}

/// Each key of each mapping has a row, and each link within the page leads to a heading.
#[test]
fn the_page_of_all_keys_has_every_key_and_no_broken_link() {
    let page = page();
    let rows = page.lines().filter(|line| line.starts_with("| `") || line.starts_with("| **`"));
    let mappings = Mappings::gather();
    let keys: usize = TABLE.iter().map(|schema| schema.mapping.keys().count()).sum();
    let nested: usize =
        TABLE.iter().flat_map(|schema| mappings.of(schema)).map(|found| found.mapping.keys().count()).sum();
    let words = Lists::gather(&mappings).count();
    assert_eq!(rows.count(), keys + nested + words);
    assert!(keys > 100 && nested > 60 && words > 40, "{keys} {nested} {words}");
    let headings: Vec<String> = page
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .map(|line| anchor(line.trim_start_matches('#').trim()))
        .collect();
    for link in page.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        assert_eq!(headings.iter().filter(|heading| *heading == link).count(), 1, "#{link}");
    }
}
