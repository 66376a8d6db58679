//! All documents of a book.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::file::Document;
use super::{
    AgencyDocument, AreaDocument, AttachmentDocument, ForumDocument, ItemDocument, PageDocument,
    PlanDocument, SourceDocument, UpdateDocument,
};

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
    /// Records that were left out because they are internal. What refers to them is reported.
    pub internal: Arc<Internal>,
}

/// What internal records are called.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Internal {
    /// Ids and paths.
    pub names: BTreeSet<String>,
    /// Old ids.
    pub aliases: BTreeSet<String>,
    /// Codes of items, as they are compared.
    pub codes: BTreeSet<String>,
}

/// What the files of a book say, to those who may see everything and to the public.
#[derive(Debug, Clone, Default)]
pub struct ParsedBook {
    /// Everything.
    pub whole: Documents,
    /// The same without what is internal within a record; records that are internal as a whole are still there. `None`
    /// when the two are the same.
    pub public: Option<Documents>,
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

impl Documents {
    pub(super) fn add(&mut self, edition: Option<&str>, document: &Document) {
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
    pub(super) fn finalize(&mut self) {
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
