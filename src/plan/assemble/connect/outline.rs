//! Items to their areas, parts to their items.

use super::lookup::{AREA, Connect, ITEM};
use crate::diag::{Diagnostic, code};
use crate::plan::assemble::folders::wrong_folder;
use crate::plan::{Index, Ix};

impl Connect<'_> {
    /// Items to their areas, parts to their items.
    pub(super) fn outline(&mut self) {
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = self.records.items[index];
            // An area whose id was taken has been dropped by now, which was reported: its items stand with the one that has it.
            let own = self.names.folders.get(document.folder.as_str()).copied();
            let area =
                own.or_else(|| self.names.id(document.id.area()).and_then(AREA.pick)).unwrap_or(Ix::new(0));
            if let Some(number) = own.map(|area| &self.records.areas[area.index()].number.value)
                && document.id.area() != number.as_str()
            {
                self.diagnostics.push(wrong_folder(document, number));
            }
            self.plan.items.at_mut(ix).area = area;
            let parent = (document.id.depth() > 2).then(|| document.id.parent()).flatten();
            match parent.as_ref().map(|parent| (parent, self.names.id(parent.as_str()).and_then(ITEM.pick))) {
                None => self.plan.areas.at_mut(area).items.push(ix),
                Some((_, Some(parent))) => {
                    self.plan.items.at_mut(ix).parent = Some(parent);
                    self.plan.items.at_mut(parent).parts.push(ix);
                }
                Some((parent, None)) if self.names.is_unreadable(parent.as_str()) => {}
                Some((parent, None)) => {
                    let message = format!(
                        "{} is a part of item {}, which does not exist",
                        document.id.as_str(),
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
