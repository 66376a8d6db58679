//! The table of keys and the readers hold each other: a key that one of them knows, the other knows too; what the table
//! gives as an example is read without a word; the documentation and the published schemas say the same.

mod all_keys;
mod corpus;
mod keys;
mod random;
mod real;

use planbook::schema::{Schema, TABLE};

/// The JSON Schema as it is published.
pub(crate) fn text(schema: &Schema) -> String {
    serde_json::to_string_pretty(&planbook::schema::json(schema)).unwrap() + "\n"
}

#[test]
fn the_schemas_in_the_documentation_are_those_of_the_program() {
    let folder = format!("{}/docs/schemas", env!("CARGO_MANIFEST_DIR"));
    let path = |schema: &Schema| format!("{folder}/{}.json", schema.name);
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        TABLE.iter().for_each(|schema| std::fs::write(path(schema), text(schema)).unwrap());
    }
    for schema in TABLE {
        let published = std::fs::read_to_string(path(schema)).unwrap_or_default();
        assert!(
            published == text(schema),
            "docs/schemas/{}.json is of another day: PLANBOOK_UPDATE=1 cargo test --test suite schema",
            schema.name
        );
    }
    let translation = serde_json::to_string_pretty(&planbook::schema::translation()).unwrap() + "\n";
    let place = format!("{folder}/translation.json");
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::write(&place, &translation).unwrap();
    }
    assert!(
        std::fs::read_to_string(place).unwrap_or_default() == translation,
        "docs/schemas/translation.json"
    );
    // Those of what `check` says are `NAME.schema.json`.
    let mut names: Vec<String> = crate::begin::listing(std::path::Path::new(&folder));
    names.retain(|name| !name.ends_with(".schema.json"));
    assert_eq!(names.len(), TABLE.len() + 1, "a file in docs/schemas belongs to no schema: {names:?}");
}
