//! The numbers of an indicator that are known on a day.

use std::cmp::Ordering;

use crate::date::{Date, Day};
use crate::decimal::Decimal;
use crate::parse::{Figure, Indicator, MeasuredValue};
use crate::plan::{Attachment, Index as _, Item, Ix, Measured, Plan, Update};
use crate::visible::is_known;

/// Which indicator of which item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct IndicatorIx {
    /// The item.
    pub item: Ix<Item>,
    /// The place among its indicators with numbers.
    pub place: usize,
}

/// A value that was measured.
#[derive(Debug, Clone, Copy)]
pub enum Measurement<'p> {
    /// An update says so.
    Update(Ix<Update>, &'p MeasuredValue),
    /// A row of a file says so.
    Row(Ix<Attachment>, &'p Figure),
}

impl<'p> Measurement<'p> {
    /// The period that it is of.
    pub fn period(&self) -> &'p Date {
        match self {
            Self::Update(_, value) => &value.period.value,
            Self::Row(_, row) => &row.period,
        }
    }

    /// The number.
    pub fn value(&self) -> &'p Decimal {
        match self {
            Self::Update(_, value) => &value.value,
            Self::Row(_, row) => &row.value,
        }
    }

    /// A remark on it.
    pub fn note(&self) -> Option<&'p str> {
        match self {
            Self::Update(_, value) => value.note.as_deref(),
            Self::Row(_, row) => row.note.as_deref(),
        }
    }

    /// Whether it was measured in another way than those before.
    pub fn is_break(&self) -> bool {
        match self {
            Self::Update(_, value) => value.is_break,
            Self::Row(_, row) => row.is_break,
        }
    }
}

impl Plan {
    /// Every indicator with numbers, in the order of the plan.
    pub fn measured(&self) -> impl Iterator<Item = IndicatorIx> + '_ {
        self.items
            .indexed()
            .flat_map(|(item, it)| (0..it.measured.len()).map(move |place| IndicatorIx { item, place }))
    }

    /// The indicator that a value of an update is of, by its place in the update.
    pub fn indicator_of(&self, update: Ix<Update>, value: usize) -> Option<IndicatorIx> {
        self.found_among(update, |measured| measured.values.contains(&(update, value)))
    }

    /// The indicator that a new target of an update is of, by its place in the update.
    pub fn indicator_of_target(&self, update: Ix<Update>, target: usize) -> Option<IndicatorIx> {
        self.found_among(update, |measured| measured.new_targets.contains(&(update, target)))
    }

    fn found_among(&self, update: Ix<Update>, is: impl Fn(&Measured) -> bool) -> Option<IndicatorIx> {
        let own = self.updates.at(update).items.iter();
        let items = own.flat_map(|ix| std::iter::once(ix).chain(&self.items.at(*ix).same_as));
        items.copied().find_map(|item| {
            let place = self.items.at(item).measured.iter().position(&is)?;
            Some(IndicatorIx { item, place })
        })
    }

    /// What was written of an indicator.
    pub fn indicator(&self, ix: IndicatorIx) -> Option<&Indicator> {
        self.items.at(ix.item).document.measured.get(ix.place)
    }
}

/// Every value of an indicator, whenever it became known: those of the file, then those of updates, oldest update first.
pub fn all_measurements(plan: &Plan, ix: IndicatorIx) -> Vec<Measurement<'_>> {
    let Some(measured) = plan.items.at(ix.item).measured.get(ix.place) else { return Vec::new() };
    let rows = measured.figures.into_iter().flat_map(|file| {
        let rows = plan.attachments.at(file).document.figures.as_deref().unwrap_or_default();
        rows.iter().map(move |row| Measurement::Row(file, row))
    });
    let own = measured.values.iter().filter_map(|(update, place)| {
        let value = plan.updates.at(*update).document.values.get(*place)?;
        Some(Measurement::Update(*update, value))
    });
    rows.chain(own).collect()
}

/// Whether a value counts on a day. That of an update does when the update is known, nobody corrected it, and its period has
/// begun; a row of a file, which has no date of its own, when its period has ended.
pub fn counts_on(plan: &Plan, value: &Measurement<'_>, as_of: Day) -> bool {
    match value {
        Measurement::Update(update, value) => {
            let document = &plan.updates.at(*update).document;
            document.date.value.earliest <= as_of
                && is_known(document, as_of)
                && !plan.is_corrected(*update, as_of)
                && value.period.value.earliest <= as_of
        }
        Measurement::Row(_, row) => row.period.latest <= as_of,
    }
}

/// The values that are known on a day, in order of time, one for each period: of two the one that was said last.
pub fn measurements(plan: &Plan, ix: IndicatorIx, as_of: Day) -> Vec<Measurement<'_>> {
    let mut known = all_measurements(plan, ix);
    known.retain(|value| counts_on(plan, value, as_of));
    // Stable: of one period, those that were said later stand behind.
    known.sort_by(|a, b| in_time(a.period(), b.period()));
    let mut kept: Vec<Measurement<'_>> = Vec::with_capacity(known.len());
    for value in known {
        match kept.last_mut() {
            Some(last) if in_time(last.period(), value.period()) == Ordering::Equal => *last = value,
            _ => kept.push(value),
        }
    }
    kept
}

fn in_time(a: &Date, b: &Date) -> Ordering {
    (a.latest, a.earliest).cmp(&(b.latest, b.earliest))
}
