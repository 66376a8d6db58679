//! Which record of the newer state is which of the older one: by its id, by an alias, or because it reads the same.

use std::collections::{BTreeMap, BTreeSet};

use super::changes::{Kind, KnownBy};
use super::revision::{BookRevision, RevisionRecord};
use super::words::{likeness, plain};
use crate::outline::OutlineId;
use crate::plan::{Index as _, RecordIx};

/// How alike two texts must be to be taken for one promise, in hundredths.
const ALIKE: usize = 75;
/// How many pairs are looked at: beyond it only equal texts are found.
const MOST_PAIRS: usize = 250_000;

/// The places of two records in the lists of their states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) old: usize,
    pub(super) new: usize,
    /// How they are known to be one, when not by their id.
    pub(super) known_by: Option<KnownBy>,
}

/// Pairs of all records but short updates; each record is in one pair at most.
pub(super) fn records(
    before: &BookRevision<'_>,
    old: &[RevisionRecord<'_>],
    after: &BookRevision<'_>,
    new: &[RevisionRecord<'_>],
) -> Vec<Match> {
    let places: BTreeMap<(Kind, &str), usize> = named(after, new).collect();
    let mut matches = Vec::with_capacity(old.len());
    let mut left = Vec::new();
    for ((kind, id), old_at) in named(before, old) {
        match places.get(&(kind, id)) {
            Some(new_at) => matches.push(Match { old: old_at, new: *new_at, known_by: None }),
            None => left.push(old_at),
        }
    }
    if left.is_empty() {
        return matches;
    }
    let taken: BTreeSet<usize> = matches.iter().map(|it| it.new).collect();
    let mut free: BTreeSet<usize> = places.into_values().filter(|at| !taken.contains(at)).collect();
    let aliases: BTreeMap<(Kind, &str), usize> = new
        .iter()
        .enumerate()
        .flat_map(|(at, entry)| {
            entry.aliases().iter().map(move |alias| ((entry.kind, alias.value.as_str()), at))
        })
        .collect();
    left.retain(|old_at| {
        let known = aliases.get(&(old[*old_at].kind, old[*old_at].id)).filter(|at| free.contains(*at));
        let Some(new_at) = known.copied() else { return true };
        free.remove(&new_at);
        matches.push(Match { old: *old_at, new: new_at, known_by: Some(KnownBy::Alias) });
        false
    });
    matches.extend(by_words(before, old, &left, after, new, &free));
    matches
}

/// The records that have an id of their own.
fn named<'a>(
    revision: &'a BookRevision<'_>,
    entries: &'a [RevisionRecord<'a>],
) -> impl Iterator<Item = ((Kind, &'a str), usize)> {
    let own = |entry: &RevisionRecord<'_>| short_form_of(revision, entry).is_none();
    entries
        .iter()
        .enumerate()
        .filter(move |(_, entry)| own(entry))
        .map(|(at, entry)| ((entry.kind, entry.id), at))
}

/// The item in whose front matter an update stands.
pub(super) fn short_form_of<'a>(
    revision: &'a BookRevision<'_>,
    entry: &RevisionRecord<'_>,
) -> Option<&'a OutlineId> {
    match entry.ix {
        RecordIx::Update(ix) => revision.plan().updates.at(ix).document.short_form_of.as_ref(),
        _ => None,
    }
}

/// Pairs of records that read the same, the most alike first.
fn by_words(
    before: &BookRevision<'_>,
    old: &[RevisionRecord<'_>],
    left: &[usize],
    after: &BookRevision<'_>,
    new: &[RevisionRecord<'_>],
    free: &BTreeSet<usize>,
) -> Vec<Match> {
    let left: Vec<(usize, String)> = left.iter().map(|at| (*at, gist(before, &old[*at]))).collect();
    let free: Vec<(usize, String)> = free.iter().map(|at| (*at, gist(after, &new[*at]))).collect();
    let few = left.len().saturating_mul(free.len()) <= MOST_PAIRS;
    let mut by_gist: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, gist) in &free {
        by_gist.entry(gist).or_default().push(*at);
    }
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (old_at, words) in &left {
        let same_kind = |new_at: usize| old[*old_at].kind == new[new_at].kind;
        match by_gist.get(words.as_str()) {
            Some(equal) => {
                found.extend(equal.iter().filter(|at| same_kind(**at)).map(|at| (100, *old_at, *at)))
            }
            None if few => {
                found.extend(free.iter().filter(|(at, _)| same_kind(*at)).filter_map(|(new_at, other)| {
                    let alike = likeness(words, other);
                    (alike >= ALIKE).then_some((alike, *old_at, *new_at))
                }))
            }
            None => {}
        }
    }
    found.sort_by_key(|(alike, old_at, new_at)| (std::cmp::Reverse(*alike), *old_at, *new_at));
    let (mut old_taken, mut new_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut matches = Vec::new();
    for (_, old_at, new_at) in found {
        if !old_taken.contains(&old_at) && !new_taken.contains(&new_at) {
            old_taken.insert(old_at);
            new_taken.insert(new_at);
            matches.push(Match { old: old_at, new: new_at, known_by: Some(KnownBy::Words) });
        }
    }
    matches
}

/// What a record is about: the plan's words of an item, the headline and beginning of an update, the title of others.
fn gist(revision: &BookRevision<'_>, entry: &RevisionRecord<'_>) -> String {
    let title = entry.title.unwrap_or_default();
    match entry.ix {
        RecordIx::Item(ix) => {
            let text = revision.plan().items.at(ix).document.text.as_ref();
            plain(text.map_or(title, |text| &text.value))
        }
        RecordIx::Update(_) => {
            plain(&format!("{title} {}", entry.record.body.excerpt().text(|_| String::new())))
        }
        _ => plain(title),
    }
}
