//! A PO file of a book.

use super::records::{State, TranslatedField, TranslatedRecord};
use crate::markdown::without_internal;
use crate::po::{PoEntry, PoFile};
use crate::translation::Role;
use crate::vocabulary::Audience;

/// The texts of records and their translations into a language. A translation of words that are others now, or of which
/// nothing says which they were, is fuzzy: somebody has to look at it. Texts that are not for the public are left out, unless
/// they are asked for.
pub fn po_file(records: &[TranslatedRecord], language: &str, audience: Audience) -> PoFile {
    let is_seen = |field: &&TranslatedField| audience == Audience::Internal || !field.internal;
    let entries = records.iter().flat_map(|record| {
        let path = record.source.path.as_str();
        record.fields.iter().filter(is_wanted).filter(is_seen).map(|field| entry(path, field))
    });
    PoFile { language: Some(language.to_owned()), entries: entries.collect() }
}

/// The texts of these records, as PO files call them, that the public site shows a part of, and that are in no file for
/// the public: another part of them is internal, and a translator needs the whole.
pub fn left_out(records: &[TranslatedRecord]) -> Vec<String> {
    let texts = records.iter().flat_map(|record| {
        let path = record.source.path.as_str();
        let fields = record.fields.iter().filter(is_wanted).filter(|field| {
            let public =
                || without_internal(&field.text).is_some_and(|public| !public.text.trim().is_empty());
            field.has_blocks && public()
        });
        fields.map(move |field| context(path, field.path.as_str()))
    });
    texts.collect()
}

/// Whether translators are asked for a text, or have answered.
fn is_wanted(field: &&TranslatedField) -> bool {
    field.role != Role::Neutral || field.translation.is_some()
}

/// What a text is called in PO files.
pub fn context(path: &str, field: &str) -> String {
    [path, " ", field].concat()
}

/// A text with the line ends of PO files, whatever those of its file are.
pub(super) fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn entry(path: &str, field: &TranslatedField) -> PoEntry {
    let note = match field.state {
        State::Outdated => Some("The original has changed since this was translated."),
        State::Untracked => Some("Nothing says which original this was translated from."),
        _ => match field.role {
            Role::Title | Role::KnownTitle => {
                Some("The title of a document or page elsewhere: translate it only where readers need it.")
            }
            Role::Abbreviation => Some("An abbreviation: translate it only where readers know another one."),
            Role::Unit => Some("A unit: translate it only where it has another form in your language."),
            Role::Words | Role::Neutral => None,
        },
    };
    let translation = match field.state {
        State::Same => unix(&field.text),
        _ => field.translation.as_deref().map(unix).unwrap_or_default(),
    };
    PoEntry {
        context: context(path, field.path.as_str()),
        original: unix(&field.text),
        translation,
        fuzzy: matches!(field.state, State::Outdated | State::Untracked),
        previous: field.earlier.as_deref().filter(|_| field.state == State::Outdated).map(unix),
        note: note.map(str::to_owned),
        span: None,
    }
}
