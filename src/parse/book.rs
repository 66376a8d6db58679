//! All files below `content/` to documents.

use super::file::{Document, read};
use super::place::{self, RecordPlace};
use super::plan_rules::PlanRules;
use super::record::Rules;
use super::{Cache, Documents, ParsedBook};
use crate::config::Config;
use crate::date::FiscalYear;
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
        fiscal_year: FiscalYear::default(),
        limits: tree.limits(),
        languages: &config.languages,
        of_plan: &PlanRules::default(),
    };
    // One file says something that all others are read by.
    let plan = tree
        .find("content/plan.md")
        .and_then(|file| read(tree, file, &RecordPlace::Plan, rules, &mut Vec::new()));
    let (fiscal_year, of_plan) = match plan {
        Some(Document::Plan(plan)) => (plan.fiscal_year, plan.rules()),
        _ => (FiscalYear::default(), PlanRules::default()),
    };
    let rules = Rules { fiscal_year, of_plan: &of_plan, ..rules };
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
