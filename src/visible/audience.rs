//! Which records the public sees.
//!
//! What is internal hides what is in it: `plan.md` the book, or its edition; `area.md` its items and files; an item its
//! parts. No mark makes anything in it public again.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::LeftOut;
use crate::diag::{Diagnostic, Span, code};
use crate::item_code::fold_code;
use crate::outline::OutlineId;
use crate::parse::{
    AreaDocument, Documents, Internal, ItemDocument, Record, RemovedCounts, UpdateDocument, edition_name,
    item_of_edition,
};
use crate::vocabulary::Audience;

/// The documents of a book, and which of them are hidden from the public.
pub struct AudienceFilter<'a> {
    whole: &'a Documents,
    /// What each file says to the public.
    public: Option<Documents>,
    hidden: Hidden,
}

/// What is hidden of a plan, by name.
#[derive(Default)]
struct Hidden {
    /// The plan itself.
    plan: Option<Span>,
    /// Folders of areas.
    folders: BTreeSet<String>,
    /// The same, as paths.
    paths: Vec<String>,
    /// Items and parts.
    items: BTreeSet<String>,
    /// Their codes, as they are compared.
    codes: BTreeSet<String>,
    /// What is hidden of each of its editions.
    editions: Vec<Hidden>,
}

/// What the public may see.
pub struct PublicDocuments {
    /// The documents.
    pub documents: Documents,
    /// How much they leave out.
    pub left_out: LeftOut,
    /// Where the plan itself is marked internal: then there are none.
    pub internal_plan: Option<Span>,
    /// What of this may not have been meant.
    pub problems: Vec<Diagnostic>,
}

fn is_public(record: &Record) -> bool {
    record.audience == Audience::Public
}

impl<'a> AudienceFilter<'a> {
    /// Finds out what is internal. `public` is what the files say to the public, where that is something else.
    pub fn new(whole: &'a Documents, public: Option<Documents>) -> Self {
        Self { whole, public, hidden: Hidden::of(whole) }
    }

    /// Whether nothing is to be left out, as in most public plans: then the whole plan is the one to show.
    pub fn hides_nothing(&self) -> bool {
        let nothing = |hidden: &Hidden, documents: &Documents| {
            hidden.plan.is_none()
                && hidden.folders.is_empty()
                && hidden.items.is_empty()
                && documents.records().all(is_public)
        };
        let editions = self.hidden.editions.iter().zip(&self.whole.editions);
        self.public.is_none()
            && nothing(&self.hidden, self.whole)
            && editions.into_iter().all(|(hidden, documents)| nothing(hidden, documents))
    }

    /// Leaves out what is internal.
    pub fn apply(self) -> PublicDocuments {
        let mut problems = Vec::new();
        if self.hidden.plan.is_some() {
            return PublicDocuments {
                documents: Documents::default(),
                left_out: LeftOut::default(),
                internal_plan: self.hidden.plan,
                problems,
            };
        }
        let whole = self.whole;
        let mut kept = self.public.unwrap_or_else(|| whole.clone());
        let (hidden, mut names) = (&self.hidden, HiddenNames::default());
        kept.agencies.retain(|agency| names.note(is_public(&agency.record), &agency.id, &agency.record));
        kept.forums.retain(|forum| names.note(is_public(&forum.record), &forum.id, &forum.record));
        kept.sources.retain(|source| names.note(is_public(&source.record), &source.id, &source.record));
        kept.pages.retain(|page| names.note(is_public(&page.record), &page.id, &page.record));
        kept.attachments.retain(|attachment| {
            let shown = !hidden.has_file(&attachment.path, whole);
            if !shown {
                names.0.names.insert(attachment.path.clone());
            }
            shown
        });
        names.note_editions(whole, hidden);
        kept.share();
        let mut editions = std::mem::take(&mut kept.editions);
        editions.retain_mut(|edition| {
            let of = whole.editions.iter().zip(&hidden.editions);
            let Some((whole, hidden)) = of.into_iter().find(|(whole, _)| whole.edition == edition.edition)
            else {
                return false;
            };
            let shown = hidden.plan.is_none();
            if shown {
                let mut names = names.clone();
                problems.extend(keep_public(edition, whole, hidden, &mut names));
                edition.internal = Arc::new(names.0);
            }
            shown && !is_empty(edition)
        });
        for whole in whole.editions.iter() {
            if editions.iter().all(|edition| edition.edition != whole.edition) {
                names.0.names.insert(edition_name(whole.edition.as_deref().unwrap_or_default()));
            }
        }
        problems.extend(keep_public(&mut kept, whole, hidden, &mut names));
        kept.editions = editions;
        kept.internal = Arc::new(names.0);
        problems.extend(public_in_internal(whole, hidden, None));
        let of_editions = whole.editions.iter().zip(&hidden.editions);
        problems.extend(of_editions.flat_map(|(edition, own)| {
            public_in_internal(edition, own, own.plan.is_some().then_some("its edition"))
        }));
        let left_out = left_out(whole, &kept);
        PublicDocuments { documents: kept, left_out, internal_plan: None, problems }
    }
}

