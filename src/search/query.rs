//! Finds what somebody typed, with the whole index in memory. The script of the site does the same with parts of it.

use std::collections::BTreeMap;

use super::index::{Group, Index, NAME, NUMBER};
use super::letters::{folded, is_unspaced};
use super::names::folded_name;
use super::parts::telling_parts;
use super::spelling::{SHORTEST, can_be_meant, is_one_edit};
use super::words::{asked, compounds};

/// What an entry is worth that is called so.
const CALLED: f64 = 3000.0;
/// The same of its parts.
const PART: f64 = 1000.0;
/// How much less a word says that somebody may still be typing.
const BEGINNING: f64 = 0.5;
/// The same of one that differs in a letter.
const MISSPELT: f64 = 0.4;
/// With how many words it can go on.
const MOST_WORDS: usize = 100;

/// An entry that was found, by its place in the collection.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Its place.
    pub entry: usize,
    /// How well it fits: the more the better.
    pub score: f64,
}

/// What a query finds.
#[derive(Debug, Default, PartialEq)]
pub struct Answer {
    /// The entries, what fits best first.
    pub found: Vec<Found>,
    /// Whether nothing has all that was asked for, so that these have only some of it.
    pub is_partial: bool,
}

type Scores = BTreeMap<u32, f64>;

/// The entries that something leads to.
#[derive(Default)]
struct Matches {
    word: String,
    scores: Scores,
    /// Whether there are more, which the index does not keep because almost all entries have the word.
    has_more: bool,
}

impl Index {
    /// What fits best comes first. Entries that have all words are alone. Where there are none, those that have enough of what was
    /// asked for are found, those with most words first.
    pub fn find(&self, query: &str) -> Answer {
        let typed = folded(query);
        let units: Vec<&str> = typed.split_whitespace().collect();
        let is_open = !typed.ends_with(char::is_whitespace);
        let last = units.len().saturating_sub(1);
        let each = units.iter().enumerate();
        let mut found: Vec<Matches> =
            each.flat_map(|(at, unit)| self.unit(unit, is_open && at == last)).collect();
        if units.len() > 1 {
            self.add_called(&mut found, &typed);
        }
        ranked(&found)
    }

    /// What each word of one part of the query finds, which has no blank in it. Signs alone ask for nothing.
    fn unit(&self, unit: &str, is_open: bool) -> Vec<Matches> {
        let words = asked(unit);
        let last = words.len().saturating_sub(1);
        let each = words.iter().enumerate();
        let mut found: Vec<Matches> = each.map(|(at, word)| self.word(word, is_open && at == last)).collect();
        for (at, word) in compounds(unit) {
            self.add_joined(found.get_mut(at..at + 2).unwrap_or_default(), &word);
        }
        self.add_called(&mut found, unit);
        found
    }

    /// Two words that a hyphen joins are also found as one.
    fn add_joined(&self, two: &mut [Matches], word: &str) {
        let Some(group) = self.group(word) else { return };
        for matches in two {
            self.add(matches, group, 1.0);
        }
    }

    /// What is called by several words has each of them.
    fn add_called(&self, found: &mut [Matches], name: &str) {
        let called = self.called(name);
        for matches in found {
            for (place, score) in &called {
                *matches.scores.entry(*place).or_default() += score;
            }
        }
    }

    /// What is called so.
    fn called(&self, name: &str) -> Scores {
        let mut scores = Scores::new();
        let Some(name) = folded_name(name) else { return scores };
        let mut add = |group: u32, worth: f64| {
            for (place, _) in &self.groups[group as usize].postings {
                let score = scores.entry(*place).or_default();
                *score = score.max(worth);
            }
        };
        for sign in [NUMBER, NAME] {
            if let Some(group) = self.group(&format!("{sign}{name}")) {
                add(group, CALLED);
            }
        }
        let parts = format!("{NUMBER}{name}.");
        self.beginning_with(&parts).take(MOST_WORDS).for_each(|(_, group)| add(*group, PART));
        scores
    }

