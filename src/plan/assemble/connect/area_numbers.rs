//! Areas whose number is wrong, as all their items show: one report at the area, and none at each item.

use std::collections::{BTreeMap, BTreeSet};

use super::lookup::Connect;
use crate::outline::OutlineId;
use crate::parse::ItemDocument;
use crate::plan::assemble::folders::wrong_area_number;
use crate::plan::{Area, Index as _, Ix};

impl Connect<'_> {
    /// The areas whose number is wrong, each with the steps of the number that its items begin with. They are reported.
    pub(super) fn misnumbered_areas(&mut self) -> BTreeMap<Ix<Area>, usize> {
        let doubtful = self.items_of_doubtful_areas();
        let numbers: Vec<_> = doubtful
            .iter()
            .filter_map(|(area, items)| Some((*area, self.number_by_items(*area, items)?)))
            .collect();
        let mut found = BTreeMap::new();
        for (area, number) in numbers {
            let document = &self.plan.areas.at(area).document;
            if !document.has_folder_of_another() {
                self.diagnostics.push(wrong_area_number(document, &number));
            }
            found.insert(area, number.depth());
        }
        found
    }

    /// Areas of which no item begins with their number, with the items in their folders.
    fn items_of_doubtful_areas(&self) -> BTreeMap<Ix<Area>, Vec<&ItemDocument>> {
        let with_areas = || {
            let area = |item: &ItemDocument| self.names.folders.get(item.folder.as_str()).copied();
            self.records.items.iter().filter_map(move |item| Some((area(item)?, &***item)))
        };
        let fits = |area: Ix<Area>, item: &ItemDocument| {
            self.plan.areas.at(area).document.number.value.is_before(&item.id)
        };
        let doubtful: BTreeSet<_> =
            with_areas().filter(|(area, item)| !fits(*area, item)).map(|(area, _)| area).collect();
        let mut items: BTreeMap<_, Vec<_>> = BTreeMap::new();
        if doubtful.is_empty() {
            return items;
        }
        for (area, item) in with_areas().filter(|(area, _)| doubtful.contains(area)) {
            items.entry(area).or_default().push(item);
        }
        items.retain(|area, items| !items.iter().any(|item| fits(*area, item)));
        items
    }

    /// The number that all items of an area begin with, where the area must be the one that has another.
    fn number_by_items(&self, own: Ix<Area>, items: &[&ItemDocument]) -> Option<OutlineId> {
        let ids: BTreeSet<&str> = items.iter().map(|item| item.id.as_str()).collect();
        let parents = items.iter().map(|item| item.id.parent());
        let mut outer: Vec<Option<OutlineId>> = parents
            .filter(|parent| parent.as_ref().is_none_or(|parent| !ids.contains(parent.as_str())))
            .collect();
        let count = outer.len();
        outer.dedup();
        let [Some(number)] = &outer[..] else { return None };
        // What is there has its own items: they may stand in a wrong folder, or be counted from an area around.
        if self.names.id(number.as_str()).is_some() || self.names.is_unreadable(number.as_str()) {
            return None;
        }
        let area = self.plan.areas.at(own);
        let around = area.parent.map(|ix| &self.plan.areas.at(ix).document.number.value);
        let fits_around = |id: &OutlineId| around.is_some_and(|around| around.is_before(id));
        // One item can be the one that is wrong; two are not wrong in the same way.
        let is_sure = count > 1
            || area.document.has_folder_of_another()
            || (fits_around(number) && !fits_around(&area.document.number.value));
        is_sure.then(|| number.clone())
    }
}
