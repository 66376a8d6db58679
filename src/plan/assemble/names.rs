//! Which id has which index. Ids are one namespace, because `[[id]]` names records of every kind.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Index as _, Plan, RecordIx};
use super::{Diagnostic, Span, code};
use crate::diag::{Guess, closest, guess};
use crate::parse::Documents;

/// The ids and files of a plan.
pub(super) struct Names<'d> {
    by_id: BTreeMap<String, RecordIx>,
    by_path: BTreeMap<String, RecordIx>,
    documents: &'d Documents,
    /// Items that were dropped with their area.
    homeless: BTreeSet<String>,
    /// Folders of areas.
    pub(super) folders: BTreeMap<String, super::super::Ix<super::Area>>,
}

/// A record with what it is called, before duplicates are dropped.
struct Named<'a> {
    id: &'a str,
    span: Span,
    path: &'a str,
}

impl<'d> Names<'d> {
    /// Lists the names of a plan. A record whose id is taken is reported and dropped.
    pub(super) fn of(
        plan: &mut Plan,
        documents: &'d Documents,
        homeless: BTreeSet<String>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let dropped = duplicates(plan, diagnostics);
        drop_records(plan, &dropped);
        let mut names = Self {
            documents,
            homeless,
            by_id: BTreeMap::new(),
            by_path: BTreeMap::new(),
            folders: BTreeMap::new(),
        };
        for (ix, area) in plan.areas.indexed() {
            names.folders.insert(area.document.folder.clone(), ix);
        }
        if let Some(about) = &plan.about {
            names.by_path.insert(about.document.record.path.clone(), RecordIx::Plan);
        }
        each(plan, |named, ix| {
            names.by_id.insert(named.id.to_owned(), ix);
            names.by_path.insert(named.path.to_owned(), ix);
        });
        for (ix, attachment) in plan.attachments.indexed() {
            names.by_path.insert(attachment.document.path.clone(), RecordIx::Attachment(ix));
        }
        // Their ids hold a `/`, so they meet no other.
        for (ix, update) in
            plan.updates.indexed().filter(|(_, update)| update.document.short_form_of.is_some())
        {
            names.by_id.insert(update.document.written_id.clone(), RecordIx::Update(ix));
        }
        names.add_aliases(plan);
        names
    }

    /// Old ids lead to the new record, unless somebody else has them now.
    fn add_aliases(&mut self, plan: &Plan) {
        let mut aliases: Vec<(String, RecordIx)> = Vec::new();
        let mut note = |list: &[crate::diag::Spanned<String>], ix| {
            aliases.extend(list.iter().map(|alias| (alias.value.clone(), ix)))
        };
        plan.areas.indexed().for_each(|(ix, area)| note(&area.document.record.aliases, RecordIx::Area(ix)));
        plan.items.indexed().for_each(|(ix, item)| note(&item.document.record.aliases, RecordIx::Item(ix)));
        plan.agencies
            .indexed()
            .for_each(|(ix, agency)| note(&agency.document.record.aliases, RecordIx::Agency(ix)));
        plan.forums
            .indexed()
            .for_each(|(ix, forum)| note(&forum.document.record.aliases, RecordIx::Forum(ix)));
        plan.updates
            .indexed()
            .for_each(|(ix, update)| note(&update.document.record.aliases, RecordIx::Update(ix)));
        plan.sources
            .indexed()
            .for_each(|(ix, source)| note(&source.document.record.aliases, RecordIx::Source(ix)));
        plan.pages.indexed().for_each(|(ix, page)| note(&page.document.record.aliases, RecordIx::Page(ix)));
        for (alias, ix) in aliases {
            self.by_id.entry(alias).or_insert(ix);
        }
    }

    pub(super) fn id(&self, id: &str) -> Option<RecordIx> {
        self.by_id.get(id).copied()
    }

    pub(super) fn path(&self, path: &str) -> Option<RecordIx> {
        self.by_path.get(path).copied()
    }

    /// Whether a record of this id or path is there and could not be read, which was reported.
    pub(super) fn is_unreadable(&self, name: &str) -> bool {
        self.documents.unreadable.contains(name) || self.homeless.contains(name)
    }

    /// Whether a record of this id or path was left out because it is internal. Then nothing else is meant by it, even if
    /// it is an old id of something public.
    pub(super) fn is_internal(&self, name: &str) -> bool {
        self.documents.internal.names.contains(name)
    }

