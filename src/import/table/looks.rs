//! What the values of a column look like.

use std::collections::BTreeSet;

use super::super::when;
use super::row::Row;

/// The different values of a column.
fn values(rows: &[Row], at: usize) -> BTreeSet<&str> {
    let all = rows.iter().filter_map(|row| row.values.get(at)).map(String::as_str);
    all.filter(|value| !value.is_empty()).collect()
}

/// Whether a column holds names, and not ranks such as `High` or `1`.
pub(super) fn has_words(rows: &[Row], at: usize) -> bool {
    let values = values(rows, at);
    let long = values
        .iter()
        .filter(|value| value.split_whitespace().count() > 2 || value.chars().count() > 20)
        .count();
    long * 2 > values.len()
}

/// Whether a column holds dates, and nothing else.
pub(super) fn has_dates(rows: &[Row], at: usize) -> bool {
    let values = values(rows, at);
    let is_date = |value: &&str| when::deadline(value).is_some_and(|date| date != "ongoing");
    !values.is_empty() && values.iter().all(is_date)
}