/// Whether nothing of its own is left of an edition.
fn is_empty(edition: &Documents) -> bool {
    edition.plan.is_none()
        && edition.areas.is_empty()
        && edition.items.is_empty()
        && edition.updates.is_empty()
}

/// Leaves out of a plan what is internal of its own areas, items and updates, and says what of that may not have been meant.
fn keep_public(
    kept: &mut Documents,
    whole: &Documents,
    hidden: &Hidden,
    names: &mut HiddenNames,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    kept.areas.retain(|area| {
        let shown = !hidden.folders.contains(&area.folder);
        names.note(shown, area.number.value.as_str(), &area.record)
    });
    kept.items.retain(|item| {
        let shown = !hidden.items.contains(item.id.as_str());
        names.note_code(shown, item);
        names.note(shown, item.id.as_str(), &item.record)
    });
    let subjects = UpdateSubjects::of(&kept.areas, &kept.items);
    let all = UpdateSubjects::of(&whole.areas, &whole.items);
    kept.updates.retain(|update| {
        let (seen, public) = (subjects.has_any(update), is_public(&update.record));
        // Of an item whose audience is misspelt nobody knows whether it is internal.
        let in_doubt = update.items.iter().any(|item| whole.unreadable.contains(&item.value));
        if !seen && public && !in_doubt && update.short_form_of.is_none() {
            problems.extend(update_of_internal(update, hidden, &all));
        }
        match update.short_form_of {
            None => names.note(seen && public, &update.id, &update.record),
            Some(_) => seen && public,
        }
    });
    names.note_short(whole, &hidden.items);
    problems
}

impl Hidden {
    fn of(whole: &Documents) -> Self {
        let plan = whole.plan.as_ref().filter(|plan| !is_public(&plan.record));
        let folders = hidden_folders(whole.areas.iter().map(|area| (&area.record, area.folder.as_str())));
        let items = hidden_items(&whole.items, &folders);
        let internal = whole.items.iter().filter(|item| items.contains(item.id.as_str()));
        Self {
            plan: plan.map(|plan| plan.record.span),
            codes: internal.filter_map(|item| Some(item.code.as_ref()?.folded.clone())).collect(),
            paths: folders.iter().map(|folder| whole.folder("areas") + folder + "/").collect(),
            folders,
            items,
            editions: whole.editions.iter().map(Self::of).collect(),
        }
    }
}

impl Hidden {
    /// Whether a file lies in the folder of something that is hidden.
    fn has_file(&self, path: &str, whole: &Documents) -> bool {
        let is_within = |folders: &[String]| folders.iter().any(|folder| path.starts_with(folder.as_str()));
        let editions = self.editions.iter().zip(&whole.editions);
        is_within(&self.paths)
            || editions.into_iter().any(|(hidden, edition)| {
                is_within(&hidden.paths)
                    || (hidden.plan.is_some() && path.starts_with(edition.start().as_str()))
            })
    }
}

