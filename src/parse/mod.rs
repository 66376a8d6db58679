//! One file to one typed document. A document knows its own file and no other: what it refers to is still a text with
//! a place ([`Ref`]), which [`plan`](crate::plan) looks up.

mod agency;
mod area;
mod attachment;
mod cache;
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

pub use agency::{AgencyDocument, Validity};
pub use area::AreaDocument;
pub use attachment::AttachmentDocument;
pub use cache::Cache;
pub use forum::ForumDocument;
pub use item::{Continues, ItemDocument, Role};
pub use page::PageDocument;
pub use plan::{PlanDocument, Reporting};
pub use record::{Cut, NativeName, Record};
pub use source_document::SourceDocument;
pub use update::{Assessment, Evidence, Meeting, UpdateDocument, number_short_updates};

use crate::config::Config;
use crate::diag::{Diagnostic, FileId, Span, Spanned, code};
use crate::source::Tree;
use crate::vocabulary::Audience;
use place::Place;
use record::{Reading, Rules};

/// Where the front matter of a record and its body stand in the text of its file, if it has both.
pub fn parts(text: &str) -> Option<[std::ops::Range<usize>; 2]> {
    front_matter::split(text).ok().map(|parts| [parts.yaml, parts.body])
}

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
    /// Files that texts can refer to.
    pub attachments: Vec<Arc<AttachmentDocument>>,
    /// Other editions of the plan, by name.
    pub editions: Vec<EditionDocuments>,
    /// Ids, paths and area folders of records that are there and could not be read. What refers to them is not wrong.
    pub unreadable: BTreeSet<String>,
    /// Records that were left out because they are internal. What refers to them is told so.
    pub internal: Arc<Internal>,
}

/// What internal records are called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Internal {
    /// Ids and paths.
    pub names: BTreeSet<String>,
    /// Old ids.
    pub aliases: BTreeSet<String>,
}

/// What the files of a book say, to those who may see everything and to the public.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    /// Everything.
    pub whole: Documents,
    /// The same without what is internal within a record; records that are internal as a whole are still there. `None`
    /// when the two are the same.
    pub public: Option<Documents>,
}

/// What an edition is called in [`Internal`]: no id looks like it.
pub fn edition_name(edition: &str) -> String {
    format!("editions/{edition}")
}

