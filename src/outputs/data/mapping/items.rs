//! Items, and where they stand, as data.

use super::fields::extra;
use super::mapper::Mapper;
use crate::facts;
use crate::outputs::data::types::{
    BodyStatusData, ContinuedByData, ContinuesData, FreshnessData, FreshnessState, ImageData, ItemData,
    LeadFromData, NewestVerdictData, OutlookData, ScheduleData, ScheduleState, SearchData, SeeData,
    StandingData, Word,
};
use crate::parse::{Search, SeeAlso};
use crate::plan::{self, Index as _, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Audience, Kind};

impl Mapper<'_> {
    pub(in crate::outputs::data) fn item(self, ix: Ix<plan::Item>) -> ItemData {
        let item = self.plan().items.at(ix);
        let (document, texts) = (&item.document, self.context.texts());
        let common = self.common(ix.into());
        ItemData {
            id: document.id.as_str().to_owned(),
            number: document.id.number(self.context.config.numbering),
            code: document.code.as_ref().map(|code| code.text.clone()),
            url: common.url,
            title: texts.title(ix).to_owned(),
            kind: Word(document.kind),
            area: self.area_id(item.area),
            parent: item.parent.map(|parent| self.item_id(parent)),
            parts: self.item_ids(&item.parts),
            text: texts.wording(ix).map(str::to_owned),
            source: item.source.map(|ix| self.source_id(ix)),
            locator: texts.locator(ix).map(str::to_owned),
            summary: common.summary,
            standing: self.standing(self.context.current_status(ix)),
            bodies: self.bodies(ix),
            verdict: self.verdict(ix),
            start: document.start.as_ref().map(Into::into),
            outlook: self.outlook(ix),
            schedule: self.schedule(ix),
            freshness: self.freshness(ix),
            searched: self.searched(&document.searched),
            lead: self.roles(&item.lead),
            lead_from: item.lead_from.and_then(|from| self.lead_from(from)),
            supporting: self.roles(&item.supporting),
            partners: texts.partners(ix).to_vec(),
            image: self.image(ix),
            cadence: document.cadence.as_ref().map(Into::into),
            rollup: (document.kind == Kind::Container).then_some(Word(document.rollup)),
            indicators: texts.indicators(ix).to_vec(),
            measured: self.indicators(ix),
            milestones: self.milestones(ix),
            related: self.item_ids(&item.related),
            depends_on: self.item_ids(&item.depends_on),
            same_as: self.item_ids(&item.same_as),
            forums: item.forums.iter().map(|ix| self.forum_id(*ix)).collect(),
            continues: item.continues.iter().map(|continued| self.continues(continued)).collect(),
            continued_by: item.continued_by.iter().map(|by| self.continued_by(by)).collect(),
            see: document.see.iter().map(see).collect(),
            contact: texts.item_contact(ix).map(str::to_owned),
            tags: item.tags.iter().filter_map(|ix| Some(self.plan().tag(*ix)?.1.name.clone())).collect(),
            updates: self.update_ids(&item.updates),
            aliases: common.aliases,
            fields: self.field_values(&document.record),
            extra: extra(&document.record),
            internal: common.internal,
            body_html: common.body_html,
        }
    }

    fn lead_from(self, from: RecordIx) -> Option<LeadFromData> {
        match from {
            RecordIx::Item(ix) => Some(LeadFromData::Item(self.item_id(ix))),
            RecordIx::Area(ix) => Some(LeadFromData::Area(self.area_id(ix))),
            _ => None,
        }
    }

    fn standing(self, standing: &facts::CurrentStatus) -> StandingData {
        StandingData {
            status: standing.status.map(Word),
            degree: standing.degree.map(Word),
            outcome: standing.outcome.map(Word),
            since: standing.since.map(|ix| (&self.plan().updates.at(ix).document.date.value).into()),
            confirmed: standing.confirmed.map(|ix| (&self.plan().updates.at(ix).document.date.value).into()),
            update: standing.confirmed.map(|ix| self.update_id(ix)),
            from_parts: standing.from_parts,
        }
    }

    fn bodies(self, ix: Ix<plan::Item>) -> Vec<BodyStatusData> {
        let bodies = self.context.facts_of(ix).by_body.iter();
        bodies
            .map(|body| BodyStatusData {
                agency: self.agency_id(body.agency),
                standing: self.standing(&body.status),
            })
            .collect()
    }

    fn verdict(self, ix: Ix<plan::Item>) -> Option<NewestVerdictData> {
        let update = self.context.facts_of(ix).verdict()?;
        let document = &self.plan().updates.at(update).document;
        let assessment = document.assessment.as_ref()?;
        Some(NewestVerdictData {
            assessor: assessment.assessor.clone(),
            verdict: Word(assessment.verdict),
            word: assessment.word.clone(),
            date: (&document.date.value).into(),
            update: self.update_id(update),
        })
    }

    fn outlook(self, ix: Ix<plan::Item>) -> Option<OutlookData> {
        let (update, outlook) = self.context.facts_of(ix).outlook?;
        let date = &self.plan().updates.at(update).document.date.value;
        Some(OutlookData { outlook: Word(outlook), date: date.into(), update: self.update_id(update) })
    }

    fn schedule(self, ix: Ix<plan::Item>) -> ScheduleData {
        use facts::Schedule as Found;
        let facts = self.context.facts_of(ix);
        let (state, days_late) = match facts.schedule {
            Found::NoDate => (ScheduleState::NoDate, None),
            Found::NoDayYet { .. } => (ScheduleState::NoDayYet, None),
            Found::NotDue { .. } => (ScheduleState::NotDue, None),
            Found::DueSoon { .. } => (ScheduleState::DueSoon, None),
            Found::Overdue { days, .. } => (ScheduleState::Overdue, Some(days)),
            Found::DoneOnTime { .. } => (ScheduleState::DoneOnTime, None),
            Found::DoneLate { days, .. } => (ScheduleState::DoneLate, Some(days)),
            Found::Missed { .. } => (ScheduleState::Missed, None),
            Found::Done { .. } => (ScheduleState::Done, None),
            Found::Ended { .. } | Found::EndedInWords { .. } => (ScheduleState::Ended, None),
            Found::PlanEnded { .. } => (ScheduleState::PlanEnded, None),
            Found::OfParts { .. } => (ScheduleState::OfParts, None),
        };
        let due_in_words = self.plan().items.at(ix).document.due_in_words.as_ref();
        let due_in_words = due_in_words.map(|words| words.text.clone());
        let due = facts.schedule.due();
        let times_put_back = facts.slips.times;
        let first = self.plan().items.at(ix).document.due.as_ref();
        ScheduleData {
            state,
            first_due: first.map(Into::into),
            due: due.map(Into::into),
            due_in_words,
            times_put_back,
            days_late,
        }
    }

    fn freshness(self, ix: Ix<plan::Item>) -> FreshnessData {
        use facts::Freshness as Found;
        match &self.context.facts_of(ix).freshness {
            Found::Never => FreshnessData::new(FreshnessState::Never, None, None),
            Found::Unpaced { last, days } => {
                FreshnessData::new(FreshnessState::Unpaced, Some(last), Some(*days))
            }
            Found::Fresh { last } => FreshnessData::new(FreshnessState::Fresh, Some(last), None),
            Found::Due { last } => FreshnessData::new(FreshnessState::Due, Some(last), None),
            Found::Stale { last, days } => FreshnessData::new(FreshnessState::Stale, Some(last), Some(*days)),
        }
    }

    fn continues(self, continued: &plan::Continues) -> ContinuesData {
        let edition = self.context.book().editions.at(continued.edition);
        ContinuesData {
            edition: edition.name.clone(),
            item: edition.plan.items.at(continued.item).document.id.as_str().to_owned(),
            how: continued.how.map(Word),
        }
    }

    fn continued_by(self, by: &plan::ContinuedBy) -> ContinuedByData {
        let plan = self.context.book().of_edition(by.edition);
        let route = self.context.route_in(by.edition, &Route::record(plan, RecordIx::Item(by.item)));
        ContinuedByData {
            edition: plan.edition.clone(),
            item: plan.items.at(by.item).document.id.as_str().to_owned(),
            url: self.address(&route),
            how: by.how.map(Word),
        }
    }
}

