//! What a record lacks before it can be written.

use crate::scaffold::Values;
use crate::scaffold::templates::RecordTemplate;
use crate::schema::{Need, Rule, Schema};

/// The flags that must be given and are not.
pub(super) fn flags(kind: &RecordTemplate, values: &Values) -> Vec<String> {
    let Some(schema) = kind.schema() else { return Vec::new() };
    let is_there =
        |name: &str| values.get(name).is_some_and(|texts| texts.iter().any(|text| !text.is_empty()));
    let mut lacking = Vec::new();
    // An item's number is in the name of its file; the others make a name of what they are called.
    if kind.name == "item" && !is_there("id") {
        lacking.push("id".to_owned());
    }
    let required = schema.mapping.keys().filter(|key| key.need == Need::Required);
    lacking.extend(required.map(|key| key.name.to_owned()).filter(|name| !is_there(name)));
    let one_of = schema.mapping.one_of;
    if !one_of.is_empty() && !one_of.iter().any(|name| is_there(name)) {
        lacking.extend(one_of.first().map(|name| (*name).to_owned()));
    }
    lacking.extend(asked_for(schema, values).into_iter().filter(|name| !is_there(name)));
    lacking
}

/// What the values that are there ask for: `status: completed` asks for evidence.
fn asked_for(schema: &Schema, values: &Values) -> Vec<String> {
    let mut asked = Vec::new();
    for rule in schema.mapping.rules {
        let Rule::Asks(key, words, other) = rule else { continue };
        let holds =
            values.get(*key).is_some_and(|texts| texts.iter().any(|text| words.contains(&text.as_str())));
        let inner = schema.key(other).and_then(|key| key.shape.mapping());
        match (holds, inner) {
            (false, _) => {}
            (true, None) => asked.push((*other).to_owned()),
            (true, Some(mapping)) => asked.extend(
                mapping
                    .keys()
                    .filter(|key| key.need == Need::Required)
                    .map(|key| format!("{other}-{}", key.name)),
            ),
        }
    }
    asked
}

/// Says which flags are missing.
pub(super) fn message(kind: &RecordTemplate, lacking: &[String]) -> String {
    let named: Vec<String> = lacking.iter().map(|name| format!("--{name}")).collect();
    let (last, rest) = named.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
    let list = if rest.is_empty() { last.to_owned() } else { format!("{} and {last}", rest.join(", ")) };
    let subject = match kind.name {
        "update" if lacking.iter().any(|name| name == "items") => {
            "\n  help: instead of --items, an update can be about --areas or about the whole --plan"
        }
        _ => "",
    };
    format!(
        "{} needs {list}\n  help: for example: {}{subject}",
        kind.one(),
        kind.examples.lines().next().unwrap_or("")
    )
}
