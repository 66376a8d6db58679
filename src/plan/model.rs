//! The records of a plan, each with what it is connected to.

use std::sync::Arc;

use super::{Index as _, Ix};
use crate::date::Date;
use crate::parse::{
    AgencyDocument, AreaDocument, AttachmentDocument, ForumDocument, ItemDocument, PageDocument,
    PlanDocument, Role as WrittenRole, RoleDetails, SourceDocument, UpdateDocument,
};
use crate::vocabulary::{Audience, Continuation, RoleBasis};

/// A plan with everything that belongs to it. Lists are in the order in which they are shown: areas and items by
/// number, updates from the oldest to the newest, the others by id.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The plan itself, if the book has one.
    pub about: Option<About>,
    /// Areas.
    pub areas: Vec<Area>,
    /// Items and parts.
    pub items: Vec<Item>,
    /// Updates.
    pub updates: Vec<Update>,
    /// Agencies.
    pub agencies: Vec<Agency>,
    /// Forums.
    pub forums: Vec<Forum>,
    /// Source documents.
    pub sources: Vec<Source>,
    /// Free pages.
    pub pages: Vec<Page>,
    /// Files that texts can refer to.
    pub attachments: Vec<Attachment>,
    /// The name of the edition; `None` for the plan at the root of the book.
    pub edition: Option<String>,
    /// In which language its words are; `None` for that in which they were written.
    pub language: Option<String>,
    /// Other editions, of the plan at the root.
    pub editions: Vec<Edition>,
    /// The groups of tags, in the order in which the plan declares them.
    pub tags: Vec<TagGroup>,
}

/// A group of tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagGroup {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Its tags.
    pub tags: Vec<Tag>,
}

/// A tag, with the items that have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its group and its key: `place/north`.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// The items that have it, in the order of the plan.
    pub items: Vec<Ix<Item>>,
}

/// The place of a tag in the list of groups and in that of its group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TagIx {
    /// The group.
    pub group: usize,
    /// The tag.
    pub tag: usize,
}

/// A record of any kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordIx {
    /// The plan itself.
    Plan,
    /// An area.
    Area(Ix<Area>),
    /// An item or part.
    Item(Ix<Item>),
    /// An update.
    Update(Ix<Update>),
    /// An agency.
    Agency(Ix<Agency>),
    /// A forum.
    Forum(Ix<Forum>),
    /// A source document.
    Source(Ix<Source>),
    /// A free page.
    Page(Ix<Page>),
    /// A file that texts can refer to.
    Attachment(Ix<Attachment>),
}

/// The links of one text, in both directions.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// Where each reference of the body leads; `None` for a broken one.
    pub to: Vec<Option<RecordIx>>,
    /// The records whose texts lead here, each once.
    pub from: Vec<RecordIx>,
}

/// The plan itself.
#[derive(Debug, Clone)]
pub struct About {
    /// What was written.
    pub document: Arc<PlanDocument>,
    /// The record that holds its full text.
    pub source: Option<Ix<Source>>,
    /// Links of the introduction.
    pub links: Links,
    /// Updates on the plan as a whole, oldest first.
    pub updates: Vec<Ix<Update>>,
}

/// An area.
#[derive(Debug, Clone)]
pub struct Area {
    /// What was written.
    pub document: Arc<AreaDocument>,
    /// The area that it is in.
    pub parent: Option<Ix<Area>>,
    /// How many areas it is in: one in another, and so on. Those that are in an area follow it in the list of areas.
    pub depth: usize,
    /// Its items, without their parts and without those of areas in it.
    pub items: Vec<Ix<Item>>,
    /// Who leads it.
    pub lead: Vec<Role>,
    /// Updates that name the area itself, oldest first.
    pub updates: Vec<Ix<Update>>,
    /// Links of the text.
    pub links: Links,
}

/// An agency in a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The agency.
    pub agency: Ix<Agency>,
    /// Whether the plan names it.
    pub basis: RoleBasis,
    /// Who may see that it is responsible for the item.
    pub audience: Audience,
    /// What it does, who does it there, and since when.
    pub details: Option<Arc<RoleDetails>>,
    /// The later source that made it responsible.
    pub source: Option<Ix<Source>>,
}

impl Role {
    /// The role of an agency as it was written.
    pub(super) fn of(written: &WrittenRole, agency: Ix<Agency>, source: Option<Ix<Source>>) -> Self {
        let details = written.details.clone();
        Self { agency, basis: written.basis, audience: written.audience, details, source }
    }

