//! Says of translations which words they were made from.

use super::blocks::{Node, with_blocks, with_line_ends_of};
use super::records::{State, TranslatedField, TranslatedRecord};
use crate::translation::{MADE_FROM, digest};

/// A translation that says which words it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Its path.
    pub path: String,
    /// The text of its file before.
    pub old: String,
    /// The text of its file now.
    pub new: String,
    /// How many texts of it were not current.
    pub texts: usize,
}

/// Says that the translations of these records fit the words that are there; `outdated` takes in those that were made from
/// others. Files that say so already stay as they are.
pub fn accept(records: &[TranslatedRecord], outdated: bool) -> Vec<Accepted> {
    records.iter().filter_map(|record| accept_one(record, outdated)).collect()
}

fn accept_one(record: &TranslatedRecord, outdated: bool) -> Option<Accepted> {
    let is_wanted = |field: &TranslatedField| match field.state {
        State::Untracked => true,
        State::Outdated => outdated,
        // What is the same has an original that can change, too.
        State::Same => record.source.words.made_from(field.path.as_str()).is_none(),
        State::Missing | State::Current => false,
    };
    let texts = record.fields.iter().filter(|field| is_wanted(field)).count();
    let file = record.source.file.as_ref().filter(|_| texts > 0)?;
    let made_from = record.fields.iter().filter_map(|field| {
        let made_from = match field.state {
            State::Missing => return None,
            State::Same | State::Current => digest(&field.text),
            _ if is_wanted(field) => digest(&field.text),
            _ => record.source.words.made_from(field.path.as_str())?.to_owned(),
        };
        Some((field.path.as_str().to_owned(), Node::Text(made_from)))
    });
    let block = (MADE_FROM.to_owned(), Node::Map(made_from.collect()).block(MADE_FROM));
    let (before, yaml, after) = file.parts();
    let new = with_line_ends_of(&file.text, &[before, &with_blocks(yaml, &[block]), after].concat());
    Some(Accepted { path: file.path.clone(), old: file.text.clone(), new, texts })
}
