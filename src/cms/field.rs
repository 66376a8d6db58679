//! A key as a field of a form.

use serde_json::{Value, json};

use super::choices::{Choices, closed};
use super::words::{hint, label};
use super::written::Form;
use crate::config::FieldDefinition;
use crate::schema::{Key, Mapping, Need, Shape};
use crate::vocabulary::FieldType;

/// A key as a field. `form` is how the book writes it, where it does. `None` where no field can show it: the key stays in
/// the file as it is.
pub(super) fn field(key: &Key, form: Option<Form>, choices: &Choices) -> Option<Value> {
    let mut field = widget(&key.shape, form, choices)?;
    field["name"] = json!(key.name);
    field["label"] = json!(label(key.name));
    field["hint"] = json!(hint(key));
    field["required"] = json!(key.need == Need::Required);
    Some(field)
}

fn widget(shape: &Shape, form: Option<Form>, choices: &Choices) -> Option<Value> {
    match shape {
        Shape::List(entry) => list(entry, form, choices),
        Shape::Maps(mapping) => expects(form, Form::Maps).then(|| maps(mapping, choices)),
        Shape::Map(mapping) => expects(form, Form::Map).then(|| map(mapping, choices)),
        Shape::ValueOrMap(single, mapping) => match (form, single) {
            // A mapping can say what the word says, and more.
            (Some(Form::Map), _) | (None, Shape::Enum(_)) => Some(map(mapping, choices)),
            _ => widget(single, form, choices),
        },
        shape if expects(form, Form::Single) => single(shape, choices),
        _ => None,
    }
}

fn expects(written: Option<Form>, form: Form) -> bool {
    written.is_none_or(|written| written == form)
}

/// A field of a single value.
fn single(shape: &Shape, choices: &Choices) -> Option<Value> {
    match shape {
        Shape::Verbatim(shape) => single(shape, choices),
        Shape::Text | Shape::Markdown => Some(json!({ "widget": "text" })),
        Shape::Number(least, most) => {
            Some(json!({ "widget": "number", "value_type": "int", "min": least, "max": most }))
        }
        Shape::Boolean => Some(truth()),
        Shape::Enum(values) => Some(closed(&values())),
        Shape::Reference(target) => choices.records(*target),
        Shape::Tag => choices.tags(),
        Shape::Records(_) | Shape::Words(..) | Shape::Own(_) | Shape::Label | Shape::Levels(_) => None,
        shape => {
            let mut field = json!({ "widget": "string" });
            if let Some(pattern) = shape.pattern() {
                field["pattern"] = json!([pattern, "This is not in the form that the hint shows."]);
            }
            Some(field)
        }
    }
}

/// A switch would write `false` into every file: a list can stay empty.
fn truth() -> Value {
    let option = |label: &str, value: bool| json!({ "label": label, "value": value });
    json!({ "widget": "select", "options": [option("Yes", true), option("No", false)] })
}

fn list(entry: &Shape, form: Option<Form>, choices: &Choices) -> Option<Value> {
    let single_entry = match entry {
        Shape::ValueOrMap(_, mapping) if form == Some(Form::Maps) => return Some(maps(mapping, choices)),
        Shape::ValueOrMap(single, _) => single,
        entry => entry,
    };
    if !expects(form, Form::Singles) {
        return None;
    }
    let mut field = single(single_entry, choices)?;
    if matches!(single_entry, Shape::Reference(_) | Shape::Enum(_) | Shape::Tag) {
        field["multiple"] = json!(true);
        return Some(field);
    }
    field["name"] = json!("entry");
    field["label"] = json!("Entry");
    Some(json!({ "widget": "list", "field": field }))
}

fn maps(mapping: &Mapping, choices: &Choices) -> Value {
    let first = mapping.keys().find(|key| matches!(key.shape, Shape::Name)).map(|key| key.name);
    let mut field = json!({ "widget": "list", "fields": fields(mapping, choices), "collapsed": "auto" });
    if let Some(first) = first {
        field["summary"] = json!(format!("{{{{fields.{first}}}}}"));
    }
    field
}

fn map(mapping: &Mapping, choices: &Choices) -> Value {
    json!({ "widget": "object", "fields": fields(mapping, choices), "collapsed": "auto" })
}

fn fields(mapping: &Mapping, choices: &Choices) -> Vec<Value> {
    mapping.keys().filter_map(|key| field(key, None, choices)).collect()
}

/// A field that the plan declares for itself.
pub(super) fn own(definition: &FieldDefinition, form: Option<Form>, choices: &Choices) -> Option<Value> {
    if !expects(form, Form::Single) {
        return None;
    }
    let (shape, hint) = match definition.of_type {
        FieldType::Text => (&Shape::Text, "A field of this plan."),
        FieldType::Number => (&Shape::Decimal, "A number, with a full stop before decimals."),
        FieldType::Date => (&Shape::OwnDate, "A date, such as 2026-05-01, 2026-05 or 2026."),
        FieldType::Url => (&Shape::Address, "A web address."),
        FieldType::Boolean => (&Shape::Boolean, "Yes or no."),
        FieldType::Choice => (&Shape::Name, "One of the values that book.toml declares."),
        FieldType::Amount => (&Shape::Name, "The code of a currency, a space and a number: EUR 14200000."),
    };
    let mut field = single(shape, choices)?;
    if definition.of_type == FieldType::Choice {
        field = json!({ "widget": "select", "options": definition.values });
    }
    field["name"] = json!(definition.key);
    field["label"] = json!(definition.label);
    field["hint"] = json!(hint);
    field["required"] = json!(false);
    Some(field)
}
