//! What the page of a record says of its translation.

use super::text_fields::{BODY, Role, TextField, body_text};
use super::words::Words;
use crate::vocabulary::Audience;

/// What there is to say of the translation of a record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordTranslation {
    /// Where the official wording of its title was published, if it has one.
    pub official_title: Option<String>,
    /// Whether the original of its summary changed since that was translated.
    pub summary_is_outdated: bool,
    /// Each text beside its translation, for those who look through it.
    pub texts: Vec<TextPair>,
}

/// A text and its translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextPair {
    /// What it is called.
    pub path: String,
    /// The original.
    pub original: String,
    /// The translation, if there is one.
    pub translation: Option<String>,
    /// Whether the original changed since.
    pub outdated: bool,
}

/// The one text that a page has in its head: search engines and other sites show it.
const SUMMARY: &str = "summary";

impl Words {
    /// What there is to say to an audience of these words, which translate `originals`; `text` is that of their file. The
    /// public is not shown texts beside their translations.
    pub fn described(
        &self,
        mut originals: Vec<TextField>,
        text: &str,
        audience: Audience,
    ) -> RecordTranslation {
        let is_outdated = |field: &TextField| {
            let path = field.path.as_str();
            path == SUMMARY && self.text(path).is_some() && self.is_outdated_for(audience, path, &field.text)
        };
        let summary_is_outdated = originals.iter().any(is_outdated);
        if audience == Audience::Public {
            originals.clear();
        }
        let official = |key: &str| self.official.get(key).map(|source| source.value.clone());
        let pair = |field: TextField| {
            let path = field.path.as_str();
            let translation = match path {
                BODY => self.has_body.then(|| body_text(&text[self.body.clone()]).to_owned()),
                path => self.text(path).map(|words| words.value.clone()),
            };
            // What may stay as it is has a line only where somebody translated it.
            let shown = translation.is_some() || (field.role == Role::Words && !self.is_same(path));
            let outdated = translation.is_some() && self.is_outdated(path, &field.text);
            let path = path.to_owned();
            shown.then_some(TextPair { path, original: field.text, translation, outdated })
        };
        RecordTranslation {
            official_title: official("title").or_else(|| official("name")),
            summary_is_outdated,
            texts: originals.into_iter().filter_map(pair).collect(),
        }
    }
}
