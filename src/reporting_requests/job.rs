//! What the requests are made from.

use std::collections::BTreeSet;

use crate::date::{Date, Day};
use crate::page::ViewBuilder;
use crate::plan::{Agency, Index as _, Ix};

/// What the requests are made from.
pub(super) struct Job<'a> {
    pub(super) builder: ViewBuilder<'a>,
    pub(super) period: &'a Date,
    /// The names of files that were given so far, and the ids of updates that are there.
    pub(super) taken: BTreeSet<String>,
}

impl Job<'_> {
    pub(super) fn as_of(&self) -> Day {
        self.builder.as_of()
    }

    pub(super) fn id(&self, agency: Ix<Agency>) -> &str {
        &self.builder.plan().agencies.at(agency).document.id
    }

    /// An agency's name, with its country where that is known.
    pub(super) fn name(&self, agency: Ix<Agency>) -> String {
        let (name, party) = (self.builder.texts().title(agency), self.builder.texts().party(agency));
        match party {
            Some(party) if !name.contains(party) => self.builder.messages().noted(name, party),
            _ => name.to_owned(),
        }
    }

    pub(super) fn word<'a>(&'a self, key: &'a str) -> &'a str {
        self.builder.messages().get(key)
    }

    pub(super) fn with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.builder.messages().with(key, values)
    }

    pub(super) fn count(&self, key: &str, count: usize) -> String {
        self.builder.messages().count(key, i64::try_from(count).unwrap_or(i64::MAX))
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.builder.date(&Date::day(day)).text
    }
}
