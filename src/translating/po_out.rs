//! A PO file of a book.

use super::records::{State, TranslatedField, TranslatedRecord};
use crate::po::{PoEntry, PoFile};
use crate::translation::Role;
use crate::vocabulary::Audience;

/// The texts of records and their translations into a language. A translation of words that are others now, or of which
/// nothing says which they were, is fuzzy: somebody has to look at it. Texts that are not for the public are left out, unless
/// they are asked for.
pub fn po_file(records: &[TranslatedRecord], language: &str, audience: Audience) -> PoFile {
    let is_wanted = |field: &&TranslatedField| {
        let seen = audience == Audience::Internal || !field.internal;
        seen && (field.role != Role::Neutral || field.translation.is_some())
    };
    let entries = records.iter().flat_map(|record| {
        let path = record.source.path.as_str();
        record.fields.iter().filter(is_wanted).map(|field| entry(path, field))
    });
    PoFile { language: Some(language.to_owned()), entries: entries.collect() }
}

/// What a text is called in PO files.
pub(super) fn context(path: &str, field: &str) -> String {
    [path, " ", field].concat()
}

fn entry(path: &str, field: &TranslatedField) -> PoEntry {
    let title = matches!(field.role, Role::Title | Role::KnownTitle);
    let note = match field.state {
        State::Outdated => Some("The original has changed since this was translated."),
        State::Untracked => Some("Nothing says which original this was translated from."),
        _ if title => {
            Some("The title of a document or page elsewhere: translate it only where readers need it.")
        }
        _ => None,
    };
    let translation = match field.state {
        State::Same => field.text.clone(),
        _ => field.translation.clone().unwrap_or_default(),
    };
    PoEntry {
        context: context(path, field.path.as_str()),
        original: field.text.clone(),
        translation,
        fuzzy: matches!(field.state, State::Outdated | State::Untracked),
        previous: field.earlier.clone().filter(|_| field.state == State::Outdated),
        note: note.map(str::to_owned),
        span: None,
    }
}
