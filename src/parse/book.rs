//! All files below `content/` to documents.

use std::collections::BTreeMap;

use super::file::{Document, read};
use super::place::{self, PLAN, RecordPlace};
use super::plan_rules::PlanRules;
use super::rules::{BookRules, Language, Rules, SaidByPlan};
use super::written::Shared;
use super::{Cache, Documents, ParsedBook};
use crate::config::Config;
use crate::date::FiscalYear;
use crate::diag::{Diagnostic, FileId};
use crate::language_marks::is_current;
use crate::source::Tree;
use crate::translation::translation_file;
use crate::vocabulary::Audience;

/// Reads every file below `content/`. Files that cannot be read are reported and left out.
pub fn documents(tree: &Tree, config: &Config) -> (ParsedBook, Vec<Diagnostic>) {
    documents_with(tree, config, &mut Cache::default())
}

/// The same, faster: of the files that are as they were the last time, what was read then is taken.
pub fn documents_with(tree: &Tree, config: &Config, cache: &mut Cache) -> (ParsedBook, Vec<Diagnostic>) {
    read_all(tree, config, None, (cache, None))
}

/// What the files say in another language: their facts, with the words of their translations. Only the problems of these are
/// reported. `original` is what was read of the same files in their own language, `cache` what was read in this one the last
/// time.
pub fn translated_documents_with(
    tree: &Tree,
    config: &Config,
    language: &str,
    original: &Cache,
    cache: &mut Cache,
) -> (ParsedBook, Vec<Diagnostic>) {
    let parties = parties_in(tree, config, language, original);
    let language = Language { code: language, parties: &parties };
    let (mut parsed, mut problems) = read_all(tree, config, Some(language), (cache, Some(original)));
    parsed.whole.set_language(language.code);
    if let Some(public) = &mut parsed.public {
        public.set_language(language.code);
    }
    problems.retain(|problem| {
        problem.span.is_some_and(|span| translation_file(tree.path(span.file), &config.languages).is_some())
    });
    (parsed, problems)
}

/// What the parties of the plan are called in another language.
fn parties_in(tree: &Tree, config: &Config, language: &str, original: &Cache) -> BTreeMap<String, String> {
    let none = BTreeMap::new();
    let language = Language { code: language, parties: &none };
    // What an internal party is called must not show by the agencies that name it.
    let rules = Rules { audience: Audience::Public, ..rules(tree, config, Some(language)) };
    let translated = tree
        .find(PLAN)
        .and_then(|file| read(tree, file, &RecordPlace::Plan, (rules, Shared::Nothing), &mut Vec::new()));
    let written =
        original.file(PLAN).and_then(|file| file.public.as_ref().unwrap_or(&file.document).as_ref());
    let (Some(Document::Plan(written)), Some(Document::Plan(translated))) = (written, &translated) else {
        return none;
    };
    let pairs = written.parties.iter().cloned().zip(translated.parties.iter().cloned());
    pairs.filter(|(_, translated)| is_current(translated)).collect()
}

fn rules<'a>(tree: &'a Tree, config: &'a Config, language: Option<Language<'a>>) -> Rules<'a> {
    const NOTHING: &PlanRules = &PlanRules::NONE;
    Rules {
        audience: Audience::Internal,
        default_audience: config.audience,
        fiscal_year: FiscalYear::default(),
        limits: tree.limits(),
        languages: &config.languages,
        language,
        of_plan: NOTHING,
        fields: &config.fields,
    }
}

fn read_all(
    tree: &Tree,
    config: &Config,
    language: Option<Language<'_>>,
    (cache, original): (&mut Cache, Option<&Cache>),
) -> (ParsedBook, Vec<Diagnostic>) {
    let rules = rules(tree, config, language);
    let (said, of_editions) = (said_by(tree, PLAN, rules), editions(tree, rules));
    let root = Rules { fiscal_year: said.fiscal_year, of_plan: &said.rules, ..rules };
    cache.renew(tree, BookRules { root, editions: &of_editions }, original);
    let files = || cache.files().map(|(path, read)| (place::edition(path).0, read));
    let mut diagnostics = Vec::new();
    let mut item_names = ItemNames::default();
    let mut parsed = ParsedBook {
        whole: Documents::default(),
        public: files().any(|(_, file)| file.public.is_some()).then(Documents::default),
    };
    for (path, file) in cache.files() {
        let edition = place::edition(path).0;
        diagnostics
            .extend(file.diagnostics.iter().filter(|problem| item_names.is_new(path, problem)).cloned());
        parsed.whole.unreadable.extend(file.unreadable.iter().cloned());
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
    item_names.count(&mut diagnostics);
    (parsed, diagnostics)
}

/// What a plan says that the files of its book or edition are read by.
fn said_by(tree: &Tree, path: &str, rules: Rules<'_>) -> SaidByPlan {
    let plan = tree
        .find(path)
        .and_then(|file| read(tree, file, &RecordPlace::Plan, (rules, Shared::Nothing), &mut Vec::new()));
    match plan {
        Some(Document::Plan(plan)) => SaidByPlan { fiscal_year: plan.fiscal_year, rules: plan.rules() },
        _ => {
            let unknown = tree.find(path).is_some();
            SaidByPlan { rules: PlanRules { unknown, ..PlanRules::default() }, ..SaidByPlan::default() }
        }
    }
}

/// The same of each edition.
fn editions(tree: &Tree, rules: Rules<'_>) -> BTreeMap<String, SaidByPlan> {
    let mut found = BTreeMap::new();
    for (_, file) in tree.below("content/editions/") {
        if let Some(name) = place::edition(&file.path).0
            && !found.contains_key(name)
        {
            let said = said_by(tree, &format!("content/editions/{name}/plan.md"), rules);
            found.insert(name.to_owned(), said);
        }
    }
    found
}

/// Wrong names of items: whoever does not know the rule breaks it in each file of a folder, and is told once.
#[derive(Default)]
struct ItemNames {
    /// The folders with the file that was reported, and how many more there are.
    folders: BTreeMap<String, (FileId, usize)>,
}

impl ItemNames {
    fn is_new(&mut self, path: &str, problem: &Diagnostic) -> bool {
        let (Some(span), true) = (problem.span, problem.message.ends_with(place::NOT_AN_ITEM)) else {
            return true;
        };
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        match self.folders.get_mut(folder) {
            Some((_, more)) => {
                *more += 1;
                false
            }
            None => {
                self.folders.insert(folder.to_owned(), (span.file, 0));
                true
            }
        }
    }

    fn count(&self, diagnostics: &mut [Diagnostic]) {
        for (file, more) in self.folders.values().filter(|(_, more)| *more > 0) {
            let first = diagnostics.iter_mut().find(|problem| {
                problem.span.is_some_and(|span| span.file == *file)
                    && problem.message.ends_with(place::NOT_AN_ITEM)
            });
            if let Some(first) = first {
                let files = if *more == 1 { "file" } else { "files" };
                first.message.push_str(&format!("; nor do {more} more {files} of this folder"));
            }
        }
    }
}
