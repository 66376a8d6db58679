//! What translators did, from a PO file into the book.

use std::collections::BTreeMap;

use super::accept::Accepted;
use super::blocks::{Node, with_blocks, with_line_ends_of};
use super::po_out::{context, unix};
use super::records::{State, TranslatedField, TranslatedRecord};
use crate::diag::{Diagnostic, code};
use crate::po::{PoEntry, PoFile};
use crate::translation::{BODY, MADE_FROM, SAME, body_text, digest, file_of, outdated_help, shortened};

/// What came back.
#[derive(Debug, Clone, Default)]
pub struct Brought {
    /// The files that change.
    pub files: Vec<Accepted>,
    /// Entries that still have to be looked at, and stay as they were.
    pub fuzzy: usize,
    /// Entries of texts that the book no longer has.
    pub problems: Vec<Diagnostic>,
}

/// Brings the translations of a file into a book. What is fuzzy or empty there stays as it is in the book.
pub fn bring_in(records: &[TranslatedRecord], file: &PoFile, language: &str) -> Brought {
    let mut entries: BTreeMap<&str, &PoEntry> = BTreeMap::new();
    let mut brought = Brought::default();
    for entry in &file.entries {
        if entries.insert(&entry.context, entry).is_some() {
            brought
                .problems
                .push(problem(entry, "this text is in the file twice, and the second one is taken"));
        }
    }
    for record in records {
        let of_record = record.fields.iter().filter_map(|field| {
            Some((field, entries.remove(context(&record.source.path, field.path.as_str()).as_str())?))
        });
        let made_from = |field: &TranslatedField| record.source.words.made_from(field.path.as_str());
        let mut changes: Vec<Change<'_>> = Vec::new();
        for (field, entry) in of_record {
            let Some(change) = change(field, made_from(field), entry, &mut brought.fuzzy) else { continue };
            if change.made_from != digest(&field.text) {
                brought.problems.push(of_another_original(entry, field));
            }
            changes.push(change);
        }
        brought.files.extend(with_changes(record, &changes, language));
    }
    let unknown = entries.into_values().map(|entry| {
        let message = format!("the book has no text `{}`", entry.context);
        problem(entry, &message)
    });
    let unknown: Vec<Diagnostic> = unknown.collect();
    brought.problems.extend(unknown);
    brought
}

fn problem(entry: &PoEntry, message: &str) -> Diagnostic {
    let help = "write a new file with `--po`, and bring the translation in with that";
    match entry.span {
        Some(span) => Diagnostic::new(code::TRANSLATION_OF_NOTHING, span, message),
        None => Diagnostic::placeless(code::TRANSLATION_OF_NOTHING, message),
    }
    .help(help)
}

/// That an entry translates words that its text no longer has. It is brought in, as a translation that is outdated.
fn of_another_original(entry: &PoEntry, field: &TranslatedField) -> Diagnostic {
    let message = format!("`{}` was translated from words that the book no longer has", entry.context);
    let help = outdated_help(
        Some(&shortened(&entry.original)),
        &shortened(&field.text),
        "The translation is brought in as outdated: correct it there, or translate a new file from `--po`",
    );
    match entry.span {
        Some(span) => Diagnostic::new(code::TRANSLATION_OUTDATED, span, message),
        None => Diagnostic::placeless(code::TRANSLATION_OUTDATED, message),
    }
    .help(help)
}

/// A text that becomes another, or that was made from other words.
struct Change<'r> {
    field: &'r TranslatedField,
    /// The translation; `None` where it is the same as the original.
    translation: Option<&'r str>,
    made_from: String,
}

