//! Reported outlooks that are others, on one and the same day.

use crate::diff::changes::{Changes, OutlookMove};
use crate::diff::comparison::Comparison;
use crate::facts::newest_outlook;
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for (pair, old, new) in comparison.items() {
        let (before, after) = (comparison.before.plan(), comparison.after.plan());
        let was = newest_outlook(before, before.items.at(old), comparison.as_of);
        let is = newest_outlook(after, after.items.at(new), comparison.as_of);
        let (from, to) = (was.map(|(_, outlook)| outlook.word()), is.map(|(_, outlook)| outlook.word()));
        if from == to {
            continue;
        }
        let update = is.map(|(ix, _)| after.updates.at(ix));
        changes.outlooks.push(OutlookMove {
            item: pair.new.named(),
            from,
            to,
            update: update.map(|update| update.document.id.clone()),
            by: update.map(|update| comparison.agencies(update)).unwrap_or_default(),
        });
    }
}
