//! The words of the user interface, from `messages/LANGUAGE.toml`.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, FileId};
use crate::fields::{ValueKind, parse_toml};

/// The words of one language, by key.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// Adds the lines of a message file; later ones replace earlier ones.
    pub fn add(&mut self, text: &str, file: FileId) -> Vec<Diagnostic> {
        let (value, diagnostics) = parse_toml(text, file);
        if let ValueKind::Map(entries) = value.kind {
            for entry in entries {
                if let ValueKind::Scalar(words) = entry.value.kind {
                    self.0.insert(entry.key, words);
                }
            }
        }
        diagnostics
    }

    /// The words for a key; the key itself where a theme has none, so that the gap is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }

    /// The words for a key, with `{name}` replaced by values.
    pub fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut text = self.get(key).to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }

    /// The words for a number of things: `key-one` for one where there is such a key, else `key`; `{n}` is the number.
    pub fn count(&self, key: &str, n: i64) -> String {
        let one = format!("{key}-one");
        let chosen = if n == 1 && self.0.contains_key(&one) { one.as_str() } else { key };
        self.with(chosen, &[("n", &n.to_string())])
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}
