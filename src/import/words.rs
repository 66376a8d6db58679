//! The words of a record: its number as it is written, its title and its text.

use std::collections::{BTreeMap, BTreeSet};

use super::decisions::Wrap;
use super::level_names::LevelNames;
use super::marker::{self, Marker};
use super::node::join;
use super::record::ImportedRecord;
use super::style::NumberStyle;
use super::tables::TableRow;
use super::titles;
use crate::item_code::{fold_code, why_no_code};

/// A longer title of an area is a paragraph.
const LONGEST_AREA: usize = 250;

/// Gives a record the words of its lines. `levels` are the words that the text has before numbers.
pub(super) fn give(record: &mut ImportedRecord, said: &[String], levels: &LevelNames, wrap: Wrap) {
    let mut lines = said.iter();
    let mut first = lines.next().cloned().unwrap_or_default();
    // Bold words may end on a line below.
    while first.matches("**").count() % 2 == 1
        && let Some(next) = lines.next()
    {
        join(&mut first, next, false);
    }
    let marker = marker::read_with(&first, levels);
    if let Some(code) = marker.as_ref().and_then(|marker| code(marker, record)) {
        record.keys.insert("code".to_owned(), vec![code]);
    }
    let (written, mut text) =
        marker.map_or_else(|| (String::new(), first), |marker| (marker.written, marker.words));
    for line in lines {
        join(&mut text, line, wrap == Wrap::Keep);
    }
    let text = without_marks(&text);
    let (text, addresses) = without_links(&text);
    record.body.splice(0..0, addresses);
    record.written = written;
    if text.is_empty() {
        let number = format!("Number {}", record.id);
        record.title = if record.written.is_empty() { number } else { record.written.clone() };
        record.title_is_cut = true;
        return;
    }
    // An area has its title word for word, unless it is a paragraph.
    if record.depth == 0 && text.chars().count() <= LONGEST_AREA {
        record.title = titles::without_notes(&text);
        return;
    }
    if record.depth == 0 {
        (record.title, record.title_is_cut) = titles::of(&text);
        record.body.insert(0, text);
        return;
    }
    (record.title, record.title_is_cut) = titles::of(&text);
    record.text = Some(text);
}

/// Gives a record what a row of a table says; `more` are lines that a person joined to it.
pub(super) fn of_row(record: &mut ImportedRecord, row: TableRow, more: &[String]) {
    let TableRow { record: row, marker, cells } = row;
    let place = std::mem::take(record);
    let lead = if row.lead.is_empty() { place.lead } else { row.lead.clone() };
    *record = ImportedRecord {
        id: place.id,
        depth: place.depth,
        parent: place.parent,
        has_parts: place.has_parts,
        line: place.line,
        lead,
        title: titles::without_notes(&without_marks(&row.title)),
        text: row.text.as_deref().map(without_marks),
        ..row
    };
    record.body.extend(place.body);
    record.body.extend(more.iter().cloned());
    if record.depth == 0 {
        record.body.extend(record.text.take().filter(|text| *text != record.title));
        record.keys.clear();
        record.structured.clear();
        record.updates.clear();
        // An area has none of these keys; what the cells say stands below it.
        record.body.extend(cells);
    } else if let Some(code) = code(&marker, record).filter(|_| !record.keys.contains_key("code")) {
        record.keys.insert("code".to_owned(), vec![code]);
    }
}

/// The boxes of a list in which things are ticked.
const BOXES: &[&str] = &["[ ] ", "[x] ", "[X] ", "☐ ", "☑ ", "☒ ", "□ "];

