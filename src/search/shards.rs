//! An index in parts, so that a browser loads only what a word needs.

use std::collections::BTreeMap;

use super::index::{Group, Index, NAME, NUMBER};
use super::packed::{push_number, push_value};
use super::spelling::can_be_meant;

/// How many bytes a part of the words has at most, if one word alone does not have more.
const PART: usize = 40_000;
/// The same for names and numbers: each query asks for one part of them beside the words.
const NAMES: usize = 16_000;
/// The same for lists of words.
const LIST: usize = 24_000;

/// A part of a sorted list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part<T> {
    /// Where it begins.
    pub(super) first: String,
    /// What is in it.
    pub(super) content: T,
}

/// Words with their groups, as a file says them.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub(super) struct Words {
    /// The words in order, with blanks between.
    pub(super) words: String,
    /// The group of each, packed.
    pub(super) of: String,
    /// The groups: the distance of each entry from the one before and what the word says of it, packed.
    pub(super) groups: Vec<String>,
    /// In how many entries a word stands, of those groups that do not have all: by their places.
    pub(super) more: BTreeMap<u32, usize>,
}

impl Index {
    /// Words and names in parts.
    pub(super) fn parts(&self) -> Vec<Part<Words>> {
        let packed: Vec<String> = self.groups.iter().map(packed).collect();
        let mut parts: Vec<Part<Words>> = Vec::new();
        let mut own: BTreeMap<u32, u32> = BTreeMap::new();
        let (mut size, mut kind) = (0, None);
        for (word, group) in &self.words {
            let is_name = word.starts_with([NUMBER, NAME]);
            let most = if is_name { NAMES } else { PART };
            let more = if own.contains_key(group) { 0 } else { packed[*group as usize].len() + 3 };
            if parts.is_empty() || kind != Some(is_name) || size + word.len() + more > most {
                parts.push(Part { first: word.to_string(), content: Words::default() });
                own.clear();
                (size, kind) = (0, Some(is_name));
            }
            let Some(part) = parts.last_mut().map(|part| &mut part.content) else { continue };
            let next = u32::try_from(part.groups.len()).unwrap_or(u32::MAX);
            let place = *own.entry(*group).or_insert(next);
            if place == next {
                part.groups.push(packed[*group as usize].clone());
                part.more.extend(self.groups[*group as usize].of.map(|of| (place, of)));
                size += packed[*group as usize].len() + 3;
            }
            if !part.words.is_empty() {
                part.words.push(' ');
            }
            part.words.push_str(word);
            push_number(&mut part.of, place);
            size += word.len() + 3;
        }
        parts
    }

    /// The words that somebody may have meant, in parts: by their beginnings, or from their ends.
    pub(super) fn spellings(&self, backwards: bool) -> Vec<Part<String>> {
        let words = self.words.iter().map(|(word, _)| word).filter(|word| can_be_meant(word));
        let written = |word: &str| if backwards { word.chars().rev().collect() } else { word.to_owned() };
        let mut words: Vec<String> = words.map(|word| written(word)).collect();
        words.sort_unstable();
        let mut parts: Vec<Part<String>> = Vec::new();
        for word in words {
            match parts.last_mut().filter(|part| part.content.len() + word.len() < LIST) {
                Some(part) => {
                    part.content.push(' ');
                    part.content.push_str(&word);
                }
                None => parts.push(Part { first: word.clone(), content: word }),
            }
        }
        parts
    }
}

fn packed(group: &Group) -> String {
    let (mut packed, mut next) = (String::new(), 0);
    for (place, impact) in &group.postings {
        push_number(&mut packed, place - next);
        push_value(&mut packed, u32::from(*impact));
        next = place + 1;
    }
    packed
}
