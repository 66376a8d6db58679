//! What the updates of an item say when they are seen together: steps back, assessments, sources that disagree.

use super::{CurrentStatus, Index as _, Item, Ix, Plan, Update};
use crate::date::Day;
use crate::parse::Assessment;
use crate::visible::is_known;
use crate::vocabulary::{Degree, Kind, Rollup, Status, Verdict};

/// A status that says less than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepBack {
    /// The update with the status before.
    pub before: Ix<Update>,
    /// The update that says less.
    pub after: Ix<Update>,
}

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

impl Plan {
    /// The updates of an item that set its status, oldest first, until a day. A container that follows from its parts,
    /// and a catch-all, have none.
    pub fn claims(&self, item: Ix<Item>, as_of: Day) -> Vec<Ix<Update>> {
        let record = self.items.at(item);
        let document = &record.document;
        let derived = document.kind == Kind::Container && document.rollup != Rollup::Manual;
        if derived || document.kind == Kind::CatchAll {
            return Vec::new();
        }
        let claims =
            |ix: &Ix<Update>| self.counts(*ix, as_of) && self.updates.at(*ix).document.status.is_some();
        record.updates.iter().copied().filter(claims).collect()
    }

    /// Each time until a day that an item's status said less than the one before: completed and then not, further and
    /// then less far, under way and then interrupted. An item that ends has not gone backwards.
    pub fn went_backwards(&self, item: Ix<Item>, as_of: Day) -> Vec<StepBack> {
        let claims = self.claims(item, as_of);
        let pairs = claims.iter().zip(claims.iter().skip(1));
        pairs
            .filter(|(before, after)| self.says_less(**before, **after))
            .map(|(before, after)| StepBack { before: *before, after: *after })
            .collect()
    }

    fn says_less(&self, before: Ix<Update>, after: Ix<Update>) -> bool {
        let said = |ix| {
            let document = &self.updates.at(ix).document;
            let degree = document.degree.as_ref().map(|degree| degree.value);
            Some((document.status.as_ref()?.value, degree))
        };
        said(before).zip(said(after)).is_some_and(|(before, after)| less(before, after))
    }

    /// The assessments of an item until a day, oldest first.
    pub fn assessments(&self, item: Ix<Item>, as_of: Day) -> Vec<Assessed<'_>> {
        let mut found: Vec<Assessed<'_>> = Vec::new();
        for ix in self.items.at(item).updates.iter().copied().filter(|ix| self.counts(*ix, as_of)) {
            let document = &self.updates.at(ix).document;
            let Some(assessment) = &document.assessment else { continue };
            let claim = self.current_status(item, document.date.value.latest.min(as_of));
            let same = |earlier: &&mut Assessed<'_>| earlier.assessment.assessor == assessment.assessor;
            found.iter_mut().filter(same).for_each(|earlier| earlier.newest = false);
            let agreement = compare(&claim, assessment.verdict);
            found.push(Assessed { update: ix, assessment, claim, agreement, newest: true });
        }
        found
    }

    /// The updates of an item until a day that say that sources disagree, oldest first.
    pub fn conflicts(&self, item: Ix<Item>, as_of: Day) -> Vec<Ix<Update>> {
        let conflicts = |ix: &Ix<Update>| {
            let document = &self.updates.at(*ix).document;
            document.conflicts.is_some() && is_known(document, as_of)
        };
        self.items.at(item).updates.iter().copied().filter(conflicts).collect()
    }
}

impl CurrentStatus {
    /// Whether it says less than another did.
    pub fn says_less_than(&self, before: &Self) -> bool {
        let said =
            |current_status: &Self| current_status.status.map(|status| (status, current_status.degree));
        said(before).zip(said(self)).is_some_and(|(before, after)| less(before, after))
    }
}

/// Whether the second says less than the first.
fn less((old, old_degree): (Status, Option<Degree>), (new, new_degree): (Status, Option<Degree>)) -> bool {
    // What was done once may go on being done.
    if (old, new) == (Status::Completed, Status::Continuing) {
        return false;
    }
    let less = rank(old).zip(rank(new)).is_some_and(|(old, new)| new < old);
    let less_far =
        old == new && matches!((old_degree, new_degree), (Some(Degree::Substantial), Some(Degree::Limited)));
    less || less_far
}

/// How far a status is, where one can be further than another.
fn rank(status: Status) -> Option<u8> {
    match status {
        Status::NotReported | Status::NotStated | Status::Closed => None,
        Status::NotStarted => Some(0),
        Status::OnHold => Some(1),
        Status::InProgress | Status::Continuing => Some(2),
        Status::Completed => Some(3),
    }
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
