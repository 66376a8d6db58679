//! Which words stand in which entries.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::entry::{Collection, Entry};
use super::impact::{Counted, UsualLengths, counted};
use super::names::folded_name;
use super::stems::Stems;

/// What the number of a record begins with among the words. No word begins with it.
pub(super) const NUMBER: char = '#';
/// The same for any other name.
pub(super) const NAME: char = '=';

/// In how many entries a word is kept at most, those first of which it says most: a word in more of them hardly tells one from
/// another, and what a reader's browser loads must not grow with the plan.
pub(super) const MOST_ENTRIES: usize = 6000;

/// An entry, by its place in the collection, and what a word says of it: from 1 to 63.
pub(super) type Posting = (u32, u8);

/// Where the forms of one word stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// In which entries, in order.
    pub(super) postings: Vec<Posting>,
    /// In how many entries they stand, when these are not all.
    pub(super) of: Option<usize>,
}

/// Which words stand in which entries.
pub struct Index {
    /// How many entries there are.
    pub(super) entries: usize,
    /// Each word and name in order, with its group.
    pub(super) words: Vec<(Box<str>, u32)>,
    /// The groups.
    pub(super) groups: Vec<Group>,
}

impl Index {
    /// That of a collection.
    pub fn of(collection: &Collection) -> Self {
        let all: Vec<Counted> = collection.entries.par_iter().map(counted).collect();
        let usual = UsualLengths::of(&all);
        let mut words: foldhash::HashMap<Box<str>, Vec<Posting>> = foldhash::HashMap::default();
        for (place, (counted, entry)) in (0..).zip(all.iter().zip(&collection.entries)) {
            for (word, impact) in counted.impacts(&usual, entry.likely) {
                match words.get_mut(word) {
                    Some(postings) => postings.push((place, impact)),
                    None => _ = words.insert(word.into(), vec![(place, impact)]),
                }
            }
        }
        drop(all);
        let mut words: Vec<(Box<str>, Vec<Posting>)> = words.into_iter().collect();
        words.par_sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let names = names(&collection.entries);
        Self::joined(collection.entries.len(), names, words, &Stems::of(&collection.language))
    }

    /// Joins the forms of words, which come in order.
    fn joined(
        entries: usize,
        names: BTreeMap<String, Vec<u32>>,
        words: Vec<(Box<str>, Vec<Posting>)>,
        stems: &Stems,
    ) -> Self {
        let mut groups: Vec<Vec<Posting>> = Vec::new();
        let mut by_stem: BTreeMap<String, u32> = BTreeMap::new();
        let mut listed: Vec<(Box<str>, u32)> = Vec::new();
        let mut next = 0;
        for (name, places) in names {
            listed.push((name.into(), next));
            groups.push(places.into_iter().map(|place| (place, 1)).collect());
            next += 1;
        }
        for (word, postings) in words {
            let group = *by_stem.entry(stems.stem(&word)).or_insert(next);
            match groups.get_mut(group as usize) {
                Some(known) => known.extend(postings),
                None => {
                    groups.push(postings);
                    next += 1;
                }
            }
            listed.push((word, group));
        }
        listed.sort_unstable();
        let groups = groups.into_par_iter().map(group).collect();
        Self { entries, words: listed, groups }
    }

    /// The words that begin with something, in order.
    pub(super) fn beginning_with<'i>(&'i self, start: &'i str) -> impl Iterator<Item = &'i (Box<str>, u32)> {
        let first = self.words.partition_point(|(word, _)| &**word < start);
        self.words[first..].iter().take_while(move |(word, _)| word.starts_with(start))
    }

    /// The group of a word.
    pub(super) fn group(&self, word: &str) -> Option<u32> {
        let at = self.words.binary_search_by(|(known, _)| (**known).cmp(word)).ok()?;
        self.words.get(at).map(|(_, group)| *group)
    }
}

/// Numbers and names as they are searched, with the entries that they lead to.
fn names(entries: &[Entry]) -> BTreeMap<String, Vec<u32>> {
    let mut names: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (place, entry) in (0..).zip(entries) {
        let numbers = entry.numbers.iter().map(|number| (NUMBER, number));
        // A title that is the beginning of a text is no name.
        let title = Some(&entry.title).filter(|title| !title.ends_with('…'));
        let others = entry.names.iter().chain(title).map(|name| (NAME, name));
        let mut add = |name: String| {
            let places = names.entry(name).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
        };
        for (sign, name) in numbers.chain(others) {
            let Some(name) = folded_name(name) else { continue };
            // A code is also written in one: EC-01, EC01.
            if sign == NUMBER && name.contains('.') && name.contains(char::is_alphabetic) {
                add(format!("{sign}{}", name.replace('.', "")));
            }
            add(format!("{sign}{name}"));
        }
    }
    names
}

/// The postings of all forms of a word as one: an entry that has several of them is one entry.
fn group(mut postings: Vec<Posting>) -> Group {
    postings.sort_unstable();
    // Of two of one entry, the later says more.
    postings.reverse();
    postings.dedup_by_key(|(place, _)| *place);
    let of = (postings.len() > MOST_ENTRIES).then_some(postings.len());
    if of.is_some() {
        postings.sort_unstable_by_key(|(place, impact)| (std::cmp::Reverse(*impact), *place));
        postings.truncate(MOST_ENTRIES);
    }
    postings.sort_unstable();
    Group { postings, of }
}
