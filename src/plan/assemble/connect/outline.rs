//! Items to their areas, parts to their items.

use super::lookup::{AREA, Connect, ITEM};
use crate::diag::{Diagnostic, code};
use crate::parse::ItemDocument;
use crate::plan::assemble::folders::{folder_of_another, no_area_around, part_elsewhere, wrong_folder};
use crate::plan::{Area, Index, Ix};

impl Connect<'_> {
    /// Areas to those that they are in.
    fn areas(&mut self) -> bool {
        let mut nested = false;
        for index in 0..self.plan.areas.len() {
            let document = self.records.areas[index];
            let Some((folder, _)) = document.folder.rsplit_once('/') else { continue };
            nested = true;
            let around = self.names.folders.get(folder).copied();
            let known = |ix: &Ix<Area>| ix.index() < index;
            if let Some(parent) = around.filter(known) {
                let depth = self.plan.areas.at(parent).depth + 1;
                let area = self.plan.areas.at_mut(Ix::new(index));
                (area.parent, area.depth) = (Some(parent), depth);
            } else if around.is_none() && !self.names.has_area_file(folder) {
                self.diagnostics.push(no_area_around(document, folder));
            }
        }
        nested
    }

    /// How many steps the number of an item has before its own: those of its area, or of one that its area is in. What is
    /// wrong with its place is reported.
    fn steps_before(&mut self, item: &ItemDocument, own: Ix<Area>) -> usize {
        let plan = &self.plan;
        let number = |ix: Ix<Area>| &plan.areas.at(ix).document.number.value;
        let base = plan.area_and_above(own).find(|ix| number(*ix).is_before(&item.id));
        let Some(base) = base else {
            self.diagnostics.push(wrong_folder(item, number(own)));
            return 1;
        };
        let steps = number(base).depth();
        // Nor may the number be that of an item in another area.
        let mut above = item.id.parent();
        while let Some(prefix) = above.filter(|prefix| prefix.depth() > steps) {
            let other = self.names.id(prefix.as_str()).and_then(AREA.pick);
            if let Some(other) = other.filter(|other| !plan.area_and_above(own).any(|ix| ix == *other)) {
                let (own, other) = (&plan.areas.at(own).document, &plan.areas.at(other).document);
                self.diagnostics.push(folder_of_another(item, own, other));
                return prefix.depth();
            }
            above = prefix.parent();
        }
        steps
    }

    /// Items to their areas, parts to their items.
    pub(super) fn outline(&mut self) {
        let nested = self.areas();
        let misnumbered = self.misnumbered_areas();
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = self.records.items[index];
            // An area whose id was taken has been dropped by now, which was reported: its items stand with the one that has it.
            let own = self.names.folders.get(document.folder.as_str()).copied();
            let area =
                own.or_else(|| self.names.id(document.id.area()).and_then(AREA.pick)).unwrap_or(Ix::new(0));
            let steps_of_items = own.and_then(|own| misnumbered.get(&own)).copied();
            let before = match own {
                _ if steps_of_items.is_some() => steps_of_items.unwrap_or(1),
                Some(own) if nested => self.steps_before(document, own),
                _ => 1,
            };
            if !nested
                && steps_of_items.is_none()
                && let Some(number) = own.map(|area| &self.records.areas[area.index()].number.value)
                && document.id.area() != number.as_str()
            {
                self.diagnostics.push(wrong_folder(document, number));
            }
            self.plan.items.at_mut(ix).area = area;
            let parent = (document.id.depth() > before + 1).then(|| document.id.parent()).flatten();
            match parent.as_ref().map(|parent| (parent, self.names.id(parent.as_str()).and_then(ITEM.pick))) {
                None => self.plan.areas.at_mut(area).items.push(ix),
                Some((_, Some(parent))) => {
                    let whole = self.records.items[parent.index()];
                    if nested && whole.folder != document.folder {
                        self.diagnostics.push(part_elsewhere(document, whole));
                    }
                    self.plan.items.at_mut(ix).parent = Some(parent);
                    self.plan.items.at_mut(parent).parts.push(ix);
                }
                Some((parent, None)) if self.names.is_unreadable(parent.as_str()) => {}
                Some((parent, None)) => {
                    let message = format!(
                        "{} is a part of item {}, which does not exist",
                        document.called(),
                        parent.as_str()
                    );
                    self.diagnostics.push(
                        Diagnostic::new(code::UNKNOWN_PARENT, document.record.span, message).help(format!(
                            "add a file {}-….md, or correct the number in this file's name",
                            parent.as_str()
                        )),
                    );
                }
            }
        }
    }
}