/// Areas and items that an update can be about.
struct UpdateSubjects<'a> {
    areas: BTreeSet<&'a str>,
    items: BTreeSet<&'a str>,
    codes: BTreeSet<&'a str>,
}

impl<'a> UpdateSubjects<'a> {
    fn of(areas: &'a [Arc<AreaDocument>], items: &'a [Arc<ItemDocument>]) -> Self {
        Self {
            areas: areas.iter().flat_map(|area| names(area.number.value.as_str(), &area.record)).collect(),
            items: items.iter().flat_map(|item| names(item.id.as_str(), &item.record)).collect(),
            codes: items.iter().filter_map(|item| Some(item.code.as_ref()?.folded.as_str())).collect(),
        }
    }

    fn has_any(&self, update: &UpdateDocument) -> bool {
        update.whole_plan
            || update.items.iter().any(|item| self.has_item(&item.value))
            || update.areas.iter().any(|area| self.areas.contains(area.value.as_str()))
    }

    fn has_item(&self, written: &str) -> bool {
        self.items.contains(written)
            || (!self.codes.is_empty() && self.codes.contains(fold_code(written).as_str()))
    }
}

/// What a record can be called: its id and its old ids.
fn names<'a>(id: &'a str, record: &'a Record) -> impl Iterator<Item = &'a str> {
    std::iter::once(id).chain(record.aliases.iter().map(|alias| alias.value.as_str()))
}

/// The folders of areas that are internal, or that are in one that is.
fn hidden_folders<'a>(areas: impl Iterator<Item = (&'a Record, &'a str)> + Clone) -> BTreeSet<String> {
    let own: BTreeSet<&str> =
        areas.clone().filter(|(record, _)| !is_public(record)).map(|(_, folder)| folder).collect();
    if own.is_empty() {
        return BTreeSet::new();
    }
    let is_hidden = |folder: &str| {
        let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
        ends.into_iter().any(|end| own.contains(&folder[..end]))
    };
    areas.map(|(_, folder)| folder).filter(|folder| is_hidden(folder)).map(str::to_owned).collect()
}

