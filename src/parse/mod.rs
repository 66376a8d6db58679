//! One file to one typed document. A document knows its own file and no other: what it refers to is still a text with
//! a place ([`Ref`]), which [`plan`](crate::plan) looks up.

mod agency;
mod area;
mod forum;
mod front_matter;
mod item;
mod page;
mod place;
mod plan;
mod record;
mod source_document;
mod update;

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

pub use agency::{AgencyDocument, Validity};
pub use area::AreaDocument;
pub use forum::ForumDocument;
pub use item::{Continues, ItemDocument, Role};
pub use page::PageDocument;
pub use plan::{PlanDocument, Reporting};
pub use record::{NativeName, Record};
pub use source_document::SourceDocument;
pub use update::{Assessment, Evidence, Meeting, UpdateDocument};

use crate::config::Config;
use crate::diag::{Diagnostic, FileId, Span, Spanned, code};
use crate::source::Tree;
use place::Place;
use record::Reading;

/// An id as it was written, not yet looked up.
pub type Ref = Spanned<String>;

/// All documents of a book, each list in order of path.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// `content/plan.md`.
    pub plan: Option<Arc<PlanDocument>>,
    /// `area.md` files.
    pub areas: Vec<Arc<AreaDocument>>,
    /// Items and parts.
    pub items: Vec<Arc<ItemDocument>>,
    /// Updates, those in the short form after those in files.
    pub updates: Vec<Arc<UpdateDocument>>,
    /// Agencies.
    pub agencies: Vec<Arc<AgencyDocument>>,
    /// Forums.
    pub forums: Vec<Arc<ForumDocument>>,
    /// Source documents.
    pub sources: Vec<Arc<SourceDocument>>,
    /// Free pages.
    pub pages: Vec<Arc<PageDocument>>,
    /// Other editions of the plan, by name.
    pub editions: Vec<EditionDocuments>,
    /// Ids, paths and area folders of records that are there and could not be read. What refers to them is not wrong.
    pub unreadable: BTreeSet<String>,
}

/// The documents of an earlier or later edition.
#[derive(Debug, Clone)]
pub struct EditionDocuments {
    /// The folder's name.
    pub name: String,
    /// Its `plan.md`.
    pub plan: Option<Arc<PlanDocument>>,
    /// Its areas.
    pub areas: Vec<Arc<AreaDocument>>,
    /// Its items and parts.
    pub items: Vec<Arc<ItemDocument>>,
}

/// A document of any kind.
enum Document {
    Plan(PlanDocument),
    Area(AreaDocument),
    Item(ItemDocument, Vec<UpdateDocument>),
    Update(Box<UpdateDocument>),
    Agency(AgencyDocument),
    Forum(ForumDocument),
    Source(SourceDocument),
    Page(PageDocument),
}

/// Reads every file below `content/`. Files that cannot be read are reported and left out.
pub fn documents(tree: &Tree, config: &Config) -> (Documents, Vec<Diagnostic>) {
    // Only dates need another file: the month in which the plan's fiscal year begins.
    let fiscal_year_starts = tree
        .find("content/plan.md")
        .and_then(|file| read(tree, file, &Place::Plan, 1).0)
        .map_or(1, |document| if let Document::Plan(plan) = document { plan.fiscal_year_starts } else { 1 });
    let files: Vec<(FileId, &str)> =
        tree.below("content/").map(|(file, found)| (file, found.path.as_str())).collect();
    let parsed: Vec<_> = files
        .par_iter()
        .map(|(file, path)| {
            let (edition, inner) = place::edition(path);
            let named = edition.map_or(Ok(()), place::edition_name);
            let place = match named
                .and_then(|()| place::classify(inner, config))
                .and_then(|place| place.in_edition(edition))
            {
                Ok(place) => place,
                Err(problem) => return (edition, None, vec![problem.at(*file, path)], None),
            };
            let (document, diagnostics) = read(tree, *file, &place, fiscal_year_starts);
            let unreadable =
                (document.is_none() && edition.is_none()).then(|| [place.name(), (*path).to_owned()]);
            (edition, document, diagnostics, unreadable)
        })
        .collect();
    let mut documents = Documents::default();
    let mut diagnostics = Vec::new();
    for (edition, document, problems, unreadable) in parsed {
        diagnostics.extend(problems);
        documents.unreadable.extend(unreadable.into_iter().flatten());
        match (edition, document) {
            (None, Some(document)) => documents.add(document),
            (Some(name), Some(document)) => documents.add_to_edition(name, document),
            _ => {}
        }
    }
    // The short form of an update stands in an item, wherever its folder sorts; files come first.
    documents.updates.sort_by_key(|update| update.short_form_of.is_some());
    (documents, diagnostics)
}

