//! What the updates of an item say when they are seen together: lowered statuses, and what others say beside the claim.

use crate::facts::{self, StepBack};
use crate::page::ViewBuilder;
use crate::page::views::{AssessmentRow, ConflictView, LinkView, StepBackView};
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::vocabulary::Status;

/// The newest of a list of an item, and what leads to all of it where its page does not show them.
pub(super) type Newest<T> = (Vec<T>, Option<LinkView>);

/// Each time that the status of an item said less than before.
pub(super) fn steps_back(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Newest<StepBackView> {
    let status = |ix: Ix<Update>| {
        let document = &builder.plan().updates.at(ix).document;
        let word = |status: Status| builder.word(&format!("status-{}", status.word()));
        let degree = document.degree.as_ref();
        let degree = degree.map(|degree| builder.word(&format!("degree-{}", degree.value.word())));
        let status = document.status.as_ref().map(|status| word(status.value)).unwrap_or_default();
        degree.map_or_else(|| status.clone(), |degree| builder.messages().list(&[&status, &degree]))
    };
    let steps = &builder.context.facts_of(item).steps_back;
    let view = |step: &StepBack| {
        let date = builder.date(&builder.plan().updates.at(step.after).document.date.value);
        StepBackView {
            href: builder.record_href(RecordIx::Update(step.after)),
            text: builder.messages().with(
                "went-back",
                &[("before", &status(step.before)), ("after", &status(step.after)), ("date", &date.text)],
            ),
        }
    };
    let most = builder.context.entries_shown();
    let shown = steps.iter().skip(steps.len().saturating_sub(most));
    (shown.map(view).collect(), builder.all_of(item, "lowered", steps.len(), most))
}

/// What third parties say of an item, newest first, beside what was claimed on that day.
pub(super) fn assessments(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Newest<AssessmentRow> {
    let assessments = facts::assessments(builder.plan(), item, builder.as_of());
    let most = builder.context.entries_shown();
    let rows = assessments.iter().rev().take(most).map(|assessed| {
        let document = &builder.plan().updates.at(assessed.update).document;
        AssessmentRow {
            date: builder.date(&document.date.value),
            href: builder.record_href(RecordIx::Update(assessed.update)),
            assessor: assessed.assessment.assessor.clone(),
            verdict: builder.verdict(assessed.assessment),
            scale: assessed.assessment.scale.clone(),
            method: assessed.assessment.method.clone(),
            url: assessed.assessment.url.clone(),
            claim: builder.status_of(&assessed.claim),
            agreement_key: assessed.agreement.word().to_owned(),
            agreement: builder.word(&format!("agreement-{}", assessed.agreement.word())),
            newest: assessed.newest,
        }
    });
    (rows.collect(), builder.all_of(item, "assessments", assessments.len(), most))
}

/// Where sources on an item disagree, newest first.
pub(super) fn conflicts(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Newest<ConflictView> {
    let conflicts = facts::conflicts(builder.plan(), item, builder.as_of());
    let view = |ix: &Ix<Update>| {
        let document = &builder.plan().updates.at(*ix).document;
        ConflictView {
            date: builder.date(&document.date.value),
            link: builder.link(RecordIx::Update(*ix)),
            text: builder.texts().conflicts(*ix).unwrap_or_default().to_owned(),
        }
    };
    let most = builder.context.entries_shown();
    let rows = conflicts.iter().rev().take(most).map(view).collect();
    (rows, builder.all_of(item, "conflicts", conflicts.len(), most))
}
