//! What third parties say of an item beside what is claimed, and where sources disagree.

use super::current::current_status;
use super::status::CurrentStatus;
use crate::date::Day;
use crate::parse::Assessment;
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::visible::is_known;
use crate::vocabulary::{Degree, Status, Verdict};

/// What a third party said, beside what the responsible body claimed on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assessed<'a> {
    /// The update that has it.
    pub update: Ix<Update>,
    /// What was said.
    pub assessment: &'a Assessment,
    /// What was claimed on the day of the assessment.
    pub claim: CurrentStatus,
    /// Whether the two agree.
    pub agreement: Agreement,
    /// Whether it is the assessor's newest.
    pub newest: bool,
}

/// Whether an assessment and the claim say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// Nothing was claimed, so there is nothing to compare.
    NoClaim,
    /// They agree.
    Agrees,
    /// The assessor saw less than was claimed.
    Less,
    /// The assessor saw more than was claimed.
    More,
}

impl Agreement {
    /// The word for it in message keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoClaim => "no-claim",
            Self::Agrees => "agrees",
            Self::Less => "less",
            Self::More => "more",
        }
    }
}

/// The assessments of an item until a day, oldest first.
pub fn assessments(plan: &Plan, ix: Ix<Item>, as_of: Day) -> Vec<Assessed<'_>> {
    let item = plan.items.at(ix);
    let newest = newest(plan, item, as_of);
    let assessed = assessed(plan, item, as_of).map(|(update, assessment)| {
        let day = plan.updates.at(update).document.date.value.latest.min(as_of);
        let claim = current_status(plan, ix, day);
        let agreement = compare(&claim, assessment.verdict);
        Assessed { update, assessment, claim, agreement, newest: newest.contains(&update) }
    });
    assessed.collect()
}

/// The updates of an item until a day that say that sources disagree, oldest first.
pub fn conflicts(plan: &Plan, ix: Ix<Item>, as_of: Day) -> Vec<Ix<Update>> {
    let conflicts = |ix: &Ix<Update>| {
        let document = &plan.updates.at(*ix).document;
        document.conflicts.is_some() && is_known(document, as_of)
    };
    plan.items.at(ix).updates.iter().copied().filter(conflicts).collect()
}

/// The newest assessment of each third party, oldest first; that of the judge whom the plan names is the last.
pub(super) fn newest(plan: &Plan, item: &Item, as_of: Day) -> Vec<Ix<Update>> {
    let mut newest: Vec<(&str, Ix<Update>)> = Vec::new();
    for (ix, assessment) in assessed(plan, item, as_of) {
        newest.retain(|(assessor, _)| *assessor != assessment.assessor);
        newest.push((&assessment.assessor, ix));
    }
    let judge = plan.about.as_ref().and_then(|about| about.document.judge.as_ref());
    let is_judge = |assessor: &str| judge.is_some_and(|judge| judge.name == assessor);
    newest.sort_by_key(|(assessor, ix)| (is_judge(assessor), *ix));
    newest.into_iter().map(|(_, ix)| ix).collect()
}

/// Whether nothing more is to be done: it is completed or closed, a third party's verdict ends the matter by what the plan
/// says of it, or nobody claims a status and the third party found it complete.
pub(super) fn is_settled(plan: &Plan, status: &CurrentStatus, newest: &[Ix<Update>]) -> bool {
    let assessment = |ix: &Ix<Update>| plan.updates.at(*ix).document.assessment.as_ref();
    let is_final = newest.iter().filter_map(assessment).any(|assessment| assessment.is_final);
    let unclaimed = matches!(status.status, Some(Status::NotReported | Status::NotStated));
    let found_complete = newest.last().and_then(assessment).is_some_and(|it| it.verdict == Verdict::Complete);
    status.is_done() || is_final || (unclaimed && found_complete)
}

fn assessed<'p>(
    plan: &'p Plan,
    item: &'p Item,
    as_of: Day,
) -> impl Iterator<Item = (Ix<Update>, &'p Assessment)> {
    let counted = item.updates.iter().copied().filter(move |ix| plan.counts(*ix, as_of));
    counted.filter_map(|ix| Some((ix, plan.updates.at(ix).document.assessment.as_ref()?)))
}

/// A claim and a verdict use different words, so a claim stands for all verdicts that do not contradict it.
fn compare(claim: &CurrentStatus, verdict: Verdict) -> Agreement {
    let of = |low: Verdict, high: Verdict| Some((low, high));
    let claimed = match (claim.status, claim.degree) {
        (Some(Status::NotStarted), _) => of(Verdict::NoEvidence, Verdict::NotStarted),
        (Some(Status::OnHold), _) => of(Verdict::NoEvidence, Verdict::Substantial),
        (Some(Status::InProgress), Some(Degree::Limited)) => of(Verdict::Limited, Verdict::Limited),
        (Some(Status::InProgress), Some(Degree::Substantial)) => {
            of(Verdict::Substantial, Verdict::Substantial)
        }
        (Some(Status::InProgress), None) => of(Verdict::Limited, Verdict::Substantial),
        (Some(Status::Continuing), _) => of(Verdict::Substantial, Verdict::Complete),
        (Some(Status::Completed), _) => of(Verdict::Complete, Verdict::Complete),
        (None | Some(Status::NotReported | Status::NotStated | Status::Closed), _) => None,
    };
    match claimed {
        None => Agreement::NoClaim,
        Some((low, _)) if verdict < low => Agreement::Less,
        Some((_, high)) if verdict > high => Agreement::More,
        Some(_) => Agreement::Agrees,
    }
}