/// What an entry changes of a text, which was made from an original with this digest.
fn change<'r>(
    field: &'r TranslatedField,
    was_made_from: Option<&str>,
    entry: &'r PoEntry,
    fuzzy: &mut usize,
) -> Option<Change<'r>> {
    if entry.fuzzy {
        *fuzzy += 1;
        return None;
    }
    let written =
        if field.path.as_str() == BODY { body_text(&entry.translation) } else { entry.translation.as_str() };
    if written.trim().is_empty() {
        return None;
    }
    let made_from = digest(&entry.original);
    let is_same = written == entry.original;
    let translation = (!is_same).then_some(written);
    let unchanged = match field.state {
        State::Same => is_same,
        State::Missing => false,
        State::Current | State::Outdated | State::Untracked => {
            field.translation.as_deref().map(unix).as_deref() == translation
                && was_made_from == Some(made_from.as_str())
        }
    };
    (!unchanged).then_some(Change { field, translation, made_from })
}

/// The file of a translation with its changes.
fn with_changes(record: &TranslatedRecord, changes: &[Change<'_>], language: &str) -> Option<Accepted> {
    if changes.is_empty() {
        return None;
    }
    let find = |path: &str| changes.iter().find(|change| change.field.path.as_str() == path);
    let mut root = Node::Map(Vec::new());
    let mut made_from: Vec<(String, Node)> = Vec::new();
    let mut same: Vec<String> = Vec::new();
    let mut body = record.source.words.has_body.then(|| record.source.body.clone());
    let mut touched: Vec<&str> = Vec::new();
    let mut incomplete: Vec<Vec<&str>> = Vec::new();
    for field in &record.fields {
        let path = field.path.as_str();
        let (translation, of) = match find(path) {
            Some(change) => {
                touched.push(field.path.key());
                (change.translation.map(str::to_owned), Some(change.made_from.clone()))
            }
            None => (field.translation.clone(), record.source.words.made_from(path).map(str::to_owned)),
        };
        let is_same = translation.is_none() && (record.source.words.is_same(path) || find(path).is_some());
        if is_same || translation.is_some() {
            made_from.extend(of.map(|of| (path.to_owned(), Node::Text(of))));
        }
        match translation {
            None => {
                incomplete.push(field.path.steps().collect::<Vec<_>>());
                if is_same {
                    same.push(path.to_owned());
                }
            }
            Some(text) if path == BODY => body = Some(text),
            Some(text) => root.put(&field.path.steps().collect::<Vec<_>>(), &text),
        }
    }
    for path in &incomplete {
        if let [above @ .., _] = path.as_slice()
            && !above.is_empty()
        {
            root.keep_places(above);
        }
    }
    let Node::Map(nodes) = root else { return None };
    let mut blocks: Vec<(String, String)> = nodes
        .iter()
        .filter(|(key, _)| touched.contains(&key.as_str()))
        .map(|(key, node)| (key.clone(), node.block(key)))
        .collect();
    // What is the same now has no text of its own any more.
    let emptied = touched.iter().filter(|key| **key != BODY && !nodes.iter().any(|(known, _)| known == *key));
    blocks.extend(emptied.map(|key| ((*key).to_owned(), String::new())));
    let block = |key: &str, node: &Node, is_empty: bool| {
        (key.to_owned(), if is_empty { String::new() } else { node.block(key) })
    };
    blocks.push(block(SAME, &Node::List(same.clone()), same.is_empty()));
    blocks.push(block(MADE_FROM, &Node::Map(made_from.clone()), made_from.is_empty()));
    let body = body.map_or_else(String::new, |body| format!("\n{body}\n"));
    match &record.source.file {
        Some(file) => {
            let (before, yaml, after) = file.parts();
            let end = if touched.contains(&BODY) { format!("---\n{body}") } else { after.to_owned() };
            let new = with_line_ends_of(&file.text, &[before, &with_blocks(yaml, &blocks), &end].concat());
            // Front matter that cannot be read may have the text already.
            let changed =
                Accepted { path: file.path.clone(), old: file.text.clone(), new, texts: changes.len() };
            Some(changed).filter(|changed| changed.new != changed.old)
        }
        None => {
            let new = ["---\n", &with_blocks("", &blocks), "---\n", &body].concat();
            let path = file_of(&record.source.path, language)?;
            Some(Accepted { path, old: String::new(), new, texts: changes.len() })
        }
    }
}
