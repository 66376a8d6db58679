//! The values of a row, as far as they are what their column is for.

use std::collections::BTreeMap;

use super::super::when;
use crate::date::Cadence;
use crate::fields::meant;
use crate::item_code::why_no_code;
use crate::vocabulary::{Choice as _, Kind};

/// Puts a value under its key, or under `x-KEY` when it is not what the key takes, which is reported.
pub(super) fn put(
    keys: &mut BTreeMap<String, Vec<String>>,
    key: &str,
    value: &str,
    line: usize,
    remarks: &mut Vec<String>,
) {
    if value.is_empty() {
        return;
    }
    let read = match key {
        "due" | "start" => when::cell(value),
        "kind" => Some(value.to_lowercase().replace(' ', "-")).filter(|word| Kind::from_word(word).is_some()),
        "cadence" => cadence(value),
        "code" => Some(value.to_owned()).filter(|code| why_no_code(code).is_none()),
        _ => Some(value.to_owned()),
    };
    match read {
        Some(read) if key == "indicators" => {
            keys.insert(key.to_owned(), names(&read));
        }
        Some(read) => {
            keys.insert(key.to_owned(), vec![read.split_whitespace().collect::<Vec<_>>().join(" ")]);
        }
        None => {
            let what = match key {
                "due" | "start" => "an unambiguous date (write 2025-12-31)",
                "kind" => "a kind of item",
                "code" => "a code",
                _ => "an interval (write `every 6 months`)",
            };
            remarks.push(format!("line {line}: `{value}` is not {what}, so it becomes `x-{key}`"));
            keys.insert(format!("x-{key}"), vec![value.to_owned()]);
        }
    }
}

fn cadence(value: &str) -> Option<String> {
    if Cadence::parse(value).is_ok() {
        return Some(value.to_owned());
    }
    meant::cadence(value).filter(|meant| meant.certain).and_then(|meant| meant.instead)
}

/// The tags in a cell: between commas, too.
pub(super) fn separated(value: &str) -> Vec<String> {
    names(&value.replace([',', '、'], ";"))
}

/// The names in a cell: between semicolons, or each on a line. A comma may be part of a name.
pub(super) fn names(value: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in value.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}
