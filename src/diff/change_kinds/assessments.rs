//! What third parties say, that came or went.

use crate::diff::changes::{AssessmentChange, Change, Changes};
use crate::diff::comparison::Comparison;
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::parse::Assessment;
use crate::plan::{Index as _, RecordIx};

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    let mut add = |entry: &RevisionRecord<'_>, change, assessment: Option<&Assessment>| {
        changes.assessments.extend(assessment.map(|assessment| AssessmentChange {
            update: entry.named(),
            change,
            assessor: assessment.assessor.clone(),
            verdict: assessment.verdict.word(),
        }));
    };
    for entry in &comparison.removed {
        add(entry, Change::Removed, of(comparison.before, entry));
    }
    for pair in comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()) {
        let (old, new) = (of(comparison.before, &pair.old), of(comparison.after, &pair.new));
        if old != new {
            add(&pair.new, Change::Removed, old);
            add(&pair.new, Change::Added, new);
        }
    }
    for entry in &comparison.added {
        add(entry, Change::Added, of(comparison.after, entry));
    }
}

fn of<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> Option<&'a Assessment> {
    match entry.ix {
        RecordIx::Update(ix) => revision.plan().updates.at(ix).document.assessment.as_ref(),
        _ => None,
    }
}
