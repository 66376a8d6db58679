//! Key by key, the table and what the readers say.

use std::collections::BTreeSet;

use planbook::schema::{Key, Mapping, Schema, Shape, TABLE};

use crate::book::Book;

/// A file of each kind with nothing in it but what the reader must have to come to the end, and a place for more.
pub(super) fn file(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "plan" => ("content/plan.md", ""),
        "area" => ("content/areas/01-trade/area.md", ""),
        "item" => ("content/areas/01-trade/1.1-talks.md", ""),
        "update" => ("content/updates/2024-05-01-x.md", ""),
        "agency" => ("content/agencies/ar-trade.md", ""),
        "forum" => ("content/forums/x.md", ""),
        "source" => ("content/sources/x.md", ""),
        "page" => ("content/pages/x.md", ""),
        other => panic!("no file of the kind {other}"),
    }
}

/// A mapping of the table, with the words that lead there from the front matter: `evidence: [{` and `}]`.
struct Place {
    schema: &'static Schema,
    name: String,
    mapping: &'static Mapping,
    open: String,
    close: String,
}

fn places() -> Vec<Place> {
    let mut places = Vec::new();
    for schema in TABLE {
        let place = Place {
            schema,
            name: schema.name.to_owned(),
            mapping: schema.mapping,
            open: String::new(),
            close: String::new(),
        };
        gather(place, &mut places);
    }
    places
}

fn gather(place: Place, places: &mut Vec<Place>) {
    for key in place.mapping.keys() {
        let Some(mapping) = key.shape.mapping() else { continue };
        // What the mapping around it needs, so that nothing is said of that.
        let around = match place.schema.record {
            true if place.open.is_empty() => required(place.mapping, key.name).join("\n") + "\n",
            true => required(place.mapping, key.name).iter().map(|entry| format!("{entry}, ")).collect(),
            false => String::new(),
        };
        let (before, after) = if key.shape.is_list() { ("[{", "}]") } else { ("{", "}") };
        gather(
            Place {
                schema: place.schema,
                name: format!("{} {}", place.name, key.name),
                mapping,
                open: format!("{}{around}{}: {before}", place.open, key.name),
                close: format!("{after}{}", place.close),
            },
            places,
        );
    }
    places.push(place);
}

/// Everything that is said of a book in which one file has this front matter.
fn said(schema: &Schema, yaml: &str) -> Vec<planbook::diag::Diagnostic> {
    let (path, _) = file(schema.name);
    let text = format!("---\n{yaml}\n---\n");
    let outcome = Book::new().today("2026-11-25").file(path, text).build();
    let at = outcome.tree.find(path);
    let here = |problem: &planbook::diag::Diagnostic| problem.span.map(|span| span.file) == at;
    outcome.diagnostics.into_iter().filter(here).collect()
}

/// The keys that the reader knows where `zz` stands.
fn known(place: &Place) -> BTreeSet<String> {
    let found = if place.schema.record {
        said(place.schema, &format!("{}zz: 1{}", place.open, place.close))
    } else {
        // Of what is in a section, mappings stand in one line.
        let settings = match place.open.split_once(": {") {
            None => "zz = 1\n".to_owned(),
            Some((section, within)) => {
                let close = place.close.strip_suffix('}').unwrap_or_default();
                format!("[{section}]\n{}zz = 1{close}\n", within.replace(": ", " = "))
            }
        };
        Book::new().file("book.toml", settings).build().diagnostics
    };
    let help = found
        .iter()
        .filter(|problem| problem.code.name == "unknown-key" && problem.message.contains("`zz`"))
        .find_map(|problem| problem.help.clone())
        .unwrap_or_else(|| panic!("{} took `zz`: {found:?}", place.name));
    let keys = help.strip_prefix("the keys are ").and_then(|rest| rest.split(';').next()).unwrap();
    keys.split(", ").map(str::to_owned).collect()
}

#[test]
fn each_key_of_the_readers_is_in_the_table_and_the_reverse() {
    let mut count = 0;
    for place in places() {
        let mut own: BTreeSet<String> = place.mapping.keys().map(|key| key.name.to_owned()).collect();
        if place.schema.record {
            // Every mapping of a record takes it, and the table says so in one place.
            own.insert("audience".to_owned());
        }
        assert_eq!(known(&place), own, "{}: the reader (left) and src/schema (right)", place.name);
        count += own.len();
    }
    assert!(count > 170, "only {count} keys were compared");
}

