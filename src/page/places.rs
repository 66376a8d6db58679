//! Where records stand: on a page of their own, or in the history of an item, which can be in pages.

use super::context::Context;
use super::histories::in_order;
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::route::{Route, anchor, former_place};

/// The id of the section with what was before the plan.
pub(crate) const BASELINE: &str = "page_baseline";

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
        let page = self.histories.page(ix);
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
