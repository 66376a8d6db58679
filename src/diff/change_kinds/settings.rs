//! Values of book.toml that are others.

use std::collections::BTreeMap;

use crate::diff::changes::{Changes, Setting};
use crate::diff::comparison::Comparison;
use crate::diff::raw_fields::canonical;
use crate::fields::{Value, ValueKind, parse_toml};
use crate::source::{SETTINGS, Tree};

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    if comparison.after.edition.is_some() {
        // They are those of the whole book.
        return;
    }
    let (before, after) = (settings(comparison.before.tree), settings(comparison.after.tree));
    let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
    keys.sort();
    keys.dedup();
    let other = keys.into_iter().filter(|key| before.get(*key) != after.get(*key));
    changes.settings = other
        .map(|key| Setting {
            key: key.clone(),
            before: before.get(key).cloned(),
            after: after.get(key).cloned(),
        })
        .collect();
}

/// All values by their key with its section.
fn settings(tree: &Tree) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    if let Some((file, text)) = tree.find(SETTINGS).and_then(|file| Some((file, tree.text(file)?))) {
        flatten(&parse_toml(text, file).0, "", &mut found);
    }
    found
}

fn flatten(value: &Value, above: &str, found: &mut BTreeMap<String, String>) {
    let ValueKind::Map(entries) = &value.kind else {
        found.insert(above.to_owned(), canonical(value, false));
        return;
    };
    for entry in entries {
        let key = if above.is_empty() { entry.key.clone() } else { format!("{above}.{}", entry.key) };
        flatten(&entry.value, &key, found);
    }
}
