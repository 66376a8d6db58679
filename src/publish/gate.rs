//! Which records the public sees.
//!
//! What is internal closes what is in it: `plan.md` the book, or its edition; `area.md` its items and files; an item its
//! parts. Nothing opens what is closed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::LeftOut;
use crate::diag::{Diagnostic, Span, code};
use crate::outline::OutlineId;
use crate::parse::{
    AreaDocument, Cut, Documents, EditionDocuments, Internal, ItemDocument, Record, UpdateDocument,
    edition_name, item_of_edition,
};
use crate::vocabulary::Audience;

/// The documents of a book, and which of them are closed.
pub(super) struct Gate<'a> {
    whole: &'a Documents,
    /// What each file says to the public.
    public: Option<Documents>,
    closed: Closed,
}

/// What is closed, by name.
#[derive(Default)]
struct Closed {
    /// The plan itself.
    plan: Option<Span>,
    /// Folders of areas.
    folders: BTreeSet<String>,
    /// Folders of areas of other editions, as paths.
    edition_folders: Vec<String>,
    /// Items and parts.
    items: BTreeSet<String>,
    /// Editions.
    editions: BTreeSet<String>,
}

/// What passed.
pub(super) struct Passed {
    pub(super) documents: Documents,
    pub(super) left_out: LeftOut,
    pub(super) closed: Option<Span>,
    pub(super) problems: Vec<Diagnostic>,
}

fn is_public(record: &Record) -> bool {
    record.audience == Audience::Public
}

impl<'a> Gate<'a> {
    pub(super) fn new(whole: &'a Documents, public: Option<Documents>) -> Self {
        let mut closed = Closed {
            plan: whole.plan.as_ref().filter(|plan| !is_public(&plan.record)).map(|plan| plan.record.span),
            ..Closed::default()
        };
        closed.folders = closed_folders(whole.areas.iter().map(|area| (&area.record, area.folder.as_str())));
        closed.items = closed_items(&whole.items, &closed.folders);
        let editions = whole.editions.iter();
        let shut =
            editions.filter(|edition| edition.plan.as_ref().is_some_and(|plan| !is_public(&plan.record)));
        closed.editions = shut.map(|edition| edition.name.clone()).collect();
        for edition in &whole.editions {
            let folders =
                closed_folders(edition.areas.iter().map(|area| (&area.record, area.folder.as_str())));
            let path = |folder| format!("content/editions/{}/areas/{folder}/", edition.name);
            closed.edition_folders.extend(folders.into_iter().map(path));
        }
        Self { whole, public, closed }
    }

    /// Whether nothing is to be left out, as in most public plans: then the whole plan is the one to show.
    pub(super) fn is_open(&self) -> bool {
        let whole = self.whole;
        self.public.is_none()
            && self.closed.plan.is_none()
            && self.closed.folders.is_empty()
            && self.closed.items.is_empty()
            && self.closed.editions.is_empty()
            && whole.updates.iter().all(|update| is_public(&update.record))
            && whole.agencies.iter().all(|agency| is_public(&agency.record))
            && whole.forums.iter().all(|forum| is_public(&forum.record))
            && whole.sources.iter().all(|source| is_public(&source.record))
            && whole.pages.iter().all(|page| is_public(&page.record))
            && whole.editions.iter().all(|edition| {
                edition.areas.iter().all(|area| is_public(&area.record))
                    && edition.items.iter().all(|item| is_public(&item.record))
            })
    }

    /// What the public may see, what that leaves out, and what of it may not have been meant.
    pub(super) fn pass(self) -> Passed {
        let mut problems = Vec::new();
        if self.closed.plan.is_some() {
            let closed = self.closed.plan;
            return Passed {
                documents: Documents::default(),
                left_out: LeftOut::default(),
                closed,
                problems,
            };
        }
        let whole = self.whole;
        let mut kept = self.public.unwrap_or_else(|| whole.clone());
        let (closed, mut names) = (&self.closed, Names::default());
        kept.areas
            .retain(|area| names.note(is_public(&area.record), area.number.value.as_str(), &area.record));
        kept.items.retain(|item| {
            names.note(!closed.items.contains(item.id.as_str()), item.id.as_str(), &item.record)
        });
        kept.agencies.retain(|agency| names.note(is_public(&agency.record), &agency.id, &agency.record));
        kept.forums.retain(|forum| names.note(is_public(&forum.record), &forum.id, &forum.record));
        kept.sources.retain(|source| names.note(is_public(&source.record), &source.id, &source.record));
        kept.pages.retain(|page| names.note(is_public(&page.record), &page.id, &page.record));
        kept.attachments.retain(|attachment| {
            let passes = !closed.has_file(&attachment.path);
            if !passes {
                names.0.names.insert(attachment.path.clone());
            }
            passes
        });
        kept.editions.retain(|edition| {
            let passes = !closed.editions.contains(&edition.name);
            if !passes {
                names.0.names.insert(edition_name(&edition.name));
            }
            passes
        });
        kept.editions.iter_mut().for_each(|edition| keep_public(edition, &mut names));
        kept.editions.retain(|edition| {
            let empty = edition.plan.is_none() && edition.areas.is_empty() && edition.items.is_empty();
            if empty {
                names.0.names.insert(edition_name(&edition.name));
            }
            !empty
        });
        let subjects = Subjects::of(&kept.areas, &kept.items);
        let all = Subjects::of(&whole.areas, &whole.items);
        kept.updates.retain(|update| {
            let (seen, public) = (subjects.has_any(update), is_public(&update.record));
            if !seen && public && update.short_form_of.is_none() {
                problems.extend(update_of_internal(update, closed, &all));
            }
            match update.short_form_of {
                None => names.note(seen && public, &update.id, &update.record),
                Some(_) => seen && public,
            }
        });
        names.note_short(whole, &closed.items);
        kept.internal = Arc::new(names.0);
        problems.extend(public_in_internal(whole, closed));
        let left_out = left_out(whole, &kept);
        Passed { documents: kept, left_out, closed: None, problems }
    }
}

