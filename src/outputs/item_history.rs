//! What an item's page says of time: the slip ledger, steps back, and what others say beside the claim.

use super::ViewBuilder;
use super::view::{AssessmentRow, ConflictView, LedgerRow, LedgerView, StepBackView};
use crate::plan::{Index as _, Item, Ix, RecordIx, Revision, Update};
use crate::vocabulary::Status;

/// The slip ledger of an item; `None` when its due date never moved.
pub(super) fn ledger(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Option<LedgerView> {
    let slips = builder.plan().slips(item, builder.as_of());
    if slips.revisions.is_empty() {
        return None;
    }
    let words = builder.messages();
    let moved = slips.months.zip(slips.days).map(|(months, days)| distance(builder, months, days));
    let times = i64::try_from(slips.times).unwrap_or(i64::MAX);
    let sentence = match (slips.times, moved) {
        (0, _) => words.get("ledger-never").to_owned(),
        (_, None) => words.count("ledger-times", times),
        (_, Some(moved)) => words.count("ledger-times-by", times).replace("{distance}", &moved),
    };
    Some(LedgerView {
        sentence,
        baseline: slips.baseline.as_ref().map(|date| builder.date(date)),
        due: slips.due.as_ref().map(|date| builder.date(date)),
        rows: slips.revisions.iter().map(|revision| ledger_row(builder, revision)).collect(),
    })
}

/// One change of a due date.
pub(super) fn ledger_row(builder: &ViewBuilder<'_>, revision: &Revision) -> LedgerRow {
    let document = &builder.plan().updates.at(revision.update).document;
    LedgerRow {
        date: builder.date(&document.date.value),
        link: builder.link(RecordIx::Update(revision.update)),
        from: revision.from.as_ref().map(|date| builder.date(date)),
        to: builder.date(&revision.to),
        distance: revision.months.zip(revision.days).map(|(months, days)| distance(builder, months, days)),
        reason: document.reason.clone(),
        evidence: builder.evidence(&document.evidence),
        corrected: revision.corrected,
    }
}

/// How far a date was moved: in months, and in days where that is less than a month.
pub(super) fn distance(builder: &ViewBuilder<'_>, months: i64, days: i64) -> String {
    let words = builder.messages();
    let amount = match months {
        0 => words.count("ledger-days", days.abs()),
        months => words.count("ledger-months", months.abs()),
    };
    let key = match days {
        0 => return words.get("ledger-same").to_owned(),
        ..0 => "ledger-earlier",
        _ => "ledger-later",
    };
    words.with(key, &[("amount", &amount)])
}

/// Each time that the status of an item said less than before.
pub(super) fn steps_back(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Vec<StepBackView> {
    let status = |ix: Ix<Update>| {
        let document = &builder.plan().updates.at(ix).document;
        let word = |status: Status| builder.word(&format!("status-{}", status.word()));
        let degree = document.degree.as_ref();
        let degree = degree.map(|degree| builder.word(&format!("degree-{}", degree.value.word())));
        let status = document.status.as_ref().map(|status| word(status.value)).unwrap_or_default();
        degree.map_or_else(|| status.clone(), |degree| format!("{status}, {degree}"))
    };
    let steps = builder.plan().went_backwards(item, builder.as_of());
    let view = |step: &crate::plan::StepBack| {
        let date = builder.date(&builder.plan().updates.at(step.after).document.date.value);
        StepBackView {
            href: builder.record_href(RecordIx::Update(step.after)),
            text: builder.messages().with(
                "went-back",
                &[("before", &status(step.before)), ("after", &status(step.after)), ("date", &date.text)],
            ),
        }
    };
    steps.iter().map(view).collect()
}

/// What third parties say of an item, newest first, beside what was claimed on that day.
pub(super) fn assessments(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Vec<AssessmentRow> {
    let assessments = builder.plan().assessments(item, builder.as_of());
    let rows = assessments.iter().rev().map(|assessed| {
        let document = &builder.plan().updates.at(assessed.update).document;
        AssessmentRow {
            date: builder.date(&document.date.value),
            href: builder.record_href(RecordIx::Update(assessed.update)),
            assessor: assessed.assessment.assessor.clone(),
            verdict: builder.word(&format!("verdict-{}", assessed.assessment.verdict.word())),
            scale: assessed.assessment.scale.clone(),
            method: assessed.assessment.method.clone(),
            url: assessed.assessment.url.clone(),
            claim: builder.status_of(&assessed.claim),
            agreement_key: assessed.agreement.word().to_owned(),
            agreement: builder.word(&format!("agreement-{}", assessed.agreement.word())),
            newest: assessed.newest,
        }
    });
    rows.collect()
}

/// Where sources on an item disagree, newest first.
pub(super) fn conflicts(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Vec<ConflictView> {
    let conflicts = builder.plan().conflicts(item, builder.as_of());
    let view = |ix: &Ix<Update>| {
        let document = &builder.plan().updates.at(*ix).document;
        ConflictView {
            date: builder.date(&document.date.value),
            link: builder.link(RecordIx::Update(*ix)),
            text: document.conflicts.clone().unwrap_or_default(),
        }
    };
    conflicts.iter().rev().map(view).collect()
}