impl Mapper<'_> {
    /// Those that were done by the as-of date.
    fn searched(self, searches: &[Search]) -> Vec<SearchData> {
        let as_of = self.context.published.as_of;
        searches.iter().filter(|search| search.date.value.earliest <= as_of).map(search).collect()
    }

    /// The picture of an item.
    fn image(self, ix: Ix<plan::Item>) -> Option<ImageData> {
        let item = self.plan().items.at(ix);
        let (image, file) = (item.document.image.as_ref()?, item.image?);
        let (width, height) = self.plan().attachments.at(file).document.size?;
        Some(ImageData {
            url: self.builder().record_href(RecordIx::Attachment(file)),
            alt: image.alt.clone(),
            caption: image.caption.clone(),
            credit: image.credit.clone(),
            width,
            height,
            internal: image.audience == Audience::Internal,
        })
    }
}

fn search(search: &Search) -> SearchData {
    SearchData {
        date: (&search.date.value).into(),
        place: search.place.clone(),
        languages: search.languages.clone(),
        words: search.words.clone(),
        found: search.found.clone(),
    }
}

fn see(see: &SeeAlso) -> SeeData {
    SeeData {
        title: see.title.clone(),
        url: see.url.clone(),
        class: see.class.map(Word),
        internal: see.audience == Audience::Internal,
    }
}
