//! The file of a translation: what it says, and where.

use std::ops::Range;

use super::bounds;
use crate::diag::{Diagnostic, FileId};
use crate::fields::parse_yaml;
use crate::source::Tree;
use crate::translation::{Words, file_of};

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

/// A translation, read.
pub(super) struct TranslationRead<'a> {
    pub(super) file: FileId,
    /// The text of its file.
    pub(super) text: &'a str,
    yaml: Range<usize>,
    pub(super) words: Words,
}

impl<'a> TranslationRead<'a> {
    /// Reads the translation of a file into a language; `None`, with the reason, where there is none or it has no front matter.
    pub(super) fn of(
        tree: &'a Tree,
        original: &str,
        language: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let file = file_of(original, language).and_then(|path| tree.find(&path))?;
        let text = tree.text(file)?;
        let parts = bounds::parts_of(file, text, diagnostics)?;
        let nesting = tree.limits().yaml_nesting;
        let yaml = parts.yaml;
        let (value, problems) = parse_yaml(&text[yaml.clone()], file, yaml.start, nesting);
        diagnostics.extend(problems);
        let (words, problems) = Words::new(value, (file, tree.path(file)), text, parts.body);
        diagnostics.extend(problems);
        Some(Self { file, text, yaml, words })
    }

    /// The file as it is, for those who change it.
    pub(super) fn whole(&self, tree: &Tree) -> TranslationText {
        let (path, text) = (tree.path(self.file).to_owned(), self.text.to_owned());
        TranslationText { path, text, yaml: self.yaml.clone() }
    }
}
