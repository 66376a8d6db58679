//! Items to each other, to their sources, and to what they continue.

use super::lookup::{Connect, ITEM, SOURCE, add};
use crate::diag::{Diagnostic, code};
use crate::plan::{Index, Item, Ix, Update};

impl Connect<'_> {
    pub(super) fn items(&mut self) {
        let plan_source = self.plan.about.as_ref().and_then(|about| about.source);
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = self.records.items[index];
            let related = self.find_all(&document.related, &ITEM);
            let mut depends_on = self.find_all(&document.depends_on, &ITEM);
            depends_on.retain(|other| *other != ix);
            let due_after = document.due_in_words.as_ref().and_then(|words| words.after.as_ref());
            let waits_for = document.depends_on.iter().chain(due_after);
            for own in waits_for.filter(|written| document.is_called(&written.value)) {
                let message = format!("item {} cannot wait for itself", document.called());
                self.diagnostics.push(
                    Diagnostic::new(code::UNKNOWN_ITEM, own.span, message)
                        .help("write the id of the item that must be completed first, or remove this"),
                );
            }
            let due_after = due_after.and_then(|after| self.find(after, &ITEM)).filter(|other| *other != ix);
            let same_as = self.find_all(&document.same_as, &ITEM);
            let own_source = document.source.as_ref().and_then(|source| self.find(source, &SOURCE));
            let source =
                own_source.or(plan_source.filter(|_| document.text.is_some() && document.source.is_none()));
            for other in related.iter().filter(|other| **other != ix) {
                add(&mut self.plan.items.at_mut(*other).related, ix);
            }
            for other in depends_on.iter().filter(|other| **other != ix) {
                add(&mut self.plan.items.at_mut(*other).required_by, ix);
            }
            if let Some(source) = source {
                self.plan.sources.at_mut(source).items.push(ix);
            }
            let item = self.plan.items.at_mut(ix);
            for other in related.into_iter().filter(|other| *other != ix) {
                add(&mut item.related, other);
            }
            (item.depends_on, item.same_as, item.source, item.due_after) =
                (depends_on, same_as, source, due_after);
        }
        for item in &mut self.plan.items {
            item.related.sort_unstable();
        }
        self.share_updates();
    }

    /// `same-as` holds in both directions and along chains; all of a group have the same updates.
    pub(super) fn share_updates(&mut self) {
        if self.plan.items.iter().all(|item| item.same_as.is_empty()) {
            return;
        }
        let mut seen = vec![false; self.plan.items.len()];
        let mut neighbours: Vec<Vec<Ix<Item>>> =
            self.plan.items.iter().map(|item| item.same_as.clone()).collect();
        for (ix, item) in self.plan.items.indexed() {
            item.same_as.iter().for_each(|other| neighbours[other.index()].push(ix));
        }
        for start in 0..neighbours.len() {
            if seen[start] || neighbours[start].is_empty() {
                continue;
            }
            let mut group = Vec::new();
            let mut open = vec![Ix::new(start)];
            while let Some(ix) = open.pop() {
                if !std::mem::replace(&mut seen[ix.index()], true) {
                    group.push(ix);
                    open.extend(&neighbours[ix.index()]);
                }
            }
            group.sort();
            let mut updates: Vec<Ix<Update>> =
                group.iter().flat_map(|ix| self.plan.items.at(*ix).updates.clone()).collect();
            updates.sort();
            updates.dedup();
            for ix in &group {
                let item = self.plan.items.at_mut(*ix);
                item.updates.clone_from(&updates);
                item.same_as = group.iter().copied().filter(|other| other != ix).collect();
            }
        }
    }
}
