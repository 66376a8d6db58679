//! Translations that changed.

use schemars::JsonSchema;
use serde::Serialize;

use super::{FileMove, Named};

/// A translation of a record that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TranslationChange {
    /// The record in the newer state, or in the older one when it was removed.
    pub record: Named,
    /// The code of the language.
    pub language: String,
    /// Whether the file of the translation was added, changed or removed.
    pub change: FileMove,
    /// The texts that changed. None where the file changed and no text did: what its texts were made from, or its form.
    pub texts: Vec<TranslatedText>,
}

/// A text of a translation that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TranslatedText {
    /// What the text is called: its keys and the names of entries, such as `updates.2024-03-01.note`.
    pub text: String,
    /// The old translation; null when there was none.
    pub before: Option<String>,
    /// The new one; null when there is none.
    pub after: Option<String>,
}
