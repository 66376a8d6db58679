//! Files that are no records.

use std::collections::BTreeSet;

use crate::diff::changes::{Changes, FileChange, FileMove};
use crate::diff::comparison::Comparison;
use crate::source::SETTINGS;
use crate::translation::file_of;
use crate::vocabulary::Audience;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    if comparison.after.audience == Audience::Public {
        // The name of a file may be internal too.
        return;
    }
    let pairs = comparison.pairs.iter().flat_map(|pair| [&pair.old, &pair.new]);
    let entries = pairs.chain(&comparison.removed).chain(&comparison.added);
    let mut records: BTreeSet<&str> = entries.map(|entry| entry.record.path.as_str()).collect();
    records.insert(SETTINGS);
    // Translations are reported with their records.
    let languages =
        comparison.before.config.translations().iter().chain(comparison.after.config.translations());
    let translations: BTreeSet<String> =
        languages.flat_map(|language| records.iter().filter_map(|path| file_of(path, language))).collect();
    let (before, after) = (comparison.before.tree, comparison.after.tree);
    let editions = comparison.before.editions().chain(comparison.after.editions()).collect();
    let is_other = |path: &str| {
        comparison.after.holds(path, &editions) && !records.contains(path) && !translations.contains(path)
    };
    for (_, file) in after.files().filter(|(_, file)| is_other(&file.path)) {
        let change = match before.find(&file.path).and_then(|id| before.content(id)) {
            None => FileMove::Added,
            Some(content) if *content != file.content => FileMove::Changed,
            Some(_) => continue,
        };
        changes.files.push(FileChange { path: file.path.clone(), change });
    }
    let gone = before.files().filter(|(_, file)| is_other(&file.path) && after.find(&file.path).is_none());
    changes
        .files
        .extend(gone.map(|(_, file)| FileChange { path: file.path.clone(), change: FileMove::Removed }));
    changes.files.sort();
}
