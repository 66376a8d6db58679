//! Where each update of an item stands: a long history is in pages, the newest on the item's page and the others below it.

use std::collections::BTreeMap;

use super::context::Context;
use crate::plan::{Index as _, Item, Ix, Plan, RecordIx, Update};
use crate::route::{Route, anchor, former_place};

/// The id of the section with what was before the plan.
pub(crate) const BASELINE: &str = "page_baseline";

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
}

/// The updates of an item as its pages show them: those since the plan was adopted, then those before, each the newest
/// first.
fn in_order(plan: &Plan, item: Ix<Item>) -> Vec<Ix<Update>> {
    let mut updates: Vec<Ix<Update>> = plan.items.at(item).updates.iter().rev().copied().collect();
    updates.sort_by_key(|ix| plan.updates.at(*ix).baseline);
    updates
}

impl Context {
    /// How many updates a page of an item's history has at most.
    pub fn history_size(&self) -> usize {
        self.config.page_size
    }

    /// The updates of an item as its pages show them: those since the plan was adopted, then those before, each the newest
    /// first.
    pub fn history(&self, item: Ix<Item>) -> Vec<Ix<Update>> {
        in_order(&self.published.plan, item)
    }

    /// The page on which a record is shown, and the place there of one that has no page of its own, which is a short
    /// update.
    pub fn place(&self, record: impl Into<RecordIx>) -> (Route, Option<String>) {
        let (plan, record) = (&self.published.plan, record.into());
        let route = Route::record(plan, record);
        let RecordIx::Update(ix) = record else { return (route, None) };
        let update = plan.updates.at(ix);
        if update.document.short_form_of.is_none() {
            return (route, None);
        }
        let page = self.histories.later.get(&ix).copied().unwrap_or(1);
        (route.page_of_list(page), Some(anchor(update)))
    }

    /// The page of a record that has an id: an id within the history of an item can be on a later page.
    pub fn page_with(&self, record: RecordIx, id: &str) -> Route {
        let route = Route::record(&self.published.plan, record);
        let page = match record {
            RecordIx::Item(item) => self.page_of_id(item, id),
            _ => 1,
        };
        route.page_of_list(page)
    }

    fn page_of_id(&self, item: Ix<Item>, id: &str) -> usize {
        let plan = &self.published.plan;
        let size = self.history_size();
        if plan.items.at(item).updates.len() <= size {
            return 1;
        }
        let history = self.history(item);
        if id == BASELINE {
            let first = history.iter().position(|ix| plan.updates.at(*ix).baseline);
            return first.map_or(1, |place| place / size + 1);
        }
        // The ids in the text of an update begin with its own; that of another update can begin so, too.
        let length = |ix: &Ix<Update>| {
            let update = plan.updates.at(*ix);
            let former = update.document.record.aliases.iter().filter_map(|alias| former_place(&alias.value));
            let own = former.map(|(_, place)| place).chain([anchor(update)]);
            let fits = |own: &String| {
                id.strip_prefix(own.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            };
            own.filter(fits).map(|own| own.len()).max()
        };
        let fitting = history.iter().enumerate().filter_map(|(place, ix)| Some((length(ix)?, place)));
        fitting.max_by_key(|(length, _)| *length).map_or(1, |(_, place)| place / size + 1)
    }
}
