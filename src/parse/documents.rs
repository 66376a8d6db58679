//! All documents of a book.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::edition_names::edition_name;
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
    /// The name of the edition's folder; `None` for the plan at the root of the book.
    pub edition: Option<String>,
    /// In which language its words are; `None` for that in which they were written.
    pub language: Option<String>,
    /// Other editions of the plan, by name, each with all that it shares with this one.
    pub editions: Vec<Documents>,
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

impl Internal {
    /// Adds what others are called.
    pub fn extend(&mut self, others: &Self) {
        self.names.extend(others.names.iter().cloned());
        self.aliases.extend(others.aliases.iter().cloned());
        self.codes.extend(others.codes.iter().cloned());
    }
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

impl Documents {
    pub(super) fn add(&mut self, edition: Option<&str>, document: &Document) {
        match (edition, document) {
            (_, Document::Attachment(attachment)) => self.attachments.push(Arc::clone(attachment)),
            (Some(name), document) => {
                if let Some(edition) = self.edition_mut(name) {
                    edition.add(None, document);
                }
            }
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

    /// The edition of that name. Files come in order of path, so it is the last one or a new one.
    fn edition_mut(&mut self, name: &str) -> Option<&mut Self> {
        if self.editions.last().is_none_or(|edition| edition.edition.as_deref() != Some(name)) {
            self.editions.push(Self { edition: Some(name.to_owned()), ..Self::default() });
        }
        self.editions.last_mut()
    }

    /// Says in which language the words are.
    pub(super) fn set_language(&mut self, language: &str) {
        self.language = Some(language.to_owned());
        self.editions.iter_mut().for_each(|edition| edition.set_language(language));
    }

    /// Puts everything in its order. The short form of an update stands in an item, wherever its folder sorts; files come
    /// first.
    pub(super) fn finalize(&mut self) {
        let own = |documents: &mut Self| {
            documents.updates.sort_by_key(|update| update.short_form_of.is_some());
        };
        own(self);
        self.editions.iter_mut().for_each(own);
        self.share();
    }

    /// Hands on to the editions what all plans of a book have in common, and what is said of its files.
    pub fn share(&mut self) {
        let Self { agencies, forums, sources, pages, attachments, editions, unreadable, .. } = self;
        for edition in editions {
            edition.agencies.clone_from(agencies);
            edition.forums.clone_from(forums);
            edition.sources.clone_from(sources);
            edition.pages.clone_from(pages);
            edition.attachments.clone_from(attachments);
            let start = edition_name(edition.edition.as_deref().unwrap_or_default()) + "/";
            let own = unreadable.iter().filter_map(|name| name.strip_prefix(&start));
            edition.unreadable = unreadable.iter().cloned().chain(own.map(str::to_owned)).collect();
        }
    }

    /// The folder that the files of the plan are in.
    pub fn start(&self) -> String {
        match &self.edition {
            Some(edition) => format!("content/editions/{edition}/"),
            None => "content/".to_owned(),
        }
    }

    /// The path of a folder in it.
    pub fn folder(&self, name: &str) -> String {
        self.start() + name + "/"
    }
}
