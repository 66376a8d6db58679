//! What a row says otherwise than the book, where a person decides.

use std::collections::BTreeSet;

use super::known::{Known, KnownItem};
use super::matching::place;
use super::values;
use crate::import::{Decisions, ImportedRecord, record_text};

/// Keys that are compared in another way, or are no difference.
const NOT_HERE: &[&str] = &["updates", "due", "lead", "supporting", "tags", "rollup", "title", "kind"];

/// The differences of an item from its row.
pub(super) fn of(
    record: &ImportedRecord,
    item: &KnownItem,
    known: &Known<'_>,
    decisions: &Decisions,
) -> Vec<String> {
    let mut found = Vec::new();
    let mut differs = |key: &str, book: &str, table: &str| {
        found.push(format!(
            "{}: `{key}` is \"{book}\", and in the table ({}) \"{table}\"",
            at(item, key),
            place(record)
        ));
    };
    let written = record_text(record, &known.names, decisions);
    let (entries, _) = values::of_file(&written);
    for entry in &entries {
        let is_title = entry.key == "title" && !record.title_is_cut;
        let is_kind = entry.key == "kind" && record.keys.contains_key("kind");
        if NOT_HERE.contains(&entry.key.as_str()) && !is_title && !is_kind {
            continue;
        }
        match values::value(&item.entries, &entry.key) {
            Some(there) if values::covers(there, &entry.value) => {}
            Some(there) => differs(&entry.key, &values::shown(there), &values::shown(&entry.value)),
            None => differs(&entry.key, "", &values::shown(&entry.value)),
        }
    }
    let own_lead = record.lead != decisions.lead;
    for (key, names, there) in
        [("lead", &record.lead, &item.lead), ("supporting", &record.supporting, &item.supporting)]
    {
        let ids: BTreeSet<String> =
            names.iter().map(|name| known.names.agency(name).unwrap_or(name).to_owned()).collect();
        if !names.is_empty() && ids != *there && (key != "lead" || own_lead) {
            differs(key, &joined(there), &names.join("; "));
        }
    }
    let tags: BTreeSet<String> =
        record.tags.iter().map(|tag| known.names.tag(tag).unwrap_or(tag).to_owned()).collect();
    if !tags.is_empty() && tags != item.tags {
        differs("tags", &joined(&item.tags), &joined(&tags));
    }
    let body = values::plain(&item.body);
    for paragraph in crate::import::escaped(&record.body).split("\n\n").filter(|text| !text.is_empty()) {
        if !body.contains(&values::plain(paragraph)) {
            differs(
                "text below the front matter",
                &values::plain(&item.body).chars().take(70).collect::<String>(),
                paragraph,
            );
        }
    }
    found
}

fn joined(values: &BTreeSet<String>) -> String {
    values.iter().cloned().collect::<Vec<_>>().join("; ")
}

/// The place of a key in the file of an item; where it could stand, if it is not there.
pub(super) fn at(item: &KnownItem, key: &str) -> String {
    let start =
        item.entries.iter().find(|entry| entry.key == key).map_or(0, |entry| entry.key_span.start as usize);
    let before = item.text.get(..start).unwrap_or("");
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    format!("{}:{}:{column}", item.path, before.matches('\n').count() + 1)
}
