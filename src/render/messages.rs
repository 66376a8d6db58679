//! The words of the user interface, from `messages/LANGUAGE.toml`.

use std::collections::BTreeMap;

use super::foreign_words;
use super::plural_forms::PluralForms;
use crate::diag::{Diagnostic, FileId};
use crate::fields::{ValueKind, parse_toml};

/// The words of one language, by key.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages {
    words: BTreeMap<String, String>,
    /// Which plural form a number takes.
    plurals: PluralForms,
    /// Whether they are in another language than the site, and marked so.
    foreign: bool,
}

impl Messages {
    /// Adds the lines of a message file; later ones replace earlier ones.
    pub fn add(&mut self, text: &str, file: FileId) -> Vec<Diagnostic> {
        let (value, diagnostics) = parse_toml(text, file);
        if let ValueKind::Map(entries) = value.kind {
            for entry in entries {
                if let ValueKind::Scalar(messages) = entry.value.kind {
                    self.words.insert(entry.key, messages);
                }
            }
        }
        diagnostics
    }

    /// The words for a key; the key itself where a theme has none, so that the gap is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }

    /// The words for a key, if there are any.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.words.get(key).map(String::as_str)
    }

    /// The words for a key, with `{name}` replaced by values.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let pattern = self.get(key);
        let mut text = String::with_capacity(pattern.len() + 16);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let filled = after.split_once('}').and_then(|(name, after)| {
                let (_, value) = values.iter().find(|(known, _)| *known == name)?;
                Some((value, after))
            });
            match filled {
                Some((value, after)) => {
                    text.push_str(value);
                    rest = after;
                }
                None => {
                    text.push('{');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }

    /// The words for a number of things: in the plural form that the number takes in the language, such as `key-one` for one
    /// in English, where there is such a key, else `key`; `{n}` is the number.
    pub fn count(&self, key: &str, n: i64) -> String {
        let form = self.plurals.of(n).map(|form| format!("{key}-{form}"));
        let chosen = form.as_deref().filter(|form| self.words.contains_key(*form)).unwrap_or(key);
        self.with(chosen, &[("n", &n.to_string())])
    }

    /// Says in which language the words are.
    pub(super) fn set_language(&mut self, language: &str) {
        self.plurals = PluralForms::of_language(language);
    }

    /// Says that the words until now are in another language than the site. Those that replace them are not.
    pub(super) fn mark_foreign(&mut self) {
        self.foreign = true;
        self.words.values_mut().for_each(|word| *word = foreign_words::mark(word));
    }

    /// Whether they are in another language than the site: what shows them has marks, which [`unmarked`] takes away.
    ///
    /// [`unmarked`]: crate::language_marks::unmarked
    pub fn is_foreign(&self) -> bool {
        self.foreign
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
    }
}

/// The messages of a file without problems.
#[cfg(test)]
pub(super) fn only(text: &str) -> Messages {
    let mut messages = Messages::default();
    assert_eq!(messages.add(text, FileId(0)), []);
    messages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_braces_are_filled_and_others_stay() {
        let mut messages = Messages::default();
        assert_eq!(
            messages.add("a = \"{n} of {m}, {x} {\"\nb-one = \"one\"\nb = \"{n} things\"\n", FileId(0)),
            []
        );
        assert_eq!(messages.with("a", &[("n", "{m}"), ("m", "2")]), "{m} of 2, {x} {");
        assert_eq!(
            (messages.count("b", 1), messages.count("b", 2)),
            ("one".to_owned(), "2 things".to_owned())
        );
        assert_eq!(messages.get("missing"), "missing");
    }

    #[test]
    fn a_number_takes_the_plural_form_of_the_language() {
        let text = "a = \"other\"\na-one = \"one\"\na-few = \"few\"\na-many = \"many\"\n";
        let forms = |language: &str| {
            let mut messages = Messages::default();
            assert_eq!(messages.add(text, FileId(0)), []);
            messages.set_language(language);
            [0, 1, 3, 5, 21].map(|n| messages.count("a", n)).join(" ")
        };
        assert_eq!(forms("en"), "other one other other other");
        assert_eq!(forms("en-AU"), "other one other other other");
        assert_eq!(forms("fr"), "one one other other other");
        assert_eq!(forms("ru"), "many one few many one");
        assert_eq!(forms("ar"), "other one few few many");
        assert_eq!(forms("ja"), "other other other other other");
    }
}
