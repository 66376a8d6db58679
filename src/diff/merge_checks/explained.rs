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

/// A promise that was edited where it stands: a due date, or a target.
pub(super) struct Edit<'a, T> {
    /// What it was.
    pub(super) before: &'a T,
    /// What it is now, if it is still there.
    pub(super) after: Option<&'a T>,
    /// What held in the older state: the same, unless an update had replaced it.
    pub(super) held: Option<&'a T>,
    /// What the newest of the new updates sets in its place, and whether that update was corrected.
    pub(super) update: Option<(&'a T, bool)>,
}

impl<T> Edit<'_, T> {
    /// Whether the new update leads from exactly what it was to exactly what it is now. Where something else held by then, it
    /// leads from that. What was removed no update explains.
    pub(super) fn is_explained(&self, same: impl Fn(&T, &T) -> bool) -> bool {
        let leads_there =
            |(to, corrected): (&T, bool)| !corrected && self.after.is_some_and(|after| same(to, after));
        self.held.is_some_and(|held| same(held, self.before)) && self.update.is_some_and(leads_there)
    }
}

#[cfg(test)]
mod tests {
    use super::Edit;

    #[test]
    fn an_update_explains_exactly_the_step_that_was_made() {
        let is_explained = |after: Option<i32>, held: Option<i32>, update: Option<(i32, bool)>| {
            let update = update.as_ref().map(|(to, corrected)| (to, *corrected));
            let edit = Edit { before: &10, after: after.as_ref(), held: held.as_ref(), update };
            edit.is_explained(|one, other| one == other)
        };
        assert!(is_explained(Some(8), Some(10), Some((8, false))));
        assert!(!is_explained(Some(8), Some(10), None));
        assert!(!is_explained(Some(8), Some(10), Some((9, false))), "it leads elsewhere");
        assert!(!is_explained(Some(8), Some(10), Some((8, true))), "it was corrected");
        assert!(!is_explained(Some(8), Some(9), Some((8, false))), "another one held");
        assert!(!is_explained(Some(8), None, Some((8, false))), "none held");
        assert!(!is_explained(None, Some(10), Some((8, false))), "it was removed");
    }
}
