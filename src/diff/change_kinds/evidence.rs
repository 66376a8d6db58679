//! Evidence of updates that came or went.

use crate::diff::changes::{Change, Changes, EvidenceChange};
use crate::diff::comparison::Comparison;
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::parse::Evidence;
use crate::plan::{Index as _, RecordIx};

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for entry in &comparison.removed {
        let gone = of(comparison.before, entry).iter();
        changes.evidence.extend(gone.map(|evidence| change(entry, Change::Removed, evidence)));
    }
    for pair in comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()) {
        let (old, new) = (of(comparison.before, &pair.old), of(comparison.after, &pair.new));
        let lacks = |list: &[Evidence], one: &Evidence| !list.iter().any(|other| other.url == one.url);
        let gone = old.iter().filter(|evidence| lacks(new, evidence));
        let came = new.iter().filter(|evidence| lacks(old, evidence));
        changes.evidence.extend(gone.map(|evidence| change(&pair.new, Change::Removed, evidence)));
        changes.evidence.extend(came.map(|evidence| change(&pair.new, Change::Added, evidence)));
    }
    for entry in &comparison.added {
        let came = of(comparison.after, entry).iter();
        changes.evidence.extend(came.map(|evidence| change(entry, Change::Added, evidence)));
    }
}

fn of<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> &'a [Evidence] {
    match entry.ix {
        RecordIx::Update(ix) => &revision.plan().updates.at(ix).document.evidence,
        _ => &[],
    }
}

fn change(entry: &RevisionRecord<'_>, change: Change, evidence: &Evidence) -> EvidenceChange {
    EvidenceChange { update: entry.named(), change, title: evidence.title.clone(), url: evidence.url.clone() }
}
