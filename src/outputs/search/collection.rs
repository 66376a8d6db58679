//! Everything that can be found, language by language.

use rayon::prelude::*;

use super::filters;
use super::kinds::KINDS;
use super::records::{self, Place};
use crate::language_marks::unmarked;
use crate::page::{Context, ViewBuilder};
use crate::route::Route;
use crate::search::{Collection, Entry, EntryKind};

/// What can be found in each language of a site.
pub(super) fn of_all_languages(context: &Context) -> Vec<Collection> {
    let languages: Vec<&Context> = std::iter::once(context).chain(&context.languages).collect();
    let of = |at: usize| {
        let others: Vec<&Context> =
            languages.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| *other).collect();
        of_language(languages[at], &others, context.config.language())
    };
    (0..languages.len()).map(of).collect()
}

/// What can be found on the pages of one language. Words in the others lead to them, too.
fn of_language(context: &Context, others: &[&Context], original: &str) -> Collection {
    let mut entries = of_plan(context, others);
    for (at, edition) in context.editions.iter().enumerate() {
        let others: Vec<&Context> = others.iter().filter_map(|other| other.editions.get(at)).collect();
        entries.extend(of_plan(edition, &others));
    }
    entries.sort_by_key(|entry| entry.kind);
    let builder = ViewBuilder::new(context, Route::home());
    let kinds = KINDS.iter().map(|(key, title)| EntryKind { key, title: unmarked(&builder.word(title)) });
    Collection {
        language: context.config.language().to_owned(),
        original: original.to_owned(),
        kinds: kinds.collect(),
        filters: filters::of(context),
        entries,
    }
}

/// What can be found of one plan.
fn of_plan(context: &Context, others: &[&Context]) -> Vec<Entry> {
    let place = Place { context, others };
    let records: Vec<_> = records::found(context).collect();
    let mut entries: Vec<Entry> = records.into_par_iter().map(|record| place.entry(record)).collect();
    entries.extend(place.lists());
    entries
}
