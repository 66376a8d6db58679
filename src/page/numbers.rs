//! Numbers as a page shows them, and where they stand on it.

use super::builder::ViewBuilder;
use super::views::{LinkView, NewTargetView, ValueView};
use crate::decimal::Decimal;
use crate::facts::{IndicatorIx, TargetChange};
use crate::parse::Indicator;
use crate::plan::{Index as _, Ix, RecordIx, Update};
use crate::render::NumberFormat;
use crate::vocabulary::Audience;

impl ViewBuilder<'_> {
    /// A number with its unit, as the language of the site writes it.
    pub fn amount(&self, number: &Decimal, unit: Option<&str>) -> String {
        NumberFormat::of(self.context.config.language()).with_unit(number, unit)
    }

    /// A number without its unit.
    pub fn bare_amount(&self, number: &Decimal) -> String {
        NumberFormat::of(self.context.config.language()).number(number)
    }

    /// An indicator on the page of its item.
    pub fn indicator_link(&self, ix: IndicatorIx) -> LinkView {
        let Some(indicator) = self.plan().indicator(ix) else {
            return self.link(RecordIx::Item(ix.item));
        };
        let page = self.record_href(RecordIx::Item(ix.item));
        LinkView {
            href: format!("{page}#{}", indicator_anchor(&indicator.id.value)),
            text: indicator.title.clone(),
        }
    }

    /// The values of an update that are of certain indicators, in the order in which it gives them. Those of indicators that
    /// this site does not have are not there.
    pub(super) fn values(&self, ix: Ix<Update>, shown: impl Fn(IndicatorIx) -> bool) -> Vec<ValueView> {
        let plan = self.plan();
        let values = &plan.updates.at(ix).document.values;
        let found = values.iter().enumerate().filter_map(|(place, value)| {
            let of = plan.indicator_of(ix, place).filter(|of| shown(*of))?;
            let indicator = plan.indicator(of)?;
            let internal = value.audience == Audience::Internal || indicator.audience == Audience::Internal;
            Some(ValueView {
                indicator: self.indicator_link(of),
                period: self.date(&value.period.value),
                value: self.amount(&value.value, indicator.unit.as_deref()),
                note: value.note.clone(),
                internal,
            })
        });
        found.collect()
    }

    /// The targets that an update sets, of certain indicators.
    pub(super) fn new_targets(
        &self,
        ix: Ix<Update>,
        shown: impl Fn(IndicatorIx) -> bool,
    ) -> Vec<NewTargetView> {
        let plan = self.plan();
        let places = 0..plan.updates.at(ix).document.new_targets.len();
        let found = places.filter_map(|place| {
            let of = plan.indicator_of_target(ix, place).filter(|of| shown(*of))?;
            let indicator = plan.indicator(of)?;
            let mut changes = self.context.facts.target_changes(of).iter();
            let change = changes.find(|it| (it.update, it.place) == (ix, place))?;
            let hidden = [change.to.audience, indicator.audience].contains(&Audience::Internal);
            Some(NewTargetView {
                indicator: self.indicator_link(of),
                text: self.target_change("indicator-new-target", indicator, change)?,
                internal: hidden,
            })
        });
        found.collect()
    }

    /// A change of a target in words; `None` where it replaced none.
    pub fn target_change(&self, key: &str, indicator: &Indicator, change: &TargetChange) -> Option<String> {
        let unit = indicator.unit.as_deref();
        let (from, to) = (change.from.as_ref()?, &change.to);
        let amounts = (self.amount(&from.value, unit), self.amount(&to.value, unit));
        let periods = (self.date(&from.period.value).text, self.date(&to.period.value).text);
        let words: [(&str, &str); 4] =
            [("was", &amounts.0), ("before", &periods.0), ("value", &amounts.1), ("period", &periods.1)];
        Some(self.messages().with(key, &words))
    }
}

/// The id of the heading of an indicator on the page of its item.
pub(crate) fn indicator_anchor(id: &str) -> String {
    format!("page_indicator-{id}")
}

/// The id of the place of a milestone on the page of its item.
pub(crate) fn milestone_anchor(id: &str) -> String {
    format!("page_milestone-{id}")
}