/// The required keys of a mapping but one, as examples.
fn required(mapping: &'static Mapping, but: &str) -> Vec<String> {
    let needed = |key: &&Key| key.need == planbook::schema::Need::Required && key.name != but;
    let mut lines: Vec<String> =
        mapping.keys().filter(needed).map(|key| format!("{}: {}", key.name, key.example)).collect();
    if !mapping.one_of.is_empty() && !mapping.one_of.contains(&but) {
        lines.push("plan: true".to_owned());
    }
    lines
}

fn lines(place: &Place, entries: &[String]) -> String {
    match place.open.is_empty() {
        true => entries.join("\n"),
        false => format!("{}{}{}", place.open, entries.join(", "), place.close),
    }
}

#[test]
fn each_example_is_read_without_a_word_but_of_records_that_are_not_there() {
    // They lead somewhere in another book, or hang on a key that is not the one looked at.
    let elsewhere = [
        "unknown-agency",
        "unknown-forum",
        "unknown-item",
        "unknown-area",
        "unknown-source",
        "unknown-update",
        "unknown-edition",
        "missing-reason",
        "missing-challenges",
        "misplaced-qualifier",
        "missing-key",
        "completed-without-evidence",
        "due-not-moved",
        "update-too-early",
        "file-name",
        "no-subject",
        "nothing-to-publish",
        "unknown-tag",
        "value-without-unit",
        "target-without-value",
        "unknown-indicator",
        "unknown-figures",
        // The file of a picture.
        "dangling-reference",
    ];
    for place in places().iter().filter(|place| place.schema.record) {
        for key in place.mapping.keys() {
            let mut entries = required(place.mapping, key.name);
            entries.push(format!("{}: {}", key.name, key.example));
            let found: Vec<String> = said(place.schema, &lines(place, &entries))
                .into_iter()
                .filter(|problem| !elsewhere.contains(&problem.code.name))
                .map(|problem| format!("{}: {}", problem.code.name, problem.message))
                .collect();
            assert_eq!(found, Vec::<String>::new(), "{} of {}: {}", key.name, place.name, key.example);
        }
    }
}

#[test]
fn what_the_table_requires_the_readers_miss() {
    let mut count = 0;
    for place in places().iter().filter(|place| place.schema.record) {
        for key in place.mapping.keys() {
            let entries = required(place.mapping, key.name);
            let without = if entries.is_empty() { vec!["x-a: 1".to_owned()] } else { entries };
            let missed = said(place.schema, &lines(place, &without)).iter().any(|problem| {
                problem.code.name == "missing-key" && problem.message.contains(&format!("`{}`", key.name))
            });
            assert_eq!(
                missed,
                key.need == planbook::schema::Need::Required,
                "{} of {} is required by the reader (left) and by src/schema (right)",
                key.name,
                place.name
            );
            count += usize::from(missed);
        }
    }
    assert!(count > 25, "only {count} keys are required");
}

#[test]
fn each_word_of_the_table_is_one_that_the_reader_takes_and_the_reverse() {
    let mut count = 0;
    for place in places().iter().filter(|place| place.schema.record) {
        for key in place.mapping.keys() {
            let Some(Shape::Enum(words)) = key.shape.single() else { continue };
            let mut entries = required(place.mapping, key.name);
            entries.push(format!("{}: zzzzzzzz", key.name));
            let found = said(place.schema, &lines(place, &entries));
            let help = found
                .iter()
                .find(|problem| problem.code.name == "unknown-value")
                .and_then(|problem| problem.help.clone())
                .unwrap_or_else(|| panic!("{} of {} took a word that is none", key.name, place.name));
            let mut taken: Vec<&str> = help.strip_prefix("the values are ").unwrap().split(", ").collect();
            // Named by the reader for all statuses; an update cannot claim these.
            taken.retain(|word| key.name != "status" || !["not-reported", "not-stated"].contains(word));
            let own: Vec<&str> = words().into_iter().map(|(word, _)| word).collect();
            assert_eq!(taken, own, "{} of {}", key.name, place.name);
            count += own.len();
        }
    }
    assert!(count > 90, "only {count} words were compared");
}

