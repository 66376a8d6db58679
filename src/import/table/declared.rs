//! The fields of a table that planbook has no key for: each becomes a declared field, of the type that all its values have.

use std::collections::{BTreeMap, BTreeSet};

use super::super::record::{DeclaredField, ImportedRecord};
use super::super::when;
use super::amounts;
use crate::decimal::Decimal;

/// A choice has few values, and many records have each.
const MOST_CHOICES: usize = 12;
/// The longest value of a choice.
const LONGEST_CHOICE: usize = 60;
/// The longest key.
const LONGEST_KEY: usize = 60;

/// The fields of the records, and their values in the form of their type. `labels` are the names of the columns.
pub(super) fn declare(
    records: &mut [ImportedRecord],
    labels: &BTreeMap<String, (String, Option<String>)>,
    sums: &BTreeSet<String>,
) -> Vec<DeclaredField> {
    let keys: BTreeSet<String> = records
        .iter()
        .flat_map(|record| record.keys.keys())
        .filter(|key| key.starts_with("x-"))
        .cloned()
        .collect();
    let mut fields = Vec::new();
    for key in keys.into_iter().filter(|key| key.len() <= LONGEST_KEY) {
        let (label, beside) = labels
            .get(&key)
            .cloned()
            .unwrap_or_else(|| (key.trim_start_matches("x-").replace('-', " "), None));
        let values: Vec<&Vec<String>> = records.iter().filter_map(|record| record.keys.get(&key)).collect();
        let on_areas = records.iter().any(|record| record.depth == 0 && record.keys.contains_key(&key));
        let one: Option<Vec<&str>> = values.iter().map(|values| single(values)).collect();
        let (of_type, made) = match &one {
            Some(one) => of_values(one, beside.as_deref(), sums.contains(&key)),
            // A field has one value.
            None => continue,
        };
        let choices = if of_type == "choice" { distinct(&made) } else { Vec::new() };
        let holders = records.iter_mut().filter_map(|record| record.keys.get_mut(&key));
        for (held, made) in holders.zip(made) {
            *held = vec![made];
        }
        let label = if label.is_empty() { key.clone() } else { label };
        fields.push(DeclaredField { key, label, of_type, values: choices, on_areas });
    }
    fields
}

/// A field of texts.
pub(super) fn text_field(key: &str, label: &str) -> DeclaredField {
    let (key, label) = (key.to_owned(), label.to_owned());
    DeclaredField { key, label, of_type: "text", values: Vec::new(), on_areas: false }
}

/// The fields of several tables that records have, each once. Where two tables have values of two types, they are texts.
pub(super) fn joined(fields: &[DeclaredField], records: &[ImportedRecord]) -> Vec<DeclaredField> {
    let mut joined: BTreeMap<&str, DeclaredField> = BTreeMap::new();
    let is_held = |field: &&DeclaredField| records.iter().any(|record| record.keys.contains_key(&field.key));
    for field in fields.iter().filter(is_held) {
        let known = joined.entry(field.key.as_str()).or_insert_with(|| field.clone());
        known.on_areas |= field.on_areas;
        let more = field.values.iter().filter(|value| !known.values.contains(value)).cloned();
        let more: Vec<String> = more.collect();
        known.values.extend(more);
        if known.of_type != field.of_type || known.values.len() > MOST_CHOICES {
            (known.of_type, known.values) = ("text", Vec::new());
        }
    }
    joined.into_values().collect()
}

fn single(values: &[String]) -> Option<&str> {
    match values {
        [one] => Some(one.as_str()),
        _ => None,
    }
}

/// The type of some values, and the values in its form.
fn of_values(values: &[&str], beside: Option<&str>, is_sum: bool) -> (&'static str, Vec<String>) {
    let all = |read: &dyn Fn(&str) -> Option<String>| {
        values.iter().map(|value| read(value)).collect::<Option<Vec<String>>>()
    };
    let amount = all(&|value| amounts::amount(value, beside)).filter(|_| is_sum);
    let is_address = |value: &str| {
        (value.starts_with("https://") || value.starts_with("http://"))
            && !value.contains(char::is_whitespace)
    };
    // Ranks and years are numbers that nobody adds up, but they are numbers.
    let number = || all(&|value| Decimal::parse(value).is_ok().then(|| value.to_owned()));
    let date = || all(&when::cell);
    let address = || all(&|value| is_address(value).then(|| value.to_owned()));
    let found = amount
        .map(|made| ("amount", made))
        .or_else(|| number().map(|made| ("number", made)))
        .or_else(|| date().map(|made| ("date", made)))
        .or_else(|| address().map(|made| ("url", made)));
    found.unwrap_or_else(|| {
        let owned: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        let kinds = distinct(&owned);
        let few = kinds.len() <= MOST_CHOICES && kinds.len() * 2 <= values.len();
        let short =
            kinds.iter().all(|value| value.chars().count() <= LONGEST_CHOICE && !value.contains('\n'));
        (if few && short { "choice" } else { "text" }, owned)
    })
}

/// The values in the order in which they first stand there.
fn distinct(values: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    values.iter().filter(|value| seen.insert(value.as_str())).cloned().collect()
}
