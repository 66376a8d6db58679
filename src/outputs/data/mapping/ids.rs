//! Records are connected by their ids, as they are in content.

use super::mapper::Mapper;
use crate::plan::{self, Index as _, Ix};

impl Mapper<'_> {
    pub(super) fn item_id(self, ix: Ix<plan::Item>) -> String {
        self.plan().items.at(ix).document.id.as_str().to_owned()
    }

    pub(super) fn item_ids(self, items: &[Ix<plan::Item>]) -> Vec<String> {
        items.iter().map(|ix| self.item_id(*ix)).collect()
    }

    pub(super) fn update_id(self, ix: Ix<plan::Update>) -> String {
        self.plan().updates.at(ix).document.id.clone()
    }

    pub(super) fn update_ids(self, updates: &[Ix<plan::Update>]) -> Vec<String> {
        updates.iter().map(|ix| self.update_id(*ix)).collect()
    }

    pub(super) fn area_id(self, ix: Ix<plan::Area>) -> String {
        self.plan().areas.at(ix).document.number.value.as_str().to_owned()
    }

    pub(super) fn agency_id(self, ix: Ix<plan::Agency>) -> String {
        self.plan().agencies.at(ix).document.id.clone()
    }

    pub(super) fn forum_id(self, ix: Ix<plan::Forum>) -> String {
        self.plan().forums.at(ix).document.id.clone()
    }

    pub(super) fn source_id(self, ix: Ix<plan::Source>) -> String {
        self.plan().sources.at(ix).document.id.clone()
    }
}
