//! What is in what: parts in items, items in areas, areas in areas.

use super::{Area, Index as _, Item, Ix, Plan, Update};

/// Items.
impl Plan {
    /// An item's parts, their parts, and so on, in order.
    pub fn descendants(&self, item: Ix<Item>) -> Vec<Ix<Item>> {
        let mut found = Vec::new();
        let mut open: Vec<Ix<Item>> = self.items.at(item).parts.iter().rev().copied().collect();
        while let Some(part) = open.pop() {
            found.push(part);
            open.extend(self.items.at(part).parts.iter().rev());
        }
        found
    }

    /// The items of an area and their parts, in order: its own, then those of the areas in it.
    pub fn items_and_parts(&self, area: Ix<Area>) -> Vec<Ix<Item>> {
        self.area_and_below(area).flat_map(|area| self.own_items_and_parts(area)).collect()
    }

    /// The items of an area and their parts, without those of the areas in it.
    pub fn own_items_and_parts(&self, area: Ix<Area>) -> Vec<Ix<Item>> {
        let own = self.areas.at(area).items.iter();
        own.flat_map(|item| std::iter::once(*item).chain(self.descendants(*item))).collect()
    }

    /// How many items an item is in: 0 for what is no part of another.
    pub fn item_depth(&self, item: Ix<Item>) -> usize {
        std::iter::successors(self.items.at(item).parent, |ix| self.items.at(*ix).parent).count()
    }
}

/// Areas in areas.
impl Plan {
    /// An area, the areas in it, those in them and so on, in order.
    pub fn area_and_below(&self, area: Ix<Area>) -> impl Iterator<Item = Ix<Area>> + use<'_> {
        let depth = self.areas.at(area).depth;
        let below = self.areas.indices().skip(area.index() + 1);
        std::iter::once(area).chain(below.take_while(move |ix| self.areas.at(*ix).depth > depth))
    }

    /// The areas directly in an area.
    pub fn areas_in(&self, area: Ix<Area>) -> impl Iterator<Item = Ix<Area>> + use<'_> {
        self.area_and_below(area).filter(move |ix| self.areas.at(*ix).parent == Some(area))
    }

    /// The areas that are in no other.
    pub fn top_areas(&self) -> impl Iterator<Item = Ix<Area>> + use<'_> {
        self.areas.indexed().filter(|(_, area)| area.parent.is_none()).map(|(ix, _)| ix)
    }

    /// An area and what it is in, from the inside out.
    pub fn area_and_above(&self, area: Ix<Area>) -> impl Iterator<Item = Ix<Area>> + use<'_> {
        std::iter::successors(Some(area), |ix| self.areas.at(*ix).parent)
    }

    /// The area that is in no other and has this one in it; itself, where it is in none.
    pub fn top_area(&self, area: Ix<Area>) -> Ix<Area> {
        self.area_and_above(area).last().unwrap_or(area)
    }

    /// The updates that name an area, or one in it, oldest first.
    pub fn updates_on_area(&self, area: Ix<Area>) -> Vec<Ix<Update>> {
        let mut updates: Vec<Ix<Update>> =
            self.area_and_below(area).flat_map(|ix| self.areas.at(ix).updates.iter().copied()).collect();
        updates.sort_unstable();
        updates.dedup();
        updates
    }
}
