//! A collection for each kind of record.

use serde_json::{Value, json};

use super::choices::Choices;
use super::field::{field, own};
use super::written::Written;
use crate::schema::{self, Need, Schema};
use crate::vocabulary::{Choice as _, FieldHolder};

/// The kinds of record in the order of the menu, what each is called and where its files are.
const KINDS: &[Kind] = &[
    Kind { name: "update", collection: "updates", label: "Updates", one: "Update", place: Place::Updates },
    Kind { name: "item", collection: "items", label: "Items", one: "Item", place: Place::Items },
    Kind { name: "area", collection: "areas", label: "Areas", one: "Area", place: Place::Areas },
    Kind { name: "agency", collection: "agencies", label: "Agencies", one: "Agency", place: Place::Named },
    Kind { name: "forum", collection: "forums", label: "Forums", one: "Forum", place: Place::Named },
    Kind { name: "source", collection: "sources", label: "Sources", one: "Source", place: Place::Named },
    Kind { name: "page", collection: "pages", label: "Pages", one: "Page", place: Place::Named },
];

struct Kind {
    name: &'static str,
    collection: &'static str,
    label: &'static str,
    one: &'static str,
    place: Place,
}

/// Where the files of a kind are, and what they are called.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In any folder below `updates`, by date and title.
    Updates,
    /// In the folders of areas; the number is in the name of the file, so `planbook new` makes them.
    Items,
    /// One in each folder of areas.
    Areas,
    /// In one folder; the name of the file is the id.
    Named,
}

/// Makes collections.
pub(super) struct Maker<'a> {
    pub(super) choices: &'a Choices,
    pub(super) written: &'a Written,
    /// Whether the book has translations.
    pub(super) translated: bool,
    /// Whether the plan says what type of commitment items are.
    pub(super) has_default_kind: bool,
    /// The language of the originals.
    pub(super) language: &'a str,
}

impl Maker<'_> {
    /// All collections, with updates first.
    pub(super) fn collections(&self) -> Vec<Value> {
        KINDS.iter().filter_map(|kind| Some(self.collection(kind, schema::find(kind.name)?))).collect()
    }

    /// The file of the plan, which is the only one of its kind.
    pub(super) fn plan(&self) -> Option<Value> {
        let file = if self.translated { "content/plan.{{locale}}.md" } else { "content/plan.md" };
        let mut plan = json!({
            "name": "plan",
            "label": "The plan",
            "file": file,
            "format": "yaml-frontmatter",
            "fields": self.fields(schema::find("plan")?),
        });
        if self.translated {
            plan["i18n"] = json!(true);
        }
        Some(plan)
    }

    fn collection(&self, kind: &Kind, schema: &'static Schema) -> Value {
        let title = if schema.key("title").is_some() { "title" } else { "name" };
        let mut collection = json!({
            "name": kind.collection,
            "label": kind.label,
            "label_singular": kind.one,
            "description": schema.about,
            "folder": format!("content/{}", kind.collection),
            "format": "yaml-frontmatter",
            "extension": "md",
            "identifier_field": title,
            // An id that was published must lead somewhere for ever.
            "delete": false,
            "duplicate": false,
            "editor": { "preview": false },
            "fields": self.fields(schema),
        });
        if self.translated {
            collection["i18n"] = json!(true);
        }
        self.place(kind, &mut collection);
        collection
    }

    fn place(&self, kind: &Kind, collection: &mut Value) {
        match kind.place {
            Place::Updates => {
                // The name that `receive` and `new update --from-form` give an answer: day, item, agency. An ellipsis of a space
                // is none, because a name has no spaces.
                collection["slug"] = json!(
                    "{{fields.date | truncate(10, ' ')}}-{{fields.items.0 | default('plan')}}-{{fields.by.0 | default('{{title}}')}}"
                );
                collection["summary"] = json!("{{date}} · {{title}}");
                collection["sortable_fields"] = json!({ "fields": ["date", "title"], "default": { "field": "date", "direction": "descending" } });
                // Where the book has a folder for each year, a new file goes into that of its date.
                match self.written.updates.iter().all(|path| path.matches('/').count() == 1) {
                    true => collection["path"] = json!("{{fields.date | truncate(4, ' ')}}/{{slug}}"),
                    false => collection["nested"] = json!({ "subfolders": false }),
                }
            }
            Place::Items | Place::Areas => {
                collection["folder"] = json!("content/areas");
                collection["nested"] = json!({ "subfolders": false });
                collection["create"] = json!(false);
                collection["sortable_fields"] = json!(["title"]);
                if kind.place == Place::Areas {
                    collection["path"] = json!("{{slug}}/area");
                    collection["summary"] = json!("{{number}} · {{title}}");
                } else {
                    collection["summary"] = json!("{{title}} ({{slug}})");
                    // Only the file of an area has a number, and a filter asks only for keys that have a field.
                    collection["filter"] = json!({ "field": "number", "value": null });
                    if let Some(fields) = collection["fields"].as_array_mut() {
                        fields.push(json!({ "name": "number", "widget": "hidden" }));
                    }
                }
            }
            Place::Named => {
                collection["slug"] = json!({
                    "template": "{{slug}}",
                    "editable": ["create"],
                    "hint": "The id: other records refer to it by this name.",
                    "pattern": ["^[a-z0-9][a-z0-9._-]*$", "Use small letters a to z, digits, full stops and hyphens."],
                });
            }
        }
    }

    fn fields(&self, schema: &'static Schema) -> Vec<Value> {
        let form = |key: &str| {
            let forms = self.written.forms(schema.name, key);
            // `Err` where one field cannot show them all.
            if forms.len() > 1 { Err(()) } else { Ok(forms.first().copied()) }
        };
        let mut fields = Vec::new();
        for key in schema.mapping.keys() {
            let Some(mut field) = form(key.name).ok().and_then(|form| field(key, form, self.choices)) else {
                continue;
            };
            if schema.name == "item" && key.name == "kind" && self.has_default_kind {
                field["required"] = json!(false);
            }
            if self.translated && key.shape.may_have_words() && is_text(&field) {
                field["i18n"] = json!(true);
                if key.need == Need::Required {
                    field["required"] = json!([self.language]);
                }
            }
            fields.push(field);
        }
        let holder = FieldHolder::from_word(schema.name);
        for definition in &self.choices.fields {
            if holder.is_some_and(|holder| definition.on.contains(&holder))
                && let Ok(form) = form(&definition.key)
            {
                fields.extend(own(definition, form, self.choices));
            }
        }
        fields.push(self.body());
        fields
    }

    /// The text below the front matter. A field of plain text leaves what planbook reads there as it is.
    fn body(&self) -> Value {
        let mut body = json!({
            "name": "body",
            "label": "Text",
            "widget": "text",
            "required": false,
            "hint": "In Markdown: an empty line begins a paragraph.",
        });
        if self.translated {
            body["i18n"] = json!(true);
        }
        body
    }
}

fn is_text(field: &Value) -> bool {
    matches!(field["widget"].as_str(), Some("string" | "text"))
}
