//! In which forms the files of a book write each key: a field shows one of them, and must not spoil the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::fields::{Value, ValueKind, parse_yaml};
use crate::parse;
use crate::source::Tree;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// A single value.
    Single,
    /// A list of single values.
    Singles,
    /// A mapping.
    Map,
    /// A list of mappings.
    Maps,
    /// A list of both.
    Mixed,
}

/// The forms of each key, by the kind of record.
#[derive(Debug, Default)]
pub(super) struct Written {
    forms: BTreeMap<(&'static str, String), BTreeSet<Form>>,
    /// The files of updates, from the folder of updates.
    pub(super) updates: Vec<String>,
}

impl Written {
    /// What the originals of a book write. `translations` are the languages that other files are in.
    pub(super) fn of(tree: &Tree, translations: &[String]) -> Self {
        let mut written = Self::default();
        for (file, entry) in tree.below("content/") {
            let Some(kind) = kind(&entry.path, translations) else { continue };
            if let Some(path) = entry.path.strip_prefix("content/updates/") {
                written.updates.push(path.to_owned());
            }
            let Some(text) = tree.text(file) else { continue };
            let Some([yaml, _]) = parse::parts(text) else { continue };
            let nesting = tree.limits().yaml_nesting;
            let (value, _) = parse_yaml(&text[yaml.clone()], file, yaml.start, nesting);
            let ValueKind::Map(entries) = value.kind else { continue };
            for entry in entries {
                if let Some(form) = form(&entry.value) {
                    written.forms.entry((kind, entry.key)).or_default().insert(form);
                }
            }
        }
        written
    }

    /// The forms in which a kind of record has a key.
    pub(super) fn forms(&self, kind: &'static str, key: &str) -> BTreeSet<Form> {
        self.forms.get(&(kind, key.to_owned())).cloned().unwrap_or_default()
    }
}

/// The kind of record that a file holds.
fn kind(path: &str, translations: &[String]) -> Option<&'static str> {
    let name = path.strip_prefix("content/")?;
    let stem = name.strip_suffix(".md")?;
    if translations.iter().any(|language| stem.ends_with(&format!(".{language}"))) {
        return None;
    }
    match name.split_once('/') {
        None if name == "plan.md" => Some("plan"),
        Some(("areas", rest)) if rest.ends_with("/area.md") => Some("area"),
        Some(("areas", _)) => Some("item"),
        Some(("updates", _)) => Some("update"),
        Some(("agencies", _)) => Some("agency"),
        Some(("forums", _)) => Some("forum"),
        Some(("sources", _)) => Some("source"),
        Some(("pages", _)) => Some("page"),
        _ => None,
    }
}

fn form(value: &Value) -> Option<Form> {
    match &value.kind {
        ValueKind::Null | ValueKind::Refused => None,
        ValueKind::Scalar(_) => Some(Form::Single),
        ValueKind::Map(_) => Some(Form::Map),
        ValueKind::List(entries) => {
            let maps = entries.iter().filter(|entry| matches!(entry.kind, ValueKind::Map(_))).count();
            let lists = entries.iter().any(|entry| matches!(entry.kind, ValueKind::List(_)));
            match maps {
                _ if entries.is_empty() => None,
                _ if lists => Some(Form::Mixed),
                0 => Some(Form::Singles),
                maps if maps == entries.len() => Some(Form::Maps),
                _ => Some(Form::Mixed),
            }
        }
    }
}
