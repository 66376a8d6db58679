//! What the entries of a list are called in a translation. By their place they could not be found again: another entry may
//! come before them.

use std::collections::BTreeMap;

use crate::fields::{Value, ValueKind};

/// The keys by which an entry can be named: the first of them that it has.
pub(super) const NAMING_KEYS: [&str; 8] =
    ["id", "url", "source", "date", "period", "edition", "item", "agency"];

/// The names of the entries of a list, in its order. A second one of a name gets `-2`; one without any such key, its place
/// among those.
pub(super) fn entry_names(entries: &[Value]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut others = 0;
    let mut name = |entry: &Value| {
        let Some(name) = own_name(entry) else {
            others += 1;
            return others.to_string();
        };
        let count = seen.entry(name.to_owned()).and_modify(|count| *count += 1).or_insert(1);
        if *count == 1 { name.to_owned() } else { format!("{name}-{count}") }
    };
    entries.iter().map(&mut name).collect()
}

fn own_name(entry: &Value) -> Option<&str> {
    let ValueKind::Map(entries) = &entry.kind else { return None };
    NAMING_KEYS.iter().find_map(|key| {
        let entry = entries.iter().find(|entry| entry.key == *key)?;
        match &entry.value.kind {
            ValueKind::Scalar(text) => Some(text.as_str()),
            _ => None,
        }
    })
}
