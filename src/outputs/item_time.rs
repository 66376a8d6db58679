//! What an item's page says of time: the slip ledger, steps back, and what others say beside the claim.

use super::Composer;
use super::view::{AssessmentRow, ConflictView, LedgerRow, LedgerView, StepBackView};
use crate::plan::{Index as _, Item, Ix, RecordIx, Revision, Update};
use crate::vocabulary::Status;

/// The slip ledger of an item; `None` when its due date never moved.
pub(super) fn ledger(composer: &Composer<'_>, item: Ix<Item>) -> Option<LedgerView> {
    let slips = composer.plan().slips(item, composer.as_of());
    if slips.revisions.is_empty() {
        return None;
    }
    let words = composer.words();
    let moved = slips.months.zip(slips.days).map(|(months, days)| distance(composer, months, days));
    let times = i64::try_from(slips.times).unwrap_or(i64::MAX);
    let sentence = match (slips.times, moved) {
        (0, _) => words.get("ledger-never").to_owned(),
        (_, None) => words.count("ledger-times", times),
        (_, Some(moved)) => words.count("ledger-times-by", times).replace("{distance}", &moved),
    };
    Some(LedgerView {
        sentence,
        baseline: slips.baseline.as_ref().map(|date| composer.date(date)),
        due: slips.due.as_ref().map(|date| composer.date(date)),
        rows: slips.revisions.iter().map(|revision| ledger_row(composer, revision)).collect(),
    })
}

/// One change of a due date.
pub(super) fn ledger_row(composer: &Composer<'_>, revision: &Revision) -> LedgerRow {
    let document = &composer.plan().updates.at(revision.update).document;
    LedgerRow {
        date: composer.date(&document.date.value),
        link: composer.link(RecordIx::Update(revision.update)),
        from: revision.from.as_ref().map(|date| composer.date(date)),
        to: composer.date(&revision.to),
        distance: revision.months.zip(revision.days).map(|(months, days)| distance(composer, months, days)),
        reason: document.reason.clone(),
        evidence: composer.evidence(&document.evidence),
        corrected: revision.corrected,
    }
}

/// How far a date was moved: in months, and in days where that is less than a month.
pub(super) fn distance(composer: &Composer<'_>, months: i64, days: i64) -> String {
    let words = composer.words();
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
pub(super) fn steps_back(composer: &Composer<'_>, item: Ix<Item>) -> Vec<StepBackView> {
    let status = |ix: Ix<Update>| {
        let document = &composer.plan().updates.at(ix).document;
        let word = |status: Status| composer.word(&format!("status-{}", status.word()));
        let degree = document.degree.as_ref();
        let degree = degree.map(|degree| composer.word(&format!("degree-{}", degree.value.word())));
        let status = document.status.as_ref().map(|status| word(status.value)).unwrap_or_default();
        degree.map_or_else(|| status.clone(), |degree| format!("{status}, {degree}"))
    };
    let steps = composer.plan().went_backwards(item, composer.as_of());
    let view = |step: &crate::plan::StepBack| {
        let date = composer.date(&composer.plan().updates.at(step.after).document.date.value);
        StepBackView {
            href: composer.record_href(RecordIx::Update(step.after)),
            text: composer.words().with(
                "went-back",
                &[("before", &status(step.before)), ("after", &status(step.after)), ("date", &date.text)],
            ),
        }
    };
    steps.iter().map(view).collect()
}

/// What third parties say of an item, newest first, beside what was claimed on that day.
pub(super) fn assessments(composer: &Composer<'_>, item: Ix<Item>) -> Vec<AssessmentRow> {
    let assessments = composer.plan().assessments(item, composer.as_of());
    let rows = assessments.iter().rev().map(|assessed| {
        let document = &composer.plan().updates.at(assessed.update).document;
        AssessmentRow {
            date: composer.date(&document.date.value),
            href: composer.record_href(RecordIx::Update(assessed.update)),
            assessor: assessed.assessment.assessor.clone(),
            verdict: composer.word(&format!("verdict-{}", assessed.assessment.verdict.word())),
            scale: assessed.assessment.scale.clone(),
            method: assessed.assessment.method.clone(),
            url: assessed.assessment.url.clone(),
            claim: composer.status_of(&assessed.claim),
            agreement_key: assessed.agreement.word().to_owned(),
            agreement: composer.word(&format!("agreement-{}", assessed.agreement.word())),
            newest: assessed.newest,
        }
    });
    rows.collect()
}

/// Where sources on an item disagree, newest first.
pub(super) fn conflicts(composer: &Composer<'_>, item: Ix<Item>) -> Vec<ConflictView> {
    let conflicts = composer.plan().conflicts(item, composer.as_of());
    let view = |ix: &Ix<Update>| {
        let document = &composer.plan().updates.at(*ix).document;
        ConflictView {
            date: composer.date(&document.date.value),
            link: composer.link(RecordIx::Update(*ix)),
            text: document.conflicts.clone().unwrap_or_default(),
        }
    };
    conflicts.iter().rev().map(view).collect()
}
