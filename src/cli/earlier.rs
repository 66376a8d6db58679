//! What originals said before they changed, by the history of the book's repository.

use std::path::Path;

use super::terminal::is_verbose;
use crate::config::Config;
use crate::diag::{Diagnostic, code};
use crate::source::Tree;
use crate::source::git::GitRepository;
use crate::translating::{self, TranslatedRecord};
use crate::translation::NOT_THE_SAME;

/// In how many commits that changed a record its earlier texts are looked for.
const COMMITS: usize = 200;

/// Finds the earlier texts of all outdated translations. Without Git, or where it has none, there are none.
pub(super) fn find(records: &mut [TranslatedRecord], root: &Path, tree: &Tree) {
    if records.iter().all(|record| record.outdated().next().is_none()) {
        return;
    }
    let Ok(repository) = GitRepository::around(root) else { return };
    let limits = tree.limits();
    for record in records {
        let outdated: Vec<_> = record.outdated().map(|field| field.path.clone()).collect();
        if outdated.is_empty() {
            continue;
        }
        let versions = repository.versions(&record.source.path, COMMITS, limits).unwrap_or_default();
        let earlier = |field| record.earlier(field, &versions, limits.yaml_nesting);
        let found: Vec<Option<String>> = record
            .fields
            .iter()
            .map(|field| outdated.contains(&field.path).then(|| earlier(field))?)
            .collect();
        record.fields.iter_mut().zip(found).for_each(|(field, earlier)| field.earlier = earlier);
    }
}

/// With `--verbose`, outdated translations are reported with both texts.
pub(super) fn add_to(problems: &mut [Diagnostic], tree: &Tree, config: &Config, root: &Path) {
    let is_wanted = |problem: &&mut Diagnostic| problem.code == code::TRANSLATION_OUTDATED;
    if !is_verbose() || !problems.iter_mut().any(|problem| is_wanted(&problem)) {
        return;
    }
    for language in config.translations() {
        let mut records = translating::records(tree, config, language);
        find(&mut records, root, tree);
        for record in &records {
            let words = &record.source.words;
            for field in record.outdated() {
                let path = field.path.as_str();
                let (span, correction) = match (words.text(path), words.same_at(path)) {
                    (Some(text), _) => (text.span, words.correction()),
                    (None, Some(span)) => (span, NOT_THE_SAME.to_owned()),
                    (None, None) => continue,
                };
                let these =
                    problems.iter_mut().filter(is_wanted).filter(|problem| problem.span == Some(span));
                these.for_each(|problem| problem.help = Some(record.help(field, &correction)));
            }
        }
    }
}
