//! A text of the settings: one for all languages, or one for each.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Spanned, code};
use crate::fields::{Fields, ValueKind};
use crate::language_marks::{ORIGINAL, marked};

/// A text, in the languages that it was written in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized {
    /// In the language of the content.
    pub own: String,
    /// In others, by their codes.
    others: BTreeMap<String, String>,
}

impl Localized {
    /// The same text for pages in another language: it becomes `own`, marked where it is not translated.
    pub(super) fn set_language(&mut self, language: &str) {
        self.own = self.within(language).map_or_else(|| marked(ORIGINAL, &self.own), str::to_owned);
    }

    /// The text in a language; `None` where it has none in that.
    pub(super) fn within(&self, language: &str) -> Option<&str> {
        self.others.get(language).map(String::as_str)
    }
}

/// Reads a text that may be a mapping from languages to texts; `language` is that of the content. A mistake in it has the
/// code `problem`.
pub(super) fn localized(
    fields: &mut Fields<'_>,
    key: &'static str,
    language: &str,
    example: &str,
    problem: Code,
) -> Option<Localized> {
    if !fields.is_mapping(key) {
        let own = fields.required_text(key, &format!("\"{example}\""))?.value;
        return Some(Localized { own, others: BTreeMap::new() });
    }
    let mut texts = BTreeMap::new();
    for (code, span, value) in fields.entries(key) {
        if !fields.check_language(&Spanned::new(code.clone(), span)) {
            continue;
        }
        match value.kind {
            ValueKind::Scalar(text) if !text.trim().is_empty() => _ = texts.insert(code, text),
            _ => fields.report(
                Diagnostic::new(code::WRONG_TYPE, span, format!("the {key} in `{code}` is not a text"))
                    .help(format!("write it in quotes: `{key} = {{{code} = \"{example}\"}}`")),
            ),
        }
    }
    let Some(own) = texts.remove(language) else {
        let span = fields.key_span(key).unwrap_or_else(|| fields.span());
        let message = format!("the {key} has no text in `{language}`, the language of the content");
        let help = format!("add it: `{key} = {{{language} = \"…\"}}`");
        fields.report(Diagnostic::new(problem, span, message).help(help));
        return None;
    };
    Some(Localized { own, others: texts })
}
