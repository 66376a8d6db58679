//! Agencies, forums, sources, free pages and other editions as data.

use super::mapper::Mapper;
use crate::outputs::data::types::{Agency, Edition, EditionItem, Forum, Page, Source, Word};
use crate::plan::{self, Index as _, Ix, RecordIx};
use crate::route::Route;

impl Mapper<'_> {
    pub(in crate::outputs::data) fn agency(self, ix: Ix<plan::Agency>) -> Agency {
        let agency = self.plan().agencies.at(ix);
        let document = &agency.document;
        let common = self.common(RecordIx::Agency(ix), &document.record, &agency.links);
        Agency {
            id: document.id.clone(),
            url: common.url,
            name: document.name.clone(),
            abbreviation: document.abbreviation.clone(),
            native_name: document.native_name.as_ref().map(Into::into),
            party: document.party.clone(),
            parent: agency.parent.map(|ix| self.agency_id(ix)),
            valid: (&document.valid).into(),
            successor: agency.successor.map(|ix| self.agency_id(ix)),
            predecessors: agency.predecessors.iter().map(|ix| self.agency_id(*ix)).collect(),
            website: document.url.clone(),
            summary: common.summary,
            leads: self.item_ids(&agency.leads),
            supports: self.item_ids(&agency.supports),
            updates: self.update_ids(&agency.updates),
            aliases: common.aliases,
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn forum(self, ix: Ix<plan::Forum>) -> Forum {
        let forum = self.plan().forums.at(ix);
        let document = &forum.document;
        let common = self.common(RecordIx::Forum(ix), &document.record, &forum.links);
        Forum {
            id: document.id.clone(),
            url: common.url,
            name: document.name.clone(),
            abbreviation: document.abbreviation.clone(),
            native_name: document.native_name.as_ref().map(Into::into),
            kind: document.kind.map(Word),
            parties: document.parties.clone(),
            cadence: document.cadence.as_ref().map(Into::into),
            valid: (&document.valid).into(),
            basis: document.basis.map(Word),
            website: document.url.clone(),
            summary: common.summary,
            items: self.item_ids(&forum.items),
            updates: self.update_ids(&forum.updates),
            aliases: common.aliases,
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn source(self, ix: Ix<plan::Source>) -> Source {
        let source = self.plan().sources.at(ix);
        let document = &source.document;
        let common = self.common(RecordIx::Source(ix), &document.record, &source.links);
        Source {
            id: document.id.clone(),
            url: common.url,
            title: document.title.clone(),
            date: (&document.date).into(),
            kind: document.kind.clone(),
            adopted_by: document.adopted_by.clone(),
            lang: document.lang.clone(),
            authentic: document.authentic,
            document: document.url.clone(),
            archived: document.archived.clone(),
            sha256: document.sha256.clone(),
            licence: document.licence.clone(),
            summary: common.summary,
            items: self.item_ids(&source.items),
            aliases: common.aliases,
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn page(self, ix: Ix<plan::Page>) -> Page {
        let page = self.plan().pages.at(ix);
        let common = self.common(RecordIx::Page(ix), &page.document.record, &page.links);
        Page {
            id: page.document.id.clone(),
            url: common.url,
            title: page.document.title.clone(),
            summary: common.summary,
            aliases: common.aliases,
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn edition(self, edition: &plan::Edition) -> Edition {
        let about = edition.about.as_ref();
        let item = |item: &crate::parse::ItemDocument| EditionItem {
            id: item.id.as_str().to_owned(),
            title: item.title.value.clone(),
            text: item.text.as_ref().map(|text| text.value.clone()),
        };
        Edition {
            id: edition.name.clone(),
            url: self.address(&Route::within("editions", &edition.name)),
            title: about.map(|about| about.title.clone()),
            adopted: about.map(|about| (&about.adopted.value).into()),
            items: edition.items.iter().map(|document| item(document)).collect(),
        }
    }
}
