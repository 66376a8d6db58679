//! The words that a translation was made from, which the book no longer has.

use super::records::{TranslatedField, TranslatedRecord};
use crate::parse::original_texts;
use crate::translation::{digest, outdated_help};

impl TranslatedRecord {
    /// The texts that changed since they were translated, or since they were said to be the same in both languages.
    pub fn outdated(&self) -> impl Iterator<Item = &TranslatedField> {
        self.fields.iter().filter(|field| self.source.words.is_outdated(field.path.as_str(), &field.text))
    }

    /// The text from which a translation was made, if it is in one of these earlier versions of the record's file.
    pub fn earlier(&self, field: &TranslatedField, versions: &[Vec<u8>], nesting: usize) -> Option<String> {
        let made_from = self.source.words.made_from(field.path.as_str())?;
        versions.iter().find_map(|version| {
            let texts = original_texts(&self.source.path, std::str::from_utf8(version).ok()?, nesting);
            let text = texts.into_iter().find(|text| text.path == field.path)?.text;
            (digest(&text) == made_from).then_some(text)
        })
    }

    /// What helps with a translation that no longer fits: both texts, as far as they are known, and what to do.
    pub fn help(&self, field: &TranslatedField, correction: &str) -> String {
        let in_a_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        outdated_help(field.earlier.as_deref().map(in_a_line).as_deref(), &in_a_line(&field.text), correction)
    }
}
