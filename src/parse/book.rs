//! All files below `content/` to documents.

use super::file::{Document, read};
use super::place::{self, Place};
use super::record::Rules;
use super::{Cache, Documents, ParsedBook};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::source::Tree;
use crate::vocabulary::Audience;

/// Reads every file below `content/`. Files that cannot be read are reported and left out.
pub fn documents(tree: &Tree, config: &Config) -> (ParsedBook, Vec<Diagnostic>) {
    documents_with(tree, config, &mut Cache::default())
}

/// The same, faster: of the files that are as they were the last time, what was read then is taken.
pub fn documents_with(tree: &Tree, config: &Config, cache: &mut Cache) -> (ParsedBook, Vec<Diagnostic>) {
    let rules = Rules {
        audience: Audience::Internal,
        default_audience: config.audience,
        fiscal_year_starts: 1,
        limits: tree.limits(),
        languages: &config.languages,
    };
    // Only dates need another file: the month in which the plan's fiscal year begins.
    let fiscal_year_starts = tree
        .find("content/plan.md")
        .and_then(|file| read(tree, file, &Place::Plan, rules, &mut Vec::new()))
        .map_or(1, |document| if let Document::Plan(plan) = document { plan.fiscal_year_starts } else { 1 });
    let rules = Rules { fiscal_year_starts, ..rules };
    cache.renew(tree, rules);
    let files = || cache.files().map(|(path, read)| (place::edition(path).0, read));
    let mut diagnostics = Vec::new();
    let mut parsed = ParsedBook {
        whole: Documents::default(),
        public: files().any(|(_, file)| file.public.is_some()).then(Documents::default),
    };
    for (edition, file) in files() {
        diagnostics.extend_from_slice(&file.diagnostics);
        parsed.whole.unreadable.extend(file.unreadable.iter().flatten().cloned());
        if let Some(public) = &mut parsed.public
            && let Some(document) = file.public.as_ref().unwrap_or(&file.document)
        {
            public.add(edition, document);
        }
        if let Some(document) = &file.document {
            parsed.whole.add(edition, document);
        }
    }
    parsed.whole.finalize();
    if let Some(public) = &mut parsed.public {
        public.unreadable.clone_from(&parsed.whole.unreadable);
        public.finalize();
    }
    (parsed, diagnostics)
}