/// Words without the marks that a converted paper has around them: `### `, `**`, `[ ] `, `*Springs:*`, `{#springs}`.
pub(super) fn without_marks(text: &str) -> String {
    let bare = text.trim_start_matches('#');
    let text = if bare.starts_with(' ') { bare.trim_start() } else { text };
    let text = without_bullet(text);
    let text = BOXES.iter().find_map(|mark| text.strip_prefix(mark)).unwrap_or(text).trim_start();
    let anchor = text.rsplit_once(" {#").filter(|(_, name)| {
        name.strip_suffix('}').is_some_and(|name| !name.contains(|sign: char| " {}".contains(sign)))
    });
    let text = anchor.map_or(text, |(words, _)| words);
    let stars = text.replace("***", "").replace("**", "");
    let single = stars.matches('*').count();
    let emphasis = single > 0 && single.is_multiple_of(2) && !stars.contains(" * ");
    if emphasis { stars.replace('*', "") } else { stars }
}

/// A text without the bullet that a list in a cell, or behind a number, has: `1.1 • Buy a boat`.
fn without_bullet(text: &str) -> &str {
    const BULLETS: &[char] = &['•', '▪', '■', '●', '◦', '○', '·', '\u{f0b7}', '\u{f0a7}'];
    text.strip_prefix(BULLETS)
        .filter(|rest| rest.starts_with(char::is_whitespace))
        .map_or(text, str::trim_start)
}

/// The words of a text with those of each `[Title](https://…)` in its place, and the addresses.
fn without_links(text: &str) -> (String, Vec<String>) {
    let (mut words, mut addresses) = (String::with_capacity(text.len()), Vec::new());
    let mut rest = text;
    while let Some(link) = rest.find('[') {
        let inner = &rest[link + 1..];
        let found = inner.split_once("](").and_then(|(title, more)| Some((title, more.split_once(')')?)));
        match found {
            Some((title, (address, more)))
                if !title.contains(['[', ']'])
                    && !title.is_empty()
                    && (link == 0 && more.is_empty() || address.contains("://"))
                    && !address.contains(['(', ' ']) =>
            {
                words.push_str(&rest[..link]);
                words.push_str(title);
                addresses.push(address.to_owned());
                rest = more;
            }
            _ => {
                words.push_str(&rest[..=link]);
                rest = inner;
            }
        }
    }
    words.push_str(rest);
    (words, addresses)
}

/// The plan's own code or number of several steps, letter for letter, unless the id says the same.
fn code(marker: &Marker, record: &ImportedRecord) -> Option<String> {
    let around = |sign: char| !sign.is_alphanumeric();
    let bare = marker.written.trim_matches(around);
    let kept = match marker.style {
        // `Action n° 3` is what the plan calls it, whatever number its id has.
        NumberStyle::Code(_) | NumberStyle::CodeAfter(_) => true,
        _ => marker.steps.len() > 1 || is_name(bare),
    };
    let said = bare.to_lowercase() == record.id;
    (record.depth > 0 && kept && !said && why_no_code(bare).is_none()).then(|| bare.to_owned())
}

/// `Action n° 3`: a word, a space, a number.
fn is_name(written: &str) -> bool {
    let has_digit = written.chars().any(|sign| sign.is_ascii_digit());
    has_digit && written.starts_with(char::is_alphabetic) && written.contains(char::is_whitespace)
}

/// Takes away each code that another record has, or that is the id of one: a code means one record.
pub(super) fn keep_codes_apart(records: &mut [ImportedRecord]) {
    let items = records.iter().filter(|record| record.depth > 0);
    let mut taken: BTreeSet<String> = items.map(|record| record.id.clone()).collect();
    // `Action 1` below each area names none of them.
    let named = |record: &ImportedRecord| {
        let code = record.keys.get("code")?.first()?;
        code.contains(char::is_whitespace).then(|| fold_code(code))
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    records.iter().filter_map(named).for_each(|code| *counts.entry(code).or_default() += 1);
    for record in records.iter_mut() {
        if named(record).is_some_and(|code| counts.get(&code).is_some_and(|count| *count > 1)) {
            record.keys.remove("code");
        }
    }
    for record in records {
        let folded = record.keys.get("code").and_then(|code| code.first()).map(|code| fold_code(code));
        if folded.is_some_and(|folded| !taken.insert(folded)) {
            record.keys.remove("code");
        }
    }
}
