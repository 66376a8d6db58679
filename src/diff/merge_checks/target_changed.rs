//! What an indicator should reach, or where it begins, was edited, and no update says why.

use super::explained::is_explained;
use super::older_place::was;
use crate::diag::{Diagnostic, Span, code};
use crate::diff::change_kinds::{in_both, moved_targets};
use crate::diff::comparison::Comparison;
use crate::parse::Indicator;
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let (before, after) = (comparison.before.plan(), comparison.after.plan());
    for (pair, old, new) in comparison.items() {
        if before.items.at(old).document.measured.is_empty() || is_explained(comparison, new) {
            continue;
        }
        let gone = before.items.at(old).document.measured.iter();
        let news = &after.items.at(new).document.measured;
        let gone = gone.filter(|old| !news.iter().any(|new| new.id.value == old.id.value));
        // Who writes numbers down promises them; an indicator without any can go.
        for old in gone.filter(|old| !old.targets.is_empty()) {
            let what = format!("the indicator `{}` of item {} was removed", old.id.value, pair.new.id);
            found.push(problem(comparison, &what, pair.new.record.span, old.id.span));
        }
        for (old, new) in in_both((before, old), (after, new)) {
            let changed = changed(old, new);
            found.extend(changed.map(|(what, now, then)| {
                let what = format!("indicator `{}` of item {}: {what}", old.id.value, pair.new.id);
                problem(comparison, &what, now, then)
            }));
        }
    }
}

/// What was promised and is another now: its name, with where it stands now and stood before.
fn changed<'a>(old: &'a Indicator, new: &'a Indicator) -> impl Iterator<Item = (String, Span, Span)> + 'a {
    let place = |it: &Indicator, period: &str| {
        let target = it.targets.iter().find(|target| target.period.value.text == period);
        target.map_or(it.id.span, |target| target.period.span)
    };
    // To add a target where there was none takes nothing from anybody.
    let targets = moved_targets(old, new).into_iter().filter_map(move |(period, from, to)| {
        let from = from?;
        let change = match to {
            Some(to) => format!("changed from {} to {}", from.text, to.text),
            None => format!("of {} was removed", from.text),
        };
        Some((format!("the target for {period} {change}"), place(new, period), place(old, period)))
    });
    let baseline = old.baseline.as_ref().and_then(|from| {
        let same = new.baseline.as_ref().is_some_and(|to| {
            let days = |it: &crate::parse::PeriodValue| (it.period.value.earliest, it.period.value.latest);
            days(from) == days(to) && from.value.compare(&to.value).is_eq()
        });
        let now = new.baseline.as_ref().map_or(new.id.span, |to| to.period.span);
        (!same).then(|| ("the baseline changed".to_owned(), now, from.period.span))
    });
    let unit = old.unit.is_some() && old.unit != new.unit;
    let unit = unit.then(|| ("the unit changed".to_owned(), new.id.span, old.id.span));
    targets.chain(baseline).chain(unit)
}

fn problem(comparison: &Comparison<'_>, what: &str, now: Span, then: Span) -> Diagnostic {
    let message = format!("{what}, but no update explains the change");
    let problem = Diagnostic::new(code::TARGET_CHANGED_WITHOUT_EXPLANATION, now, message)
        .help("write the old number again; if it really changed, add an update about the item with `kind: text-amendment` and a `reason`; `new-targets` of that update is the place of a new target");
    was(comparison, problem, Some(then), "before the change")
}
