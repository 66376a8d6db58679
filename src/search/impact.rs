//! How much a word says of an entry, as a small whole number: BM25+ with a weight for each kind of text.
//!
//! Counts are weighed and diluted by the length of their text before they are saturated (Robertson, Zaragoza and Taylor,
//! "Simple BM25 extension to multiple weighted fields", 2004); that a word stands there at all counts for something in
//! the longest text, too (Lv and Zhai, "Lower-bounding term frequency normalization", 2011). How rare a word is is left to whoever searches: one
//! word may stand for several.

use std::borrow::Cow;

use super::entry::{Entry, Weight};
use super::letters::folded;
use super::packed::VALUES;
use super::words::{compounds, each_word};

/// How soon more of a word says nothing more.
const SATURATION: f32 = 1.2;
/// What one occurrence counts for, however long the text.
const PRESENCE: f32 = 0.5;
/// The most that a count can come to, for an entry that is twice as likely as others.
const MOST: f32 = 2.0 * (SATURATION + 1.0 + PRESENCE);

/// How often a word stands in each kind of text.
type Counts = [u32; Weight::COUNT];

/// The words of an entry, counted.
pub(super) struct Counted {
    /// Its words, each once, with a blank after each: one text costs less than thousands.
    words: String,
    /// How often each of them stands there.
    counts: Vec<Counts>,
    /// How many words each kind of text has.
    lengths: Counts,
}

/// The usual length of each kind of text, where there is one.
pub(super) struct UsualLengths([f32; Weight::COUNT]);

/// Counts the words of an entry.
pub(super) fn counted(entry: &Entry) -> Counted {
    let texts: Vec<(usize, Cow<'_, str>)> =
        entry.texts.iter().map(|(weight, text)| (*weight as usize, folded(text))).collect();
    let joined: Vec<(usize, String)> = texts
        .iter()
        .flat_map(|(at, text)| compounds(text).into_iter().map(move |(_, word)| (*at, word)))
        .collect();
    let mut counted = Counted { words: String::new(), counts: Vec::new(), lengths: [0; Weight::COUNT] };
    let mut places: foldhash::HashMap<&str, usize> = foldhash::HashMap::default();
    for (at, text) in &texts {
        each_word(text, |word| {
            counted.lengths[*at] += 1;
            counted.add(&mut places, word, *at);
        });
    }
    for (at, word) in &joined {
        counted.add(&mut places, word, *at);
    }
    counted
}

impl UsualLengths {
    /// Those of all entries.
    #[expect(clippy::cast_precision_loss, reason = "a mean of lengths needs no more than 24 bits")]
    pub(super) fn of(all: &[Counted]) -> Self {
        let mut usual = [1.0; Weight::COUNT];
        for (at, usual) in usual.iter_mut().enumerate() {
            let lengths =
                all.iter().map(|counted| u64::from(counted.lengths[at])).filter(|length| *length > 0);
            let (count, sum) = lengths.fold((0_u64, 0_u64), |(count, sum), length| (count + 1, sum + length));
            if count > 0 {
                *usual = sum as f32 / count as f32;
            }
        }
        Self(usual)
    }
}

const ALL: [Weight; Weight::COUNT] = [
    Weight::Title,
    Weight::OtherName,
    Weight::Summary,
    Weight::Wording,
    Weight::OtherLanguage,
    Weight::History,
    Weight::Text,
    Weight::Aside,
];

impl Counted {
    /// Counts a word; `places` says where its counts stand.
    fn add<'w>(&mut self, places: &mut foldhash::HashMap<&'w str, usize>, word: &'w str, at: usize) {
        let place = *places.entry(word).or_insert_with(|| {
            self.words.push_str(word);
            self.words.push(' ');
            self.counts.push([0; Weight::COUNT]);
            self.counts.len() - 1
        });
        self.counts[place][at] += 1;
    }

    /// Each word with what it says of the entry: from 1 to 63.
    #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
    pub(super) fn impacts(&self, usual: &UsualLengths, likely: f32) -> impl Iterator<Item = (&str, u8)> {
        let dilutions = ALL.map(|weight| {
            let longer = self.lengths[weight as usize] as f32 / usual.0[weight as usize];
            weight.factor() / (1.0 - weight.dilution() + weight.dilution() * longer)
        });
        self.words.split(' ').zip(&self.counts).map(move |(word, counts)| {
            let weighed: f32 =
                counts.iter().zip(dilutions).map(|(count, factor)| *count as f32 * factor).sum();
            let saturated = weighed * (SATURATION + 1.0) / (weighed + SATURATION);
            (word, small(likely * (saturated + PRESENCE)))
        })
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 63")]
fn small(impact: f32) -> u8 {
    let most = (VALUES - 1) as f32;
    (impact / MOST * most).round().clamp(1.0, most) as u8
}
