//! Updates as data.

use super::fields::extra;
use super::mapper::Mapper;
use crate::outputs::data::types::{AssessmentData, EvidenceData, MeetingData, UpdateData, Word};
use crate::parse;
use crate::plan::{self, Index as _, Ix, RecordIx};
use crate::vocabulary::{Audience, Scope};

impl Mapper<'_> {
    pub(in crate::outputs::data) fn update(self, ix: Ix<plan::Update>) -> UpdateData {
        let update = self.plan().updates.at(ix);
        let (document, texts) = (&update.document, self.context.texts());
        let builder = self.builder();
        UpdateData {
            id: document.id.clone(),
            url: self.url(RecordIx::Update(ix)),
            date: (&document.date.value).into(),
            date_basis: Word(document.date_basis),
            title: builder.update_title(ix),
            kind: Word(document.kind.value),
            items: self.item_ids(&update.items),
            links: Word(document.links),
            areas: update.areas.iter().map(|ix| self.area_id(*ix)).collect(),
            whole_plan: document.whole_plan,
            by: update.by.iter().map(|ix| self.agency_id(*ix)).collect(),
            status: document.status.as_ref().map(|status| Word(status.value)),
            degree: document.degree.as_ref().map(|degree| Word(degree.value)),
            outcome: document.outcome.as_ref().map(|outcome| Word(outcome.value)),
            outlook: document.outlook.as_ref().map(|outlook| Word(outlook.value)),
            baseline: update.baseline,
            evidence: document.evidence.iter().map(evidence).collect(),
            forum: update.forum.map(|ix| self.forum_id(ix)),
            meeting: document.meeting.as_ref().map(|meeting| self.meeting(ix, meeting)),
            scope: Word(document.scope.unwrap_or(Scope::Direct)),
            confidence: document.confidence.map(Word),
            reported: document.reported.as_ref().map(Into::into),
            new_due: document.new_due.as_ref().map(|date| (&date.value).into()),
            reason: texts.reason(ix).map(str::to_owned),
            challenges: texts.challenges(ix).map(str::to_owned),
            next_steps: texts.next_steps(ix).map(str::to_owned),
            conflicts: texts.conflicts(ix).map(str::to_owned),
            corrects: update.corrects.map(|ix| self.update_id(ix)),
            corrected_by: update.corrected_by().map(|ix| self.update_id(ix)),
            assessment: document.assessment.as_ref().map(assessment),
            values: self.values(ix),
            new_targets: self.new_targets(ix),
            aliases: document
                .record
                .aliases
                .iter()
                .chain(&document.record.former_addresses)
                .map(|alias| alias.value.clone())
                .collect(),
            fields: self.field_values(&document.record),
            extra: extra(&document.record),
            internal: builder.is_internal(&document.id),
            body_html: self.html(ix.into()),
        }
    }

    fn meeting(self, ix: Ix<plan::Update>, meeting: &parse::Meeting) -> MeetingData {
        MeetingData {
            state: Word(meeting.state.value),
            number: meeting.number,
            place: self.context.texts().meeting_place(ix).map(str::to_owned),
            end: meeting.end.as_ref().map(Into::into),
        }
    }
}

fn evidence(evidence: &parse::Evidence) -> EvidenceData {
    EvidenceData {
        title: evidence.title.clone(),
        url: evidence.url.clone(),
        class: evidence.class.map(Word),
        lang: evidence.lang.clone(),
        date: evidence.date.as_ref().map(Into::into),
        archived: evidence.archived.clone(),
        internal: evidence.audience == Audience::Internal,
    }
}

fn assessment(assessment: &parse::Assessment) -> AssessmentData {
    AssessmentData {
        assessor: assessment.assessor.clone(),
        verdict: Word(assessment.verdict),
        word: assessment.word.clone(),
        scale: assessment.scale.clone(),
        method: assessment.method.clone(),
        url: assessment.url.clone(),
    }
}
