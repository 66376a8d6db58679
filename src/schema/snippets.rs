//! The keys as snippets for an editor: what completes a line, where no schema can.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::key::{EnumValue, Key, Need};
use super::{Schema, Shape, TABLE};

/// Snippets for Visual Studio Code: a record each, and a line for each key.
pub fn snippets() -> Value {
    let records = || TABLE.iter().filter(|schema| schema.record);
    let mut lines: BTreeMap<&str, Vec<(&'static Schema, &'static Key)>> = BTreeMap::new();
    for schema in records() {
        for key in schema.mapping.keys() {
            lines.entry(key.name).or_default().push((schema, key));
        }
    }
    let mut snippets = serde_json::Map::new();
    for schema in records() {
        snippets.insert(format!("record: {}", schema.name), record(schema));
    }
    for (name, keys) in lines {
        snippets.insert(format!("key: {name}"), line(name, &keys));
    }
    Value::Object(snippets)
}

/// A whole record: the required keys, to go through with Tab.
fn record(schema: &Schema) -> Value {
    let required = schema.mapping.keys().filter(|key| key.need == Need::Required);
    let lines = (1..).zip(required).map(|(stop, key)| format!("{}: {}", key.name, place(stop, &key.shape)));
    let body: Vec<String> =
        ["---".to_owned()].into_iter().chain(lines).chain(["---".to_owned(), "$0".to_owned()]).collect();
    json!({
        "scope": "markdown",
        "prefix": format!("planbook-{}", schema.name),
        "description": format!("{} {}", schema.about, schema.place),
        "body": body,
    })
}

/// A key, which may belong to records of several kinds and take other words in each.
fn line(name: &str, keys: &[(&Schema, &Key)]) -> Value {
    let said: Vec<String> =
        keys.iter().map(|(schema, key)| format!("{}: {}", schema.name, key.meaning)).collect();
    let same = keys.windows(2).all(|pair| enum_values(&pair[0].1.shape) == enum_values(&pair[1].1.shape));
    let shape = keys.first().filter(|_| same).map(|(_, key)| &key.shape);
    json!({
        "scope": "markdown",
        "prefix": name,
        "description": said.join("; "),
        "body": format!("{name}: {}", shape.map_or_else(|| "$1".to_owned(), |shape| place(1, shape))),
    })
}

fn enum_values(shape: &Shape) -> Vec<EnumValue> {
    match shape.single() {
        Some(Shape::Enum(enum_values)) => enum_values(),
        _ => Vec::new(),
    }
}

/// Where the value is typed; words can be chosen.
fn place(stop: usize, shape: &Shape) -> String {
    let choices: Vec<&str> = enum_values(shape).into_iter().map(|(word, _)| word).collect();
    match (choices.is_empty(), shape.is_list()) {
        (false, _) => format!("${{{stop}|{}|}}", choices.join(",")),
        (true, true) => format!("[${stop}]"),
        (true, false) => format!("${stop}"),
    }
}
