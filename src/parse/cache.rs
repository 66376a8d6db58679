//! What was read of each file, for the next time.
//!
//! A document depends on its file (the path, the content and the id that its places hold) and on the [`Rules`], on nothing
//! else. Ids are positions in the sorted tree, so when the set of paths changes, everything is read again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::file::{FileRead, read_file};
use super::place;
use super::plan_rules::PlanRules;
use super::rules::{BookRules, Rules, SaidByPlan};
use crate::config::FieldDefinition;
use crate::date::FiscalYear;
use crate::diag::FileId;
use crate::limits::Limits;
use crate::source::{File, Tree};
use crate::translation::file_of;
use crate::vocabulary::Audience;

/// What was read of each file of a book, kept by whoever reads the book again after a change.
#[derive(Default)]
pub struct Cache {
    made_by: Option<MadeBy>,
    /// In order of path.
    files: Vec<Kept>,
}

struct Kept {
    file: Arc<File>,
    /// The file with its words, in a reading in another language.
    translation: Option<Arc<File>>,
    read: FileRead,
}

/// The rules by which the files were read, and the id of the first.
#[derive(PartialEq)]
struct MadeBy {
    first: FileId,
    default_audience: Audience,
    fiscal_year: FiscalYear,
    limits: Limits,
    languages: Vec<String>,
    /// The language of a reading in another, and what the parties are called in it.
    language: Option<(String, BTreeMap<String, String>)>,
    of_plan: PlanRules,
    fields: Vec<FieldDefinition>,
    editions: BTreeMap<String, SaidByPlan>,
}

impl MadeBy {
    fn new(first: FileId, rules: BookRules<'_>) -> Self {
        // All fields by name: a rule that is added must be compared here too.
        let BookRules { root, editions } = rules;
        let Rules {
            audience: _,
            language,
            default_audience,
            fiscal_year,
            limits,
            languages,
            of_plan,
            fields,
        } = root;
        Self {
            first,
            default_audience,
            fiscal_year,
            limits: limits.clone(),
            languages: languages.to_vec(),
            language: language.map(|language| (language.code.to_owned(), language.parties.clone())),
            of_plan: of_plan.clone(),
            fields: fields.to_vec(),
            editions: editions.clone(),
        }
    }
}

impl Cache {
    /// Each file with what was read of it, in order of path.
    pub(super) fn files(&self) -> impl Iterator<Item = (&str, &FileRead)> {
        self.files.iter().map(|kept| (kept.file.path.as_str(), &kept.read))
    }

    /// What was read of the file at a path.
    pub(super) fn file(&self, path: &str) -> Option<&FileRead> {
        let index = self.files.binary_search_by(|kept| kept.file.path.as_str().cmp(path)).ok()?;
        self.files.get(index).map(|kept| &kept.read)
    }

    /// Reads what is not as it was. `original` is the same book in the language of its words, when it is read in another.
    pub(super) fn renew(&mut self, tree: &Tree, rules: BookRules<'_>, original: Option<&Self>) {
        let (first, files) = tree.shared("content/");
        // A file depends on the one with its words, too.
        let translation = |file: &File| {
            let path = file_of(&file.path, rules.root.language?.code)?;
            let index = files.binary_search_by(|file| file.path.as_str().cmp(&path)).ok()?;
            files.get(index).map(Arc::clone)
        };
        let made_by = Some(MadeBy::new(first, rules));
        let read = |index: usize| {
            let id = FileId(first.0.saturating_add(u32::try_from(index).unwrap_or(u32::MAX)));
            let original = original.and_then(|original| original.files.get(index)).map(|kept| &kept.read);
            Kept {
                file: Arc::clone(&files[index]),
                translation: translation(&files[index]),
                read: read_file(tree, id, rules.of(place::edition(tree.path(id)).0), original),
            }
        };
        let same_paths = self.made_by == made_by
            && self.files.len() == files.len()
            && self
                .files
                .iter()
                .zip(files)
                .all(|(kept, file)| Arc::ptr_eq(&kept.file, file) || kept.file.path == file.path);
        if !same_paths {
            // The old ones first: there is no need to hold both.
            self.files.clear();
            self.files = (0..files.len()).into_par_iter().map(read).collect();
            self.made_by = made_by;
            return;
        }
        // Files that share their memory are not compared.
        let is_changed = |index: &usize| {
            let kept = &self.files[*index];
            kept.file != files[*index] || kept.translation != translation(&files[*index])
        };
        let changed: Vec<usize> = (0..files.len()).filter(is_changed).collect();
        let renewed: Vec<Kept> = changed.par_iter().map(|index| read(*index)).collect();
        for (index, kept) in changed.into_iter().zip(renewed) {
            self.files[index] = kept;
        }
    }
}
