//! The records of a plan in the order in which they are shown: their places are their indices.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::folders::{self, no_area};
use crate::date::Day;
use crate::diag::{Diagnostic, Span};
use crate::parse::{
    AgencyDocument, AreaDocument, AttachmentDocument, Documents, ForumDocument, ItemDocument, PageDocument,
    Record, RecordDocument as _, SourceDocument, UpdateDocument, code_name, every_kind,
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
        match areas.iter().any(|area| area.folder.contains('/')) {
            false => items.sort_by_cached_key(|item| &item.id),
            true => folders::sort(&mut areas, &mut items),
        }
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
                orphaned.insert(item.id.area().to_owned());
                orphaned.insert(item.record.path.clone());
                orphaned.extend(item.code.as_ref().map(|code| code_name(&code.text)));
                orphaned.extend(item.record.aliases.iter().map(|alias| alias.value.clone()));
            }
            has_area
        });
        orphaned
    }

    /// Every record that has an id of its own, kind by kind.
    pub(super) fn named(&self) -> Vec<(&'d str, RecordIx)> {
        let mut named = Vec::with_capacity(self.items.len() + self.updates.len());
        macro_rules! add {
            ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
                $(named.extend(
                    (self.$list.iter().enumerate())
                        .map(|(index, document)| (document.id(), RecordIx::$kind(Ix::new(index)))),
                );)+
            };
        }
        every_kind!(add);
        // A short update has no id that anything can name.
        named.retain(|(_, record)| match record {
            RecordIx::Update(ix) => self.updates[ix.index()].short_form_of.is_none(),
            _ => true,
        });
        named
    }

    /// Every record, kind by kind, with what all have in common.
    pub(super) fn records(&self) -> impl Iterator<Item = (RecordIx, &'d Record)> {
        macro_rules! records {
            ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
                std::iter::empty()$(.chain(
                    (self.$list.iter().enumerate())
                        .map(|(index, document)| (RecordIx::$kind(Ix::new(index)), document.record())),
                ))+
            };
        }
        every_kind!(records)
    }

    /// The record of that index, as the report of its id needs it.
    pub(super) fn duplicate(&self, id: &'d str, ix: RecordIx) -> Option<Duplicate<'d>> {
        macro_rules! record {
            ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
                match ix {
                    RecordIx::Plan | RecordIx::Attachment(_) => return None,
                    $(RecordIx::$kind(ix) => self.$list.get(ix.index())?.record(),)+
                }
            };
        }
        let record = every_kind!(record);
        let span = match ix {
            // An area is known by its number.
            RecordIx::Area(ix) => self.areas.get(ix.index())?.number.span,
            _ => record.span,
        };
        let path = &record.path;
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
        macro_rules! keep_all {
            ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
                $(keep(&mut self.$list, |index| dropped.contains(&RecordIx::$kind(Ix::new(index))));)+
            };
        }
        every_kind!(keep_all);
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