    /// What has a word, or what somebody may have meant by it.
    fn word(&self, word: &str, is_open: bool) -> Matches {
        let mut matches = Matches { word: word.to_owned(), ..Matches::default() };
        if let Some(group) = self.group(word) {
            self.add(&mut matches, group, 1.0);
        }
        let unspaced = word.starts_with(is_unspaced);
        let letters = word.chars().count();
        let can_go_on = if unspaced { letters == 1 } else { is_open && letters > 1 };
        if can_go_on || (matches.scores.is_empty() && !unspaced) {
            let longer = self.beginning_with(word).take(MOST_WORDS);
            longer.for_each(|(_, group)| self.add(&mut matches, *group, BEGINNING));
        }
        if matches.scores.is_empty() && !unspaced && letters >= SHORTEST {
            self.meant(word, &mut matches);
        }
        matches
    }

    /// What has a word that differs in one letter.
    fn meant(&self, word: &str, matches: &mut Matches) {
        let written: Vec<char> = word.chars().collect();
        let candidates = self.words.iter().filter(|(known, _)| can_be_meant(known));
        let close = candidates.filter(|(known, _)| is_one_edit(&written, &known.chars().collect::<Vec<_>>()));
        close.for_each(|(_, group)| self.add(matches, *group, MISSPELT));
    }

    /// Adds what a group says, or leaves what says more.
    fn add(&self, matches: &mut Matches, group: u32, factor: f64) {
        let group = &self.groups[group as usize];
        let rare = rarity(self.entries, group);
        matches.has_more |= group.of.is_some();
        for (place, impact) in &group.postings {
            let score = matches.scores.entry(*place).or_default();
            *score = score.max(factor * rare * f64::from(*impact));
        }
    }
}

/// How rare a word is among all entries.
#[expect(clippy::cast_precision_loss, reason = "a site has fewer pages than that")]
fn rarity(entries: usize, group: &Group) -> f64 {
    let (all, having) = (entries as f64, group.of.unwrap_or(group.postings.len()) as f64);
    (1.0 + (all - having + 0.5) / (having + 0.5)).ln()
}

/// Those with all words; or else those that have enough, with most words first. A word that almost all have is in each of them.
fn ranked(found: &[Matches]) -> Answer {
    let all_have_more = found.iter().all(|matches| matches.has_more);
    let (asked, others): (Vec<&Matches>, Vec<&Matches>) =
        found.iter().partition(|matches| all_have_more || !matches.has_more);
    let mut counted: BTreeMap<u32, (usize, f64)> = BTreeMap::new();
    for matches in &asked {
        for (place, score) in &matches.scores {
            let (count, sum) = counted.entry(*place).or_default();
            (*count, *sum) = (*count + 1, *sum + score);
        }
    }
    for matches in others {
        for (place, (_, sum)) in &mut counted {
            *sum += matches.scores.get(place).unwrap_or(&0.0);
        }
    }
    let is_partial = !asked.is_empty() && counted.values().all(|(count, _)| *count < asked.len());
    let parts = telling_parts(&asked, |matches| &matches.word);
    let is_kept = |place: u32, count: usize| match is_partial {
        true => is_enough(&parts, place),
        false => count == asked.len(),
    };
    let kept = counted.into_iter().filter(|(place, (count, _))| is_kept(*place, *count));
    let mut ranked: Vec<(usize, Found)> = kept
        .map(|(place, (count, score))| (count, Found { entry: place as usize, score: rounded(score) }))
        .collect();
    ranked.sort_by(|(count, a), (other, b)| {
        other.cmp(count).then(b.score.total_cmp(&a.score)).then(a.entry.cmp(&b.entry))
    });
    Answer { found: ranked.into_iter().map(|(_, found)| found).collect(), is_partial }
}

