//! What a file says of itself, whether it is a page or not: whom it is for, the day, the terms.

use super::builder::ViewBuilder;
use super::period_notes::{ended_note, not_adopted_note};
use crate::date::Date;
use crate::vocabulary::Audience;

impl ViewBuilder<'_> {
    /// That the plan does not hold on the day: not yet, or no longer.
    pub fn period_note(&self) -> Option<String> {
        let (plan, day, words) = (self.plan(), self.as_of(), self.messages());
        not_adopted_note(plan, day, words).or_else(|| ended_note(plan, day, words))
    }

    /// Whether only the internal site has what is called so: a path, or the id of a short update.
    pub fn is_internal(&self, name: &str) -> bool {
        let published = &self.context.published;
        published.audience == Audience::Internal && published.internal.names.contains(name)
    }

    /// "As of 24 November 2026", for files that are no pages; on the internal site with the words of its banner.
    pub fn as_of_note(&self) -> String {
        let day = self.date(&Date::day(self.as_of())).text;
        let as_of = self.messages().with("as-of", &[("date", &day)]);
        match self.context.published.audience {
            Audience::Internal => self.messages().stopped(&[self.word("internal-banner"), as_of]),
            Audience::Public => as_of,
        }
    }

    /// The terms of the plan's text, for files that are no pages.
    pub fn licence_note(&self) -> Option<String> {
        let licence = self.context.licence()?;
        Some(self.messages().labelled(&self.word("licence"), licence))
    }
}
