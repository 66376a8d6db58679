//! Targets, baselines and values of indicators that are others.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::Day;
use crate::decimal::Decimal;
use crate::diff::changes::{Changes, IndicatorChange, Named};
use crate::diff::comparison::Comparison;
use crate::facts::{IndicatorIx, Measurement, TargetChange, TargetHistory, measurements};
use crate::parse::{Figure, Indicator, PeriodValue};
use crate::plan::{Index as _, Item, Ix, Plan};

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    let (before, after) = (comparison.before.plan(), comparison.after.plan());
    for (pair, old, new) in comparison.items() {
        let (olds, news) = (&before.items.at(old).document.measured, &after.items.at(new).document.measured);
        if olds.is_empty() && news.is_empty() {
            continue;
        }
        let mut lines = Lines { item: pair.new.named(), indicator: String::new(), found: Vec::new() };
        for (place, indicator) in news.iter().enumerate() {
            lines.indicator.clone_from(&indicator.id.value);
            let was = olds.iter().position(|other| other.id.value == indicator.id.value);
            match was {
                None => lines.add("indicator", None, (None, Some(indicator.title.clone())), None),
                Some(at) => {
                    let old = (before, IndicatorIx { item: old, place: at });
                    let new = (after, IndicatorIx { item: new, place });
                    lines.written(&olds[at], indicator);
                    lines.targets((old, &olds[at]), (new, indicator), comparison.as_of);
                    lines.values(old, new, comparison.as_of);
                }
            }
        }
        for gone in olds.iter().filter(|old| !news.iter().any(|new| new.id.value == old.id.value)) {
            lines.indicator.clone_from(&gone.id.value);
            lines.add("indicator", None, (Some(gone.title.clone()), None), None);
        }
        changes.indicators.extend(lines.found);
    }
}

struct Lines {
    item: Named,
    indicator: String,
    found: Vec<IndicatorChange>,
}

type Texts = (Option<String>, Option<String>);

impl Lines {
    fn add(&mut self, what: &'static str, period: Option<&str>, (from, to): Texts, update: Option<String>) {
        let (item, indicator, period) =
            (self.item.clone(), self.indicator.clone(), period.map(str::to_owned));
        self.found.push(IndicatorChange { item, indicator, what, period, from, to, update });
    }

    fn differs(&mut self, what: &'static str, texts: Texts) {
        if texts.0 != texts.1 {
            self.add(what, None, texts, None);
        }
    }

    /// What stands in the item itself.
    fn written(&mut self, old: &Indicator, new: &Indicator) {
        self.differs("title", (Some(old.title.clone()), Some(new.title.clone())));
        self.differs("unit", (old.unit.clone(), new.unit.clone()));
        let aim = |it: &Indicator| it.aim.map(|aim| aim.word().to_owned());
        self.differs("aim", (aim(old), aim(new)));
        let baseline = |it: &Indicator| it.baseline.as_ref().map(in_words);
        self.differs("baseline", (baseline(old), baseline(new)));
    }

    /// What is to be reached: the targets that hold, and the update that changed one.
    fn targets(
        &mut self,
        (old, old_written): ((&Plan, IndicatorIx), &Indicator),
        (new, new_written): ((&Plan, IndicatorIx), &Indicator),
        as_of: Day,
    ) {
        let history = |(plan, ix): (&Plan, IndicatorIx)| TargetHistory::on(plan, ix, as_of);
        let (olds, news) = (history(old), history(new));
        let old = olds.as_ref().map_or(old_written, |history| &history.indicator);
        let now = news.as_ref().map_or(new_written, |history| &history.indicator);
        let changes = || news.iter().flat_map(|history| history.changes.iter().rev());
        for (period, from, to) in moved_targets(old, now) {
            let text = |value: Option<&Decimal>| value.map(|value| value.text.clone());
            let is_of = |change: &&TargetChange| {
                let at = |it: &PeriodValue| it.period.value.text == period;
                change.counts() && (at(&change.to) || to.is_none() && change.from.as_ref().is_some_and(at))
            };
            let update = changes().find(is_of).map(|it| new.0.updates.at(it.update).document.id.clone());
            self.add("target", Some(period), (text(from), text(to)), update);
        }
    }