    /// Since when it is responsible.
    pub fn since(&self) -> Option<&Date> {
        let since = self.details.as_ref().and_then(|details| details.since.as_ref());
        since.map(|since| &since.value)
    }

    /// What the agency does.
    pub fn role(&self) -> Option<&str> {
        self.details.as_ref().and_then(|details| details.role.as_deref())
    }

    /// The person or unit there.
    pub fn person(&self) -> Option<&str> {
        self.details.as_ref().and_then(|details| details.person.as_deref())
    }
}

/// An item or part.
#[derive(Debug, Clone)]
pub struct Item {
    /// What was written.
    pub document: Arc<ItemDocument>,
    /// Its area.
    pub area: Ix<Area>,
    /// The item it is a part of.
    pub parent: Option<Ix<Item>>,
    /// Its parts.
    pub parts: Vec<Ix<Item>>,
    /// The agencies that lead it: those that it names, else those of what it is in.
    pub lead: Vec<Role>,
    /// The item or area whose lead it has, where it names no agency itself.
    pub lead_from: Option<RecordIx>,
    /// Who supports.
    pub supporting: Vec<Role>,
    /// Its picture.
    pub image: Option<Ix<Attachment>>,
    /// Its updates and those of the items that it is the same as, oldest first.
    pub updates: Vec<Ix<Update>>,
    /// Items that are the same commitment.
    pub same_as: Vec<Ix<Item>>,
    /// Items that concern it, named by either side.
    pub related: Vec<Ix<Item>>,
    /// Items that must come first.
    pub depends_on: Vec<Ix<Item>>,
    /// Items that must come after: those that depend on it.
    pub required_by: Vec<Ix<Item>>,
    /// The item whose completion sets its due date, where the plan says so in words.
    pub due_after: Option<Ix<Item>>,
    /// Forums that belong to it.
    pub forums: Vec<Ix<Forum>>,
    /// What it continues in other editions.
    pub continues: Vec<Continues>,
    /// What continues it in other plans of the book.
    pub continued_by: Vec<ContinuedBy>,
    /// Its tags, each once.
    pub tags: Vec<TagIx>,
    /// The record of the document that its text is in.
    pub source: Option<Ix<Source>>,
    /// The numbers of each of its indicators that has some, in the order of its document.
    pub measured: Vec<Measured>,
    /// Links of the text.
    pub links: Links,
}

/// Where the numbers of an indicator stand.
#[derive(Debug, Clone, Default)]
pub struct Measured {
    /// The file of its figures.
    pub figures: Option<Ix<Attachment>>,
    /// The values in updates, oldest update first: the update, and the place in its list.
    pub values: Vec<(Ix<Update>, usize)>,
    /// The new targets in updates, oldest update first: the update, and the place in its list.
    pub new_targets: Vec<(Ix<Update>, usize)>,
}

/// What an item continues in another edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Continues {
    /// The edition.
    pub edition: Ix<Edition>,
    /// The item of its plan.
    pub item: Ix<Item>,
    /// How.
    pub how: Option<Continuation>,
}

/// What continues an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContinuedBy {
    /// The edition; `None` for the plan at the root of the book.
    pub edition: Option<Ix<Edition>>,
    /// The item of that plan.
    pub item: Ix<Item>,
    /// How.
    pub how: Option<Continuation>,
}

/// An update.
#[derive(Debug, Clone)]
pub struct Update {
    /// What was written.
    pub document: Arc<UpdateDocument>,
    /// The items it names.
    pub items: Vec<Ix<Item>>,
    /// The areas it names.
    pub areas: Vec<Ix<Area>>,
    /// The agencies concerned.
    pub by: Vec<Ix<Agency>>,
    /// The forum whose meeting or act it is.
    pub forum: Option<Ix<Forum>>,
    /// The update that it corrects.
    pub corrects: Option<Ix<Update>>,
    /// The updates that correct it, oldest first.
    pub corrections: Vec<Ix<Update>>,
    /// Whether it ended before the plan was adopted.
    pub baseline: bool,
    /// Links of the text.
    pub links: Links,
}

