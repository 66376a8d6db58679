//! The files of a search: scripts that each hand one part of the index to the page, and one small file that lists them.
//!
//! They are scripts so that they load from a disk, under a policy that allows nothing but the site's own scripts, and without
//! anything that reads a text as a program.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::entry::{Collection, Entry, Filter};
use super::excerpt::{beginning, length_among};
use super::index::Index;
use super::packed::packed_places;
use super::shards::Part;

/// How many entries stand in one file. A page of results asks for about as many files as it shows results.
const ENTRIES: usize = 12;
/// The form of the files; another number when a script that reads this one cannot read the next.
const FORMAT: u32 = 1;

/// The files of a search.
pub struct SearchFiles {
    /// Which parts there are.
    pub list: List,
    /// The parts, by their names.
    pub parts: Vec<(String, Vec<u8>)>,
}

/// Which parts a search has.
#[derive(Debug, Serialize)]
pub struct List {
    /// The form of the files.
    format: u32,
    /// The code of the language of the pages.
    language: String,
    /// The code of the language that the plan was written in.
    original: String,
    /// How many entries there are.
    entries: usize,
    /// Their kinds: those of one kind stand together, in this order.
    kinds: Vec<KindInList>,
    /// What results can be chosen by.
    filters: Vec<FilterInList>,
    /// The files of entries.
    found: EntryFiles,
    /// The files of words, by their first words.
    words: Files,
    /// Lists of words, by their first words: who misspells the end of a word finds it here.
    spellings: Files,
    /// The same with each word from its end.
    endings: Files,
}

/// A kind of entry.
#[derive(Debug, Serialize)]
struct KindInList {
    key: &'static str,
    title: String,
    /// How many entries it has.
    count: usize,
}

/// A filter.
#[derive(Debug, Serialize)]
struct FilterInList {
    key: &'static str,
    title: String,
    /// The file that says which entries have which value.
    file: String,
}

/// Files that begin with words in order.
#[derive(Debug, Default, Serialize)]
struct Files {
    /// The first word of each, with blanks between.
    first: String,
    files: Vec<String>,
}

/// The files of entries.
#[derive(Debug, Serialize)]
struct EntryFiles {
    /// How many entries each has.
    each: usize,
    files: Vec<String>,
}

/// An entry, as it is shown: address, number, title, status and its words, place, excerpt.
type Own<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str);

/// An entry, as it is shown.
#[derive(Serialize)]
#[serde(untagged)]
enum Shown<'a> {
    /// All of it in the language of the pages.
    Translated(Own<'a>),
    /// The same with an excerpt in the language that the plan was written in, and whether that is the language of the title.
    Partly(&'a str, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str, &'a str, bool),
}

impl SearchFiles {
    /// Those of a collection.
    pub fn of(collection: &Collection) -> Self {
        let index = Index::of(collection);
        let mut parts = Vec::new();
        let filters = filters(collection, &mut parts);
        let found = entry_files(&collection.entries, &mut parts);
        let list = List {
            format: FORMAT,
            language: collection.language.clone(),
            original: collection.original.clone(),
            entries: collection.entries.len(),
            kinds: kinds(collection),
            filters,
            found,
            words: files('w', &index.parts(), &mut parts),
            spellings: files('s', &index.spellings(false), &mut parts),
            endings: files('e', &index.spellings(true), &mut parts),
        };
        // Two parts that say the same are one file.
        parts.sort_unstable();
        parts.dedup();
        Self { list, parts }
    }

    /// The list as a script.
    pub fn script(&self) -> Vec<u8> {
        call("list", &json(&self.list))
    }
}

/// The filters that choose something: those with two values or more.
fn filters(collection: &Collection, parts: &mut Vec<(String, Vec<u8>)>) -> Vec<FilterInList> {
    let mut filters = Vec::new();
    for (place, filter) in collection.filters.iter().enumerate() {
        let values = values(filter, place, &collection.entries);
        if values.len() > 1 {
            let file = add(parts, 'f', &values);
            filters.push(FilterInList { key: filter.key, title: filter.title.clone(), file });
        }
    }
    filters
}

