//! The texts of a book beside their translations.

use std::collections::BTreeSet;

use crate::config::Config;
use crate::parse::{TranslationSource, translation_sources};
use crate::source::Tree;
use crate::translation::{BODY, Role, TextPath};

/// A record and its translation.
#[derive(Debug, Clone)]
pub struct TranslatedRecord {
    /// The record and its words.
    pub source: TranslationSource,
    /// Its texts, in the order of its file.
    pub fields: Vec<TranslatedField>,
}

/// A text and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranslatedField {
    /// What it is called.
    pub path: TextPath,
    /// The original.
    pub text: String,
    /// What it is for translators.
    pub role: Role,
    /// The translation.
    pub translation: Option<String>,
    /// How the two stand.
    pub state: State,
    /// What the original was that the translation was made from, where that is looked for and known.
    pub earlier: Option<String>,
    /// Whether it is not for the public, as far as the file of its record says.
    pub internal: bool,
    /// Whether only a part of it is not: a block.
    pub has_blocks: bool,
}

/// How a translation stands to its original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is none.
    Missing,
    /// It is said to be the same in both languages.
    Same,
    /// It was made from the words that are there.
    Current,
    /// It was made from other words, or said to be the same as others.
    Outdated,
    /// Nothing says which words it was made from.
    Untracked,
}

/// The records of a book with their translations into a language, in the order of their paths.
pub fn records(tree: &Tree, config: &Config, language: &str) -> Vec<TranslatedRecord> {
    records_hiding(tree, config, language, &BTreeSet::new())
}

/// The same, where what is about something of the `hidden` names is internal too.
pub fn records_hiding(
    tree: &Tree,
    config: &Config,
    language: &str,
    hidden: &BTreeSet<String>,
) -> Vec<TranslatedRecord> {
    let sources = translation_sources(tree, config, language, hidden);
    sources.into_iter().map(with_fields).collect()
}

fn with_fields(source: TranslationSource) -> TranslatedRecord {
    let words = &source.words;
    let fields = source.texts.iter().map(|field| {
        let path = field.path.as_str();
        let translation = match path {
            BODY => words.has_body.then(|| source.body.clone()),
            _ => words.text(path).map(|text| text.value.clone()),
        };
        let state = match &translation {
            None if !words.is_same(path) => State::Missing,
            _ if words.is_outdated(path, &field.text) => State::Outdated,
            None => State::Same,
            Some(_) if words.made_from(path).is_none() => State::Untracked,
            Some(_) => State::Current,
        };
        let (path, text) = (field.path.clone(), field.text.clone());
        let (role, internal, has_blocks, earlier) = (field.role, field.internal, field.has_blocks, None);
        TranslatedField { path, text, role, translation, state, earlier, internal, has_blocks }
    });
    TranslatedRecord { fields: fields.collect(), source }
}
