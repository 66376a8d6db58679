//! Which values of indicators the plan has already. Each is compared by itself: another one may come later, or in another file.

use super::ground::Ground;
use crate::decimal::Decimal;
use crate::facts::{IndicatorIx, Measurement, measurements};
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::reporting_requests::value_in;
use crate::update_file::SaidValue;

/// What the plan has for the period of a value.
pub(super) enum KnownNumber {
    /// No value.
    None,
    /// The same one, in the file at this path.
    Same(String),
    /// Another one.
    Other {
        /// The title of the indicator.
        indicator: String,
        /// The value with its period.
        now: String,
        /// The path of its file.
        path: String,
        /// The agencies that reported it, where an update has it.
        by: Vec<String>,
    },
}

impl Ground<'_> {
    /// What the plan, as it is shown to who answered, has for the period of a value.
    pub(super) fn known_number(&self, item: Ix<Item>, said: &SaidValue) -> KnownNumber {
        self.in_plan(item, said).unwrap_or(KnownNumber::None)
    }

    fn in_plan(&self, item: Ix<Item>, said: &SaidValue) -> Option<KnownNumber> {
        let (shown, plan) = (self.shown(item)?, &self.context.published.plan);
        let measured = &plan.items.at(shown).document.measured;
        let place = measured.iter().position(|known| known.id.value == said.indicator)?;
        let period = self.period(&said.period)?;
        let values = measurements(plan, IndicatorIx { item: shown, place }, self.context.facts.as_of);
        let is_of = |known: &&Measurement<'_>| {
            (known.period().earliest, known.period().latest) == (period.earliest, period.latest)
        };
        let known = values.iter().find(is_of)?;
        let path = match known {
            Measurement::Update(update, _) => plan.updates.at(*update).document.record.path.clone(),
            Measurement::Row(file, _) => plan.attachments.at(*file).document.path.clone(),
        };
        let by = match known {
            Measurement::Update(update, _) => agencies(plan, *update),
            Measurement::Row(..) => Vec::new(),
        };
        let number = Decimal::parse(&said.number).ok()?;
        Some(match known.value().compare(&number).is_eq() {
            true => KnownNumber::Same(path),
            false => KnownNumber::Other {
                indicator: measured[place].title.clone(),
                now: value_in(&known.period().text, &known.value().text),
                path,
                by,
            },
        })
    }

    /// A value of the file at a path that an answer does not have, with the name of its indicator; and what the answer has instead.
    pub(super) fn withdrawn(&self, path: &str, item: Ix<Item>, said: &[SaidValue]) -> Option<[String; 2]> {
        let updates = self.plan.items.at(item).updates.iter().map(|ix| &self.plan.updates.at(*ix).document);
        let update = updates.into_iter().find(|update| self.path_of(&update.id) == Some(path))?;
        let gone = update.values.iter().find(|value| {
            let is_its = |own: &&SaidValue| {
                own.indicator == value.indicator.value && own.period == value.period.value.text
            };
            !said.iter().any(|own| is_its(&own))
        })?;
        let measured = self.plan.items.at(item).document.measured.iter();
        let title = measured.into_iter().find(|known| known.id.value == gone.indicator.value)?.title.as_str();
        let named = |value: String| format!("{title}, {value}");
        let instead = said.iter().find(|own| own.indicator == gone.indicator.value);
        let own = instead.map_or_else(|| "–".to_owned(), |own| named(value_in(&own.period, &own.number)));
        Some([own, named(value_in(&gone.period.value.text, &gone.value.text))])
    }
}

/// The ids of the agencies that an update is of.
pub(super) fn agencies(plan: &Plan, update: Ix<Update>) -> Vec<String> {
    let by = plan.updates.at(update).by.iter();
    by.map(|agency| plan.agencies.at(*agency).document.id.clone()).collect()
}