fn kinds(collection: &Collection) -> Vec<KindInList> {
    let count = |place| collection.entries.iter().filter(|entry| entry.kind == place).count();
    let kinds = collection.kinds.iter().enumerate();
    kinds
        .map(|(place, kind)| KindInList { key: kind.key, title: kind.title.clone(), count: count(place) })
        .collect()
}

/// Each value of a filter with its name and the places of the entries that have it.
fn values<'f>(filter: &'f Filter, place: usize, entries: &[Entry]) -> Vec<(&'f str, &'f str, String)> {
    let mut having: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (at, entry) in (0..).zip(entries) {
        for (_, value) in entry.marks.iter().filter(|(of, _)| *of == place) {
            let places = having.entry(value).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let offered = filter.values.iter().filter_map(|(value, name)| {
        let places = having.get(value.as_str())?;
        Some((value.as_str(), name.as_str(), packed_places(places.iter().copied())))
    });
    offered.collect()
}

fn entry_files(entries: &[Entry], parts: &mut Vec<(String, Vec<u8>)>) -> EntryFiles {
    let letters = length_among(entries.len());
    let made: Vec<(String, Vec<u8>)> = entries
        .par_chunks(ENTRIES)
        .map(|chunk| part('d', &chunk.iter().map(|entry| shown(entry, letters)).collect::<Vec<_>>()))
        .collect();
    let files = made.iter().map(|(name, _)| name.clone()).collect();
    parts.extend(made);
    EntryFiles { each: ENTRIES, files }
}

fn shown(entry: &Entry, letters: usize) -> Shown<'_> {
    let (key, status) = entry.status.as_ref().map_or(("", ""), |(key, text)| (key, text));
    let address = entry.address.as_str();
    let (number, title) = (entry.number.as_deref().unwrap_or_default(), entry.title.as_str());
    let place = entry.place.as_deref().unwrap_or_default();
    let excerpt = beginning(&entry.excerpt, letters);
    let (original, of_title) = (beginning(&entry.original, letters), entry.is_title_original);
    match original.is_empty() && !of_title {
        true => Shown::Translated((address, number, title, key, status, place, excerpt)),
        false => Shown::Partly(address, number, title, key, status, place, excerpt, original, of_title),
    }
}

fn files<T: Serialize + Sync>(letter: char, of: &[Part<T>], parts: &mut Vec<(String, Vec<u8>)>) -> Files {
    let made: Vec<(String, Vec<u8>)> = of.par_iter().map(|each| part(letter, &each.content)).collect();
    let first: Vec<&str> = of.iter().map(|part| part.first.as_str()).collect();
    let files = Files { first: first.join(" "), files: made.iter().map(|(name, _)| name.clone()).collect() };
    parts.extend(made);
    files
}

fn add(parts: &mut Vec<(String, Vec<u8>)>, letter: char, value: &impl Serialize) -> String {
    let (name, bytes) = part(letter, value);
    parts.push((name.clone(), bytes));
    name
}

/// A part with its name, which says what is in it: a browser never takes an older one for it.
fn part(letter: char, value: &impl Serialize) -> (String, Vec<u8>) {
    let json = json(value);
    let hash = Sha256::digest(json.as_bytes());
    let hash: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{letter}-{hash}");
    let script = call(&name, &json);
    (name, script)
}

/// The script that hands something to the page under a name.
fn call(name: &str, json: &str) -> Vec<u8> {
    format!("planbookSearch(\"{name}\",{json})\n").into_bytes()
}

/// JSON has two line ends that older scripts must not have within texts.
fn json(value: &impl Serialize) -> String {
    let json = serde_json::to_string(value).unwrap_or_default();
    if json.contains(['\u{2028}', '\u{2029}']) {
        return json.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    }
    json
}
