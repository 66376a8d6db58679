//! How much of a book is translated.

use super::records::{State, TranslatedRecord};
use crate::translation::Role;

/// How many texts there are, and how many of them are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Texts that are to be translated.
    pub texts: usize,
    /// Those that are, or that are the same in both languages.
    pub translated: usize,
    /// Those of them whose original changed since.
    pub outdated: usize,
    /// Those of them of which nothing says what they were made from.
    pub untracked: usize,
    /// Titles of documents elsewhere, which are not among the texts: they may stay as their authors wrote them.
    pub titles: usize,
    /// Those of them that are translated.
    pub translated_titles: usize,
}

impl Count {
    /// Those that are not translated.
    pub fn missing(self) -> usize {
        self.texts - self.translated
    }

    fn add(&mut self, other: Self) {
        self.texts += other.texts;
        self.translated += other.translated;
        self.outdated += other.outdated;
        self.untracked += other.untracked;
        self.titles += other.titles;
        self.translated_titles += other.translated_titles;
    }
}

/// How much of a book is translated into a language, by kind of record.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The kinds of record in the order in which they come, with the number of records.
    pub kinds: Vec<(&'static str, usize, Count)>,
    /// All of them.
    pub all: Count,
}

/// Counts the texts of records.
pub fn coverage(records: &[TranslatedRecord]) -> Coverage {
    let mut coverage = Coverage::default();
    for record in records {
        let count = count(record);
        coverage.all.add(count);
        let kind = record.source.schema;
        match coverage.kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((_, records, all)) => {
                *records += 1;
                all.add(count);
            }
            None => coverage.kinds.push((kind, 1, count)),
        }
    }
    coverage
}

fn count(record: &TranslatedRecord) -> Count {
    let mut count = Count::default();
    for field in record.fields.iter().filter(|field| matches!(field.role, Role::Title | Role::KnownTitle)) {
        count.titles += 1;
        count.translated_titles += usize::from(field.state != State::Missing);
    }
    for field in record.fields.iter().filter(|field| field.role == Role::Words) {
        count.texts += 1;
        count.translated += usize::from(field.state != State::Missing);
        count.outdated += usize::from(field.state == State::Outdated);
        count.untracked += usize::from(field.state == State::Untracked);
    }
    count
}
