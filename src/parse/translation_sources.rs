//! The words of each record and of its translation, for translators.

use std::ops::Range;

use super::front_matter;
use super::place::{self, RecordPlace};
use crate::config::Config;
use crate::fields::parse_yaml;
use crate::schema;
use crate::source::Tree;
use crate::translation::{
    TextField, Words, body_text, file_of, mark_internal, text_fields, translation_file,
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

/// The file of a translation.
#[derive(Debug, Clone)]
pub struct TranslationText {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Where its front matter stands.
    yaml: Range<usize>,
}

impl TranslationText {
    /// What stands before its front matter, that, and what stands after it.
    pub fn parts(&self) -> (&str, &str, &str) {
        let Range { start, end } = self.yaml;
        (&self.text[..start], &self.text[start..end], &self.text[end..])
    }
}

/// The records of a book with their translations into a language, in the order of their paths. Files that cannot be read are
/// left out.
pub fn translation_sources(tree: &Tree, config: &Config, language: &str) -> Vec<TranslationSource> {
    let files = tree.below("content/");
    let records = files.filter(|(_, file)| translation_file(&file.path, config.translations()).is_none());
    records.filter_map(|(file, _)| source(tree, file, language)).collect()
}

fn source(tree: &Tree, file: crate::diag::FileId, language: &str) -> Option<TranslationSource> {
    let path = tree.path(file);
    let place: RecordPlace = place::classify(place::edition(path).1).ok()?;
    let schema = schema::find(place.schema()?)?;
    let text = tree.text(file)?;
    let parts = front_matter::split(text).ok()?;
    let nesting = tree.limits().yaml_nesting;
    let (front_matter, _) = parse_yaml(&text[parts.yaml.clone()], file, parts.yaml.start, nesting);
    let mut texts = text_fields(&front_matter, schema.mapping, &text[parts.body]);
    mark_internal(&mut texts, &front_matter, schema.mapping);
    let mut source = TranslationSource {
        path: path.to_owned(),
        schema: schema.name,
        texts,
        words: Words::default(),
        body: String::new(),
        file: None,
    };
    let own = file_of(path, language).and_then(|path| tree.find(&path));
    if let Some((file, text)) = own.and_then(|file| Some((file, tree.text(file)?)))
        && let Ok(parts) = front_matter::split(text)
    {
        let (front_matter, _) = parse_yaml(&text[parts.yaml.clone()], file, parts.yaml.start, nesting);
        source.body = body_text(&text[parts.body.clone()]).to_owned();
        source.words = Words::new(front_matter, (file, tree.path(file)), text, parts.body).0;
        let (path, text) = (tree.path(file).to_owned(), text.to_owned());
        source.file = Some(TranslationText { path, text, yaml: parts.yaml });
    }
    Some(source)
}