impl Closed {
    /// Whether a file lies in the folder of something that is closed.
    fn has_file(&self, path: &str) -> bool {
        let folder = |start: &str| path.strip_prefix(start)?.split_once('/').map(|(folder, _)| folder);
        folder("content/areas/").is_some_and(|folder| self.folders.contains(folder))
            || folder("content/editions/").is_some_and(|edition| self.editions.contains(edition))
            || self.edition_folders.iter().any(|folder| path.starts_with(folder.as_str()))
    }
}

/// Areas and items that an update can bear on.
struct Subjects<'a> {
    areas: BTreeSet<&'a str>,
    items: BTreeSet<&'a str>,
}

impl<'a> Subjects<'a> {
    fn of(areas: &'a [Arc<AreaDocument>], items: &'a [Arc<ItemDocument>]) -> Self {
        Self {
            areas: areas.iter().flat_map(|area| names(area.number.value.as_str(), &area.record)).collect(),
            items: items.iter().flat_map(|item| names(item.id.as_str(), &item.record)).collect(),
        }
    }

    fn has_any(&self, update: &UpdateDocument) -> bool {
        update.whole_plan
            || update.items.iter().any(|item| self.items.contains(item.value.as_str()))
            || update.areas.iter().any(|area| self.areas.contains(area.value.as_str()))
    }
}

/// What a record can be called: its id and its old ids.
fn names<'a>(id: &'a str, record: &'a Record) -> impl Iterator<Item = &'a str> {
    std::iter::once(id).chain(record.aliases.iter().map(|alias| alias.value.as_str()))
}

/// The folders of areas that are internal.
fn closed_folders<'a>(areas: impl Iterator<Item = (&'a Record, &'a str)>) -> BTreeSet<String> {
    areas.filter(|(record, _)| !is_public(record)).map(|(_, folder)| folder.to_owned()).collect()
}

/// Items that are internal, that lie in a closed folder, or that are parts of one that is closed.
fn closed_items(items: &[Arc<ItemDocument>], folders: &BTreeSet<String>) -> BTreeSet<String> {
    let own: BTreeSet<&str> = items
        .iter()
        .filter(|item| !is_public(&item.record) || folders.contains(&item.folder))
        .map(|item| item.id.as_str())
        .collect();
    let is_closed = |id: &OutlineId| {
        let mut above = Some(id.clone());
        while let Some(step) = above {
            if own.contains(step.as_str()) {
                return true;
            }
            above = step.parent();
        }
        false
    };
    if own.is_empty() {
        return BTreeSet::new();
    }
    items.iter().filter(|item| is_closed(&item.id)).map(|item| item.id.as_str().to_owned()).collect()
}

/// Another edition, without its internal areas and items.
fn keep_public(edition: &mut EditionDocuments, names: &mut Names) {
    let folders = closed_folders(edition.areas.iter().map(|area| (&area.record, area.folder.as_str())));
    let items = closed_items(&edition.items, &folders);
    edition.areas.retain(|area| is_public(&area.record));
    names.0.names.extend(items.iter().map(|item| item_of_edition(&edition.name, item)));
    edition.items.retain(|item| !items.contains(item.id.as_str()));
}

/// A public update that the public does not see, because it sees nothing that it bears on.
fn update_of_internal(update: &UpdateDocument, closed: &Closed, all: &Subjects<'_>) -> Option<Diagnostic> {
    let named = update.items.iter().filter(|item| closed.items.contains(&item.value));
    // One that names nothing there is was reported for that.
    let areas = update.areas.iter().filter(|number| all.areas.contains(number.value.as_str()));
    let first = named.chain(areas).next();
    let marked = update.record.cut.entries > 0;
    let span = first.map(|first| first.span).or_else(|| marked.then(|| update.date_span()))?;
    let problem = Diagnostic::new(
        code::UPDATE_OF_INTERNAL,
        span,
        "the update is only about internal records, so the public site leaves it out",
    );
    Some(
        problem
            .help("write `audience: internal` into the update too, or name a public record that it is about"),
    )
}

