//! Whether a new update explains a change of an item.

use crate::diff::comparison::Comparison;
use crate::plan::{Index as _, Item, Ix};
use crate::vocabulary::UpdateKind;

/// Whether an update that is new, and of one of the kinds that change the plan, is about the item.
pub(super) fn is_explained(comparison: &Comparison<'_>, item: Ix<Item>) -> bool {
    let plan = comparison.after.plan();
    let same = &plan.items.at(item).same_as;
    comparison.new_updates.iter().map(|ix| plan.updates.at(*ix)).any(|update| {
        matches!(update.document.kind.value, UpdateKind::TextAmendment | UpdateKind::DateChange)
            && update.items.iter().any(|own| *own == item || same.contains(own))
    })
}
