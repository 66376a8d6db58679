//! The data dictionary: every file, every key of the JSON and every column of the tables, from the schema's own words.

use schemars::Schema;
use serde_json::Value;

use super::catalog;
use super::columns::LAST;
use super::downloads::downloads;
use super::parts::Part;
use super::schema::schema;
use super::tables::{CsvTable, TABLES};
use super::types::SCHEMA_VERSION;
use crate::page::views::{
    ChoiceView, DataPage, FieldView, FileView, LinkView, TableColumnView, TableView, TypeView,
};
use crate::page::{ViewBuilder, contents};
use crate::route::Route;

/// The type of the whole file, which is the schema's root.
const ROOT: &str = "PlanFile";

pub(super) fn view(builder: &mut ViewBuilder<'_>, parts: &[Part]) -> DataPage {
    let title = builder.word("open-data");
    let mut head = builder.head(title, Route::DATA, builder.crumbs(Vec::new()), None);
    head.description = builder.word("data-note");
    let schema = SchemaReader { schema: schema() };
    let types = schema.types(builder);
    let tables = tables(builder, &schema);
    let files = files(builder, parts);
    let sections = [("page_files", builder.word("data-files"))]
        .into_iter()
        .chain(types.iter().map(|kind| (kind.anchor.as_str(), kind.name.clone())))
        .chain(tables.iter().map(|table| (table.anchor.as_str(), table.file.text.clone())));
    head.contents = contents::list(sections);
    DataPage {
        head,
        schema_version: SCHEMA_VERSION.to_owned(),
        licence: builder.context.licence().map(str::to_owned),
        files,
        types,
        tables,
    }
}

fn files(builder: &ViewBuilder<'_>, parts: &[Part]) -> Vec<FileView> {
    let named = |path: &str, key: &str| FileView {
        href: href(builder, path),
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        about: builder.word(key),
    };
    let downloads = downloads(builder.plan(), parts);
    let data = downloads.iter().map(|file| named(&file.path, file.about));
    let about = [named(catalog::PATH, "data-catalog-jsonld"), named("CITATION.cff", "data-citation-cff")];
    data.chain(about).collect()
}

fn href(builder: &ViewBuilder<'_>, path: &str) -> String {
    format!("{}{path}", builder.route.to_root())
}

fn tables(builder: &ViewBuilder<'_>, dictionary: &SchemaReader) -> Vec<TableView> {
    let table = |table: &CsvTable| {
        let columns = (table.columns)();
        let record = columns.first().and_then(|(_, key)| key.split('.').next()).unwrap_or(ROOT);
        let column = |&(name, key): &(&str, &str)| TableColumnView {
            name: name.to_owned(),
            about: english(builder, dictionary.about_key(key).unwrap_or_default()),
            key: dictionary.path(record, key).unwrap_or_default(),
        };
        TableView {
            anchor: format!("page_{}", table.path.replace('/', "_")),
            file: LinkView { href: href(builder, table.path), text: table.path.to_owned() },
            columns: columns
                .iter()
                .map(column)
                .chain((table.extra)(builder.context))
                .chain(LAST.iter().map(column))
                .collect(),
        }
    };
    TABLES.iter().filter(|table| (table.is_made)(builder.plan())).map(table).collect()
}

struct SchemaReader {
    schema: Schema,
}

impl SchemaReader {
    /// The definition of a type.
    fn definition(&self, name: &str) -> Option<&Value> {
        if name == ROOT { Some(self.schema.as_value()) } else { self.schema.get("$defs")?.get(name) }
    }

    /// What a key means: `Item.title`.
    fn about_key(&self, key: &str) -> Option<String> {
        let (of, key) = key.split_once('.')?;
        Some(about(self.definition(of)?.get("properties")?.get(key)?))
    }

    /// What readers call a type: its title, or its name where that says it.
    fn title(&self, name: &str) -> String {
        let title = self.definition(name).and_then(|definition| definition.get("title")?.as_str());
        title.unwrap_or(name).to_owned()
    }

    /// Where a program finds a key, from the record of the table or from the top of the file: `schedule.due`.
    fn path(&self, record: &str, key: &str) -> Option<String> {
        let (of, key) = key.split_once('.')?;
        if of == record || of == ROOT {
            return Some(key.to_owned());
        }
        let keys = self.definition(record)?.get("properties")?.as_object()?;
        let holder = keys
            .iter()
            .find(|(_, schema)| referred(schema).or_else(|| referred(schema.get("items")?)) == Some(of))?;
        Some(format!("{}.{key}", holder.0))
    }

    fn types(&self, builder: &ViewBuilder<'_>) -> Vec<TypeView> {
        let definitions = self.schema.get("$defs").and_then(Value::as_object);
        let names = definitions.into_iter().flat_map(|definitions| definitions.keys().map(String::as_str));
        std::iter::once(ROOT)
            .chain(names)
            .filter_map(|name| Some((name, self.definition(name)?)))
            .map(|(name, definition)| TypeView {
                anchor: anchor(name),
                name: english(builder, self.title(name)),
                about: english(builder, about(definition)),
                fields: fields(builder, self, definition),
            })
            .collect()
    }
}