/// Records that say they are public, and lie in something that is not.
fn public_in_internal(whole: &Documents, closed: &Closed) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut look = |record: &Record, is_closed: bool, around: &str| {
        let stated = record.audience_span.filter(|_| is_closed && is_public(record));
        problems.extend(stated.map(|span| closed_around(span, around)));
    };
    for item in &whole.items {
        let around =
            if closed.folders.contains(&item.folder) { "its area" } else { "the item it is a part of" };
        look(&item.record, closed.items.contains(item.id.as_str()), around);
    }
    for edition in &whole.editions {
        let shut = closed.editions.contains(&edition.name);
        let folders = closed_folders(edition.areas.iter().map(|area| (&area.record, area.folder.as_str())));
        let items = closed_items(&edition.items, &folders);
        edition.areas.iter().for_each(|area| look(&area.record, shut, "its edition"));
        for item in &edition.items {
            look(&item.record, shut || items.contains(item.id.as_str()), "what contains it");
        }
    }
    // A short update has the audience of its item by now; only the place of its own word tells that it says "public".
    let in_closed = |update: &&Arc<UpdateDocument>| {
        update.short_form_of.as_ref().is_some_and(|item| closed.items.contains(item.as_str()))
    };
    let stated = whole.updates.iter().filter(in_closed).filter_map(|update| update.record.audience_span);
    problems.extend(stated.map(|span| closed_around(span, "its item")));
    problems
}

fn closed_around(span: Span, around: &str) -> Diagnostic {
    let message =
        format!("this is marked public, but {around} is internal, so the public site leaves it out");
    Diagnostic::new(code::PUBLIC_IN_INTERNAL, span, message)
        .help(format!("remove `audience: public` here, or make {around} public"))
}

/// What does not pass is called so.
#[derive(Default)]
struct Names(Internal);

impl Names {
    /// Remembers a record unless it passes.
    fn note(&mut self, passes: bool, id: &str, record: &Record) -> bool {
        if !passes {
            self.0.names.extend([id.to_owned(), record.path.clone()]);
            self.0.aliases.extend(record.aliases.iter().map(|alias| alias.value.clone()));
        }
        passes
    }

    /// Short updates share the file of their item, and those that are internal were cut out of it before.
    fn note_short(&mut self, whole: &Documents, closed: &BTreeSet<String>) {
        for update in &whole.updates {
            let Some(item) = &update.short_form_of else { continue };
            if !is_public(&update.record) || closed.contains(item.as_str()) {
                self.0.names.insert(update.id.clone());
            }
        }
    }
}

/// How many there are of each kind in one and not in the other.
fn left_out(whole: &Documents, kept: &Documents) -> LeftOut {
    let mut left_out = LeftOut::default();
    left_out.count("area", "areas", whole.areas.len() - kept.areas.len());
    left_out.count("item or part", "items and parts", whole.items.len() - kept.items.len());
    left_out.count("update", "updates", whole.updates.len() - kept.updates.len());
    left_out.count("agency", "agencies", whole.agencies.len() - kept.agencies.len());
    left_out.count("forum", "forums", whole.forums.len() - kept.forums.len());
    left_out.count("source", "sources", whole.sources.len() - kept.sources.len());
    left_out.count("page", "pages", whole.pages.len() - kept.pages.len());
    left_out.count("edition", "editions", whole.editions.len() - kept.editions.len());
    let of_editions = |documents: &Documents| -> usize {
        documents.editions.iter().map(|edition| edition.areas.len() + edition.items.len()).sum()
    };
    left_out.count(
        "record of another edition",
        "records of other editions",
        of_editions(whole) - of_editions(kept),
    );
    let cuts = cuts(kept);
    left_out.count("entry", "entries", cuts.entries);
    left_out.count("block of text", "blocks of text", cuts.blocks);
    left_out
}

/// What was cut out of the records that passed.
fn cuts(kept: &Documents) -> Cut {
    let records = (kept.plan.iter().map(|plan| &plan.record))
        .chain(kept.areas.iter().map(|area| &area.record))
        .chain(kept.items.iter().map(|item| &item.record))
        .chain(kept.updates.iter().map(|update| &update.record))
        .chain(kept.agencies.iter().map(|agency| &agency.record))
        .chain(kept.forums.iter().map(|forum| &forum.record))
        .chain(kept.sources.iter().map(|source| &source.record))
        .chain(kept.pages.iter().map(|page| &page.record));
    records.fold(Cut::default(), |sum, record| Cut {
        entries: sum.entries + record.cut.entries,
        blocks: sum.blocks + record.cut.blocks,
    })
}