    /// What was measured.
    fn values(&mut self, old: (&Plan, IndicatorIx), new: (&Plan, IndicatorIx), as_of: Day) {
        let old = measurements(old.0, old.1, as_of);
        let (after, new) = (new.0, measurements(new.0, new.1, as_of));
        let key = |value: &Measurement<'_>| (value.period().latest, value.period().earliest);
        let before: BTreeMap<_, _> = old.iter().map(|value| (key(value), value)).collect();
        for value in &new {
            let was = before.get(&key(value)).map(|value| value.value());
            if let (Some(Measurement::Row(_, old)), Measurement::Row(_, new)) =
                (before.get(&key(value)), value)
            {
                self.remarks(old, new);
            }
            if was.is_some_and(|was| was.text == value.value().text) {
                continue;
            }
            let update = match value {
                Measurement::Update(ix, _) => Some(after.updates.at(*ix).document.id.clone()),
                Measurement::Row(..) => None,
            };
            let texts = (was.map(|was| was.text.clone()), Some(value.value().text.clone()));
            self.add("value", Some(&value.period().text), texts, update);
        }
        let still: BTreeSet<_> = new.iter().map(key).collect();
        for value in old.iter().filter(|value| !still.contains(&key(value))) {
            let texts = (Some(value.value().text.clone()), None);
            self.add("value", Some(&value.period().text), texts, None);
        }
    }

    /// What a file of figures says of a number besides it. Of an update it is among the values of the update.
    fn remarks(&mut self, old: &Figure, new: &Figure) {
        let broken = |row: &Figure| row.is_break.then(|| "true".to_owned());
        let all = [
            ("note", (old.note.clone(), new.note.clone())),
            ("source", (old.source.clone(), new.source.clone())),
            ("break", (broken(old), broken(new))),
        ];
        for (what, texts) in all.into_iter().filter(|(_, (from, to))| from != to) {
            self.add(what, Some(&new.period.text), texts, None);
        }
    }
}

fn in_words(value: &PeriodValue) -> String {
    format!("{} in {}", value.value.text, value.period.value.text)
}

/// The targets of which one of two states has another number, or none: the period, and the number in each.
fn moved_targets<'a>(
    old: &'a Indicator,
    new: &'a Indicator,
) -> Vec<(&'a str, Option<&'a Decimal>, Option<&'a Decimal>)> {
    let days = |it: &PeriodValue| (it.period.value.latest, it.period.value.earliest);
    let olds: BTreeMap<_, _> = old.targets.iter().map(|it| (days(it), it)).collect();
    let news: BTreeMap<_, _> = new.targets.iter().map(|it| (days(it), it)).collect();
    let mut all: BTreeMap<_, (Option<&PeriodValue>, Option<&PeriodValue>)> = BTreeMap::new();
    olds.into_iter().for_each(|(days, it)| all.entry(days).or_default().0 = Some(it));
    news.into_iter().for_each(|(days, it)| all.entry(days).or_default().1 = Some(it));
    let moved = all.into_values().filter_map(|(old, new)| {
        let same = old.zip(new).is_some_and(|(old, new)| old.value.compare(&new.value).is_eq());
        let period = new.or(old)?.period.value.text.as_str();
        (!same).then_some((period, old.map(|it| &it.value), new.map(|it| &it.value)))
    });
    moved.collect()
}

/// The indicators of an item that are in both states.
pub(in crate::diff) fn in_both(
    (before, old): (&Plan, Ix<Item>),
    (after, new): (&Plan, Ix<Item>),
) -> Vec<[IndicatorIx; 2]> {
    let (olds, news) = (&before.items.at(old).document.measured, &after.items.at(new).document.measured);
    let pair = |(at, was): (usize, &Indicator)| {
        let place = news.iter().position(|is| is.id.value == was.id.value)?;
        Some([IndicatorIx { item: old, place: at }, IndicatorIx { item: new, place }])
    };
    olds.iter().enumerate().filter_map(pair).collect()
}