fn anchor(name: &str) -> String {
    format!("page_type-{name}")
}

/// The schema explains itself in English, which a page in another language says.
fn english(builder: &ViewBuilder<'_>, words: String) -> String {
    builder.context.theme.english(words)
}

fn about(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().replace('`', "")
}

fn fields(builder: &ViewBuilder<'_>, dictionary: &SchemaReader, definition: &Value) -> Vec<FieldView> {
    let properties = definition.get("properties").and_then(Value::as_object);
    let keys =
        properties.into_iter().flatten().map(|(name, schema)| field(builder, dictionary, name, schema));
    let kinds = alternatives(definition).filter_map(|one| kind_of_record(builder, dictionary, one));
    keys.chain(kinds).collect()
}

/// One of the types that a record can be: its name stands under the key `type`.
fn kind_of_record(builder: &ViewBuilder<'_>, dictionary: &SchemaReader, schema: &Value) -> Option<FieldView> {
    let name = schema.get("properties")?.get("type")?.get("const")?.as_str()?;
    Some(field(builder, dictionary, name, schema))
}

fn field(builder: &ViewBuilder<'_>, dictionary: &SchemaReader, name: &str, schema: &Value) -> FieldView {
    let types = types_of(schema);
    let list = types.contains(&"array");
    let element = schema.get("items").filter(|_| list).unwrap_or(schema);
    let of = referred(element);
    let key = match (list, of.is_some()) {
        (true, true) => "data-list-of",
        (true, false) => "data-list",
        (false, true) => "data-object",
        (false, false) => scalar(element),
    };
    FieldView {
        name: name.to_owned(),
        kind: builder.word(key),
        of: of.map(|name| LinkView {
            href: format!("#{}", anchor(name)),
            text: english(builder, dictionary.title(name)),
        }),
        optional: types.contains(&"null") || alternatives(schema).any(|one| types_of(one).contains(&"null")),
        about: english(builder, about(schema)),
        choices: choices(element)
            .into_iter()
            .map(|choice| ChoiceView { about: choice.about.map(|about| english(builder, about)), ..choice })
            .collect(),
    }
}

/// The names of the JSON types that a value can have.
fn types_of(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn alternatives(schema: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf"].into_iter().filter_map(|key| schema.get(key)?.as_array()).flatten()
}

/// The type that a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    std::iter::once(schema)
        .chain(alternatives(schema))
        .find_map(|one| one.get("$ref")?.as_str()?.strip_prefix("#/$defs/"))
}

fn scalar(schema: &Value) -> &'static str {
    let types = types_of(schema);
    let is_choice = !choices(schema).is_empty();
    match schema.get("format").and_then(Value::as_str) {
        _ if is_choice => "data-choice",
        Some("date") => "data-day",
        _ if types.contains(&"integer") || types.contains(&"number") => "data-number",
        _ if types.contains(&"boolean") => "data-truth",
        _ => "data-text",
    }
}

/// The words of a closed list, in either of the two ways in which a schema has one.
fn choices(schema: &Value) -> Vec<ChoiceView> {
    let plain = schema.get("enum").and_then(Value::as_array).into_iter().flatten();
    let plain = plain.filter_map(Value::as_str).map(|word| ChoiceView { word: word.to_owned(), about: None });
    let described = alternatives(schema).filter_map(|one| {
        let word = one.get("const")?.as_str()?.to_owned();
        Some(ChoiceView { word, about: Some(about(one)) })
    });
    plain.chain(described).collect()
}

#[cfg(test)]
mod tests {
    use super::{LAST, SchemaReader, TABLES, schema};

    #[test]
    fn every_column_of_a_table_is_a_key_of_the_json_and_is_explained() {
        let dictionary = SchemaReader { schema: schema() };
        for (table, (name, key)) in TABLES
            .iter()
            .flat_map(|table| (table.columns)().into_iter().chain(LAST).map(|column| (table.path, column)))
        {
            assert!(dictionary.about_key(key).is_some_and(|about| !about.is_empty()), "{table} {name} {key}");
            let record = ["Area", "Item", "Update", "Agency", "Forum", "Indicator"]
                .map(|record| dictionary.path(record, key));
            assert!(record.iter().any(Option::is_some), "{table} {name} {key}");
        }
    }

    #[test]
    fn every_key_of_the_json_is_explained() {
        let dictionary = SchemaReader { schema: schema() };
        let definitions = dictionary.schema.get("$defs").and_then(|all| all.as_object()).cloned();
        let names = definitions.into_iter().flatten().map(|(name, _)| name);
        for name in names.chain(["PlanFile".to_owned()]) {
            let definition = dictionary.definition(&name).unwrap();
            assert!(!super::about(definition).is_empty(), "{name}");
            let properties = definition.get("properties").and_then(|all| all.as_object());
            for (key, schema) in properties.into_iter().flatten() {
                assert!(!super::about(schema).is_empty(), "{name}.{key}");
            }
        }
    }
}
