//! How the targets of an indicator were changed by updates until a day.
//!
//! The item says what was first to be reached. An update with `new-targets` replaces one of the targets from its date on, so
//! that a site of an earlier day shows the target of that day.

use super::indicators::IndicatorIx;
use crate::date::{Date, Day};
use crate::parse::{Indicator, PeriodValue};
use crate::plan::{Index as _, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::Audience;

/// An indicator with the targets that hold on a day, and how they came about.
#[derive(Debug, Clone)]
pub struct TargetHistory {
    /// The indicator, with these targets in order of time.
    pub indicator: Indicator,
    /// Each change of a target, oldest first.
    pub changes: Vec<TargetChange>,
}

/// A change of a target by an update.
#[derive(Debug, Clone)]
pub struct TargetChange {
    /// The update that says so.
    pub update: Ix<Update>,
    /// The place in its list.
    pub place: usize,
    /// The target that held before; `None` where there was none for the period that it names.
    pub from: Option<PeriodValue>,
    /// The target that holds from then on.
    pub to: PeriodValue,
    /// Whether the update was corrected, so that this does not count.
    pub corrected: bool,
}

impl TargetChange {
    /// Whether it counts: it replaced a target, and nobody corrected it.
    pub fn counts(&self) -> bool {
        self.from.is_some() && !self.corrected
    }

    /// Whether period and number are as they were.
    pub fn changes_nothing(&self) -> bool {
        self.from.as_ref().is_some_and(|from| {
            same(&from.period.value, &self.to.period.value) && from.value.compare(&self.to.value).is_eq()
        })
    }
}

impl TargetHistory {
    /// The targets of an indicator as they were known on a day; `None` where no update has changed any.
    pub fn on(plan: &Plan, ix: IndicatorIx, as_of: Day) -> Option<Self> {
        let written = plan.indicator(ix)?;
        let measured = plan.items.at(ix.item).measured.get(ix.place)?;
        if measured.new_targets.is_empty() {
            return None;
        }
        let mut history = Self { indicator: written.clone(), changes: Vec::new() };
        for (update, place) in measured.new_targets.iter().copied() {
            let document = &plan.updates.at(update).document;
            let happened = document.date.value.earliest <= as_of && is_known(document, as_of);
            let Some(new) = document.new_targets.get(place).filter(|_| happened) else { continue };
            let targets = &mut history.indicator.targets;
            let found = targets.iter_mut().find(|it| same(&it.period.value, &new.replaces().value));
            let mut to = new.target.clone();
            if document.record.audience == Audience::Internal {
                to.audience = Audience::Internal;
            }
            let from = found.as_deref().cloned();
            let change =
                TargetChange { update, place, from, to, corrected: plan.is_corrected(update, as_of) };
            if let (Some(target), true) = (found, change.counts()) {
                *target = change.to.clone();
            }
            history.changes.push(change);
        }
        let targets = &mut history.indicator.targets;
        targets.sort_by_key(|it| (it.period.value.latest, it.period.value.earliest));
        (!history.changes.is_empty()).then_some(history)
    }
}

/// Two ways to write one period are one period.
fn same(a: &Date, b: &Date) -> bool {
    (a.earliest, a.latest) == (b.earliest, b.latest)
}
