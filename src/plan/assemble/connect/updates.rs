//! Updates to what they name.

use super::lookup::{AGENCY, AREA, Connect, FORUM, ITEM, UPDATE};
use crate::diag::{Diagnostic, code};
use crate::parse::Ref;
use crate::plan::{Index as _, Ix, Plan, Update};

impl Connect<'_> {
    pub(super) fn updates(&mut self) {
        let known = self.fast_updates();
        for (index, known) in known.into_iter().enumerate() {
            if !known {
                self.update(Ix::new(index));
            }
        }
        let Plan { about, areas, items, updates, agencies, forums, .. } = &mut *self.plan;
        for (index, update) in updates.iter().enumerate() {
            let ix = Ix::new(index);
            update.items.iter().for_each(|item| items.at_mut(*item).updates.push(ix));
            update.areas.iter().for_each(|area| areas.at_mut(*area).updates.push(ix));
            update.by.iter().for_each(|agency| agencies.at_mut(*agency).updates.push(ix));
            if let Some(forum) = update.forum {
                forums.at_mut(forum).updates.push(ix);
            }
            if let (true, Some(about)) = (update.document.whole_plan, &mut *about) {
                about.updates.push(ix);
            }
        }
    }

    /// Looks up what an update names, and reports what there is not.
    fn update(&mut self, ix: Ix<Update>) {
        let document = self.records.updates[ix.index()];
        let items = self.find_all(&document.items, &ITEM);
        let areas = self.find_all(&document.areas, &AREA);
        let by = self.find_all(&document.by, &AGENCY);
        let forum = document.forum.as_ref().and_then(|forum| self.find(forum, &FORUM));
        let corrects = document.corrects.as_ref().and_then(|corrected| self.corrected(corrected, ix));
        if let Some(corrected) = corrects {
            self.plan.updates.at_mut(corrected).corrections.push(ix);
        }
        let update = self.plan.updates.at_mut(ix);
        (update.items, update.areas, update.by, update.forum, update.corrects) =
            (items, areas, by, forum, corrects);
    }

    /// The update that another corrects, which is not itself.
    fn corrected(&mut self, written: &Ref, by: Ix<Update>) -> Option<Ix<Update>> {
        let corrected = self.find(written, &UPDATE)?;
        // Updates are in order of time, so this also keeps two from correcting each other.
        if corrected >= by {
            let diagnostic = Diagnostic::new(
                code::UNKNOWN_UPDATE,
                written.span,
                "an update can only correct an earlier update",
            );
            self.diagnostics.push(diagnostic.help("name the earlier update that was wrong"));
            return None;
        }
        Some(corrected)
    }
}
