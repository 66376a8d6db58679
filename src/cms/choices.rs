//! What can be picked by name.

use serde_json::{Value, json};

use super::words::label;
use crate::config::{Config, FieldDefinition};
use crate::plan::Plan;
use crate::schema::Target;

/// What can be picked by name: the records that the settings list themselves, and those that the forms find.
#[derive(Debug)]
pub(super) struct Choices {
    items: Vec<Value>,
    areas: Vec<Value>,
    tags: Vec<Value>,
    pub(super) fields: Vec<FieldDefinition>,
}

impl Choices {
    pub(super) fn of(plan: &Plan, config: &Config) -> Self {
        let items = plan.items.iter().map(|item| {
            let document = &item.document;
            let (id, title) = (document.id.as_str(), &document.title.value);
            let shown = match &document.code {
                Some(code) => format!("{} · {title} ({id})", code.text),
                None => format!("{id} · {title}"),
            };
            option(&shown, id)
        });
        let areas = plan.areas.iter().map(|area| {
            let id = area.document.number.value.as_str();
            option(&format!("{id} · {}", area.document.title.value), id)
        });
        let tags = plan.tags.iter().flat_map(|group| {
            group
                .tags
                .iter()
                .map(|tag| option(&format!("{}: {} ({})", group.title, tag.title, tag.name), &tag.name))
        });
        Self {
            items: items.collect(),
            areas: areas.collect(),
            tags: tags.collect(),
            fields: config.fields.clone(),
        }
    }

    /// The field that picks a record. `None` where there is nothing to pick from, or no list of it.
    pub(super) fn records(&self, target: Target) -> Option<Value> {
        match target {
            // The name of an item's file holds more than its id, which the forms cannot take out of it.
            Target::Item => select(&self.items),
            Target::Area => select(&self.areas),
            Target::Agency => Some(relation("agencies", "name")),
            Target::Forum => Some(relation("forums", "name")),
            Target::Source => Some(relation("sources", "title")),
            Target::Update => Some(relation("updates", "title")),
            Target::Edition | Target::ItemOfEdition => Some(json!({ "widget": "string" })),
        }
    }

    /// The field that picks tags.
    pub(super) fn tags(&self) -> Option<Value> {
        select(&self.tags)
    }
}

fn option(label: &str, value: &str) -> Value {
    json!({ "label": label, "value": value })
}

fn select(options: &[Value]) -> Option<Value> {
    (!options.is_empty()).then(|| json!({ "widget": "select", "options": options }))
}

fn relation(collection: &str, name: &str) -> Value {
    json!({
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": [name, "{{slug}}"],
        "search_fields": [name, "{{slug}}"],
    })
}

/// A field with a closed list: each word, and what it means.
pub(super) fn closed(values: &[(&str, &str)]) -> Value {
    let options: Vec<Value> = values
        .iter()
        .map(|(word, meaning)| {
            let meaning = meaning.replace('`', "");
            option(&format!("{}: {}", label(word), meaning.trim_end_matches('.')), word)
        })
        .collect();
    json!({ "widget": "select", "options": options })
}
