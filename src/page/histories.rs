//! The histories of items that are in pages: the newest updates on the item's page, the others below it.

use std::collections::BTreeMap;

use crate::plan::{Index as _, Item, Ix, Plan, Update};

/// The short updates that do not stand on the first page of their item's history, with the page where each stands. Nearly
/// all plans have none.
#[derive(Debug, Default)]
pub(super) struct Histories {
    later: BTreeMap<Ix<Update>, usize>,
}

impl Histories {
    /// Those of a plan, with so many updates on a page.
    pub(super) fn of(plan: &Plan, size: usize) -> Self {
        let mut later = BTreeMap::new();
        for (ix, item) in plan.items.indexed().filter(|(_, item)| item.updates.len() > size) {
            let id = Some(&item.document.id);
            for (place, update) in in_order(plan, ix).into_iter().enumerate().skip(size) {
                if plan.updates.at(update).document.short_form_of.as_ref() == id {
                    later.insert(update, place / size + 1);
                }
            }
        }
        Self { later }
    }

    /// The page of its item's history on which a short update stands.
    pub(super) fn page(&self, update: Ix<Update>) -> usize {
        self.later.get(&update).copied().unwrap_or(1)
    }
}

/// The updates of an item as its pages show them: those since the plan was adopted, then those before, each the newest
/// first.
pub(super) fn in_order(plan: &Plan, item: Ix<Item>) -> Vec<Ix<Update>> {
    let mut updates: Vec<Ix<Update>> = plan.items.at(item).updates.iter().rev().copied().collect();
    updates.sort_by_key(|ix| plan.updates.at(*ix).baseline);
    updates
}
