//! What the requests are made from.

use std::collections::BTreeSet;

use crate::date::{Date, Day};
use crate::facts::CurrentStatus;
use crate::page::ViewBuilder;
use crate::plan::{Agency, Index as _, Item, Ix, Plan, Update};

/// What the requests are made from.
pub(super) struct Job<'a> {
    pub(super) builder: ViewBuilder<'a>,
    /// The same in the other languages of the site.
    pub(super) languages: Vec<ViewBuilder<'a>>,
    pub(super) period: &'a Date,
    /// The names of files that were given so far, and the ids of updates that are there.
    pub(super) taken: BTreeSet<String>,
}

impl<'a> Job<'a> {
    /// The plan in all languages that are asked in, that of the book first.
    pub(super) fn all(&self) -> impl Iterator<Item = &ViewBuilder<'a>> {
        std::iter::once(&self.builder).chain(&self.languages)
    }

    /// The date of an answer that says none: no day that is still to come, and none on which the agency did not exist.
    pub(super) fn day_of_answers(&self, agency: Ix<Agency>) -> Day {
        let valid = &self.builder.plan().agencies.at(agency).document.valid;
        let day = self.period.latest.min(self.as_of());
        match valid.from.as_ref().is_some_and(|from| from.earliest > day) {
            true => self.as_of(),
            false => day,
        }
    }

    pub(super) fn as_of(&self) -> Day {
        self.builder.as_of()
    }

    pub(super) fn id(&self, agency: Ix<Agency>) -> &str {
        &self.builder.plan().agencies.at(agency).document.id
    }

    /// The status of an item as an agency knows it.
    pub(super) fn status_for(&self, item: Ix<Item>, agency: Ix<Agency>) -> &'a CurrentStatus {
        self.builder.context.facts.status_for(&self.builder.context.published.plan, item, agency)
    }

    /// The newest report on an item that counts for an agency.
    pub(super) fn newest_report(&self, item: Ix<Item>, agency: Ix<Agency>) -> Option<Ix<Update>> {
        self.builder.context.facts.newest_report_for(self.builder.plan(), item, agency)
    }

    /// An agency's name, with its country where that is known.
    pub(super) fn name(&self, agency: Ix<Agency>) -> String {
        name_in(&self.builder, agency)
    }

    pub(super) fn word<'w>(&'w self, key: &'w str) -> &'w str {
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

/// An agency's name in the language of a builder, with its country where that is known.
pub fn name_in(builder: &ViewBuilder<'_>, agency: Ix<Agency>) -> String {
    let (name, party) = (builder.texts().title(agency), builder.texts().party(agency));
    match party {
        Some(party) if !name.contains(party) => builder.messages().noted(name, party),
        _ => name.to_owned(),
    }
}

/// The names that a new update file must not have.
pub(super) fn ids_of_updates(plan: &Plan) -> BTreeSet<String> {
    let documents = plan.updates.iter().map(|update| &update.document);
    documents
        .flat_map(|document| {
            let aliases = document.record.aliases.iter().map(|alias| alias.value.clone());
            aliases.chain([document.id.clone()])
        })
        .collect()
}
