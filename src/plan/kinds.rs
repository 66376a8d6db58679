//! What all kinds of record have in common in a plan, and what is asked of a record of any kind.

use super::index::{Index as _, Ix};
use super::model::{Agency, Area, Forum, Item, Links, Page, Plan, RecordIx, Source, Update};
use crate::parse::{Record, RecordDocument as _, every_kind};

/// A kind of record.
pub trait PlanRecord: Sized + 'static {
    /// Its list.
    fn list(plan: &Plan) -> &Vec<Self>;
}

/// What a kind of record is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordKind {
    /// The word for one: `area`.
    pub word: &'static str,
    /// The name of the list in content and addresses: `areas`.
    pub list: &'static str,
}

macro_rules! plan_kinds {
    ($($(#[$doc:meta])* $kind:ident $list:ident $word:literal $document:ident [$($id:tt)+],)+) => {
        impl RecordIx {
            /// What its kind is called; `None` for the plan and for files.
            pub fn kind(self) -> Option<RecordKind> {
                match self {
                    $(Self::$kind(_) => Some(RecordKind { word: $word, list: stringify!($list) }),)+
                    Self::Plan | Self::Attachment(_) => None,
                }
            }
        }

        $(
            impl From<Ix<$kind>> for RecordIx {
                fn from(ix: Ix<$kind>) -> Self {
                    Self::$kind(ix)
                }
            }

            impl PlanRecord for $kind {
                fn list(plan: &Plan) -> &Vec<Self> {
                    &plan.$list
                }
            }
        )+

        impl Plan {
            /// What all records have in common, of one of them, and its links; `None` for what is no record.
            pub fn record(&self, ix: RecordIx) -> Option<(&Record, &Links)> {
                match ix {
                    RecordIx::Plan => self.about.as_ref().map(|about| (&about.document.record, &about.links)),
                    $(RecordIx::$kind(ix) => {
                        let found = self.$list.at(ix);
                        Some((found.document.record(), &found.links))
                    })+
                    RecordIx::Attachment(_) => None,
                }
            }

            /// The links of a record, while the plan is put together.
            pub(super) fn links_mut(&mut self, ix: RecordIx) -> Option<&mut Links> {
                match ix {
                    RecordIx::Plan => self.about.as_mut().map(|about| &mut about.links),
                    $(RecordIx::$kind(ix) => Some(&mut self.$list.at_mut(ix).links),)+
                    RecordIx::Attachment(ix) => Some(&mut self.attachments.at_mut(ix).links),
                }
            }

            /// The id of a record, as it was written; `None` for the plan and for files.
            pub fn id(&self, ix: RecordIx) -> Option<&str> {
                match ix {
                    $(RecordIx::$kind(ix) => Some(self.$list.at(ix).document.id()),)+
                    RecordIx::Plan | RecordIx::Attachment(_) => None,
                }
            }

            /// Every record but for the plan, kind by kind.
            pub fn record_indices(&self) -> impl Iterator<Item = RecordIx> {
                std::iter::empty()$(.chain(self.$list.indices().map(RecordIx::$kind)))+
            }

            /// What all records have in common, of all of them: the plan, areas, items and so on.
            pub fn records(&self) -> impl Iterator<Item = &Record> {
                let about = self.about.iter().map(|about| &about.document.record);
                about$(.chain(self.$list.iter().map(|found| found.document.record())))+
            }
        }
    };
}

every_kind!(plan_kinds);

impl Plan {
    /// Every record that has a page of its own, but for the plan. A short update is shown on its item's page, and what an
    /// edition has nothing to say of has its page with the plan at the root.
    pub fn records_with_pages(&self) -> impl Iterator<Item = RecordIx> {
        self.record_indices().filter(|record| match record {
            RecordIx::Update(ix) => self.updates.at(*ix).document.short_form_of.is_none(),
            record => !self.is_elsewhere(*record),
        })
    }

    /// The records that belong to this plan alone: without those that an edition shares with all plans of the book.
    pub fn own_records(&self) -> impl Iterator<Item = &Record> {
        let about = self.about.iter().map(|about| &about.document.record);
        let rest = self.record_indices().filter(|ix| !self.is_shared(*ix));
        about.chain(rest.filter_map(|ix| Some(self.record(ix)?.0)))
    }

    /// The updates on a record, oldest first; on the plan as a whole, for the plan.
    pub fn updates_on(&self, ix: RecordIx) -> &[Ix<Update>] {
        match ix {
            RecordIx::Plan => self.about.as_ref().map_or(&[], |about| &about.updates),
            RecordIx::Area(ix) => &self.areas.at(ix).updates,
            RecordIx::Item(ix) => &self.items.at(ix).updates,
            RecordIx::Agency(ix) => &self.agencies.at(ix).updates,
            RecordIx::Forum(ix) => &self.forums.at(ix).updates,
            _ => &[],
        }
    }
}
