//! What is said of dates in words: what the calendar says of an item, how old the newest report is, and when something existed.

use super::builder::ViewBuilder;
use crate::date::Date;
use crate::facts::{Freshness, Schedule};
use crate::parse::Validity;
use crate::plan::{Item, Ix};
use crate::vocabulary::Status;

impl ViewBuilder<'_> {
    /// What the calendar says, as a key and in words.
    pub fn schedule(&self, ix: Ix<Item>) -> (String, String) {
        let words = self.messages();
        let dated = |key: &str, due: &Date| words.with(key, &[("date", &self.date(due).text)]);
        let counted =
            |key: &str, due: &Date, days: i64| words.count(key, days).replace("{date}", &self.date(due).text);
        let facts = self.context.facts_of(ix);
        let key = facts.schedule.word();
        let text = match &facts.schedule {
            Schedule::NoDate => words.get("schedule-no-date").to_owned(),
            Schedule::NoDayYet { text, .. } => words.with("schedule-no-day-yet", &[("text", text)]),
            Schedule::NotDue { due } => dated("schedule-not-due", due),
            Schedule::DueSoon { due } => dated("schedule-due-soon", due),
            // When the plan has ended it gets no later, so nothing is said of today.
            Schedule::Overdue { due, days } if self.context.facts.ended.is_some() => {
                counted("schedule-overdue-at-end", due, *days)
            }
            Schedule::Overdue { due, days } => counted("schedule-overdue", due, *days),
            Schedule::DoneOnTime { due } => dated("schedule-done-on-time", due),
            Schedule::DoneLate { due, days } => counted("schedule-done-late", due, *days),
            Schedule::Missed { due } => dated("schedule-missed", due),
            Schedule::Done { due } => dated("schedule-done", due),
            Schedule::Ended { due } => dated("schedule-ended", due),
            Schedule::EndedInWords { text } => words.with("schedule-ended-in-words", &[("text", text)]),
            Schedule::PlanEnded { due } => dated("schedule-plan-ended", due),
            Schedule::OfParts { due, .. } => dated("schedule-of-parts", due),
        };
        match facts.slips.times {
            0 => (key.to_owned(), text),
            times => (
                key.to_owned(),
                words.clauses(&[
                    text,
                    words.count("schedule-slipped", i64::try_from(times).unwrap_or(i64::MAX)),
                ]),
            ),
        }
    }

    /// How old the newest report is, as a key and in words.
    pub fn freshness(&self, ix: Ix<Item>) -> (String, String) {
        let words = self.messages();
        let dated = |key: &str, last: &Date, age: &str| {
            words.with(key, &[("date", &self.date(last).text), ("age", age)])
        };
        let (key, text) = match &self.context.facts_of(ix).freshness {
            // Something is known, and nothing was reported: a meeting was announced.
            Freshness::Never if self.context.facts_of(ix).counted_status() == Some(Status::NotStated) => {
                ("never", words.get("freshness-announced").to_owned())
            }
            Freshness::Never => ("never", words.get("freshness-never").to_owned()),
            Freshness::Unpaced { last, days } => {
                ("unpaced", dated("freshness-unpaced", last, &self.age(*days)))
            }
            Freshness::Fresh { last } => ("fresh", dated("freshness-fresh", last, "")),
            Freshness::Due { last } => ("due", dated("freshness-due", last, "")),
            Freshness::Stale { last, days } => ("stale", dated("freshness-stale", last, &self.age(*days))),
        };
        (key.to_owned(), text)
    }

    /// An age in words: days, then months, then years.
    pub fn age(&self, days: i64) -> String {
        match days {
            ..60 => self.messages().count("age-days", days),
            60..730 => self.messages().count("age-months", days / 30),
            _ => self.messages().count("age-years", days * 400 / 146_097),
        }
    }

    /// From when to when something existed, in words.
    pub fn valid(&self, valid: &Validity) -> Option<String> {
        let word = |key: &str, date: &Date| self.messages().with(key, &[("date", &self.date(date).text)]);
        let from = valid.from.as_ref().map(|date| word("valid-from", date));
        let to = valid.to.as_ref().map(|date| word("valid-to", date));
        match (from, to) {
            (Some(from), Some(to)) => Some(self.messages().in_a_row(&[from, to])),
            (from, to) => from.or(to),
        }
    }
}