#[test]
fn the_limits_of_numbers_are_those_of_the_readers() {
    for place in places() {
        for key in place.mapping.keys() {
            let Shape::Number(least, most) = key.shape else { continue };
            let said_of = |number: i64| {
                if place.schema.record {
                    let mut entries = required(place.mapping, key.name);
                    entries.push(format!("{}: {number}", key.name));
                    return said(place.schema, &lines(&place, &entries));
                }
                let section = place.open.strip_suffix(": {").unwrap();
                let text = format!("[book]\ntitle = \"T\"\n[{section}]\n{} = {number}\n", key.name);
                Book::new().file("book.toml", text).build().diagnostics
            };
            let wrong = |number: i64| {
                said_of(number).iter().any(|problem| {
                    problem.code.name == "wrong-type" && problem.message.contains(&format!("`{}`", key.name))
                })
            };
            let found = [wrong(least - 1), wrong(least), wrong(most), wrong(most + 1)];
            assert_eq!(found, [true, false, false, true], "{} of {}", key.name, place.name);
        }
    }
}

#[test]
fn each_key_has_a_meaning_and_is_in_the_tables_of_the_documentation() {
    let content = include_str!("../../../docs/content.md");
    let settings = include_str!("../../../docs/book-toml.md");
    for place in places() {
        for key in place.mapping.keys() {
            let place_of = &place.name;
            assert!(!key.meaning.is_empty() && !key.meaning.ends_with('.'), "{} of {place_of}", key.name);
            let text = if place.schema.record { content } else { settings };
            let written = [
                format!("`{}`", key.name),
                format!("`[{}]`", key.name),
                format!("{{{}: ", key.name),
                format!(", {}: ", key.name),
                format!("{{{} = ", key.name),
                format!(", {} = ", key.name),
            ];
            assert!(written.iter().any(|written| text.contains(written)), "`{}` of {place_of}", key.name);
        }
    }
}

/// The rows of the tables of a page: the title of the section, the keys of the row, and whether they are bold.
fn rows(page: &str) -> Vec<(String, String, bool)> {
    let mut rows = Vec::new();
    let mut section = String::new();
    for line in page.lines() {
        if let Some(title) = line.strip_prefix("##") {
            section = title.trim_start_matches('#').trim().to_owned();
        }
        let Some(first) = line.strip_prefix("| ").and_then(|rest| rest.split(" |").next()) else { continue };
        for part in first.split(", ").filter(|part| part.contains('`')) {
            let name = part.trim_matches('*').trim_matches('`').to_owned();
            rows.push((section.clone(), name, part.starts_with("**")));
        }
    }
    rows
}

#[test]
fn each_key_in_a_table_of_the_documentation_is_one_and_is_bold_when_it_must_be_there() {
    let mut count = 0;
    let mut compare = |mapping: &'static Mapping, name: &str, bold: bool, place: &str| {
        let key = mapping.keys().find(|key| key.name == name);
        let key = key.unwrap_or_else(|| panic!("the documentation has a key `{name}` of {place}"));
        let needed =
            key.need == planbook::schema::Need::Required || mapping.one_of.first() == Some(&key.name);
        // An update needs a title where it has a file of its own, and the table is of both forms.
        let told = bold || (place == "update" && name == "title");
        assert_eq!(told, needed, "{name} of {place} is bold (left) and required (right)");
        count += 1;
    };
    for (section, name, bold) in rows(include_str!("../../../docs/content.md")) {
        let kind = section.split(' ').next().unwrap_or("");
        if let Some(schema) = planbook::schema::find(kind) {
            compare(schema.mapping, &name, bold, kind);
        }
    }
    let book = planbook::schema::find("book").unwrap();
    for (section, name, bold) in rows(include_str!("../../../docs/book-toml.md")) {
        let section = section.split('`').nth(1).map(|name| name.trim_matches(['[', ']']).to_owned());
        let Some(key) = section.and_then(|section| book.key(&section)) else { continue };
        if let Some(mapping) = key.shape.mapping() {
            compare(mapping, &name, bold, key.name);
        }
    }
    assert!(count > 70, "only {count} rows were read");
}
