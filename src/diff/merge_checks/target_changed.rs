//! What an indicator should reach, or where it begins, was edited, and no update says why: for a target one that leads from
//! exactly the old one to exactly the new one, as for a due date.

use super::explained::{Edit, is_explained};
use super::older_place::was;
use crate::date::{Date, Day};
use crate::diag::{Diagnostic, Span, code};
use crate::diff::change_kinds::indicators_in_both;
use crate::diff::comparison::Comparison;
use crate::facts::{IndicatorIx, TargetChange, TargetHistory};
use crate::parse::{Indicator, PeriodValue};
use crate::plan::{Index as _, Plan};

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let (before, after) = (comparison.before.plan(), comparison.after.plan());
    for (pair, old, new) in comparison.items() {
        let olds = &before.items.at(old).document.measured;
        if olds.is_empty() {
            continue;
        }
        let item = pair.new.called();
        for [old, new] in indicators_in_both((before, old), (after, new)) {
            let edited = Edited { comparison, item: &item, old, new };
            edited.targets(found);
        }
        if is_explained(comparison, new) {
            continue;
        }
        let news = &after.items.at(new).document.measured;
        let gone = olds.iter().filter(|old| !news.iter().any(|new| new.id.value == old.id.value));
        // Who writes numbers down promises them; an indicator without any can go.
        for old in gone.filter(|old| !old.targets.is_empty()) {
            let what = format!("the indicator `{}` of item {item} was removed", old.id.value);
            found.push(problem(comparison, &what, pair.new.record.span, old.id.span));
        }
        for [old, new] in indicators_in_both((before, old), (after, new)) {
            let (Some(was), Some(is)) = (before.indicator(old), after.indicator(new)) else { continue };
            let rest = [baseline(was, is), unit(was, is), aim(was, is)].into_iter().flatten();
            found.extend(rest.map(|(what, now, then)| {
                let what = format!("indicator `{}` of item {item}: {what}", was.id.value);
                problem(comparison, &what, now, then)
            }));
        }
    }
}

/// An indicator of both states.
struct Edited<'a> {
    comparison: &'a Comparison<'a>,
    /// What messages call its item.
    item: &'a str,
    old: IndicatorIx,
    new: IndicatorIx,
}

impl Edited<'_> {
    /// The targets that are written in the item, and are others or none now. One that comes in addition takes nothing from
    /// anybody.
    fn targets(&self, found: &mut Vec<Diagnostic>) {
        let (before, after) = (self.comparison.before.plan(), self.comparison.after.plan());
        let (Some(old), Some(new)) = (before.indicator(self.old), after.indicator(self.new)) else { return };
        let stays = |old: &&PeriodValue| new.targets.iter().any(|new| same(old, new));
        let mut edited = old.targets.iter().filter(|old| !stays(old)).peekable();
        if edited.peek().is_none() {
            return;
        }
        // What holds with effect from a later day counts too.
        let history = |plan: &Plan, ix| TargetHistory::on(plan, ix, Day::MAX);
        let (held, changes) = (history(before, self.old), history(after, self.new));
        let held = held.as_ref().map_or(old, |held| &held.indicator);
        for target in edited {
            let update = changes.as_ref().and_then(|all| self.newest(&all.changes, target));
            let of_period = new.targets.iter().find(|new| same_period(target, new));
            // A target that is for another period now is known by the update.
            let moved = || update.and_then(|it| new.targets.iter().find(|new| same(new, &it.to)));
            let edit = Edit {
                before: target,
                after: of_period.or_else(moved),
                held: held.targets.iter().find(|held| same_period(target, held)),
                update: update.map(|it| (&it.to, it.corrected)),
            };
            if !edit.is_explained(same) {
                found.push(self.unexplained(target, of_period, update, new));
            }
        }
    }

    /// The newest change of a target by an update that is new.
    fn newest<'c>(&self, changes: &'c [TargetChange], target: &PeriodValue) -> Option<&'c TargetChange> {
        let updates = &self.comparison.after.plan().updates;
        let is_of = |change: &&TargetChange| {
            let new = updates.at(change.update).document.new_targets.get(change.place);
            let replaces = new.map(|new| &new.replaces().value);
            self.comparison.new_updates.contains(&change.update)
                && replaces.is_some_and(|it| days(it) == days(&target.period.value))
        };
        changes.iter().rev().find(is_of)
    }

    fn unexplained(
        &self,
        before: &PeriodValue,
        is: Option<&PeriodValue>,
        update: Option<&TargetChange>,
        new: &Indicator,
    ) -> Diagnostic {
        let (period, id) = (&before.period.value.text, &new.id.value);
        let now = is.map_or_else(|| "was removed".to_owned(), |is| format!("is now {}", is.value.text));
        let why = update.map_or_else(
            || "no update explains the change".to_owned(),
            |change| {
                format!(
                    "the update {} does not explain that: it sets the target {} for {}",
                    self.comparison.after.plan().updates.at(change.update).document.id,
                    change.to.value.text,
                    change.to.period.value.text
                )
            },
        );
        let message = format!(
            "the target of indicator `{id}` of item {} for {period} was {} and {now}, but {why}",
            self.item, before.value.text
        );
        let span = is.map_or(new.id.span, |is| is.period.span);
        let problem = Diagnostic::new(code::TARGET_CHANGED_WITHOUT_EXPLANATION, span, message).help(format!(
            "write `{{period: {period}, value: {}}}` again; if the target really changed, add an update about the item with `kind: text-amendment`, a `reason`, and the new target in `new-targets`",
            before.value.text
        ));
        was(self.comparison, problem, Some(before.period.span), "before the change")
    }
}

/// Where something is now, and where it stood before.
type Change = (&'static str, Span, Span);

fn baseline(old: &Indicator, new: &Indicator) -> Option<Change> {
    let from = old.baseline.as_ref()?;
    let stays = new.baseline.as_ref().is_some_and(|to| same(from, to));
    let now = new.baseline.as_ref().map_or(new.id.span, |to| to.period.span);
    (!stays).then_some(("the baseline changed", now, from.period.span))
}

fn unit(old: &Indicator, new: &Indicator) -> Option<Change> {
    let changed = old.unit.is_some() && old.unit != new.unit;
    changed.then_some(("the unit changed", new.id.span, old.id.span))
}

/// Which way the numbers should go decides whether a target is reached.
fn aim(old: &Indicator, new: &Indicator) -> Option<Change> {
    let changed = old.aim.is_some() && old.aim != new.aim;
    changed.then_some(("the aim changed", new.id.span, old.id.span))
}

/// Two ways to write one period are one period, and so are two ways to write one number.
fn same(one: &PeriodValue, other: &PeriodValue) -> bool {
    same_period(one, other) && one.value.compare(&other.value).is_eq()
}

fn same_period(one: &PeriodValue, other: &PeriodValue) -> bool {
    days(&one.period.value) == days(&other.period.value)
}

fn days(period: &Date) -> (Day, Day) {
    (period.earliest, period.latest)
}

fn problem(comparison: &Comparison<'_>, what: &str, now: Span, then: Span) -> Diagnostic {
    let message = format!("{what}, but no update explains the change");
    let problem = Diagnostic::new(code::TARGET_CHANGED_WITHOUT_EXPLANATION, now, message)
        .help("write what it was again; if it really changed, add an update about the item with `kind: text-amendment` and a `reason`");
    was(comparison, problem, Some(then), "before the change")
}
