//! What a row newly reports of its item: updates of their day.

use super::changes::Changes;
use super::differences::at;
use super::known::{Known, KnownItem, Past};
use super::matching::place;
use super::values::{self, plain};
use crate::fields::{MapEntry, Value, ValueKind};
use crate::import::{Decisions, ImportedRecord, ImportedUpdate, quoted, update_keys};

/// The keys that make two reports different.
const COMPARED: &[&str] = &["status", "degree", "outcome", "outlook", "challenges", "next-steps"];

/// What a row adds to an item, and what it says otherwise. Returns whether something is written.
pub(super) fn of(
    record: &ImportedRecord,
    item: &KnownItem,
    known: &Known<'_>,
    decisions: &Decisions,
    changes: &mut Changes,
) -> bool {
    let before = changes.files.len();
    for update in &record.updates {
        report(record, update, item, known, changes);
    }
    due(record, item, known, decisions, changes);
    changes.files.len() > before
}

fn report(
    record: &ImportedRecord,
    update: &ImportedUpdate,
    item: &KnownItem,
    known: &Known<'_>,
    changes: &mut Changes,
) {
    let mut update = update.clone();
    let has_report =
        update.remark.is_some() || update.keys.iter().any(|(key, _)| key != "values") || update.says_note;
    let has_values = new_values(record, &mut update, item, changes);
    let entries = update_keys(&update);
    let (entries, _) = values::of_file(&format!("---\n{entries}---\n"));
    let told: Vec<&Past> = item.past.iter().filter(|past| !is_date_change(past)).collect();
    let newest = told.last();
    let same = |past: &&Past| says_the_same(&update, &entries, past);
    let of_day = told.iter().any(|past| past.date == update.date);
    let is_new = match newest {
        _ if !has_report => false,
        None => true,
        Some(_) if told.iter().any(|past| past.date == update.date && same(past)) => false,
        Some(newest) if of_day => {
            differs(
                record,
                &update,
                &entries,
                item,
                told.iter().find(|past| past.date == update.date).unwrap_or(newest),
                changes,
            );
            false
        }
        Some(newest) if newest.date > update.date => {
            if !told.iter().any(|past| same(past)) {
                differs(record, &update, &entries, item, newest, changes);
            }
            false
        }
        // Without a day of its own, a row that did not change reports nothing new.
        Some(newest) => update.own_date || !same(newest),
    };
    if !is_new && !has_values {
        return;
    }
    if !is_new {
        update.keys.retain(|(key, _)| key == "values");
        update.remark = None;
    }
    let text =
        file(record, item, &update.date, &update_keys(&update), update.remark.as_deref(), &update.note);
    changes.add(|path| known.tree.find(path).is_some(), &stem(item, &update.date), text);
}

fn differs(
    record: &ImportedRecord,
    update: &ImportedUpdate,
    entries: &[MapEntry],
    item: &KnownItem,
    there: &Past,
    changes: &mut Changes,
) {
    let shown = |entries: &[MapEntry], note: &str| {
        let said = COMPARED
            .iter()
            .filter_map(|key| Some(format!("{key}: {}", values::shown(values::value(entries, key)?))));
        said.chain([format!("\"{}\"", short(note))]).collect::<Vec<_>>().join(", ")
    };
    changes.remarks.push(format!(
        "{}: the report of {} in the book has {}, and the table ({}, {}) {}; planbook does not overwrite it: write a `correction` if the table is right",
        at(item, "updates"),
        there.date,
        shown(&there.entries, &there.note),
        place(record),
        update.date,
        shown(entries, &update.note)
    ));
}

fn short(note: &str) -> String {
    plain(note).chars().take(60).collect()
}

fn is_date_change(past: &Past) -> bool {
    values::text(&past.entries, "kind") == Some("date-change")
}

/// Whether a report of the book says what a row says.
fn says_the_same(update: &ImportedUpdate, entries: &[MapEntry], past: &Past) -> bool {
    // "Completed" waits for its evidence; with the status in the book it has come.
    if update.remark.is_some() && values::text(&past.entries, "status") == Some("completed") {
        return true;
    }
    let keys = COMPARED.iter().all(|key| match values::text(entries, key) {
        Some(said) if said.starts_with("FILL IN") => true,
        said => {
            let there = values::text(&past.entries, key).filter(|there| !there.starts_with("FILL IN"));
            said.map(plain) == there.map(plain) || (said.is_none() && !matches!(*key, "status" | "outlook"))
        }
    });
    let waits = update.remark.is_some()
        || !entries.iter().any(|entry| entry.key == "status" || entry.key == "outlook");
    // A report without a status is its words; beside a status, words that nobody wrote are only that status again.
    keys && (plain(&past.note) == plain(&update.note) || (!waits && !update.says_note))
}

