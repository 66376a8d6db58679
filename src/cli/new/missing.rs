//! What a record lacks before it can be written.

use crate::scaffold::Values;
use crate::scaffold::templates::RecordTemplate;
use crate::schema::{Need, Rule};

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
    lacking.extend(causes(kind, values).into_iter().map(|cause| cause.name));
    if kind.lacks_name(values) {
        lacking.push(kind.id.0.to_owned());
    }
    lacking
}

/// A flag that is missing because of another one: `status: completed` asks for evidence.
pub(super) struct Cause {
    /// The flag that is missing.
    pub(super) name: String,
    /// What it fills.
    pub(super) other: &'static str,
    /// The key that asks for it.
    pub(super) key: &'static str,
    /// The word of that key.
    pub(super) word: String,
}

impl Cause {
    /// Why it is needed.
    pub(super) fn sentence(&self) -> String {
        let what = match self.other {
            "evidence" => "evidence: the title and address of a document that shows it",
            "challenges" => "challenges: what causes the delay",
            "reason" => "a reason",
            other => other,
        };
        format!("`{}: {}` needs {what}", self.key, self.word)
    }
}

/// What is missing because of the values that are there.
pub(super) fn causes(kind: &RecordTemplate, values: &Values) -> Vec<Cause> {
    let mut causes = Vec::new();
    let Some(schema) = kind.schema() else { return causes };
    for rule in schema.mapping.rules {
        let Rule::Asks(key, words, other) = rule else { continue };
        let texts = values.get(*key).into_iter().flatten();
        let Some(word) = texts.into_iter().find(|text| words.contains(&text.as_str())) else { continue };
        let inner = schema.key(other).and_then(|key| key.shape.mapping());
        let names: Vec<String> = match inner {
            None => vec![(*other).to_owned()],
            Some(mapping) => {
                let required = mapping.keys().filter(|key| key.need == Need::Required);
                required.map(|key| format!("{other}-{}", key.name)).collect()
            }
        };
        let lacking = names.into_iter().filter(|name| !values.contains_key(name));
        causes.extend(lacking.map(|name| Cause { name, other, key, word: word.clone() }));
    }
    causes
}

/// Says which flags are missing.
pub(super) fn message(kind: &RecordTemplate, values: &Values, lacking: &[String]) -> String {
    let named: Vec<String> = lacking.iter().map(|name| format!("--{name}")).collect();
    let (last, rest) = named.split_last().map_or(("", &[][..]), |(last, rest)| (last.as_str(), rest));
    let list = if rest.is_empty() { last.to_owned() } else { format!("{} and {last}", rest.join(", ")) };
    let subject = match kind.name {
        "update" if lacking.iter().any(|name| name == "items") => {
            "\n  help: instead of --items, an update can be about --areas or about the whole --plan"
        }
        _ => "",
    };
    let mut why: Vec<String> = causes(kind, values).iter().map(Cause::sentence).collect();
    why.dedup();
    if kind.lacks_name(values) {
        why.push(format!("{}, with --{}", no_name(kind), kind.id.0));
    }
    let why: String = why.iter().map(|why| format!("\n  help: {why}")).collect();
    format!(
        "{} needs {list}{why}\n  help: for example: {}{subject}",
        kind.one(),
        kind.examples.lines().next().unwrap_or("")
    )
}

/// What to say where no name can be made.
pub(super) fn no_name(kind: &RecordTemplate) -> String {
    let words = kind.named_by().last().copied().unwrap_or("title");
    format!(
        "the name of the file has only the letters a to z, digits and `-`, and this {words} has none of them: write a name yourself"
    )
}
