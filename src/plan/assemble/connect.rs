//! Looks up every reference, and writes each connection down on both sides.

use std::sync::Arc;

use super::super::{Agency, Continues, Forum, Index, Item, Ix, Links, Plan, RecordIx, Role, Source, Update};
use super::names::Names;
use super::{Diagnostic, code, wrong_folder};
use crate::diag::{Code, Span};
use crate::markdown::{Fragment, Target};
use crate::parse::{Ref, Role as WrittenRole};

/// How many suggestions are looked for. Each looks at every id, and a plan with more slips has one cause for them.
const SUGGESTIONS: usize = 100;

pub(super) struct Connect<'a> {
    plan: &'a mut Plan,
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
        names: &'a Names<'a>,
        diagnostics: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { plan, names, diagnostics, suggestions_left: SUGGESTIONS }
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
        if let Some(found) = self.names.id(&written.value).and_then(wanted.pick) {
            return Some(found);
        }
        if self.names.is_unreadable(&written.value) {
            return None;
        }
        let message = format!("there is no {} `{}`", wanted.kind, written.value);
        let mut diagnostic = Diagnostic::new(wanted.code, written.span, message).help(wanted.where_they_are);
        if self.may_suggest()
            && let Some(meant) = self.names.closest(&written.value, |ix| (wanted.pick)(ix).is_some())
        {
            diagnostic = diagnostic.suggest(meant);
        }
        self.diagnostics.push(diagnostic);
        None
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

    /// Items to their areas, parts to their items.
    fn outline(&mut self) {
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.items.at(ix).document);
            // An area whose id was taken is gone by now, which was reported: its items stand with the one that has it.
            let own = self.names.folders.get(&document.folder).copied();
            let area =
                own.or_else(|| self.names.id(document.id.area()).and_then(AREA.pick)).unwrap_or(Ix::new(0));
            if let Some(number) = own.map(|area| self.plan.areas.at(area).document.number.value.clone())
                && document.id.area() != number.as_str()
            {
                self.diagnostics.push(wrong_folder(&document, &number));
            }
            self.plan.items.at_mut(ix).area = area;
            let parent = document.id.parent().filter(|parent| parent.depth() >= 2);
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
                            "add a file {}-….md, or mend the number in this file's name",
                            parent.as_str()
                        )),
                    );
                }
            }
        }
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

    fn agencies(&mut self) {
        for index in 0..self.plan.agencies.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.agencies.at(ix).document);
            let parent = document.parent.as_ref().and_then(|parent| self.find(parent, &AGENCY));
            let successor = document.successor.as_ref().and_then(|successor| self.find(successor, &AGENCY));
            let agency = self.plan.agencies.at_mut(ix);
            (agency.parent, agency.successor) = (parent, successor);
        }
        self.break_cycles(
            |agency| agency.parent,
            |agency| agency.parent = None,
            |agency| agency.document.parent.clone(),
            "part of",
        );
        self.break_cycles(
            |agency| agency.successor,
            |agency| agency.successor = None,
            |agency| agency.document.successor.clone(),
            "succeeded by",
        );
        for index in 0..self.plan.agencies.len() {
            let ix = Ix::new(index);
            let (parent, successor) = (self.plan.agencies.at(ix).parent, self.plan.agencies.at(ix).successor);
            if let Some(parent) = parent {
                self.plan.agencies.at_mut(parent).children.push(ix);
            }
            if let Some(successor) = successor {
                self.plan.agencies.at_mut(successor).predecessors.push(ix);
            }
        }
    }

    /// Follows a chain of agencies from each; one that comes back to its start is reported and cut there.
    fn break_cycles(
        &mut self,
        next: fn(&Agency) -> Option<Ix<Agency>>,
        cut: fn(&mut Agency),
        written: fn(&Agency) -> Option<Ref>,
        relation: &str,
    ) {
        for index in 0..self.plan.agencies.len() {
            let start = Ix::new(index);
            let mut chain = vec![start];
            let mut at = start;
            let closes = loop {
                match next(self.plan.agencies.at(at)) {
                    Some(following) if following == start => break true,
                    Some(following) if !chain.contains(&following) => {
                        chain.push(following);
                        at = following;
                    }
                    _ => break false,
                }
            };
            if !closes {
                continue;
            }
            let agency = self.plan.agencies.at(start);
            if let Some(reference) = written(agency) {
                let ids: Vec<&str> = chain
                    .iter()
                    .chain([&start])
                    .map(|ix| self.plan.agencies.at(*ix).document.id.as_str())
                    .collect();
                let message = format!("an agency is {relation} itself: {}", ids.join(" → "));
                self.diagnostics.push(
                    Diagnostic::new(code::PARENT_CYCLE, reference.span, message)
                        .help("remove one of the links of this chain"),
                );
            }
            cut(self.plan.agencies.at_mut(start));
        }
    }

    fn roles_of(&mut self, written: &[WrittenRole]) -> Vec<Role> {
        let mut roles = Vec::new();
        for role in written {
            roles.extend(self.find(&role.agency, &AGENCY).map(|agency| Role { agency, basis: role.basis }));
        }
        roles
    }

    fn roles(&mut self) {
        for index in 0..self.plan.areas.len() {
            let document = Arc::clone(&self.plan.areas[index].document);
            self.plan.areas[index].lead = self.roles_of(&document.lead);
        }
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.items.at(ix).document);
            let (lead, supporting) = (self.roles_of(&document.lead), self.roles_of(&document.supporting));
            for role in &lead {
                self.plan.agencies.at_mut(role.agency).leads.push(ix);
            }
            for role in &supporting {
                self.plan.agencies.at_mut(role.agency).supports.push(ix);
            }
            let item = self.plan.items.at_mut(ix);
            (item.lead, item.supporting) = (lead, supporting);
        }
    }

    fn updates(&mut self) {
        for index in 0..self.plan.updates.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.updates.at(ix).document);
            let items = self.find_all(&document.items, &ITEM);
            let areas = self.find_all(&document.areas, &AREA);
            let by = self.find_all(&document.by, &AGENCY);
            let forum = document.forum.as_ref().and_then(|forum| self.find(forum, &FORUM));
            let corrects = document.corrects.as_ref().and_then(|corrected| self.corrected(corrected, ix));
            items.iter().for_each(|item| self.plan.items.at_mut(*item).updates.push(ix));
            areas.iter().for_each(|area| self.plan.areas.at_mut(*area).updates.push(ix));
            by.iter().for_each(|agency| self.plan.agencies.at_mut(*agency).updates.push(ix));
            if let Some(forum) = forum {
                self.plan.forums.at_mut(forum).updates.push(ix);
            }
            if let Some(corrected) = corrects {
                self.plan.updates.at_mut(corrected).corrected_by = Some(ix);
            }
            if let (true, Some(about)) = (document.whole_plan, &mut self.plan.about) {
                about.updates.push(ix);
            }
            let update = self.plan.updates.at_mut(ix);
            (update.items, update.areas, update.by, update.forum, update.corrects) =
                (items, areas, by, forum, corrects);
        }
    }

    /// The update that another corrects, which is not itself.
    fn corrected(&mut self, written: &Ref, by: Ix<Update>) -> Option<Ix<Update>> {
        let corrected = self.find(written, &UPDATE)?;
        if corrected == by {
            let diagnostic =
                Diagnostic::new(code::UNKNOWN_UPDATE, written.span, "an update cannot correct itself");
            self.diagnostics.push(diagnostic.help("name the earlier update that was wrong"));
            return None;
        }
        Some(corrected)
    }

    fn items(&mut self) {
        let plan_source = self.plan.about.as_ref().and_then(|about| about.source);
        for index in 0..self.plan.items.len() {
            let ix = Ix::new(index);
            let document = Arc::clone(&self.plan.items.at(ix).document);
            let related = self.find_all(&document.related, &ITEM);
            let depends_on = self.find_all(&document.depends_on, &ITEM);
            let same_as = self.find_all(&document.same_as, &ITEM);
            let own_source = document.source.as_ref().and_then(|source| self.find(source, &SOURCE));
            let source =
                own_source.or(plan_source.filter(|_| document.text.is_some() && document.source.is_none()));
            let continues = document.continues.iter().filter_map(|written| self.continues(written)).collect();
            for other in related.iter().filter(|other| **other != ix) {
                add(&mut self.plan.items.at_mut(*other).related, ix);
            }
            if let Some(source) = source {
                self.plan.sources.at_mut(source).items.push(ix);
            }
            let item = self.plan.items.at_mut(ix);
            for other in related.into_iter().filter(|other| *other != ix) {
                add(&mut item.related, other);
            }
            (item.depends_on, item.same_as, item.source, item.continues) =
                (depends_on, same_as, source, continues);
        }
        for item in &mut self.plan.items {
            item.related.sort();
        }
        self.share_updates();
    }

    /// `same-as` holds in both directions and along chains; all of a group have the same updates.
    fn share_updates(&mut self) {
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

    fn continues(&mut self, written: &crate::parse::Continues) -> Option<Continues> {
        let Some((edition, record)) =
            self.plan.editions.indexed().find(|(_, edition)| edition.name == written.edition.value)
        else {
            let message = format!("there is no edition `{}`", written.edition.value);
            self.diagnostics.push(
                Diagnostic::new(code::UNKNOWN_EDITION, written.edition.span, message)
                    .suggest_from(
                        &written.edition.value,
                        self.plan.editions.iter().map(|edition| edition.name.as_str()),
                    )
                    .help("editions are the folders in content/editions/"),
            );
            return None;
        };
        let Some(item) = record.items.iter().position(|item| item.id.as_str() == written.item.value) else {
            let message = format!("edition {} has no item `{}`", written.edition.value, written.item.value);
            self.diagnostics.push(
                Diagnostic::new(code::UNKNOWN_ITEM, written.item.span, message)
                    .suggest_from(&written.item.value, record.items.iter().map(|item| item.id.as_str()))
                    .help("its items are the files in that edition's areas/ folder"),
            );
            return None;
        };
        Some(Continues { edition, item, how: written.how })
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

    /// The links of all texts, and from where each record is referred to.
    fn texts(&mut self) {
        macro_rules! each {
            ($list:ident, $kind:ident) => {
                for index in 0..self.plan.$list.len() {
                    let ix = Ix::new(index);
                    let document = Arc::clone(&self.plan.$list.at(ix).document);
                    let to = self.references(&document.record.body);
                    self.note_backlinks(RecordIx::$kind(ix), &to);
                    self.plan.$list.at_mut(ix).links.to = to;
                }
            };
        }
        if let Some(document) = self.plan.about.as_ref().map(|about| Arc::clone(&about.document)) {
            let to = self.references(&document.record.body);
            self.note_backlinks(RecordIx::Plan, &to);
            if let Some(about) = &mut self.plan.about {
                about.links.to = to;
            }
        }
        each!(areas, Area);
        each!(items, Item);
        each!(updates, Update);
        each!(agencies, Agency);
        each!(forums, Forum);
        each!(sources, Source);
        each!(pages, Page);
    }

    fn references(&mut self, body: &Fragment) -> Vec<Option<RecordIx>> {
        body.references().iter().map(|reference| self.target(&reference.target, reference.span)).collect()
    }

    fn target(&mut self, target: &Target, span: Span) -> Option<RecordIx> {
        let found = match target {
            Target::Id(id) => self.names.id(id),
            Target::File { path, .. } => self.names.path(path),
        };
        let (Target::Id(written) | Target::File { path: written, .. }) = target;
        if found.is_some() || self.names.is_unreadable(written) {
            return found;
        }
        let meant = match target {
            _ if !self.may_suggest() => None,
            Target::Id(id) => self.names.closest(id, |_| true).map(|id| format!("[[{id}]]")),
            Target::File { path, .. } => self.names.closest_path(path).map(|path| format!("the file {path}")),
        };
        let help = match meant {
            Some(meant) => format!("did you mean {meant}?"),
            None => {
                "write the id of a record: an item's number, or the name of a file without .md".to_owned()
            }
        };
        let message = format!("`{written}` does not exist");
        self.diagnostics.push(Diagnostic::new(code::DANGLING_REFERENCE, span, message).help(help));
        None
    }

    fn note_backlinks(&mut self, from: RecordIx, to: &[Option<RecordIx>]) {
        for target in to.iter().flatten().filter(|target| **target != from) {
            if let Some(links) = self.links_of(*target)
                && !links.from.contains(&from)
            {
                links.from.push(from);
            }
        }
    }

    fn links_of(&mut self, record: RecordIx) -> Option<&mut Links> {
        Some(match record {
            RecordIx::Plan => &mut self.plan.about.as_mut()?.links,
            RecordIx::Area(ix) => &mut self.plan.areas.at_mut(ix).links,
            RecordIx::Item(ix) => &mut self.plan.items.at_mut(ix).links,
            RecordIx::Update(ix) => &mut self.plan.updates.at_mut(ix).links,
            RecordIx::Agency(ix) => &mut self.plan.agencies.at_mut(ix).links,
            RecordIx::Forum(ix) => &mut self.plan.forums.at_mut(ix).links,
            RecordIx::Source(ix) => &mut self.plan.sources.at_mut(ix).links,
            RecordIx::Page(ix) => &mut self.plan.pages.at_mut(ix).links,
        })
    }
}

fn add<T>(list: &mut Vec<Ix<T>>, ix: Ix<T>) {
    if !list.contains(&ix) {
        list.push(ix);
    }
}
