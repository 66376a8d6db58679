//! The JSON Schema of a translation, such as `plan.ja.md`: the keys that are words in a record of some kind, and its own.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::definition::Schema;
use super::table::TABLE;

/// The name of the schema.
pub const TRANSLATION: &str = "translation";
/// Where such files are.
pub const TRANSLATIONS: &str =
    "Beside its record, with a language before the end: content/plan.ja.md beside content/plan.md.";

/// The JSON Schema of the front matter of a translation. Whether its record has such a text, only `planbook check` knows.
pub fn translation() -> Value {
    let mut properties: Map<String, Value> = words().into_iter().collect();
    for (name, schema) in own() {
        properties.insert(name.to_owned(), schema);
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "planbook: translation",
        "description": format!("The words of a record in another language. {TRANSLATIONS}"),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "definitions": {
            "words": {
                "description": "a text; a list of texts in the order of the original; or a mapping from names to texts",
                "anyOf": [
                    { "type": ["string", "number", "boolean", "null"] },
                    { "type": "array", "items": { "$ref": "#/definitions/words" } },
                    { "type": "object", "additionalProperties": { "$ref": "#/definitions/words" } },
                ],
            },
        },
    })
}

/// The keys of records that can have words. What one means is as the first kind of record says that has it.
fn words() -> BTreeMap<String, Value> {
    let mut words = BTreeMap::new();
    for key in TABLE.iter().filter(|schema| schema.record).flat_map(|schema| schema.mapping.keys()) {
        if key.shape.may_have_words() {
            words.entry(key.name.to_owned()).or_insert_with(
                || json!({ "description": key.meaning, "allOf": [{ "$ref": "#/definitions/words" }] }),
            );
        }
    }
    words
}

/// The keys that the translation of a kind of record can have, each with its meaning.
pub fn translation_keys(of: &Schema) -> Vec<(String, String)> {
    let words = of.mapping.keys().filter(|key| key.shape.may_have_words());
    let words = words.map(|key| (key.name.to_owned(), key.meaning.to_owned()));
    let own = own().into_iter().map(|(name, schema)| {
        let meaning = schema.get("description").and_then(Value::as_str).unwrap_or_default();
        (name.to_owned(), meaning.to_owned())
    });
    words.chain(own).collect()
}

/// The keys that only a translation has.
fn own() -> [(&'static str, Value); 3] {
    let digest = json!({ "type": ["string", "number"], "pattern": "^[0-9a-f]{8}(-[0-9a-f]{8})?$" });
    let tree = |leaf: Value, name: &str| {
        let below = json!({ "$ref": format!("#/properties/{name}/definitions/tree") });
        json!({
            "definitions": { "tree": { "anyOf": [leaf, { "type": "object", "additionalProperties": below }, { "type": "array", "items": below }] } },
        })
    };
    let with = |name: &str, leaf: Value, description: &str| {
        let mut schema = tree(leaf, name);
        schema["description"] = json!(description);
        schema["type"] = json!(["object", "null"]);
        schema["additionalProperties"] = json!({ "$ref": format!("#/properties/{name}/definitions/tree") });
        schema
    };
    let same = json!({
        "description": "the keys of the texts that are the same in both languages",
        "anyOf": [
            { "type": ["string", "null"] },
            { "type": "array", "items": { "type": "string" } },
        ],
    });
    let address = json!({ "type": "string", "format": "uri" });
    [
        ("same", same),
        ("official", with("official", address, "where an official wording of a text was published")),
        (
            "made-from",
            with(
                "made-from",
                digest,
                "which originals the translations were made from: `planbook translations --accept` writes it",
            ),
        ),
    ]
}
