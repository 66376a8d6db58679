//! Translations of records that were added, changed or removed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::changes::{Changes, FileMove, Named, TranslatedText, TranslationChange};
use crate::diff::comparison::Comparison;
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::translating::{self, TranslatedRecord};
use crate::translation::file_of;
use crate::vocabulary::Audience;

/// What a translation says: its texts by name, in the order of the record.
type Texts = Vec<(String, String)>;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    let (before, after) = (comparison.before, comparison.after);
    let languages: BTreeSet<&String> =
        before.config.translations().iter().chain(after.config.translations()).collect();
    for language in languages {
        let (old, new) = (Translations::of(before, language), Translations::of(after, language));
        // The short updates of an item stand in its file.
        let mut seen = BTreeSet::new();
        let pairs = comparison.pairs.iter().map(|pair| (Some(&pair.old), Some(&pair.new)));
        let added = comparison.added.iter().map(|entry| (None, Some(entry)));
        let removed = comparison.removed.iter().map(|entry| (Some(entry), None));
        for (was, is) in pairs.chain(added).chain(removed) {
            let path = |entry: Option<&RevisionRecord<'_>>| entry.map(|entry| entry.record.path.clone());
            if seen.insert((path(was), path(is)))
                && let Some(named) = is.or(was).filter(|entry| is_whole(entry)).map(RevisionRecord::named)
            {
                changes.translations.extend(changed(named, old.at(was), new.at(is), language));
            }
        }
    }
}

/// Whether a record is what its file is of.
fn is_whole(entry: &RevisionRecord<'_>) -> bool {
    entry.title.is_some()
}

/// The translations of a state into a language.
struct Translations<'a> {
    revision: &'a BookRevision<'a>,
    language: &'a str,
    records: BTreeMap<String, TranslatedRecord>,
}

impl<'a> Translations<'a> {
    fn of(revision: &'a BookRevision<'a>, language: &'a String) -> Self {
        let records = match revision.config.translations().contains(language) {
            true => translating::records(revision.tree, &revision.config, language),
            false => Vec::new(),
        };
        let records = records.into_iter().map(|record| (record.source.path.clone(), record)).collect();
        Self { revision, language, records }
    }

    /// The file of the translation of a record, and what it says to those for whom the states are compared.
    fn at(&self, entry: Option<&RevisionRecord<'_>>) -> Option<(&'a [u8], Texts)> {
        let path = &entry?.record.path;
        let record = self.records.get(path)?;
        let tree = self.revision.tree;
        let file = tree.find(&file_of(path, self.language)?)?;
        let is_shown = |internal: bool| self.revision.audience == Audience::Internal || !internal;
        let shown = record.fields.iter().filter(|field| is_shown(field.internal));
        let texts = shown
            .filter_map(|field| Some((field.path.as_str().to_owned(), field.translation.clone()?)))
            .collect();
        // Of a file of which the public sees a part, nothing else is compared.
        let bytes = match self.revision.audience {
            Audience::Internal => tree.content(file)?.bytes(),
            Audience::Public => &[],
        };
        Some((bytes, texts))
    }
}

fn changed(
    record: Named,
    old: Option<(&[u8], Texts)>,
    new: Option<(&[u8], Texts)>,
    language: &str,
) -> Option<TranslationChange> {
    let change = match (&old, &new) {
        (None, None) => return None,
        (None, Some(_)) => FileMove::Added,
        (Some(_), None) => FileMove::Removed,
        (Some(old), Some(new)) if old == new => return None,
        (Some(_), Some(_)) => FileMove::Changed,
    };
    let texts = |side: Option<(&[u8], Texts)>| side.map(|(_, texts)| texts).unwrap_or_default();
    let texts = texts_changed(&texts(old), &texts(new));
    Some(TranslationChange { record, language: language.to_owned(), change, texts })
}

/// The texts that differ: those of the newer state first, then those that are gone.
fn texts_changed(old: &Texts, new: &Texts) -> Vec<TranslatedText> {
    let by_name = |texts: &Texts| -> BTreeMap<String, String> { texts.iter().cloned().collect() };
    let (before, after) = (by_name(old), by_name(new));
    let gone = old.iter().filter(|(name, _)| !after.contains_key(name));
    let names = new.iter().chain(gone).map(|(name, _)| name);
    let moved = names.filter(|name| before.get(*name) != after.get(*name));
    moved
        .map(|name| TranslatedText {
            text: name.clone(),
            before: before.get(name).cloned(),
            after: after.get(name).cloned(),
        })
        .collect()
}
