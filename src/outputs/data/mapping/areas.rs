//! The plan itself and its areas as data.

use super::fields::extra;
use super::mapper::Mapper;
use crate::outputs::data::types::{
    AreaData, IsoDay, JudgeData, PlanData, ReportingData, TagData, TagGroupData,
};
use crate::plan::{self, Index as _, Ix, RecordIx};
use crate::route::Route;

impl Mapper<'_> {
    pub(in crate::outputs::data) fn about(self) -> Option<PlanData> {
        let about = self.plan().about.as_ref()?;
        let (document, texts) = (&about.document, self.context.texts());
        Some(PlanData {
            title: texts.plan_title().unwrap_or_default().to_owned(),
            parties: texts.parties().to_vec(),
            adopted: (&document.adopted.value).into(),
            period: document.period.as_ref().map(Into::into),
            closed: document.closed.as_ref().map(|closed| (&closed.value).into()),
            ended: self.context.facts.ended.map(IsoDay::new),
            judged_by: document
                .judge
                .as_ref()
                .map(|judge| JudgeData { name: judge.name.clone(), url: judge.url.clone() }),
            edition: document.edition.clone(),
            languages: document.languages.clone(),
            authentic_language: document.authentic_language.clone(),
            reporting: document.reporting.as_ref().map(|reporting| ReportingData {
                every: (&reporting.every).into(),
                grace_days: reporting.grace_days,
            }),
            fiscal_year_starts: document.fiscal_year.starts,
            fiscal_year_named: document.fiscal_year.named.word(),
            source: about.source.map(|ix| self.source_id(ix)),
            licence: texts.licence().map(str::to_owned),
            contact: texts.contact().map(str::to_owned),
            summary: texts.summary(RecordIx::Plan).map(str::to_owned),
            tags: self.tag_groups(),
            fields: self.declared_fields(),
            extra: extra(&document.record),
            body_html: self.html(RecordIx::Plan),
        })
    }

    fn tag_groups(self) -> Vec<TagGroupData> {
        let plan = self.plan();
        let mut groups: Vec<TagGroupData> = Vec::new();
        for ix in plan.tag_indices() {
            let Some((group, tag)) = plan.tag(ix) else { continue };
            let data = TagData {
                id: tag.name.clone(),
                title: tag.title.clone(),
                url: self.address(&Route::tag(plan, ix)),
            };
            match groups.last_mut().filter(|last| last.key == group.key) {
                Some(last) => last.tags.push(data),
                None => groups.push(TagGroupData {
                    key: group.key.clone(),
                    title: self.context.texts().tag_group(group).to_owned(),
                    tags: vec![data],
                }),
            }
        }
        groups
    }

    pub(in crate::outputs::data) fn area(self, ix: Ix<plan::Area>) -> AreaData {
        let area = self.plan().areas.at(ix);
        let common = self.common(ix.into());
        AreaData {
            id: area.document.number.value.as_str().to_owned(),
            url: common.url,
            title: self.context.texts().title(ix).to_owned(),
            summary: common.summary,
            aliases: common.aliases,
            fields: self.field_values(&area.document.record),
            extra: extra(&area.document.record),
            internal: common.internal,
            lead: self.roles(&area.lead),
            parent: area.parent.map(|parent| self.area_id(parent)),
            areas: self.plan().areas_in(ix).map(|inner| self.area_id(inner)).collect(),
            items: self.item_ids(&area.items),
            updates: self.update_ids(&area.updates),
            body_html: common.body_html,
        }
    }
}