    /// Whether this is an old id of such a record.
    pub(super) fn is_internal_alias(&self, name: &str) -> bool {
        self.documents.internal.aliases.contains(name)
    }

    /// The id that was most likely meant, among those of one kind.
    pub(super) fn closest(&self, id: &str, of_kind: impl Fn(RecordIx) -> bool) -> Option<Guess<'_>> {
        guess(id, self.by_id.iter().filter(|(_, ix)| of_kind(**ix)).map(|(id, _)| id.as_str()))
    }

    /// The file that was most likely meant, by its name.
    pub(super) fn closest_path(&self, path: &str) -> Option<&str> {
        closest(path, self.by_path.keys().map(String::as_str))
    }
}

/// Calls `note` with every record that has an id of its own, kind by kind.
fn each<'p>(plan: &'p Plan, mut note: impl FnMut(Named<'p>, RecordIx)) {
    for (ix, area) in plan.areas.indexed() {
        let document = &area.document;
        let named = Named {
            id: document.number.value.as_str(),
            span: document.number.span,
            path: &document.record.path,
        };
        note(named, RecordIx::Area(ix));
    }
    for (ix, item) in plan.items.indexed() {
        let record = &item.document.record;
        note(
            Named { id: item.document.id.as_str(), span: record.span, path: &record.path },
            RecordIx::Item(ix),
        );
    }
    for (ix, agency) in plan.agencies.indexed() {
        let record = &agency.document.record;
        note(Named { id: &agency.document.id, span: record.span, path: &record.path }, RecordIx::Agency(ix));
    }
    for (ix, forum) in plan.forums.indexed() {
        let record = &forum.document.record;
        note(Named { id: &forum.document.id, span: record.span, path: &record.path }, RecordIx::Forum(ix));
    }
    for (ix, source) in plan.sources.indexed() {
        let record = &source.document.record;
        note(Named { id: &source.document.id, span: record.span, path: &record.path }, RecordIx::Source(ix));
    }
    for (ix, page) in plan.pages.indexed() {
        let record = &page.document.record;
        note(Named { id: &page.document.id, span: record.span, path: &record.path }, RecordIx::Page(ix));
    }
    for (ix, update) in plan.updates.indexed().filter(|(_, update)| update.document.short_form_of.is_none()) {
        let record = &update.document.record;
        note(Named { id: &update.document.id, span: record.span, path: &record.path }, RecordIx::Update(ix));
    }
}

fn duplicates(plan: &Plan, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<RecordIx> {
    let mut all: Vec<(&str, &str, Span, RecordIx)> = Vec::new();
    each(plan, |named, ix| all.push((named.id, named.path, named.span, ix)));
    all.sort();
    let mut dropped = BTreeSet::new();
    for pair in all.windows(2) {
        let [(first_id, first_path, first_span, _), (id, _, span, ix)] = pair else { continue };
        if first_id == id {
            dropped.insert(*ix);
            diagnostics.push(
                Diagnostic::new(
                    code::DUPLICATE_ID,
                    *span,
                    format!("the id `{id}` is taken: {first_path} has it"),
                )
                .label(*first_span, "the first one")
                .help("ids name one record each, of whatever kind: rename one of the two files"),
            );
        }
    }
    dropped
}

fn drop_records(plan: &mut Plan, dropped: &BTreeSet<RecordIx>) {
    fn keep<T>(list: &mut Vec<T>, gone: impl Fn(super::super::Ix<T>) -> bool) {
        let mut index = 0;
        list.retain(|_| {
            index += 1;
            !gone(super::super::Ix::new(index - 1))
        });
    }
    if dropped.is_empty() {
        return;
    }
    keep(&mut plan.areas, |ix| dropped.contains(&RecordIx::Area(ix)));
    keep(&mut plan.items, |ix| dropped.contains(&RecordIx::Item(ix)));
    keep(&mut plan.updates, |ix| dropped.contains(&RecordIx::Update(ix)));
    keep(&mut plan.agencies, |ix| dropped.contains(&RecordIx::Agency(ix)));
    keep(&mut plan.forums, |ix| dropped.contains(&RecordIx::Forum(ix)));
    keep(&mut plan.sources, |ix| dropped.contains(&RecordIx::Source(ix)));
    keep(&mut plan.pages, |ix| dropped.contains(&RecordIx::Page(ix)));
}
