//! Items that a plan numbers without regard to its areas: 1 to 60 through the whole paper. Their ids begin with the area, so
//! the number that readers know is their code.

use std::collections::BTreeSet;

use super::record::ImportedRecord;
use crate::item_code::{fold_code, why_no_code};

/// Gives each item of such a plan its number as its code, unless it has a code already.
pub(super) fn keep(records: &mut [ImportedRecord]) {
    let numbers: Vec<(usize, String)> =
        records.iter().enumerate().filter_map(|(at, record)| Some((at, number(record)?))).collect();
    let areas: BTreeSet<usize> = numbers.iter().filter_map(|(at, _)| area(records, *at)).collect();
    // Below a number that the paper gives to its only area, each of its items is read as a step of that number.
    let only_steps = areas.len() < 2 && areas.iter().all(|area| has_number(&records[*area]));
    let mut seen = BTreeSet::new();
    if only_steps || !numbers.iter().all(|(_, number)| seen.insert(fold_code(number))) {
        return;
    }
    for (at, number) in numbers {
        records[at].keys.entry("code".to_owned()).or_insert_with(|| vec![number]);
    }
}

/// The number of an item, if the source gives it one of a single step.
fn number(record: &ImportedRecord) -> Option<String> {
    let bare = bare(record);
    let single = record.depth == 1 && !bare.contains(['.', '-', '/', '(', ' ']);
    (single && why_no_code(bare).is_none()).then(|| bare.to_owned())
}

/// What the source writes as the number, without the signs around it; empty where it has none.
fn bare(record: &ImportedRecord) -> &str {
    record.written.trim_matches(|sign: char| !sign.is_alphanumeric())
}

fn has_number(area: &ImportedRecord) -> bool {
    area.numbered || !bare(area).is_empty()
}

fn area(records: &[ImportedRecord], mut at: usize) -> Option<usize> {
    while let Some(parent) = records[at].parent {
        at = parent;
    }
    (records[at].depth == 0).then_some(at)
}
