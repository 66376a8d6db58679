//! A number in a file of figures was edited or removed, and neither its note nor an update says why.

use std::collections::BTreeMap;

use super::explained::is_explained;
use super::older_place::was;
use crate::date::Day;
use crate::diag::{Diagnostic, code};
use crate::diff::change_kinds::indicators_in_both;
use crate::diff::comparison::Comparison;
use crate::facts::{IndicatorIx, Measurement, all_measurements};
use crate::parse::Figure;
use crate::plan::{Index as _, Plan};

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    let (before, after) = (comparison.before.plan(), comparison.after.plan());
    for (pair, old, new) in comparison.items() {
        if before.items.at(old).document.measured.is_empty() || is_explained(comparison, new) {
            continue;
        }
        let item = pair.new.called();
        for [old, new] in indicators_in_both((before, old), (after, new)) {
            found.extend(rewritten(comparison, &item, old, new));
        }
    }
}

/// One report of an indicator, at its first number.
fn rewritten(
    comparison: &Comparison<'_>,
    item: &str,
    old: IndicatorIx,
    new: IndicatorIx,
) -> Option<Diagnostic> {
    let indicator = comparison.after.plan().indicator(new)?;
    let olds = rows(comparison.before.plan(), old);
    if olds.is_empty() {
        return None;
    }
    let news = rows(comparison.after.plan(), new);
    let said = said_by_updates(comparison.after.plan(), new);
    let mut edited = olds.iter().filter_map(|(period, old)| {
        let now = news.get(period).copied();
        let stays = now.is_some_and(|now| now.value.compare(&old.value).is_eq())
            || said.get(period).is_some_and(|value| value.as_str() == &*old.value.text);
        // A note that is new says what was revised.
        let noted = now.is_some_and(|now| now.note.is_some() && now.note != old.note);
        (!stays && !noted).then_some((*old, now))
    });
    let (old, now) = edited.next()?;
    let more = match edited.count() {
        0 => String::new(),
        1 => ", and so is 1 other value".to_owned(),
        more => format!(", and so are {more} other values"),
    };
    let change = now.map_or_else(|| "was removed".to_owned(), |now| format!("is now {}", now.value.text));
    let message = format!(
        "the value {} of indicator `{}` of item {item} for {} {change}, but nothing explains the change{more}",
        old.value.text, indicator.id.value, old.period.text
    );
    let span = now.map_or(indicator.id.span, |now| now.span);
    let problem = Diagnostic::new(code::VALUE_REWRITTEN, span, message).help(format!(
        "write `{},{}` again; if the value was revised, say so in the column `note` of its row, or add an update about the item with `kind: text-amendment` and a `reason`",
        old.period.text, old.value.text
    ));
    Some(was(comparison, problem, Some(old.span), "before the change"))
}

type Period = (Day, Day);

/// The rows of the file of an indicator, by their periods.
fn rows(plan: &Plan, ix: IndicatorIx) -> BTreeMap<Period, &Figure> {
    let row = |value| match value {
        Measurement::Row(_, row) => Some(((row.period.earliest, row.period.latest), row)),
        Measurement::Update(..) => None,
    };
    all_measurements(plan, ix).into_iter().filter_map(row).collect()
}

/// The values that updates give: a number may move from the file into an update.
fn said_by_updates(plan: &Plan, ix: IndicatorIx) -> BTreeMap<Period, String> {
    let value = |value| match value {
        Measurement::Update(_, value) => {
            let period = &value.period.value;
            Some(((period.earliest, period.latest), value.value.text.to_string()))
        }
        Measurement::Row(..) => None,
    };
    all_measurements(plan, ix).into_iter().filter_map(value).collect()
}