/// Items that are internal, that lie in a hidden folder, or that are parts of one that is hidden.
fn hidden_items(items: &[Arc<ItemDocument>], folders: &BTreeSet<String>) -> BTreeSet<String> {
    let own: BTreeSet<&str> = items
        .iter()
        .filter(|item| !is_public(&item.record) || folders.contains(&item.folder))
        .map(|item| item.id.as_str())
        .collect();
    let is_hidden = |id: &OutlineId| {
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
    items.iter().filter(|item| is_hidden(&item.id)).map(|item| item.id.as_str().to_owned()).collect()
}

/// A public update that the public does not see, because it sees nothing that the update is about.
fn update_of_internal(
    update: &UpdateDocument,
    hidden: &Hidden,
    all: &UpdateSubjects<'_>,
) -> Option<Diagnostic> {
    let is_hidden =
        |written: &str| hidden.items.contains(written) || hidden.codes.contains(&fold_code(written));
    let named = update.items.iter().filter(|item| is_hidden(&item.value));
    // One that names nothing there is was reported for that.
    let areas = update.areas.iter().filter(|number| all.areas.contains(number.value.as_str()));
    let first = named.chain(areas).next();
    let marked = update.record.removed.entries > 0;
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

/// Records that say they are public, and lie in something that is not: in what is `around` all of them, or within.
fn public_in_internal(whole: &Documents, hidden: &Hidden, around: Option<&str>) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut look = |record: &Record, within: Option<&str>| {
        let stated = record.audience_span.filter(|_| is_public(record));
        problems
            .extend(stated.zip(around.or(within)).map(|(span, around)| marked_public_within(span, around)));
    };
    for area in &whole.areas {
        let within = hidden.folders.contains(&area.folder).then_some("the area that it is in");
        look(&area.record, within);
    }
    if around.is_some() {
        let updates = whole.updates.iter().filter(|update| update.short_form_of.is_none());
        updates.for_each(|update| look(&update.record, None));
    }
    for item in &whole.items {
        let within = match hidden.folders.contains(&item.folder) {
            true => "its area",
            false => "the item it is a part of",
        };
        look(&item.record, hidden.items.contains(item.id.as_str()).then_some(within));
    }
    // A short update has the audience of its item by now; only the place of its own value shows that it says "public".
    let in_hidden = |update: &&Arc<UpdateDocument>| {
        update.short_form_of.as_ref().is_some_and(|item| hidden.items.contains(item.as_str()))
    };
    let stated = whole.updates.iter().filter(in_hidden).filter_map(|update| update.record.audience_span);
    problems.extend(stated.map(|span| marked_public_within(span, "its item")));
    problems
}

fn marked_public_within(span: Span, around: &str) -> Diagnostic {
    let message =
        format!("this is marked public, but {around} is internal, so the public site leaves it out");
    Diagnostic::new(code::PUBLIC_IN_INTERNAL, span, message)
        .help(format!("remove `audience: public` here, or make {around} public"))
}

/// What hidden records are called.
#[derive(Default, Clone)]
struct HiddenNames(Internal);

impl HiddenNames {
    /// Remembers what other plans call the hidden records of editions, and their files.
    fn note_editions(&mut self, whole: &Documents, hidden: &Hidden) {
        for (edition, hidden) in whole.editions.iter().zip(&hidden.editions) {
            let name = edition.edition.as_deref().unwrap_or_default();
            let names = hidden.items.iter().chain(&hidden.codes);
            self.0.names.extend(names.map(|item| item_of_edition(name, item)));
            if hidden.plan.is_some() {
                self.0.names.insert(edition_name(name));
            }
        }
    }

    /// Remembers a record unless it is shown.
    fn note(&mut self, shown: bool, id: &str, record: &Record) -> bool {
        if !shown {
            self.0.names.extend([id.to_owned(), record.path.clone()]);
            self.0.aliases.extend(record.aliases.iter().map(|alias| alias.value.clone()));
        }
        shown
    }

    /// Remembers the code of an item unless it is shown.
    fn note_code(&mut self, shown: bool, item: &ItemDocument) {
        if let Some(code) = item.code.as_ref().filter(|_| !shown) {
            self.0.codes.insert(code.folded.clone());
        }
    }

    /// Short updates share the file of their item, and those that are internal were taken out of it before.
    fn note_short(&mut self, whole: &Documents, hidden: &BTreeSet<String>) {
        for update in &whole.updates {
            let Some(item) = &update.short_form_of else { continue };
            if !is_public(&update.record) || hidden.contains(item.as_str()) {
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
        let own = |edition: &Documents| edition.areas.len() + edition.items.len() + edition.updates.len();
        documents.editions.iter().map(own).sum()
    };
    left_out.count(
        "record of another edition",
        "records of other editions",
        of_editions(whole) - of_editions(kept),
    );
    let removed = removed(kept);
    left_out.count("entry", "entries", removed.entries);
    left_out.count("block of text", "blocks of text", removed.blocks);
    left_out
}

/// What was taken out of the records that are shown.
fn removed(kept: &Documents) -> RemovedCounts {
    let editions = kept.editions.iter().flat_map(|edition| {
        let own = edition.plan.iter().map(|plan| &plan.record);
        own.chain(edition.areas.iter().map(|area| &area.record))
            .chain(edition.items.iter().map(|item| &item.record))
            .chain(edition.updates.iter().map(|update| &update.record))
    });
    kept.records().chain(editions).fold(RemovedCounts::default(), |sum, record| RemovedCounts {
        entries: sum.entries + record.removed.entries,
        blocks: sum.blocks + record.removed.blocks,
    })
}
