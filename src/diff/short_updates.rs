//! Which short update is which. They have no lasting name: the second of a day is called by its number, which another one
//! before it changes. So those of an item are matched by what they say.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Kind, KnownBy};
use super::matching::{Match, short_form_of};
use super::raw_fields::{RawFields, RawFiles};
use super::revision::{BookRevision, RevisionRecord};
use crate::plan::{Index as _, RecordIx};

/// A short update with its place in the list of all records.
struct Short<'a> {
    at: usize,
    date: &'a str,
    raw_fields: Option<RawFields>,
}

/// Pairs of the short updates of items that are one.
pub(super) fn pair<'a>(
    old: (&'a BookRevision<'a>, &'a [RevisionRecord<'a>], &mut RawFiles<'_>),
    new: (&'a BookRevision<'a>, &'a [RevisionRecord<'a>], &mut RawFiles<'_>),
    matches: &[Match],
) -> Vec<Match> {
    let (before, old, old_files) = old;
    let (after, new, new_files) = new;
    let mut of_new = by_item(after, new);
    let items = matches.iter().filter(|it| old[it.old].kind == Kind::Item);
    let now: BTreeMap<&str, &RevisionRecord<'_>> = items.map(|it| (old[it.old].id, &new[it.new])).collect();
    let mut matches = became_files((before, old), (after, new), matches);
    let files: BTreeSet<usize> = matches.iter().map(|it| it.old).collect();
    for (item, mut olds) in by_item(before, old) {
        olds.retain(|at| !files.contains(at));
        if olds.is_empty() {
            continue;
        }
        let Some(item_now) = now.get(item) else { continue };
        let Some(news) = of_new.remove(item_now.id) else { continue };
        let same_file =
            before.tree.text(old[olds[0]].record.file) == after.tree.text(new[news[0]].record.file);
        if same_file && olds.len() == news.len() {
            matches.extend(olds.iter().zip(&news).map(|(old, new)| Match {
                old: *old,
                new: *new,
                known_by: None,
            }));
            continue;
        }
        let olds = read(before, old, &olds, old_files);
        let news = read(after, new, &news, new_files);
        matches.extend(by_likeness(olds, news));
    }
    matches
}

/// Those that have files of their own now, which name the old ids as aliases.
fn became_files(
    (before, old): (&BookRevision<'_>, &[RevisionRecord<'_>]),
    (after, new): (&BookRevision<'_>, &[RevisionRecord<'_>]),
    matches: &[Match],
) -> Vec<Match> {
    let taken: BTreeSet<usize> = matches.iter().map(|it| it.new).collect();
    let mut aliases: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, entry) in new.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
        if entry.kind == Kind::Update && short_form_of(after, entry).is_none() {
            aliases.extend(entry.aliases().iter().map(|alias| (alias.value.as_str(), at)));
        }
    }
    let mut found = Vec::new();
    for (at, entry) in old.iter().enumerate().filter(|(_, entry)| short_form_of(before, entry).is_some()) {
        if let Some(file) = aliases.get(entry.id).copied() {
            // One file is one update: it takes the place of one.
            aliases.retain(|_, at| *at != file);
            found.push(Match { old: at, new: file, known_by: Some(KnownBy::Alias) });
        }
    }
    found
}

/// The short updates of each item, in the order in which they stand there.
fn by_item<'a>(
    revision: &'a BookRevision<'_>,
    entries: &[RevisionRecord<'_>],
) -> BTreeMap<&'a str, Vec<usize>> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        if let Some(item) = short_form_of(revision, entry) {
            found.entry(item.as_str()).or_default().push(at);
        }
    }
    found.values_mut().for_each(|places| places.sort_by_key(|at| entries[*at].record.span));
    found
}

fn read<'a>(
    revision: &'a BookRevision<'_>,
    entries: &[RevisionRecord<'_>],
    places: &[usize],
    files: &mut RawFiles<'_>,
) -> Vec<Short<'a>> {
    let date = |entry: &RevisionRecord<'_>| match entry.ix {
        RecordIx::Update(ix) => revision.plan().updates.at(ix).document.date.value.text.as_str(),
        _ => "",
    };
    places
        .iter()
        .map(|at| Short { at: *at, date: date(&entries[*at]), raw_fields: files.raw_fields(&entries[*at]) })
        .collect()
}

/// First those that say all the same, then those of one date, then those with one note.
fn by_likeness(mut olds: Vec<Short<'_>>, mut news: Vec<Short<'_>>) -> Vec<Match> {
    let tests: [fn(&Short<'_>, &Short<'_>) -> bool; 3] = [
        |a, b| match (&a.raw_fields, &b.raw_fields) {
            (Some(a), Some(b)) => a.differs(b).is_empty(),
            _ => false,
        },
        |a, b| a.date == b.date,
        |a, b| match (&a.raw_fields, &b.raw_fields) {
            (Some(a), Some(b)) => a.key("note").map(|key| &key.text) == b.key("note").map(|key| &key.text),
            _ => false,
        },
    ];
    let mut matches = Vec::new();
    for test in tests {
        let mut taken = BTreeSet::new();
        olds.retain(|old| {
            let found = news.iter().find(|new| !taken.contains(&new.at) && test(old, new));
            let Some(new) = found else { return true };
            taken.insert(new.at);
            matches.push(Match { old: old.at, new: new.at, known_by: None });
            false
        });
        news.retain(|new| !taken.contains(&new.at));
    }
    matches
}
