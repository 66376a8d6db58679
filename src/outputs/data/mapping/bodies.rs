//! Agencies, forums, sources, free pages and other editions as data.

use super::fields::extra;
use super::mapper::Mapper;
use crate::config::OptionalOutput;
use crate::outputs::data::types::{
    AgencyData, EditionData, EditionItemData, ForumData, PageData, SourceData, Word,
};
use crate::plan::{self, Index as _, Ix};
use crate::route::{Base, Route};

impl Mapper<'_> {
    pub(in crate::outputs::data) fn agency(self, ix: Ix<plan::Agency>) -> AgencyData {
        let agency = self.plan().agencies.at(ix);
        let (document, texts) = (&agency.document, self.context.texts());
        let common = self.common(ix.into());
        AgencyData {
            id: document.id.clone(),
            url: common.url,
            name: texts.title(ix).to_owned(),
            abbreviation: texts.abbreviation(ix).map(str::to_owned),
            native_name: texts.native_name(ix).map(Into::into),
            party: texts.party(ix).map(str::to_owned),
            parent: agency.parent.map(|ix| self.agency_id(ix)),
            valid: (&document.valid).into(),
            successor: agency.successor.map(|ix| self.agency_id(ix)),
            predecessors: agency.predecessors.iter().map(|ix| self.agency_id(*ix)).collect(),
            website: document.url.clone(),
            contact: texts.agency_contact(ix).map(str::to_owned),
            summary: common.summary,
            leads: self.item_ids(&agency.leads),
            supports: self.item_ids(&agency.supports),
            updates: self.update_ids(&agency.updates),
            aliases: common.aliases,
            fields: self.field_values(&document.record),
            extra: extra(&document.record),
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn forum(self, ix: Ix<plan::Forum>) -> ForumData {
        let forum = self.plan().forums.at(ix);
        let (document, texts) = (&forum.document, self.context.texts());
        let common = self.common(ix.into());
        ForumData {
            id: document.id.clone(),
            url: common.url,
            name: texts.title(ix).to_owned(),
            abbreviation: texts.abbreviation(ix).map(str::to_owned),
            native_name: texts.native_name(ix).map(Into::into),
            kind: document.kind.map(Word),
            parties: texts.parties_of(ix).to_vec(),
            cadence: document.cadence.as_ref().map(Into::into),
            valid: (&document.valid).into(),
            basis: document.basis.map(Word),
            website: document.url.clone(),
            summary: common.summary,
            items: self.item_ids(&forum.items),
            updates: self.update_ids(&forum.updates),
            aliases: common.aliases,
            extra: extra(&document.record),
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn source(self, ix: Ix<plan::Source>) -> SourceData {
        let source = self.plan().sources.at(ix);
        let (document, texts) = (&source.document, self.context.texts());
        let common = self.common(ix.into());
        SourceData {
            id: document.id.clone(),
            url: common.url,
            title: texts.title(ix).to_owned(),
            date: (&document.date).into(),
            kind: texts.source_kind(ix).map(str::to_owned),
            adopted_by: texts.adopted_by(ix).to_vec(),
            lang: document.lang.clone(),
            authentic: document.authentic,
            document: document.url.clone(),
            archived: document.archived.clone(),
            sha256: document.sha256.clone(),
            licence: texts.source_licence(ix).map(str::to_owned),
            summary: common.summary,
            items: self.item_ids(&source.items),
            aliases: common.aliases,
            extra: extra(&document.record),
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn page(self, ix: Ix<plan::Page>) -> PageData {
        let page = self.plan().pages.at(ix);
        let common = self.common(ix.into());
        PageData {
            id: page.document.id.clone(),
            url: common.url,
            title: self.context.texts().title(ix).to_owned(),
            summary: common.summary,
            aliases: common.aliases,
            extra: extra(&page.document.record),
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    pub(in crate::outputs::data) fn edition(self, ix: Ix<plan::Edition>) -> EditionData {
        let edition = self.plan().editions.at(ix);
        let (plan, texts) = (&*edition.plan, edition.plan.texts());
        let about = plan.about.as_ref().map(|about| &about.document);
        let base = Base::new(None, Some(&edition.name));
        let data = || self.site_address(&(base.as_str().to_owned() + "data/plan.json"));
        EditionData {
            id: edition.name.clone(),
            url: self.address(&base.in_site(&Route::home())),
            title: texts.plan_title().map(str::to_owned),
            adopted: about.map(|about| (&about.adopted.value).into()),
            closed: about.and_then(|about| about.closed.as_ref()).map(|closed| (&closed.value).into()),
            data: self.context.config.makes(OptionalOutput::Data).then(data),
            items: plan
                .items
                .indices()
                .map(|item| EditionItemData {
                    id: plan.items.at(item).document.id.as_str().to_owned(),
                    title: texts.title(item).to_owned(),
                    text: texts.wording(item).map(str::to_owned),
                })
                .collect(),
        }
    }
}
