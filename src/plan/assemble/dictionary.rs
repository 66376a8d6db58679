//! Texts with what they name, found by their hash.
//!
//! A tree of texts compares a dozen of them for each question, and each lies elsewhere in memory; here it is one or two. The
//! hash is the same on every run, and nothing depends on its order. Texts that were made to have the same hash cost no
//! more than a tree would.

use std::cmp::Ordering;

use rayon::prelude::*;

/// Texts with a value each.
pub(super) struct Dictionary<'d, V> {
    /// Sorted by hash and text.
    entries: Vec<Entry<'d, V>>,
    /// Where the entries begin whose hashes begin with a number.
    starts: Vec<u32>,
    /// How much of a hash is left out to get that number.
    shift: u32,
}

#[derive(Clone, Copy)]
struct Entry<'d, V> {
    hash: u64,
    text: &'d str,
    value: V,
}

/// Eight bytes at a time. Nobody has to be kept from guessing it, as the head of this file says.
fn hash(text: &str) -> u64 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = 0_u64;
    for part in text.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..part.len()].copy_from_slice(part);
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    // The entries are found by the first bits, so all have to count there.
    (hash ^ (hash >> 32)).wrapping_mul(FACTOR)
}

impl<'d, V: Copy + Send + Sync> Dictionary<'d, V> {
    /// A dictionary of these; of two with one text, the first is found.
    pub(super) fn new(named: Vec<(&'d str, V)>) -> Self {
        let mut entries: Vec<Entry<'d, V>> = named
            .into_par_iter()
            .with_min_len(1024)
            .map(|(text, value)| Entry { hash: hash(text), text, value })
            .collect();
        entries.par_sort_by(|a, b| a.order(b.hash, b.text));
        // About one entry for each beginning.
        let bits = entries.len().next_power_of_two().trailing_zeros().clamp(1, 31);
        let shift = u64::BITS - bits;
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        for (index, entry) in (0_u32..).zip(&entries) {
            let first = usize::try_from(entry.hash >> shift).unwrap_or(usize::MAX);
            while starts.len() <= first {
                starts.push(index);
            }
        }
        starts.resize((1 << bits) + 1, u32::try_from(entries.len()).unwrap_or(u32::MAX));
        Self { entries, starts, shift }
    }

    /// What a text names.
    pub(super) fn get(&self, text: &str) -> Option<V> {
        if self.entries.is_empty() {
            return None;
        }
        let hash = hash(text);
        let first = usize::try_from(hash >> self.shift).ok()?;
        let (from, to) = (*self.starts.get(first)? as usize, *self.starts.get(first + 1)? as usize);
        let near = self.entries.get(from..to)?;
        let at = near.partition_point(|entry| entry.order(hash, text) == Ordering::Less);
        near.get(at).filter(|entry| entry.hash == hash && entry.text == text).map(|entry| entry.value)
    }

    /// Whether a text is there twice.
    pub(super) fn has_twins(&self) -> bool {
        self.entries.windows(2).any(|pair| pair[0].order(pair[1].hash, pair[1].text) == Ordering::Equal)
    }

    /// All texts with their values, in no order that means anything.
    pub(super) fn unordered(&self) -> impl Iterator<Item = (&'d str, V)> {
        self.entries.iter().map(|entry| (entry.text, entry.value))
    }
}

impl<V> Entry<'_, V> {
    fn order(&self, hash: u64, text: &str) -> Ordering {
        self.hash.cmp(&hash).then_with(|| self.text.cmp(text))
    }
}

#[cfg(test)]
mod tests {
    use super::Dictionary;

    #[test]
    fn each_text_is_found_and_nothing_else() {
        for size in [0, 1, 2, 3, 100, 5_000] {
            let texts: Vec<String> = (0..size).map(|index| format!("1.{index}")).collect();
            let dictionary = Dictionary::new(texts.iter().map(String::as_str).zip(0..).collect());
            for (index, text) in texts.iter().enumerate() {
                assert_eq!(dictionary.get(text), i32::try_from(index).ok());
            }
            assert_eq!(dictionary.get("2.1"), None);
            assert!(!dictionary.has_twins());
        }
    }

    #[test]
    fn the_first_of_two_is_found() {
        let dictionary = Dictionary::new(vec![("a", 1), ("b", 2), ("a", 3)]);
        assert!(dictionary.has_twins());
        assert_eq!((dictionary.get("a"), dictionary.get("b")), (Some(1), Some(2)));
    }
}
