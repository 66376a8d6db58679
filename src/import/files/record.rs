//! The file of a record.

use std::fmt::Write as _;

use super::agencies::Agencies;
use super::tags::Tags;
use crate::import::decisions::Decisions;
use crate::import::file_names::name_of;
use crate::import::record::{ImportedRecord, ImportedUpdate};
use crate::import::yaml;
use crate::vocabulary::Kind;

pub(super) fn area(record: &ImportedRecord, agencies: &Agencies) -> String {
    let mut text = "---\n".to_owned();
    if record.title_is_cut {
        text.push_str("# FILL IN: the title of the area\n");
    }
    let _ = writeln!(text, "number: {}\ntitle: {}", yaml::quoted(&record.id), yaml::quoted(&record.title));
    let lead = agencies.ids(&record.lead);
    if !lead.is_empty() {
        let _ = writeln!(text, "lead: {}", yaml::list(&lead));
    }
    finish(text, record)
}

pub(super) fn item(
    record: &ImportedRecord,
    (agencies, tags): (&Agencies, &Tags),
    decisions: &Decisions,
) -> String {
    let mut text = "---\n".to_owned();
    if record.title_is_cut {
        text.push_str(
            "# FILL IN: a short title in plain words; this one is only the first words of the text\n",
        );
    }
    let _ = writeln!(text, "title: {}", yaml::quoted(&record.title));
    if !record.keys.contains_key("kind") {
        let _ = writeln!(text, "kind: {}", kind(record, decisions.kind).word());
    }
    if let Some(words) = &record.text {
        let _ = writeln!(text, "text: {}", yaml::quoted(words));
    }
    for (key, names) in [("lead", &record.lead), ("supporting", &record.supporting)] {
        let ids = agencies.ids(names);
        if !ids.is_empty() {
            let _ = writeln!(text, "{key}: {}", yaml::list(&ids));
        }
    }
    let tags = tags.ids(record);
    if !tags.is_empty() {
        let _ = writeln!(text, "tags: {}", yaml::list(&tags));
    }
    finish(text, record)
}

/// The other keys, the end of the front matter, and the text below.
fn finish(mut text: String, record: &ImportedRecord) -> String {
    for (key, values) in &record.keys {
        let value = match values.as_slice() {
            [one] => yaml::quoted(one),
            several => yaml::list(several),
        };
        let _ = writeln!(text, "{key}: {value}");
    }
    for (key, value) in &record.structured {
        let _ = writeln!(text, "{key}: {value}");
    }
    text.push_str(&updates(&record.updates));
    text.push_str("---\n");
    if !record.body.is_empty() {
        let _ = write!(text, "\n{}\n", yaml::paragraphs(&record.body));
    }
    text
}

/// The short updates of an item.
fn updates(updates: &[ImportedUpdate]) -> String {
    let mut text = String::new();
    for (at, update) in updates.iter().enumerate() {
        text.push_str(if at == 0 { "updates:\n" } else { "" });
        let _ = writeln!(
            text,
            "  - date: {}\n    note: {}",
            yaml::quoted(&update.date),
            yaml::quoted(&update.note)
        );
        for (key, value) in &update.keys {
            let _ = writeln!(text, "    {key}: {value}");
        }
        if let Some(remark) = &update.remark {
            let _ = writeln!(text, "    # {remark}");
        }
    }
    text
}

/// What is certain: an item with parts holds them, and "others" promises nothing. All else is a decision.
fn kind(record: &ImportedRecord, default: Kind) -> Kind {
    let others = record.title.to_lowercase();
    match () {
        () if record.has_parts => Kind::Container,
        () if matches!(others.as_str(), "others" | "other" | "other matters" | "その他") => Kind::CatchAll,
        () => default,
    }
}

/// `03-security-and-defence`; a folder that begins with a number begins with that of its area.
pub fn area_folder(record: &ImportedRecord) -> String {
    let number = match record.id.parse::<u32>() {
        Ok(number) if number > 0 => format!("{number:02}"),
        _ => format!("area-{}", record.id),
    };
    with_words(number, &record.title)
}

/// The name of the file of a record, without its ending.
pub fn file_name(record: &ImportedRecord) -> String {
    with_words(record.id.clone(), &record.title)
}

fn with_words(number: String, title: &str) -> String {
    let words = name_of(title);
    if words.is_empty() { number } else { format!("{number}-{words}") }
}
