//! The words that a text has before numbers: any word that stands at the beginning of lines with rising numbers is one of a level.

use std::collections::{BTreeMap, BTreeSet};

use super::code_series;
use super::decisions::{Decisions, Level};
use super::grown_codes;
use super::level_names::LevelNames;
use super::lines::SourceLine;
use super::marker;
use super::style::NumberStyle;

/// The words and the codes of the levels of a text.
pub(super) fn of(lines: &[SourceLine], decisions: &Decisions) -> LevelNames {
    let mut numbers: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
    for line in lines {
        if let Some((word, number)) = marker::word_before_number(&line.text) {
            numbers.entry(word).or_default().push(number);
        }
    }
    let mut words: BTreeSet<String> =
        numbers.into_iter().filter(|(_, numbers)| rises(numbers)).map(|(word, _)| word).collect();
    for level in [&decisions.areas, &decisions.items, &decisions.parts] {
        if let Level::Is(NumberStyle::Named(word)) = level {
            words.insert(word.clone());
        }
    }
    LevelNames { words, codes: grown_codes::of(lines), series: Some(code_series::of(lines)) }
}

/// Whether numbers count something: there are two at least, the first is a 1, and nearly all are the next after one before.
fn rises(numbers: &[Vec<u32>]) -> bool {
    let first = numbers.first().and_then(|number| number.last());
    let steps = numbers.windows(2).filter(|pair| follows(&pair[0], &pair[1])).count();
    numbers.len() >= 2 && first == Some(&1) && steps * 4 >= (numbers.len() - 1) * 3
}

fn follows(before: &[u32], number: &[u32]) -> bool {
    let next = match (before.last(), number.last()) {
        (Some(before), Some(number)) => *number == before + 1 || *number == 1,
        _ => false,
    };
    next && before != number && before.len() == number.len()
}
