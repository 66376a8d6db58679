//! Declared fields in the JSON Schemas of front matter, so that an editor knows them.

use serde_json::{Map, Value, json};

use super::fields::FieldDefinition;
use crate::vocabulary::{Choice as _, FieldHolder, FieldType};

/// The key of the list of an item whose entries are updates.
const UPDATES: &str = "updates";

/// Adds the fields that a plan declares to the schema of a kind of record, which is known by its name.
pub fn with_fields(schema: &mut Value, kind: &str, fields: &[FieldDefinition]) {
    let Some(holder) = FieldHolder::from_word(kind) else { return };
    add(schema, &properties(holder, fields));
    if holder != FieldHolder::Item {
        return;
    }
    let of_updates = properties(FieldHolder::Update, fields);
    let updates = schema.pointer_mut(&["/properties/", UPDATES, "/anyOf"].concat());
    for one in updates.and_then(Value::as_array_mut).into_iter().flatten() {
        match one.get_mut("items") {
            Some(entry) => add(entry, &of_updates),
            None => add(one, &of_updates),
        }
    }
}

fn add(schema: &mut Value, properties: &Map<String, Value>) {
    if let Some(own) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        own.extend(properties.clone());
    }
}

fn properties(holder: FieldHolder, fields: &[FieldDefinition]) -> Map<String, Value> {
    let own = fields.iter().filter(|field| field.is_on(holder));
    own.map(|field| (field.key.clone(), property(field))).collect()
}

/// A value, or a mapping with the value and who may see it.
fn property(field: &FieldDefinition) -> Value {
    let value = value(field);
    let marked = json!({
        "type": "object",
        "properties": { "value": value, "audience": { "enum": ["public", "internal"] } },
        "patternProperties": { "^x-": {} },
        "additionalProperties": false,
        "required": ["value"],
    });
    json!({ "description": field.label, "anyOf": [value, marked] })
}

fn value(field: &FieldDefinition) -> Value {
    const NUMBER: &str = "-?[0-9]+(\\.[0-9]{1,6})?";
    let text = |pattern: &str| json!({ "type": ["string", "number"], "pattern": pattern });
    match field.of_type {
        FieldType::Text => text("\\S"),
        FieldType::Choice => json!({ "enum": field.values }),
        FieldType::Number => text(&format!("^{NUMBER}$")),
        FieldType::Amount => json!({ "type": "string", "pattern": format!("^[A-Z]{{3}} {NUMBER}$") }),
        FieldType::Date => match crate::schema::Shape::Date.pattern() {
            Some(pattern) => text(&pattern),
            None => text("\\S"),
        },
        FieldType::Url => json!({ "type": "string", "pattern": "^https?://[^\\s\"<>`]+$" }),
        FieldType::Boolean => json!({ "enum": [true, false, "true", "false"] }),
    }
}
