//! The records of a plan in the order in which they are shown: their places are their indices.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::folders::no_area;
use crate::date::Day;
use crate::diag::{Diagnostic, Span};
use crate::parse::{
    AgencyDocument, AreaDocument, AttachmentDocument, Documents, ForumDocument, ItemDocument, PageDocument,
    SourceDocument, UpdateDocument,
};
use crate::plan::{Ix, RecordIx};

/// The records that become a plan.
pub(super) struct OrderedRecords<'d> {
    pub(super) areas: Vec<&'d Arc<AreaDocument>>,
    pub(super) items: Vec<&'d Arc<ItemDocument>>,
    pub(super) updates: Vec<&'d Arc<UpdateDocument>>,
    pub(super) agencies: Vec<&'d Arc<AgencyDocument>>,
    pub(super) forums: Vec<&'d Arc<ForumDocument>>,
    pub(super) sources: Vec<&'d Arc<SourceDocument>>,
    pub(super) pages: Vec<&'d Arc<PageDocument>>,
    pub(super) attachments: Vec<&'d Arc<AttachmentDocument>>,
}

impl<'d> OrderedRecords<'d> {
    pub(super) fn of(documents: &'d Documents) -> Self {
        let mut areas: Vec<_> = documents.areas.iter().collect();
        areas.sort_by(|a, b| a.number.value.cmp(&b.number.value));
        let mut items: Vec<_> = documents.items.iter().collect();
        items.sort_by_cached_key(|item| &item.id);
        Self {
            areas,
            items,
            updates: in_order_of_time(&documents.updates),
            agencies: documents.agencies.iter().collect(),
            forums: documents.forums.iter().collect(),
            sources: documents.sources.iter().collect(),
            pages: documents.pages.iter().collect(),
            attachments: documents.attachments.iter().collect(),
        }
    }

    /// Every item has an area from here on. Returns the ids of those that had none: what refers to them is not wrong.
    pub(super) fn drop_items_without_area(
        &mut self,
        documents: &Documents,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> BTreeSet<String> {
        let mut orphaned = BTreeSet::new();
        let folders: BTreeSet<&str> = self.areas.iter().map(|area| area.folder.as_str()).collect();
        self.items.retain(|item| {
            let has_area = folders.contains(item.folder.as_str());
            if !has_area && !documents.unreadable.contains(&item.folder) {
                diagnostics.push(no_area(item));
            }
            if !has_area {
                orphaned.insert(item.id.as_str().to_owned());
            }
            has_area
        });
        orphaned
    }

    /// Every record that has an id of its own, kind by kind.
    pub(super) fn named(&self) -> Vec<(&'d str, RecordIx)> {
        let mut named = Vec::with_capacity(self.items.len() + self.updates.len());
        let areas = self.areas.iter().map(|area| area.number.value.as_str());
        named.extend(areas.enumerate().map(|(index, id)| (id, RecordIx::Area(Ix::new(index)))));
        let items = self.items.iter().map(|item| item.id.as_str());
        named.extend(items.enumerate().map(|(index, id)| (id, RecordIx::Item(Ix::new(index)))));
        macro_rules! add {
            ($list:ident, $kind:ident) => {
                let ids = self.$list.iter().map(|document| document.id.as_str());
                named.extend(ids.enumerate().map(|(index, id)| (id, RecordIx::$kind(Ix::new(index)))));
            };
        }
        add!(agencies, Agency);
        add!(forums, Forum);
        add!(sources, Source);
        add!(pages, Page);
        let updates = self.updates.iter().enumerate();
        let updates = updates.filter(|(_, update)| update.short_form_of.is_none());
        named.extend(updates.map(|(index, update)| (update.id.as_str(), RecordIx::Update(Ix::new(index)))));
        named
    }

    /// The record of that index, as the report of its id needs it.
    pub(super) fn duplicate(&self, id: &'d str, ix: RecordIx) -> Option<Duplicate<'d>> {
        let (path, span) = match ix {
            RecordIx::Plan | RecordIx::Attachment(_) => return None,
            RecordIx::Area(ix) => {
                let area = self.areas.get(ix.index())?;
                (&area.record.path, area.number.span)
            }
            RecordIx::Item(ix) => self.items.get(ix.index()).map(|it| (&it.record.path, it.record.span))?,
            RecordIx::Update(ix) => {
                self.updates.get(ix.index()).map(|it| (&it.record.path, it.record.span))?
            }
            RecordIx::Agency(ix) => {
                self.agencies.get(ix.index()).map(|it| (&it.record.path, it.record.span))?
            }
            RecordIx::Forum(ix) => self.forums.get(ix.index()).map(|it| (&it.record.path, it.record.span))?,
            RecordIx::Source(ix) => {
                self.sources.get(ix.index()).map(|it| (&it.record.path, it.record.span))?
            }
            RecordIx::Page(ix) => self.pages.get(ix.index()).map(|it| (&it.record.path, it.record.span))?,
        };
        Some(Duplicate { id, path, span, ix })
    }

    /// Drops records.
    pub(super) fn drop_all(&mut self, dropped: &BTreeSet<RecordIx>) {
        fn keep<T>(list: &mut Vec<T>, gone: impl Fn(usize) -> bool) {
            let mut index = 0;
            list.retain(|_| {
                index += 1;
                !gone(index - 1)
            });
        }
        keep(&mut self.areas, |index| dropped.contains(&RecordIx::Area(Ix::new(index))));
        keep(&mut self.items, |index| dropped.contains(&RecordIx::Item(Ix::new(index))));
        keep(&mut self.updates, |index| dropped.contains(&RecordIx::Update(Ix::new(index))));
        keep(&mut self.agencies, |index| dropped.contains(&RecordIx::Agency(Ix::new(index))));
        keep(&mut self.forums, |index| dropped.contains(&RecordIx::Forum(Ix::new(index))));
        keep(&mut self.sources, |index| dropped.contains(&RecordIx::Source(Ix::new(index))));
        keep(&mut self.pages, |index| dropped.contains(&RecordIx::Page(Ix::new(index))));
    }
}

/// Updates from the oldest to the newest. Their days are put side by side first, because each lies elsewhere in memory; then
/// those of one day are looked at.
fn in_order_of_time(updates: &[Arc<UpdateDocument>]) -> Vec<&Arc<UpdateDocument>> {
    let mut dated: Vec<((Day, Day), &Arc<UpdateDocument>)> = updates
        .par_iter()
        .with_min_len(1024)
        .map(|update| ((update.date.value.earliest, update.date.value.latest), update))
        .collect();
    dated.sort_by_key(|(days, _)| *days);
    for of_one_day in dated.chunk_by_mut(|(a, _), (b, _)| a == b).filter(|some| some.len() > 1) {
        of_one_day.sort_by_cached_key(|(_, update)| (update.date.value.text.as_str(), update.id.as_str()));
    }
    dated.into_iter().map(|(_, update)| update).collect()
}

/// A record with what it is called, before duplicates are dropped.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Duplicate<'d> {
    pub(super) id: &'d str,
    pub(super) path: &'d str,
    pub(super) span: Span,
    pub(super) ix: RecordIx,
}
