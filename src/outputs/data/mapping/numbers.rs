//! Indicators with numbers, and milestones, as data.

use super::mapper::Mapper;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::facts::{IndicatorIx, ItemDay, Measurement, measurements};
use crate::outputs::data::types::{
    IndicatorData, IsoDay, MilestoneData, NewTargetData, NumberData, NumberKind, ValueData, Word,
};
use crate::parse::{Milestone, PeriodValue};
use crate::plan::{self, Index as _, Ix};
use crate::vocabulary::Audience;

impl Mapper<'_> {
    /// The indicators of an item that have numbers.
    pub(in crate::outputs::data) fn indicators(self, item: Ix<plan::Item>) -> Vec<IndicatorData> {
        let places = 0..self.plan().items.at(item).measured.len();
        places.filter_map(|place| self.indicator(IndicatorIx { item, place })).collect()
    }

    fn indicator(self, ix: IndicatorIx) -> Option<IndicatorData> {
        let (plan, as_of) = (self.plan(), self.context.published.as_of);
        let facts = &self.context.facts;
        let indicator = facts.indicator(plan, ix)?;
        let mut numbers: Vec<(&Date, NumberData)> = Vec::new();
        let written = |kind| move |it: &PeriodValue| number(kind, &it.period.value, &it.value, it.audience);
        let baseline = indicator.baseline.iter();
        numbers.extend(baseline.map(|it| (&it.period.value, written(NumberKind::Baseline)(it))));
        let values = measurements(plan, ix, as_of);
        numbers.extend(values.iter().map(|value| (value.period(), self.measured(value))));
        let target = |it| {
            let update = facts.change_behind(ix, it).map(|change| self.update_id(change.update));
            NumberData { update, ..written(NumberKind::Target)(it) }
        };
        numbers.extend(indicator.targets.iter().map(|it| (&it.period.value, target(it))));
        numbers.sort_by_key(|(period, _)| period.latest);
        Some(IndicatorData {
            item: self.item_id(ix.item),
            id: indicator.id.value.clone(),
            title: indicator.title.clone(),
            unit: indicator.unit.clone(),
            aim: indicator.aim.map(Word),
            numbers: numbers.into_iter().map(|(_, number)| number).collect(),
            internal: indicator.audience == Audience::Internal,
        })
    }

    fn measured(self, value: &Measurement<'_>) -> NumberData {
        let (update, source, audience) = match value {
            Measurement::Update(ix, measured) => (Some(self.update_id(*ix)), None, measured.audience),
            Measurement::Row(_, row) => (None, row.source.clone(), Audience::Public),
        };
        NumberData {
            note: value.note().map(str::to_owned),
            is_break: value.is_break(),
            update,
            source,
            ..number(NumberKind::Value, value.period(), value.value(), audience)
        }
    }

    /// The values of an update whose indicators the site has.
    pub(super) fn values(self, ix: Ix<plan::Update>) -> Vec<ValueData> {
        let plan = self.plan();
        let values = plan.updates.at(ix).document.values.iter().enumerate();
        let known = values.filter_map(|(place, value)| Some((plan.indicator_of(ix, place)?, value)));
        known
            .map(|(of, value)| ValueData {
                item: self.item_id(of.item),
                indicator: value.indicator.value.clone(),
                period: value.period.value.text.clone(),
                value: value.value.text.clone(),
                note: value.note.clone(),
                is_break: value.is_break,
                internal: value.audience == Audience::Internal,
            })
            .collect()
    }

    /// The targets that an update sets in the place of others.
    pub(super) fn new_targets(self, ix: Ix<plan::Update>) -> Vec<NewTargetData> {
        let plan = self.plan();
        let new = plan.updates.at(ix).document.new_targets.iter().enumerate();
        let found = new.filter_map(|(place, new)| {
            let of = plan.indicator_of_target(ix, place)?;
            let changes = self.context.facts.target_changes(of);
            let change = changes.iter().find(|it| (it.update, it.place) == (ix, place))?;
            let from = change.from.as_ref()?;
            Some(NewTargetData {
                item: self.item_id(of.item),
                indicator: new.indicator.value.clone(),
                period: change.to.period.value.text.clone(),
                value: change.to.value.text.clone(),
                instead_of: from.period.value.text.clone(),
                was: from.value.text.clone(),
                internal: new.target.audience == Audience::Internal,
            })
        });
        found.collect()
    }

    /// The milestones of an item.
    pub(super) fn milestones(self, item: Ix<plan::Item>) -> Vec<MilestoneData> {
        let day = self.context.facts.day_of(item);
        let milestones = self.plan().items.at(item).document.milestones.iter();
        milestones.map(|it| milestone(day, it)).collect()
    }
}

fn milestone(day: ItemDay, milestone: &Milestone) -> MilestoneData {
    let state = day.milestone(milestone);
    let is_known = day.is_known_of(milestone);
    MilestoneData {
        id: milestone.id.value.clone(),
        title: milestone.title.clone(),
        state,
        due: milestone.due.as_ref().map(|due| (&due.value).into()),
        done: milestone.done.as_ref().filter(|_| state.is_done()).map(|done| (&done.value).into()),
        url: milestone.url.clone().filter(|_| is_known),
        note: milestone.note.clone().filter(|_| is_known),
        internal: milestone.audience == Audience::Internal,
    }
}

fn number(kind: NumberKind, period: &Date, value: &Decimal, audience: Audience) -> NumberData {
    NumberData {
        kind,
        period: period.text.clone(),
        from: IsoDay::new(period.earliest),
        until: IsoDay::new(period.latest),
        value: value.text.clone(),
        note: None,
        is_break: false,
        update: None,
        source: None,
        internal: audience == Audience::Internal,
    }
}
