//! The text of a new record: what was given, and as comments what else there could be.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::yaml::{list, scalar};
use crate::config::OWN;
use crate::schema::{Key, Mapping, Need, Schema, Shape};

/// What was given, by key; for a key within the mapping of another `evidence-url`.
pub type Values = BTreeMap<String, Vec<String>>;

/// The values of a key.
fn of<'a>(values: &'a Values, name: &str) -> &'a [String] {
    values.get(name).map_or(&[], Vec::as_slice)
}

/// What was given without answers of blanks, which say nothing.
fn said(values: &Values) -> Values {
    let said = |texts: &Vec<String>| texts.iter().filter(|text| !text.trim().is_empty()).cloned().collect();
    values.iter().map(|(name, texts)| (name.clone(), said(texts))).collect()
}

/// The text of a record. `comments` adds the usual keys that were not given, each with what it means.
pub fn text(schema: &Schema, values: &Values, body: &str, comments: bool) -> String {
    let values = &said(values);
    let mut given = String::new();
    let mut usual = String::new();
    for key in schema.mapping.keys() {
        match value(key, values) {
            Some(value) => {
                let _ = writeln!(given, "{}:{value}", key.name);
            }
            None if key.need == Need::Usual => usual.push_str(&comment(key)),
            None => {}
        }
    }
    // Keys of one's own, which no schema has.
    for (name, texts) in values.iter().filter(|(name, _)| name.starts_with(OWN)) {
        if let Some(text) = texts.first() {
            let _ = writeln!(given, "{name}: {}", scalar(&Shape::Text, text));
        }
    }
    let mut text = format!("---\n{given}");
    if comments && !usual.is_empty() {
        let _ = write!(
            text,
            "\n# To use a line below, remove its `#` and the space. Delete the lines that you do not need.\n{usual}# `planbook schema {}` lists every key.\n",
            schema.name
        );
    }
    text.push_str("---\n");
    if !body.trim().is_empty() {
        let _ = write!(text, "\n{}\n", body.trim_end());
    }
    text
}

/// What stands behind the colon of a key, with the space.
fn value(key: &Key, values: &Values) -> Option<String> {
    let own = of(values, key.name);
    match &key.shape {
        Shape::List(entry) => {
            let single = entry.single().unwrap_or(entry);
            (!own.is_empty()).then(|| format!(" {}", list(single, key.shape.has_mappings(), own)))
        }
        Shape::ValueOrMap(single, mapping) => {
            let first = mapping.keys().next().map(|first| first.name);
            let more = entries(mapping, key.name, values);
            let word = own.first().map(|word| scalar(single, word));
            if more.is_empty() {
                return word.map(|word| format!(" {word}"));
            }
            let named = first.zip(word).map(|(name, word)| format!("{name}: {word}"));
            Some(format!(" {{{}}}", named.into_iter().chain(more).collect::<Vec<_>>().join(", ")))
        }
        Shape::Map(mapping) => {
            let entries = entries(mapping, key.name, values);
            (!entries.is_empty()).then(|| format!(" {{{}}}", entries.join(", ")))
        }
        Shape::Maps(mapping) => {
            let entries = entries(mapping, key.name, values);
            (!entries.is_empty()).then(|| format!("\n  - {}", entries.join("\n    ")))
        }
        Shape::Records(_) | Shape::Words(..) | Shape::Levels(_) => None,
        shape => own.first().map(|text| format!(" {}", scalar(shape, text))),
    }
}

/// The keys of a mapping within a key, as `key: value`.
fn entries(mapping: &Mapping, within: &str, values: &Values) -> Vec<String> {
    let entry = |key: &'static Key| {
        let text = of(values, &format!("{within}-{}", key.name)).first()?;
        Some(format!("{}: {}", key.name, scalar(&key.shape, text)))
    };
    mapping.keys().filter_map(entry).collect()
}

/// A key as a comment that becomes the key when its `# ` is taken away.
fn comment(key: &Key) -> String {
    if let Shape::Maps(mapping) = &key.shape {
        let shown = mapping.keys().filter(|key| key.need != Need::Optional);
        let lines: Vec<String> = shown.map(|key| format!("{}: {}", key.name, key.example)).collect();
        return format!("# {}:  # {}\n#   - {}\n", key.name, key.meaning, lines.join("\n#     "));
    }
    let words = match key.shape.single() {
        Some(Shape::Enum(words)) => words().into_iter().map(|(word, _)| word).collect(),
        _ => Vec::new(),
    };
    let choices = if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) };
    format!("# {}: {}  # {}{choices}\n", key.name, key.example, key.meaning)
}