/// An agency.
#[derive(Debug, Clone)]
pub struct Agency {
    /// What was written.
    pub document: Arc<AgencyDocument>,
    /// The agency it is part of.
    pub parent: Option<Ix<Agency>>,
    /// The agencies that are part of it.
    pub children: Vec<Ix<Agency>>,
    /// The agency that took over its work.
    pub successor: Option<Ix<Agency>>,
    /// The agencies whose work it took over.
    pub predecessors: Vec<Ix<Agency>>,
    /// Items it leads.
    pub leads: Vec<Ix<Item>>,
    /// Items it supports.
    pub supports: Vec<Ix<Item>>,
    /// Updates it took part in, oldest first.
    pub updates: Vec<Ix<Update>>,
    /// Links of the text.
    pub links: Links,
}

/// A forum.
#[derive(Debug, Clone)]
pub struct Forum {
    /// What was written.
    pub document: Arc<ForumDocument>,
    /// Items it belongs to.
    pub items: Vec<Ix<Item>>,
    /// Its meetings and acts, oldest first.
    pub updates: Vec<Ix<Update>>,
    /// Links of the text.
    pub links: Links,
}

/// A source document.
#[derive(Debug, Clone)]
pub struct Source {
    /// What was written.
    pub document: Arc<SourceDocument>,
    /// Items whose text is in it.
    pub items: Vec<Ix<Item>>,
    /// Areas and items of which it says who is responsible: a role of theirs names it.
    pub roles: Vec<RecordIx>,
    /// Links of the text.
    pub links: Links,
}

/// A free page.
#[derive(Debug, Clone)]
pub struct Page {
    /// What was written.
    pub document: Arc<PageDocument>,
    /// Links of the text.
    pub links: Links,
}

/// A file that texts can refer to.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// The file.
    pub document: Arc<AttachmentDocument>,
    /// From where it is referred to: a file that no text refers to is not published.
    pub links: Links,
    /// Whether an indicator takes its numbers from it.
    pub has_use: bool,
}

/// Another edition of the plan: a plan of its own, with the agencies, forums, sources, pages and files of the book.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The folder's name.
    pub name: String,
    /// Its records.
    pub plan: Arc<Plan>,
}

impl Update {
    /// The last of its corrections.
    pub fn corrected_by(&self) -> Option<Ix<Self>> {
        self.corrections.last().copied()
    }
}

impl Plan {
    /// Whether a record of an edition belongs to all plans of the book, so that its text refers to records of the one at the
    /// root.
    pub fn is_shared(&self, record: RecordIx) -> bool {
        use RecordIx::{Agency, Attachment, Forum, Page, Source};
        let of_all = matches!(record, Agency(_) | Forum(_) | Source(_) | Page(_) | Attachment(_));
        self.edition.is_some() && of_all
    }

    /// Whether the page of a record stands at the root of the site, and not with the plan: that of what an edition shares,
    /// and has nothing of its own to say of.
    pub fn is_elsewhere(&self, record: RecordIx) -> bool {
        self.is_shared(record)
            && match record {
                RecordIx::Agency(ix) => {
                    let agency = self.agencies.at(ix);
                    agency.leads.is_empty() && agency.supports.is_empty() && agency.updates.is_empty()
                }
                RecordIx::Forum(ix) => {
                    let forum = self.forums.at(ix);
                    forum.items.is_empty() && forum.updates.is_empty()
                }
                _ => true,
            }
    }

    /// The folder that its files are in.
    pub fn folder(&self) -> String {
        self.edition.as_ref().map_or_else(|| "content/".to_owned(), |it| format!("content/editions/{it}/"))
    }

    /// The plan of an edition; without one, this.
    pub fn of_edition(&self, edition: Option<Ix<Edition>>) -> &Self {
        edition.map_or(self, |edition| &self.editions.at(edition).plan)
    }

    /// A tag with its group; `None` for a place where there is none.
    pub fn tag(&self, ix: TagIx) -> Option<(&TagGroup, &Tag)> {
        let group = self.tags.get(ix.group)?;
        Some((group, group.tags.get(ix.tag)?))
    }

    /// The places of all tags.
    pub fn tag_indices(&self) -> impl Iterator<Item = TagIx> {
        let groups = self.tags.iter().enumerate();
        groups.flat_map(|(group, of)| (0..of.tags.len()).map(move |tag| TagIx { group, tag }))
    }

    /// The agency that does the work of another now: its successor, or the successor of that one, and so on.
    pub fn successor_now(&self, agency: Ix<Agency>) -> Option<Ix<Agency>> {
        // No chain leads back to its start: `assemble` cut those that did.
        let chain =
            std::iter::successors(self.agencies.at(agency).successor, |ix| self.agencies.at(*ix).successor);
        chain.take(self.agencies.len()).last()
    }
}
