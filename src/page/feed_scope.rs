//! What a feed or a calendar can be of: the whole site, or one record with all that concerns it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::builder::ViewBuilder;
use crate::plan::{Agency, Area, Forum, Index as _, Item, Ix, Plan, RecordIx, TagIx, Update};
use crate::route::Route;

/// What a feed or a calendar is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FeedScope {
    /// Everything.
    Site,
    /// An area with its items.
    Area(Ix<Area>),
    /// An item with its parts.
    Item(Ix<Item>),
    /// An agency with the items that it is responsible for.
    Agency(Ix<Agency>),
    /// A forum.
    Forum(Ix<Forum>),
    /// The items of a tag.
    Tag(TagIx),
}

impl FeedScope {
    /// All of them. An edition has none of what has its page with the plan at the root.
    pub(crate) fn all(plan: &Plan) -> impl Iterator<Item = Self> {
        let is_here = |scope: &Self| scope.record().is_none_or(|record| !plan.is_elsewhere(record));
        std::iter::once(Self::Site)
            .chain(plan.areas.indexed().map(|(ix, _)| Self::Area(ix)))
            .chain(plan.items.indexed().map(|(ix, _)| Self::Item(ix)))
            .chain(plan.agencies.indexed().map(|(ix, _)| Self::Agency(ix)))
            .chain(plan.forums.indexed().map(|(ix, _)| Self::Forum(ix)))
            .chain(plan.tag_indices().map(Self::Tag))
            .filter(is_here)
    }

    /// The one that is of a record, if there is one.
    pub(crate) fn of(record: RecordIx) -> Option<Self> {
        match record {
            RecordIx::Area(ix) => Some(Self::Area(ix)),
            RecordIx::Item(ix) => Some(Self::Item(ix)),
            RecordIx::Agency(ix) => Some(Self::Agency(ix)),
            RecordIx::Forum(ix) => Some(Self::Forum(ix)),
            _ => None,
        }
    }

    /// The record that it is of; a tag is none.
    fn record(self) -> Option<RecordIx> {
        match self {
            Self::Site => Some(RecordIx::Plan),
            Self::Area(ix) => Some(RecordIx::Area(ix)),
            Self::Item(ix) => Some(RecordIx::Item(ix)),
            Self::Agency(ix) => Some(RecordIx::Agency(ix)),
            Self::Forum(ix) => Some(RecordIx::Forum(ix)),
            Self::Tag(_) => None,
        }
    }

    /// What it is called, within the site.
    pub(crate) fn name(self, builder: &ViewBuilder<'_>) -> String {
        match self {
            Self::Tag(ix) => builder.tag_name(ix),
            _ => self.record().map(|record| builder.name(record)).unwrap_or_default(),
        }
    }

    /// The page that it belongs to.
    pub(crate) fn route(self, plan: &Plan) -> Route {
        match self {
            Self::Tag(ix) => Route::tag(plan, ix),
            _ => self.record().map_or_else(Route::home, |record| Route::record(plan, record)),
        }
    }

    /// The items that belong to it, with their parts.
    pub(crate) fn items(self, plan: &Plan) -> BTreeSet<Ix<Item>> {
        let own: Vec<Ix<Item>> = match self {
            Self::Site => return plan.items.indexed().map(|(ix, _)| ix).collect(),
            Self::Area(ix) => {
                plan.area_and_below(ix).flat_map(|ix| plan.areas.at(ix).items.iter().copied()).collect()
            }
            Self::Item(ix) => vec![ix],
            Self::Agency(ix) => {
                let agency = plan.agencies.at(ix);
                agency.leads.iter().chain(&agency.supports).copied().collect()
            }
            Self::Forum(ix) => plan.forums.at(ix).items.clone(),
            Self::Tag(ix) => plan.tag(ix).map(|(_, tag)| tag.items.clone()).unwrap_or_default(),
        };
        let parts = own.iter().flat_map(|item| plan.descendants(*item));
        own.iter().copied().chain(parts).collect()
    }

    /// The updates that concern it, oldest first. A forum's are its own meetings and acts: its items have others.
    pub(crate) fn updates(self, plan: &Plan) -> BTreeSet<Ix<Update>> {
        let own: Cow<'_, [Ix<Update>]> = match self {
            Self::Site => return plan.updates.indexed().map(|(ix, _)| ix).collect(),
            Self::Forum(ix) => return plan.forums.at(ix).updates.iter().copied().collect(),
            Self::Area(ix) => plan.updates_on_area(ix).into(),
            Self::Agency(ix) => (&plan.agencies.at(ix).updates).into(),
            Self::Item(_) | Self::Tag(_) => Cow::Borrowed(&[]),
        };
        let items = self.items(plan);
        let of_items = items.iter().flat_map(|item| &plan.items.at(*item).updates);
        own.iter().chain(of_items).copied().collect()
    }
}
