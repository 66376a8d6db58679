//! The files of the new book. What a person must add is marked `FILL IN`.

mod agencies;
mod facts;
mod fields;
mod source;
mod tags;

use std::fmt::Write as _;

use super::decisions::Decisions;
use super::file_names::name_of;
use super::record::{ImportedRecord, ImportedUpdate};
use super::{Import, yaml};
use crate::fields::double_quoted;
use crate::vocabulary::Kind;
use agencies::Agencies;
use facts::BookFacts;
pub(super) use source::LARGEST as LARGEST_RECORD;
use tags::Tags;

/// The files by path from the book's folder, in order.
pub fn files(import: &Import, decisions: &Decisions) -> Vec<(String, String)> {
    let facts = BookFacts::of(import, decisions);
    let agencies = Agencies::of(&import.records, &decisions.lead);
    let tags = Tags::of(&import.records);
    let mut files = vec![("book.toml".to_owned(), book_toml(import, &facts))];
    let source = source::file(import, &facts);
    let is_compared = source.as_ref().is_some_and(|source| source.is_compared);
    files.push(("content/plan.md".to_owned(), plan(&facts, is_compared, &tags)));
    let mut folder = String::new();
    for record in &import.records {
        match record.depth {
            0 => {
                folder = format!("content/areas/{}", area_folder(record));
                files.push((format!("{folder}/area.md"), area(record, &agencies)));
            }
            _ => {
                let area = area_of(import, record);
                let folder = area
                    .map_or_else(|| folder.clone(), |area| format!("content/areas/{}", area_folder(area)));
                files.push((
                    format!("{folder}/{}.md", file_name(record)),
                    item(record, (&agencies, &tags), decisions),
                ));
            }
        }
    }
    files.extend(agencies.files());
    files.extend(source.map(|source| (source::PATH.to_owned(), source.text)));
    files.sort();
    files
}

fn book_toml(import: &Import, facts: &BookFacts) -> String {
    let numbering = if import.dotted || import.is_table { "" } else { "numbering = \"3 (2) (a)\"\n" };
    let book = format!(
        "# The site of this book. planbook's docs/book-toml.md explains every key.\n\n[book]\ntitle = {}\ndescription = \"FILL IN: one sentence about the plan and this site\"\nlanguages = [\"{}\"]\n{numbering}",
        double_quoted(&facts.title),
        facts.lang,
    );
    book + &fields::declared(&import.fields)
}

fn plan(facts: &BookFacts, is_compared: bool, tags: &Tags) -> String {
    let mut text = format!("---\ntitle: {}\n", yaml::quoted(&facts.title));
    if facts.parties.is_empty() {
        text.push_str("# FILL IN: the parties of the plan, as in [Japan, Australia]\nparties: ['FILL IN: the parties of the plan']\n");
    } else {
        let _ = writeln!(text, "parties: {}", yaml::list(&facts.parties));
    }
    match &facts.adopted {
        Some(_) => text.push_str("# Check: is this the date on which the plan was adopted?\n"),
        None => text.push_str(
            "# FILL IN: the date on which the plan was adopted; this one is only an example, so that the book builds\n",
        ),
    }
    let _ = writeln!(text, "adopted: {}\nlanguages: [{}]", facts.adopted(), facts.lang);
    if is_compared {
        let _ = writeln!(
            text,
            "# planbook check compares the records with this text, letter for letter.\nsource: {}",
            source::ID
        );
    }
    text.push_str(&tags.declared());
    text.push_str("---\n\nFILL IN: a few sentences that introduce the plan on the home page.\n");
    if !facts.preamble.is_empty() {
        let _ = write!(text, "\nThe text begins with:\n\n{}\n", yaml::paragraphs(&facts.preamble));
    }
    text
}

fn area(record: &ImportedRecord, agencies: &Agencies) -> String {
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

fn item(record: &ImportedRecord, (agencies, tags): (&Agencies, &Tags), decisions: &Decisions) -> String {
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

fn area_of<'i>(import: &'i Import, record: &ImportedRecord) -> Option<&'i ImportedRecord> {
    let mut above = record.parent.and_then(|parent| import.records.get(parent))?;
    while let Some(parent) = above.parent.and_then(|parent| import.records.get(parent)) {
        above = parent;
    }
    Some(above)
}

/// `03-security-and-defence`; a folder that begins with a number begins with that of its area.
fn area_folder(record: &ImportedRecord) -> String {
    let number = match record.id.parse::<u32>() {
        Ok(number) if number > 0 => format!("{number:02}"),
        _ => format!("area-{}", record.id),
    };
    with_words(number, &record.title)
}

fn file_name(record: &ImportedRecord) -> String {
    with_words(record.id.clone(), &record.title)
}

fn with_words(number: String, title: &str) -> String {
    let words = name_of(title);
    if words.is_empty() { number } else { format!("{number}-{words}") }
}