/// What an item of an edition is called there.
pub fn item_of_edition(edition: &str, item: &str) -> String {
    format!("editions/{edition}/{item}")
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
#[derive(Clone)]
enum Document {
    Plan(Arc<PlanDocument>),
    Area(Arc<AreaDocument>),
    Item(Arc<ItemDocument>, Vec<Arc<UpdateDocument>>),
    Update(Arc<UpdateDocument>),
    Agency(Arc<AgencyDocument>),
    Forum(Arc<ForumDocument>),
    Source(Arc<SourceDocument>),
    Page(Arc<PageDocument>),
    Attachment(Arc<AttachmentDocument>),
}

/// One file, read.
#[derive(Default)]
struct FileRead {
    document: Option<Document>,
    /// What the file says to the public, where that is something else.
    public: Option<Option<Document>>,
    diagnostics: Vec<Diagnostic>,
    /// The id and path of a record that could not be read.
    unreadable: Option<[String; 2]>,
}

/// Reads every file below `content/`. Files that cannot be read are reported and left out.
pub fn documents(tree: &Tree, config: &Config) -> (Readings, Vec<Diagnostic>) {
    documents_with(tree, config, &mut Cache::default())
}

/// The same, faster: of the files that are as they were the last time, what was read then is taken.
pub fn documents_with(tree: &Tree, config: &Config, cache: &mut Cache) -> (Readings, Vec<Diagnostic>) {
    let rules = Rules {
        audience: Audience::Internal,
        default_audience: config.audience,
        fiscal_year_starts: 1,
        limits: tree.limits(),
        languages: &config.languages,
    };
    // Only dates need another file: the month in which the plan's fiscal year begins.
    let fiscal_year_starts = tree
        .find("content/plan.md")
        .and_then(|file| read(tree, file, &Place::Plan, rules, &mut Vec::new()))
        .map_or(1, |document| if let Document::Plan(plan) = document { plan.fiscal_year_starts } else { 1 });
    let rules = Rules { fiscal_year_starts, ..rules };
    cache.renew(tree, rules);
    let files = || cache.files().map(|(path, read)| (place::edition(path).0, read));
    let mut diagnostics = Vec::new();
    let mut readings = Readings {
        whole: Documents::default(),
        public: files().any(|(_, file)| file.public.is_some()).then(Documents::default),
    };
    for (edition, file) in files() {
        diagnostics.extend_from_slice(&file.diagnostics);
        readings.whole.unreadable.extend(file.unreadable.iter().flatten().cloned());
        if let Some(public) = &mut readings.public
            && let Some(document) = file.public.as_ref().unwrap_or(&file.document)
        {
            public.add(edition, document);
        }
        if let Some(document) = &file.document {
            readings.whole.add(edition, document);
        }
    }
    readings.whole.settle();
    if let Some(public) = &mut readings.public {
        public.unreadable.clone_from(&readings.whole.unreadable);
        public.settle();
    }
    (readings, diagnostics)
}

fn read_file(tree: &Tree, file: FileId, rules: Rules<'_>) -> FileRead {
    let path = tree.path(file);
    let (edition, inner) = place::edition(path);
    let named = edition.map_or(Ok(()), place::edition_name);
    let place = named
        .and_then(|()| place::classify(inner, rules.languages))
        .and_then(|place| place.in_edition(edition));
    let place = match place {
        Ok(place) => place,
        Err(problem) => {
            let diagnostics = vec![problem.at(file, path)];
            return FileRead { diagnostics, ..FileRead::default() };
        }
    };
    let mut diagnostics = Vec::new();
    let document = read(tree, file, &place, rules, &mut diagnostics);
    let differs = document.as_ref().is_some_and(Document::has_public_reading);
    let public = differs.then(|| {
        let rules = Rules { audience: Audience::Public, ..rules };
        let mut found = Vec::new();
        let document = read(tree, file, &place, rules, &mut found);
        // What is wrong with the whole was reported; what is wrong without a part of it is a link to a heading there.
        found.retain(|problem| problem.code == code::DANGLING_REFERENCE && !diagnostics.contains(problem));
        diagnostics.extend(found);
        document
    });
    let unreadable = (document.is_none() && edition.is_none()).then(|| [place.name(), path.to_owned()]);
    FileRead { document, public, diagnostics, unreadable }
}

fn read(
    tree: &Tree,
    file: FileId,
    place: &Place,
    rules: Rules<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Document> {
    if *place == Place::Attachment {
        let attachment = attachment::read(tree, file, tree.content(file)?, diagnostics);
        return attachment.map(|attachment| Document::Attachment(Arc::new(attachment)));
    }
    // A file that is no text was reported when it was read.
    let text = tree.text(file)?;
    let parts = match front_matter::split(text) {
        Ok(parts) => parts,
        Err(missing) => {
            diagnostics.push(no_front_matter(file, text, &missing));
            return None;
        }
    };
    let reading = Reading { path: tree.path(file), file, text, parts, rules };
    match place {
        Place::Plan => plan::read(reading, diagnostics).map(Arc::new).map(Document::Plan),
        Place::Area(folder) => area::read(reading, folder, diagnostics).map(Arc::new).map(Document::Area),
        Place::Item(folder, id) => {
            let (item, updates) = item::read(reading, folder, id, diagnostics)?;
            // Collected at once, they would stay in the memory of the updates themselves.
            let mut shared = Vec::with_capacity(updates.len());
            shared.extend(updates.into_iter().map(Arc::new));
            Some(Document::Item(Arc::new(item), shared))
        }
        Place::Update(id) => update::read(reading, id, diagnostics).map(Arc::new).map(Document::Update),
        Place::Agency(id) => agency::read(reading, id, diagnostics).map(Arc::new).map(Document::Agency),
        Place::Forum(id) => forum::read(reading, id, diagnostics).map(Arc::new).map(Document::Forum),
        Place::Source(id) => {
            source_document::read(reading, id, diagnostics).map(Arc::new).map(Document::Source)
        }
        Place::Page(id) => page::read(reading, id, diagnostics).map(Arc::new).map(Document::Page),
        Place::Attachment => None,
    }
}

impl Document {
    fn has_public_reading(&self) -> bool {
        let record = match self {
            Self::Plan(plan) => &plan.record,
            Self::Area(area) => &area.record,
            Self::Item(item, _) => &item.record,
            Self::Update(update) => &update.record,
            Self::Agency(agency) => &agency.record,
            Self::Forum(forum) => &forum.record,
            Self::Source(source) => &source.record,
            Self::Page(page) => &page.record,
            Self::Attachment(_) => return false,
        };
        record.has_public_reading
    }
}

fn no_front_matter(file: FileId, text: &str, missing: &front_matter::Missing) -> Diagnostic {
    let (message, help) = match missing {
        front_matter::Missing::Start => (
            "the file does not start with front matter",
            "start the file with a line `---`, then `key: value` lines, then `---` again",
        ),
        front_matter::Missing::End => {
            ("the front matter does not end", "put a line `---` between the front matter and the text")
        }
    };
    Diagnostic::new(code::NO_FRONT_MATTER, Span::new(file, 0..text.floor_char_boundary(3)), message)
        .help(help)
}

impl Documents {
    fn add(&mut self, edition: Option<&str>, document: &Document) {
        match (edition, document) {
            (_, Document::Attachment(attachment)) => self.attachments.push(Arc::clone(attachment)),
            (Some(edition), document) => self.add_to_edition(edition, document),
            (None, Document::Plan(plan)) => self.plan = Some(Arc::clone(plan)),
            (None, Document::Area(area)) => self.areas.push(Arc::clone(area)),
            (None, Document::Item(item, updates)) => {
                self.items.push(Arc::clone(item));
                self.updates.extend_from_slice(updates);
            }
            (None, Document::Update(update)) => self.updates.push(Arc::clone(update)),
            (None, Document::Agency(agency)) => self.agencies.push(Arc::clone(agency)),
            (None, Document::Forum(forum)) => self.forums.push(Arc::clone(forum)),
            (None, Document::Source(source)) => self.sources.push(Arc::clone(source)),
            (None, Document::Page(page)) => self.pages.push(Arc::clone(page)),
        }
    }

    /// The short form of an update stands in an item, wherever its folder sorts; files come first.
    fn settle(&mut self) {
        self.updates.sort_by_key(|update| update.short_form_of.is_some());
    }

    fn add_to_edition(&mut self, name: &str, document: &Document) {
        if self.editions.last().is_none_or(|edition| edition.name != name) {
            let (areas, items) = (Vec::new(), Vec::new());
            self.editions.push(EditionDocuments { name: name.to_owned(), plan: None, areas, items });
        }
        let Some(edition) = self.editions.last_mut() else { return };
        match document {
            Document::Plan(plan) => edition.plan = Some(Arc::clone(plan)),
            Document::Area(area) => edition.areas.push(Arc::clone(area)),
            Document::Item(item, _) => edition.items.push(Arc::clone(item)),
            _ => {}
        }
    }
}