fn read(
    tree: &Tree,
    file: FileId,
    place: &Place,
    fiscal_year_starts: i8,
) -> (Option<Document>, Vec<Diagnostic>) {
    // A file that is no text was reported when it was read.
    let Some(text) = tree.text(file) else { return (None, Vec::new()) };
    let mut diagnostics = Vec::new();
    let parts = match front_matter::split(text) {
        Ok(parts) => parts,
        Err(missing) => return (None, vec![no_front_matter(file, &missing)]),
    };
    let reading = Reading { path: tree.path(file), file, text, parts, fiscal_year_starts };
    let document = match place {
        Place::Plan => plan::read(reading, &mut diagnostics).map(Document::Plan),
        Place::Area(folder) => area::read(reading, folder, &mut diagnostics).map(Document::Area),
        Place::Item(folder, id) => item::read(reading, folder, id, &mut diagnostics)
            .map(|(item, updates)| Document::Item(item, updates)),
        Place::Update(id) => {
            update::read(reading, id, &mut diagnostics).map(|update| Document::Update(Box::new(update)))
        }
        Place::Agency(id) => agency::read(reading, id, &mut diagnostics).map(Document::Agency),
        Place::Forum(id) => forum::read(reading, id, &mut diagnostics).map(Document::Forum),
        Place::Source(id) => source_document::read(reading, id, &mut diagnostics).map(Document::Source),
        Place::Page(id) => page::read(reading, id, &mut diagnostics).map(Document::Page),
    };
    (document, diagnostics)
}

fn no_front_matter(file: FileId, missing: &front_matter::Missing) -> Diagnostic {
    let (message, help) = match missing {
        front_matter::Missing::Start => (
            "the file does not begin with front matter",
            "the first line of a record is `---`, then come `key: value` lines, then `---` again",
        ),
        front_matter::Missing::End => {
            ("the front matter does not end", "put a line `---` between the front matter and the text")
        }
    };
    Diagnostic::new(code::NO_FRONT_MATTER, Span::new(file, 0..3), message).help(help)
}

impl Documents {
    fn add(&mut self, document: Document) {
        match document {
            Document::Plan(plan) => self.plan = Some(Arc::new(plan)),
            Document::Area(area) => self.areas.push(Arc::new(area)),
            Document::Item(item, updates) => {
                self.items.push(Arc::new(item));
                self.updates.extend(updates.into_iter().map(Arc::new));
            }
            Document::Update(update) => self.updates.push(Arc::from(update)),
            Document::Agency(agency) => self.agencies.push(Arc::new(agency)),
            Document::Forum(forum) => self.forums.push(Arc::new(forum)),
            Document::Source(source) => self.sources.push(Arc::new(source)),
            Document::Page(page) => self.pages.push(Arc::new(page)),
        }
    }

    fn add_to_edition(&mut self, name: &str, document: Document) {
        if self.editions.last().is_none_or(|edition| edition.name != name) {
            let (areas, items) = (Vec::new(), Vec::new());
            self.editions.push(EditionDocuments { name: name.to_owned(), plan: None, areas, items });
        }
        let Some(edition) = self.editions.last_mut() else { return };
        match document {
            Document::Plan(plan) => edition.plan = Some(Arc::new(plan)),
            Document::Area(area) => edition.areas.push(Arc::new(area)),
            Document::Item(item, _) => edition.items.push(Arc::new(item)),
            _ => {}
        }
    }
}
