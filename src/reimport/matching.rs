//! Which row is which item: by its number or code, and by its words only where the table gives it neither.

use std::collections::{BTreeMap, BTreeSet};

use super::known::Known;
use super::values::plain;
use crate::import::{Import, ImportedRecord};
use crate::item_code::fold_code;

/// What a record of the table is in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    /// This area.
    Area(usize),
    /// This item.
    Item(usize),
    /// Nothing yet.
    New,
    /// It cannot be known.
    Unclear,
}

/// The records in their order, and what is to be said.
pub(super) fn matched(found: &Import, known: &Known<'_>) -> (Vec<Match>, Vec<String>) {
    let mut remarks = Vec::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for written in found.records.iter().filter_map(number_in_table) {
        *counts.entry(written).or_default() += 1;
    }
    let titled: BTreeSet<usize> = (found.records.iter())
        .filter(|record| record.depth == 0)
        .filter_map(|record| with_title(record, known))
        .collect();
    let mut all: Vec<Match> = Vec::new();
    let mut by_words = 0;
    for record in &found.records {
        let one = match (record.depth, number_in_table(record)) {
            (0, _) => area(record, &titled, known),
            (_, Some(number)) if counts.get(&number).is_some_and(|count| *count > 1) => {
                match known.with_words(words(record)) {
                    Some(item) => Match::Item(item),
                    None => Match::Unclear,
                }
            }
            (_, Some(_)) => numbered(record, &all, known),
            (_, None) => {
                by_words += 1;
                known
                    .with_words(words(record))
                    .or_else(|| known.with_words(&record.title))
                    .map_or(Match::New, Match::Item)
            }
        };
        if one == Match::Unclear {
            remarks.push(format!(
                "{}: several rows have the number `{}`, and the book has no item with the words of this one, so planbook does not read it; give each row a number of its own",
                place(record),
                record.written
            ));
        }
        all.push(one);
    }
    if by_words > 0 {
        let rows = if by_words == 1 { "1 row has".to_owned() } else { format!("{by_words} rows have") };
        remarks.insert(0, format!("{rows} no number and no code, so planbook compared titles: a row with a new title becomes a new item"));
    }
    twice(found, known, &mut all, &mut remarks);
    (all, remarks)
}

/// The number or code of a record as the table writes it.
pub(super) fn number_in_table(record: &ImportedRecord) -> Option<String> {
    let code = record.keys.get("code").or_else(|| record.keys.get("x-code")).and_then(|code| code.first());
    let parent = record.parent.map(|parent| parent.to_string()).unwrap_or_default();
    match code {
        Some(code) => Some(fold_code(code)),
        // `1` below one area is not `1` below another.
        None if record.numbered && record.depth > 0 => match record.is_whole_number() {
            true => Some(record.written.to_lowercase()),
            false => Some(format!("{parent} {}", record.written)),
        },
        None => None,
    }
}

/// What a record says.
pub(super) fn words(record: &ImportedRecord) -> &str {
    record.text.as_deref().unwrap_or(&record.title)
}

/// The area of the book that has the title of an area of the table.
fn with_title(record: &ImportedRecord, known: &Known<'_>) -> Option<usize> {
    known.areas.iter().position(|area| area.title == plain(&record.title))
}

/// `titled` are the areas that the table names: none of them is another area with their number.
fn area(record: &ImportedRecord, titled: &BTreeSet<usize>, known: &Known<'_>) -> Match {
    let numbered = || {
        let mut areas = known.areas.iter().enumerate();
        let found = areas.find(|(at, area)| area.number == record.id && !titled.contains(at));
        found.filter(|_| record.numbered).map(|(at, _)| at)
    };
    // A table without areas is one area, whatever its title has become.
    let only = || (known.areas.len() == 1 && record.line.is_none() && record.title_is_cut).then_some(0);
    with_title(record, known).or_else(numbered).or_else(only).map_or(Match::New, Match::Area)
}

/// A whole number, and a code, name one item or none. The last step of a number alone is one below the area of its row.
fn numbered(record: &ImportedRecord, above: &[Match], known: &Known<'_>) -> Match {
    let code = record.keys.get("code").or_else(|| record.keys.get("x-code")).and_then(|code| code.first());
    let whole = || Some(&record.written).filter(|_| record.is_whole_number());
    if let Some(written) = code.or_else(whole) {
        let kept = known.with_kept_code(written).filter(|item| known.items[*item].says(words(record)));
        let found = kept.or_else(|| known.named(written)).or_else(|| known.named(bare(written)));
        let own = || whole().and_then(|written| known.named(written));
        // A number that runs through all areas is a code, but the book may have it only as the last step of the id.
        let step = || below(record, above, known).filter(|item| !known.items[*item].has_code());
        let is_step =
            record.numbered && whole().is_none() && fold_code(bare(&record.written)) == fold_code(written);
        let found = found.or_else(own).or_else(|| step().filter(|_| is_step));
        return found.map_or(Match::New, Match::Item);
    }
    below(record, above, known).map_or(Match::New, Match::Item)
}

/// The item of the book that has the last step of a number, below the area or item of its row.
fn below(record: &ImportedRecord, above: &[Match], known: &Known<'_>) -> Option<usize> {
    let parent = match record.parent.and_then(|parent| above.get(parent)) {
        Some(Match::Area(area)) => &known.areas[*area].number,
        Some(Match::Item(item)) => &known.items[*item].id,
        _ => return None,
    };
    let last = record.id.rsplit('.').next().unwrap_or(&record.id);
    known.with_id(&format!("{parent}.{last}"))
}

/// A number without the signs around it: `1.1.`, `(1.1)`.
fn bare(written: &str) -> &str {
    written.trim_matches(|sign: char| ".()".contains(sign))
}

/// Two rows cannot be one item.
fn twice(found: &Import, known: &Known<'_>, all: &mut [Match], remarks: &mut Vec<String>) {
    let mut rows: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, one) in all.iter().enumerate() {
        if let Match::Item(item) = one {
            rows.entry(*item).or_default().push(at);
        }
    }
    for (item, rows) in rows.into_iter().filter(|(_, rows)| rows.len() > 1) {
        let places: Vec<String> = rows.iter().map(|at| place(&found.records[*at])).collect();
        remarks.push(format!(
            "{}: these rows are all item {}, so planbook reads none of them; give each row a number of its own",
            places.join(", "),
            known.items[item].id
        ));
        rows.into_iter().for_each(|at| all[at] = Match::Unclear);
    }
}

/// An area whose title is no longer that of the table is the one that its items are in.
pub(super) fn areas_of_items(found: &Import, known: &Known<'_>, all: &mut [Match]) {
    for at in 0..all.len() {
        if all[at] != Match::New || found.records[at].depth > 0 {
            continue;
        }
        let items = found.records.iter().zip(all.iter()).filter(|(record, _)| record.parent == Some(at));
        let folders: BTreeSet<&str> = items
            .filter_map(|(_, one)| if let Match::Item(item) = one { Some(*item) } else { None })
            .map(|item| known.items[item].folder.as_str())
            .collect();
        if folders.len() == 1
            && let Some(area) = known.areas.iter().position(|area| folders.contains(area.folder.as_str()))
        {
            all[at] = Match::Area(area);
        }
    }
}

/// Where a record stands in the table.
pub(super) fn place(record: &ImportedRecord) -> String {
    record.line.map_or_else(|| record.name(), |line| format!("line {line}"))
}
