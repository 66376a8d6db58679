//! Looks up every reference, and writes each connection down on both sides.

mod agencies;
mod items;
mod outline;
mod quick;
mod texts;

use std::sync::Arc;

use super::super::{Agency, Forum, Index, Item, Ix, Plan, RecordIx, Source, Update};
use super::listed::Listed;
use super::names::Names;
use super::{Diagnostic, code};
use crate::diag::Code;
use crate::parse::{Ref, Role as WrittenRole};

/// How many suggestions are looked for. Each looks at every id, and a plan with more slips has one cause for them.
const SUGGESTIONS: usize = 100;

pub(super) struct Connect<'a> {
    plan: &'a mut Plan,
    listed: &'a Listed<'a>,
    names: &'a Names<'a>,
    diagnostics: &'a mut Vec<Diagnostic>,
    suggestions_left: usize,
}

/// A kind of record that is asked for by id.
struct Wanted<T> {
    kind: &'static str,
    where_they_are: &'static str,
    code: Code,
    pick: fn(RecordIx) -> Option<Ix<T>>,
}

macro_rules! wanted {
    ($name:ident, $kind:ident, $type:ty, $word:literal, $code:ident, $place:literal) => {
        const $name: Wanted<$type> = Wanted {
            kind: $word,
            where_they_are: $place,
            code: code::$code,
            pick: |ix| if let RecordIx::$kind(ix) = ix { Some(ix) } else { None },
        };
    };
}
wanted!(ITEM, Item, Item, "item", UNKNOWN_ITEM, "items are the files in content/areas/");
wanted!(
    AREA,
    Area,
    super::Area,
    "area",
    UNKNOWN_AREA,
    "an area is a folder of content/areas/ with an area.md"
);
wanted!(AGENCY, Agency, Agency, "agency", UNKNOWN_AGENCY, "agencies are the files in content/agencies/");
wanted!(FORUM, Forum, Forum, "forum", UNKNOWN_FORUM, "forums are the files in content/forums/");
wanted!(
    SOURCE,
    Source,
    Source,
    "source record",
    UNKNOWN_SOURCE,
    "source records are the files in content/sources/"
);
wanted!(UPDATE, Update, Update, "update", UNKNOWN_UPDATE, "updates are the files in content/updates/");

impl<'a> Connect<'a> {
    pub(super) fn new(
        plan: &'a mut Plan,
        listed: &'a Listed<'a>,
        names: &'a Names<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { plan, listed, names, diagnostics, suggestions_left: SUGGESTIONS }
    }

    pub(super) fn everything(&mut self) {
        self.outline();
        self.about();
        self.agencies();
        self.roles();
        self.updates();
        self.items();
        self.forums();
        self.texts();
    }

    /// The record of that id and kind, or a report.
    fn find<T>(&mut self, written: &Ref, wanted: &Wanted<T>) -> Option<Ix<T>> {
        if self.names.is_internal(&written.value) {
            self.key_to_internal(written);
            return None;
        }
        if let Some(found) = self.names.id(&written.value).and_then(wanted.pick) {
            return Some(found);
        }
        if self.names.is_unreadable(&written.value) {
            return None;
        }
        if self.names.is_internal_alias(&written.value) {
            self.key_to_internal(written);
            return None;
        }
        let message = format!("the {} `{}` does not exist", wanted.kind, written.value);
        let mut diagnostic = Diagnostic::new(wanted.code, written.span, message).help(wanted.where_they_are);
        if self.may_suggest() {
            let guess = self.names.closest(&written.value, |ix| (wanted.pick)(ix).is_some());
            diagnostic = diagnostic.suggest_guess(guess);
        }
        self.diagnostics.push(diagnostic);
        None
    }

    /// A key of something public that names something internal.
    fn key_to_internal(&mut self, written: &Ref) {
        let message = format!("`{}` is internal, so the public site does not show it here", written.value);
        self.diagnostics.push(
            Diagnostic::new(code::LINK_TO_INTERNAL, written.span, message).help(
                "name a public record, or mark the entry as internal: `{value: …, audience: internal}`",
            ),
        );
    }

    fn may_suggest(&mut self) -> bool {
        let may = self.suggestions_left > 0;
        self.suggestions_left = self.suggestions_left.saturating_sub(1);
        may
    }

    /// Those of a list that exist, each once.
    fn find_all<T>(&mut self, written: &[Ref], wanted: &Wanted<T>) -> Vec<Ix<T>> {
        let mut found = Vec::new();
        for reference in written {
            if let Some(ix) = self.find(reference, wanted)
                && !found.contains(&ix)
            {
                found.push(ix);
            }
        }
        found
    }

    fn about(&mut self) {
        let Some(source) = self.plan.about.as_ref().and_then(|about| about.document.source.clone()) else {
            return;
        };
        let source = self.find(&source, &SOURCE);
        if let Some(about) = &mut self.plan.about {
            about.source = source;
        }
    }

    fn updates(&mut self) {
        let known = self.quick_updates();
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
        let document = self.listed.updates[ix.index()];
        let items = self.find_all(&document.items, &ITEM);
        let areas = self.find_all(&document.areas, &AREA);
        let by = self.find_all(&document.by, &AGENCY);
        let forum = document.forum.as_ref().and_then(|forum| self.find(forum, &FORUM));
        let corrects = document.corrects.as_ref().and_then(|corrected| self.corrected(corrected, ix));
        if let Some(corrected) = corrects {
            self.plan.updates.at_mut(corrected).corrected_by = Some(ix);
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

    fn forums(&mut self) {
        for index in 0..self.plan.forums.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.forums.at(ix).document);
            let items = self.find_all(&document.items, &ITEM);
            items.iter().for_each(|item| self.plan.items.at_mut(*item).forums.push(ix));
            self.plan.forums.at_mut(ix).items = items;
        }
    }
}

fn add<T>(list: &mut Vec<Ix<T>>, ix: Ix<T>) {
    if !list.contains(&ix) {
        list.push(ix);
    }
}