/// Whether an entry has at least half of the parts of a query: of a part two thirds of its words.
fn is_enough(parts: &[Vec<&&Matches>], place: u32) -> bool {
    let has = |part: &&Vec<&&Matches>| {
        let had = part.iter().filter(|matches| matches.scores.contains_key(&place)).count();
        3 * had >= 2 * part.len()
    };
    2 * parts.iter().filter(has).count() >= parts.len()
}

/// A score to a thousandth, so that two machines put equal ones in the same order.
fn rounded(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Collection, Entry, EntryKind, Weight};
    use super::super::index::Index;

    fn entry(number: &str, title: &str, text: &str) -> Entry {
        Entry {
            address: format!("items/{number}/index.html"),
            file: None,
            kind: 0,
            likely: 1.0,
            number: Some(number.to_owned()),
            title: title.to_owned(),
            is_title_original: false,
            status: None,
            place: None,
            numbers: vec![number.to_owned()],
            names: Vec::new(),
            excerpt: String::new(),
            original: String::new(),
            texts: vec![(Weight::Title, title.to_owned()), (Weight::Text, text.to_owned())],
            marks: Vec::new(),
        }
    }

    fn find(query: &str) -> Vec<String> {
        let entries = vec![
            entry(
                "1.1",
                "Mutual logistics support",
                "An agreement on exchanging supplies: ACSA, 物品役務相互提供協定",
            ),
            entry("1.2", "Exchanges of officers", "Each year, officers are exchanged. __proto__ constructor"),
            entry("1.2.a", "Exchanges in the north", "Each year"),
            entry("2", "Customs", "Customs officers meet on logistics"),
        ];
        let kinds = vec![EntryKind { key: "item", title: "Items".to_owned() }];
        let collection = Collection {
            language: "en".to_owned(),
            original: "en".to_owned(),
            kinds,
            filters: Vec::new(),
            entries,
        };
        let found = Index::of(&collection).find(query).found;
        found.iter().filter_map(|found| collection.entries[found.entry].number.clone()).collect()
    }

    #[test]
    fn what_has_all_words_is_found_and_the_rest_only_where_nothing_has() {
        assert_eq!(find("logistics"), ["1.1", "2"]);
        assert_eq!(find("logistics officers"), ["2"]);
        assert_eq!(find("logistics & officers"), ["2"]);
        assert_eq!(find("logistics north"), ["1.2.a", "1.1", "2"]);
        assert_eq!(find(""), Vec::<String>::new());
        assert_eq!(find("… ()"), Vec::<String>::new());
    }

    #[test]
    fn forms_beginnings_and_one_wrong_letter_are_forgiven() {
        assert_eq!(find("exchange "), ["1.2", "1.2.a", "1.1"]);
        assert_eq!(find("logist"), ["1.1", "2"]);
        assert_eq!(find("logistcs"), ["1.1", "2"]);
        assert_eq!(find("lo "), ["1.1", "2"]);
        assert_eq!(find("xyzzy"), Vec::<String>::new());
    }

    #[test]
    fn numbers_and_titles_come_first() {
        assert_eq!(find("1.2"), ["1.2", "1.2.a"]);
        assert_eq!(find("１（２）（ａ）"), ["1.2.a"]);
        assert_eq!(find("customs")[0], "2");
        assert_eq!(find("exchanges of officers"), ["1.2"]);
    }

    #[test]
    fn scripts_without_blanks_and_names_of_every_object_are_words() {
        assert_eq!(find("物品役務"), ["1.1"]);
        assert_eq!(find("協"), ["1.1"]);
        assert_eq!(find("品物"), Vec::<String>::new());
        // What is longer than what is written finds what has enough of it, and nothing where one pair of many is somewhere.
        assert_eq!(find("物品や役務の相互提供の協定"), ["1.1"]);
        assert_eq!(find("物品の輸出入と税関の手続"), Vec::<String>::new());
        assert_eq!(find("constructor"), ["1.2"]);
        assert_eq!(find("__proto__"), ["1.2"]);
    }
}
