//! The words of a record in another language than that in which it was written.

use std::borrow::Cow;

use super::rules::{Language, Rules};
use super::translation_text::TranslationRead;
use crate::diag::{Diagnostic, FileId};
use crate::fields::{Value, ValueKind};
use crate::schema::{self, Schema};
use crate::source::Tree;
use crate::translation::{RecordTranslation, Role, TextField, Words, names_party, text_fields};
use crate::vocabulary::Audience;

/// The translation of a record; one without words, where there is none.
#[derive(Clone)]
pub(super) struct Translated<'a> {
    pub(super) words: Words,
    /// The text of its file.
    pub(super) text: &'a str,
    language: Language<'a>,
    schema: &'static Schema,
    /// The file of the original.
    original: &'a str,
}

impl<'a> Translated<'a> {
    /// Looks for the translation of a file into the language of the rules; `schema` names that of its front matter.
    pub(super) fn find(
        tree: &'a Tree,
        file: FileId,
        schema: &str,
        rules: Rules<'a>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let language = rules.language?;
        let schema = schema::find(schema)?;
        let original = tree.path(file);
        let none = Self { words: Words::default(), text: "", language, schema, original };
        Some(match TranslationRead::of(tree, original, language.code, diagnostics) {
            Some(TranslationRead { words, text, .. }) => Self { words, text, ..none },
            None => none,
        })
    }

    /// A text of the original that has a translation.
    pub(super) fn original_of(&self, front_matter: &Value, key: &str) -> Option<String> {
        let ValueKind::Map(entries) = &front_matter.kind else { return None };
        let value = &entries.iter().find(|entry| entry.key == key)?.value;
        match &value.kind {
            ValueKind::Scalar(text) if self.words.texts.contains_key(key) => Some(text.clone()),
            _ => None,
        }
    }

    /// The texts of the original. Names of parties that the plan translates are no texts of another record.
    pub(super) fn originals(&self, front_matter: &Value, body: &str) -> Vec<TextField> {
        let mut texts = text_fields(front_matter, self.schema.mapping, body);
        for field in &mut texts {
            if names_party(field.path.key()) && self.language.parties.contains_key(&field.text) {
                field.role = Role::Neutral;
            }
        }
        texts
    }

    /// The translation without the texts of which it is not clear which of these they translate, and what is wrong with them.
    pub(super) fn in_place(&self, originals: &[TextField]) -> (Cow<'_, Self>, Vec<Diagnostic>) {
        let mut words = self.words.clone();
        let problems = words.take_lists_in_doubt(originals, self.original);
        match problems.is_empty() {
            true => (Cow::Borrowed(self), problems),
            false => (Cow::Owned(Self { words, ..self.clone() }), problems),
        }
    }

    /// What there is to say to an audience of the translation on the page of the record.
    pub(super) fn described(&self, originals: Vec<TextField>, audience: Audience) -> RecordTranslation {
        self.words.described(originals, self.text, audience)
    }

    /// Puts its words into front matter.
    pub(super) fn put_into(&self, front_matter: &mut Value, audience: Audience) {
        self.words.put_into(front_matter, self.schema.mapping, self.language.parties, audience);
    }

    /// What is wrong with its words.
    pub(super) fn problems(&self, originals: &[TextField]) -> Vec<Diagnostic> {
        if self.text.is_empty() {
            return Vec::new();
        }
        self.words.problems(self.text, originals, self.schema, self.original)
    }
}