/// Leaves the measured values that the book does not have; whether there are some.
fn new_values(
    record: &ImportedRecord,
    update: &mut ImportedUpdate,
    item: &KnownItem,
    changes: &mut Changes,
) -> bool {
    let Some(at_key) = update.keys.iter().position(|(key, _)| key == "values") else { return false };
    let (_, yaml) = update.keys.remove(at_key);
    let (entries, _) = values::of_file(&format!("---\nvalues: {yaml}\n---\n"));
    let indicators = values::value(&item.entries, "indicators").map_or(&[][..], values::list);
    let mut left = Vec::new();
    for value in values::value(&entries, "values").map_or(&[][..], values::list) {
        let said = |value: &Value, key| values::text(values::entries(value), key).unwrap_or("").to_owned();
        let (id, period, number) = (said(value, "indicator"), said(value, "period"), said(value, "value"));
        let is_same = |there: &&Value| said(there, "indicator") == id && said(there, "period") == period;
        let there = item.past.iter().rev().filter_map(|past| values::value(&past.entries, "values"));
        let there = there.flat_map(values::list).find(is_same).map(|there| said(there, "value"));
        match there {
            Some(there) if same_number(&there, &number) => {}
            Some(there) => changes.remarks.push(format!(
                "{}: the indicator `{id}` has {there} for {period}, and in the table ({}) {number}; planbook does not overwrite it: write a `correction` if the table is right",
                at(item, "indicators"),
                place(record)
            )),
            None if !indicators.iter().any(|indicator| said(indicator, "id") == id) => changes.remarks.push(format!(
                "{}: the item has no indicator `{id}`, so the value {number} for {period} of the table ({}) is not written; add the indicator below `indicators`",
                at(item, "indicators"),
                place(record)
            )),
            None => left.push(format!("{{indicator: {}, period: {}, value: {number}}}", quoted(&id), quoted(&period))),
        }
    }
    let some = !left.is_empty();
    if some {
        update.keys.push(("values".to_owned(), format!("[{}]", left.join(", "))));
    }
    some
}

fn same_number(one: &str, other: &str) -> bool {
    let read = |text: &str| crate::decimal::Decimal::parse(text).ok();
    one == other || (read(one).is_some() && read(one) == read(other))
}

/// A due date that moved is an update too.
fn due(
    record: &ImportedRecord,
    item: &KnownItem,
    known: &Known<'_>,
    decisions: &Decisions,
    changes: &mut Changes,
) {
    let Some(table) = record.keys.get("due").and_then(|due| due.first()) else { return };
    let first = match values::value(&item.entries, "due").map(|due| &due.kind) {
        Some(ValueKind::Scalar(due)) => Some(due.trim().to_owned()),
        _ => None,
    };
    let moved: Vec<&Past> =
        item.past.iter().filter(|past| values::text(&past.entries, "new-due").is_some()).collect();
    let now = moved
        .last()
        .and_then(|past| values::text(&past.entries, "new-due"))
        .map(str::to_owned)
        .or_else(|| first.clone());
    if now.as_deref() == Some(table.as_str()) {
        return;
    }
    let mut left = |why: &str| {
        changes.remarks.push(format!(
            "{}: `due` is \"{}\", and in the table ({}) \"{table}\"; {why}",
            at(item, "due"),
            now.as_deref().unwrap_or(""),
            place(record)
        ));
    };
    let day = record
        .updates
        .first()
        .map(|update| update.date.clone())
        .or_else(|| record.day.clone())
        .or_else(|| decisions.status_date.clone());
    match day {
        _ if now.is_none() => {
            left("planbook does not add a due date to an item that has none: write it, if the plan has it")
        }
        _ if first.as_deref() == Some(table.as_str()) => {
            left("the book has moved it since, so planbook writes nothing")
        }
        None => left("the change needs a day: give --status-date"),
        Some(day) if moved.last().is_some_and(|past| past.date >= day) => {
            left("the book has a change of that day or a later one, so planbook writes nothing")
        }
        Some(day) => {
            let keys = format!(
                "kind: date-change\nnew-due: {}\nreason: 'FILL IN: why the date has changed'\n",
                quoted(table)
            );
            let note = format!("{} → {table}", now.as_deref().unwrap_or(""));
            let text = file(record, item, &day, &keys, None, &note);
            changes.add(|path| known.tree.find(path).is_some(), &format!("{}-due", stem(item, &day)), text);
        }
    }
}

/// Where the update of a day stands.
fn stem(item: &KnownItem, date: &str) -> String {
    let first = date.split('/').next().unwrap_or(date).to_lowercase();
    let digits: String = first.chars().filter(char::is_ascii_digit).take(4).collect();
    format!("content/updates/{digits}/{first}-{}", item.id.replace('.', "-"))
}

fn file(
    record: &ImportedRecord,
    item: &KnownItem,
    date: &str,
    keys: &str,
    remark: Option<&str>,
    note: &str,
) -> String {
    let title = if item.title.is_empty() { &record.title } else { &item.title };
    let internal = if item.is_internal { "audience: internal\n" } else { "" };
    let remark = remark.map_or_else(String::new, |remark| format!("# {remark}\n"));
    format!(
        "---\ntitle: {}\ndate: {}\nitems: [{}]\n{internal}{keys}{remark}---\n\n{note}\n",
        quoted(title),
        quoted(date),
        quoted(&item.id)
    )
}
