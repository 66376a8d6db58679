//! Rows whose number and whose words name two items of the book: which of them a person wrote, planbook cannot know.

use std::collections::BTreeMap;

use super::known::Known;
use super::matching::{Match, number_in_table, place, words};
use crate::import::Import;

/// Makes each of these rows unclear, and says why.
pub(super) fn set_apart(found: &Import, known: &Known<'_>, all: &mut [Match], remarks: &mut Vec<String>) {
    let rows = || found.records.iter().enumerate().filter(|(_, record)| record.depth > 0);
    // The rows that have the words of an item, and of no other one.
    let mut said: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, record) in rows() {
        if let Some(item) = known.with_words(words(record)) {
            said.entry(item).or_default().push(at);
        }
    }
    let mut unclear: Vec<(usize, String)> = Vec::new();
    for (at, record) in rows() {
        let own = known.with_words(words(record));
        let written = &record.written;
        match (all[at], own) {
            (Match::Item(item), _) if known.items[item].says(words(record)) => {}
            (Match::Item(item), Some(other)) => {
                unclear.push((at, two_items(found, known, at, (item, other))))
            }
            (Match::Item(item), None) => {
                let elsewhere = said.get(&item).into_iter().flatten().find(|other| **other != at);
                if let Some(other) = elsewhere {
                    unclear.push((
                        at,
                        format!(
                            "{}: this row has the number of item {} of the book, and {} has its words; planbook does not read the row: correct the number of one of them",
                            place(record),
                            known.items[item].id,
                            place(&found.records[*other])
                        ),
                    ));
                }
            }
            (Match::New, Some(item)) if number_in_table(record).is_some() => {
                let id = &known.items[item].id;
                unclear.push((
                    at,
                    format!(
                        "{}: item {id} of the book has the words of this row, and another number than `{written}`; planbook does not read the row: correct one of the numbers",
                        place(record)
                    ),
                ));
            }
            _ => {}
        }
    }
    for (at, remark) in unclear {
        all[at] = Match::Unclear;
        remarks.push(remark);
    }
}

fn two_items(found: &Import, known: &Known<'_>, at: usize, (by_number, by_words): (usize, usize)) -> String {
    format!(
        "{}: the number of this row is that of item {} of the book, and its words are those of item {}; planbook does not read the row: correct its number or its words",
        place(&found.records[at]),
        known.items[by_number].id,
        known.items[by_words].id
    )
}
