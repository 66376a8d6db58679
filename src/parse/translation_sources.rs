//! The words of each record and of its translation, for translators.

use std::collections::BTreeSet;

use super::front_matter;
use super::place::{self, PLAN, RecordPlace};
use super::translation_text::{TranslationRead, TranslationText};
use crate::config::Config;
use crate::diag::FileId;
use crate::fields::parse_yaml;
use crate::schema::{self, Schema};
use crate::source::Tree;
use crate::translation::{
    Role, TextField, Words, body_text, mark_internal, names_party, text_fields, translation_file,
};

/// A record, its texts and its translation.
#[derive(Debug, Clone)]
pub struct TranslationSource {
    /// The path of the record.
    pub path: String,
    /// The name of the schema of its front matter.
    pub schema: &'static str,
    /// Its texts, in the order of its file.
    pub texts: Vec<TextField>,
    /// The words of its translation; none, where there is none.
    pub words: Words,
    /// The translation of its text below the front matter.
    pub body: String,
    /// The file of its translation.
    pub file: Option<TranslationText>,
}

/// The records of a book with their translations into a language, in the order of their paths. Files that cannot be read are
/// left out. What is about something of the `hidden` names is internal.
pub fn translation_sources(
    tree: &Tree,
    config: &Config,
    language: &str,
    hidden: &BTreeSet<String>,
) -> Vec<TranslationSource> {
    let files = tree.below("content/");
    let records = files.filter(|(_, file)| translation_file(&file.path, config.translations()).is_none());
    let mut sources: Vec<_> = records.filter_map(|(file, _)| source(tree, file, language, hidden)).collect();
    leave_parties_to_plan(&mut sources);
    sources
}

/// The names of parties are translated once, in the translation of the plan: other texts that name one need no translation.
fn leave_parties_to_plan(sources: &mut [TranslationSource]) {
    let plan = sources.iter().find(|source| source.path == PLAN);
    let parties = plan.into_iter().flat_map(|plan| &plan.texts).filter(|text| text.path.key() == PARTIES);
    let parties: BTreeSet<String> = parties.map(|text| text.text.clone()).collect();
    for source in sources {
        let is_plan = source.path == PLAN;
        let of_plan = |text: &TextField| is_plan && text.path.key() == PARTIES;
        let named = source.texts.iter_mut().filter(|text| names_party(text.path.key()) && !of_plan(text));
        named.filter(|text| parties.contains(&text.text)).for_each(|text| text.role = Role::Neutral);
    }
}

/// The key of the names of the parties.
const PARTIES: &str = "parties";

/// The texts of a record at a path, whose file has or had this text.
pub fn original_texts(path: &str, text: &str, nesting: usize) -> Vec<TextField> {
    texts_of(path, text, nesting, &BTreeSet::new()).map(|(_, texts)| texts).unwrap_or_default()
}

fn texts_of(
    path: &str,
    text: &str,
    nesting: usize,
    hidden: &BTreeSet<String>,
) -> Option<(&'static Schema, Vec<TextField>)> {
    let place: RecordPlace = place::classify(place::edition(path).1).ok()?;
    let schema = schema::find(place.schema()?)?;
    let parts = front_matter::split(text).ok()?;
    let yaml = &text[parts.yaml.clone()];
    let (front_matter, _) = parse_yaml(yaml, FileId(u32::MAX), parts.yaml.start, nesting);
    let mut texts = text_fields(&front_matter, schema.mapping, &text[parts.body]);
    mark_internal(&mut texts, &front_matter, schema.mapping, hidden);
    Some((schema, texts))
}

fn source(tree: &Tree, file: FileId, language: &str, hidden: &BTreeSet<String>) -> Option<TranslationSource> {
    let path = tree.path(file);
    let (schema, texts) = texts_of(path, tree.text(file)?, tree.limits().yaml_nesting, hidden)?;
    let mut source = TranslationSource {
        path: path.to_owned(),
        schema: schema.name,
        texts,
        words: Words::default(),
        body: String::new(),
        file: None,
    };
    // What is wrong with it is reported when the records are read in its language.
    if let Some(read) = TranslationRead::of(tree, path, language, &mut Vec::new()) {
        source.body = body_text(&read.text[read.words.body.clone()]).to_owned();
        source.file = Some(read.whole(tree));
        source.words = read.words;
        source.words.take_lists_in_doubt(&source.texts, path);
    }
    Some(source)
}
