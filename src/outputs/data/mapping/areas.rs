//! The plan itself and its areas as data.

use super::mapper::Mapper;
use crate::outputs::data::types::{Area, Plan, Reporting};
use crate::plan::{self, Index as _, Ix, RecordIx};

impl Mapper<'_> {
    pub(in crate::outputs::data) fn about(self) -> Option<Plan> {
        let about = self.plan().about.as_ref()?;
        let document = &about.document;
        Some(Plan {
            title: document.title.clone(),
            parties: document.parties.clone(),
            adopted: (&document.adopted.value).into(),
            period: document.period.as_ref().map(Into::into),
            edition: document.edition.clone(),
            languages: document.languages.clone(),
            authentic_language: document.authentic_language.clone(),
            reporting: document.reporting.as_ref().map(|reporting| Reporting {
                every: (&reporting.every).into(),
                grace_days: reporting.grace_days,
            }),
            fiscal_year_starts: document.fiscal_year_starts,
            source: about.source.map(|ix| self.source_id(ix)),
            licence: document.licence.clone(),
            contact: document.contact.clone(),
            summary: document.record.summary.clone(),
            body_html: self.html(&document.record.body, &about.links),
        })
    }

    pub(in crate::outputs::data) fn area(self, ix: Ix<plan::Area>) -> Area {
        let area = self.plan().areas.at(ix);
        let common = self.common(RecordIx::Area(ix), &area.document.record, &area.links);
        Area {
            id: area.document.number.value.as_str().to_owned(),
            url: common.url,
            title: area.document.title.value.clone(),
            summary: common.summary,
            aliases: common.aliases,
            internal: common.internal,
            lead: self.roles(&area.lead),
            items: self.item_ids(&area.items),
            updates: self.update_ids(&area.updates),
            body_html: common.body_html,
        }
    }
}
