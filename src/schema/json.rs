//! A schema as JSON Schema, draft 7: the newest that editors know for YAML and TOML.

use serde_json::{Map, Value, json};

use super::common::{AUDIENCE, AUDIENCES};
use super::key::{Key, Mapping, Need, Rule};
use super::{Schema, Shape};
use crate::diag::{Severity, code};

/// The JSON Schema of a front matter, or of `book.toml`.
pub fn json(schema: &Schema) -> Value {
    let mut whole = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": format!("planbook: {}", schema.name),
        "description": format!("{} {}", schema.about, schema.place),
    });
    let within = mapping(schema.mapping, &[], schema.record);
    if let (Some(whole), Value::Object(within)) = (whole.as_object_mut(), within) {
        whole.extend(within);
    }
    if schema.record {
        whole["patternProperties"]["^x-"]["description"] = json!(OWN);
    }
    whole
}

/// What a key of one's own is to a record.
const OWN: &str =
    "your own key: it is in the open data, and on no page unless book.toml declares it as a field";

/// The type of commitment, for which plan.md may set a default (`kinds`). `planbook check` asks for it where it does not.
const SET_BY_THE_PLAN: &str = "kind";

/// A mapping with its keys, and with more that it has because of where it stands.
fn mapping(of: &Mapping, more: &'static [Key], record: bool) -> Value {
    let keys = || of.keys().chain(more);
    let properties: Map<String, Value> =
        keys().map(|key| (key.name.to_owned(), property(key, record))).collect();
    // A schema sees one file, and what another file sets for it need not be in it.
    let is_required = |key: &&Key| key.need == Need::Required && key.name != SET_BY_THE_PLAN;
    let required: Vec<&str> = keys().filter(is_required).map(|key| key.name).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "patternProperties": { "^x-": { "description": "your own key: planbook ignores it" } },
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !of.one_of.is_empty() {
        let choices: Vec<Value> = of.one_of.iter().map(|key| json!({ "required": [key] })).collect();
        schema["anyOf"] = json!(choices);
    }
    if !of.rules.is_empty() {
        schema["allOf"] = of.rules.iter().map(rule).collect();
    }
    schema
}

fn property(key: &Key, record: bool) -> Value {
    let mut schema = json!({ "description": key.meaning });
    let value = value(&key.shape, record);
    if let (Some(schema), Value::Object(value)) = (schema.as_object_mut(), value) {
        schema.extend(value);
    }
    schema
}

fn value(shape: &Shape, record: bool) -> Value {
    match shape {
        // In a front matter a value may stand in quotes, whatever it is.
        Shape::Number(least, most) if record => {
            json!({ "type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": "^[0-9]+$" })
        }
        Shape::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Shape::Boolean if record => json!({ "enum": [true, false, "true", "false"] }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Enum(values) => {
            let (values, meanings): (Vec<&str>, Vec<&str>) = values().into_iter().unzip();
            json!({ "enum": values, "enumDescriptions": meanings })
        }
        Shape::List(entry) => list(entry_of(entry, record)),
        Shape::Maps(of) | Shape::Records(of) => list(nested(of, record)),
        Shape::Map(of) => nested(of, record),
        Shape::ValueOrMap(single, of) => json!({ "anyOf": [value(single, record), nested(of, record)] }),
        Shape::Levels(more) => levels(more),
        Shape::Words(words, of) => {
            let word = value(&Shape::Enum(*words), record);
            json!({ "type": "object", "additionalProperties": { "anyOf": [word, nested(of, record)] } })
        }
        Shape::Own(of) => json!({ "type": "object", "additionalProperties": value(of, record) }),
        Shape::Label => json!({ "anyOf": [
            { "type": "string", "pattern": "\\S" },
            { "type": "object", "additionalProperties": { "type": "string", "pattern": "\\S" } },
        ] }),
        Shape::Address | Shape::Link | Shape::Language => {
            json!({ "type": "string", "pattern": shape.pattern() })
        }
        Shape::AreaNumber => json!({ "type": ["string", "integer"], "pattern": shape.pattern() }),
        // A number is text to planbook: `3.10` stays `3.10`. Other tools see a number, and must not complain.
        // In settings, a text stands in quotes.
        shape => {
            let kinds = if record { json!(["string", "number"]) } else { json!("string") };
            match shape.pattern() {
                Some(pattern) => json!({ "type": kinds, "pattern": pattern }),
                None => json!({ "type": kinds }),
            }
        }
    }
}

fn nested(of: &Mapping, record: bool) -> Value {
    let own = of.keys().any(|key| key.name == AUDIENCE.name);
    mapping(of, if record && !own { AUDIENCES } else { &[] }, record)
}

/// An entry of a list. In a record a text may be a mapping, so that it can say who may see it.
fn entry_of(shape: &Shape, record: bool) -> Value {
    let single = value(shape, record);
    match shape {
        Shape::ValueOrMap(Shape::Text, of) if record => {
            let text = value(&Shape::Text, record);
            json!({ "anyOf": [text, marked(&text), nested(of, record)] })
        }
        Shape::ValueOrMap(..) => single,
        _ if record => json!({ "anyOf": [single, marked(&single)] }),
        _ => single,
    }
}

/// A value that says who may see it.
fn marked(value: &Value) -> Value {
    json!({
        "type": "object",
        "properties": { "value": value, "audience": property(&AUDIENCE, true) },
        "patternProperties": { "^x-": {} },
        "additionalProperties": false,
        "required": ["value"],
    })
}

/// A single value is a list of one.
fn list(entry: Value) -> Value {
    json!({ "anyOf": [{ "type": "array", "items": entry }, entry] })
}

/// An error stays an error; everything else may have any level.
fn levels(more: &[Key]) -> Value {
    let level = |code: &code::Code| {
        let values: &[&str] =
            if code.severity == Severity::Error { &["error"] } else { &["error", "warning", "off"] };
        (code.name.to_owned(), json!({ "description": code.summary, "enum": values }))
    };
    let more = more.iter().map(|key| (key.name.to_owned(), property(key, false)));
    let properties: Map<String, Value> = more.chain(code::ALL.iter().map(level)).collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn rule(rule: &Rule) -> Value {
    let is =
        |key: &str, values: &[&str]| json!({ "required": [key], "properties": { key: { "enum": values } } });
    match rule {
        Rule::Asks(key, values, other) => json!({ "if": is(key, values), "then": { "required": [other] } }),
        Rule::Only(key, other, word) => {
            json!({ "if": { "required": [key] }, "then": is(other, &[word]) })
        }
    }
}
