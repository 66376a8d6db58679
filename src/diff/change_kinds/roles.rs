//! Agencies that lead or support something, or no longer do.

use std::collections::BTreeMap;

use crate::diff::changes::{Changes, Kind, RoleChange};
use crate::diff::comparison::Comparison;
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::parse::Role;
use crate::plan::{Index as _, RecordIx};

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    // A new record says who leads it in the record itself, and so did one that was removed.
    for pair in comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()) {
        let before = roles(comparison.before, &pair.old);
        // One that has another id now is the same agency.
        let now = |id| comparison.renamed.get(&(Kind::Agency, id)).copied().unwrap_or(id);
        let before: BTreeMap<&str, &str> = before.into_iter().map(|(id, role)| (now(id), role)).collect();
        let after = roles(comparison.after, &pair.new);
        let mut agencies: Vec<&str> = before.keys().chain(after.keys()).copied().collect();
        agencies.sort_unstable();
        agencies.dedup();
        for agency in agencies {
            let (from, to) = (before.get(agency).copied(), after.get(agency).copied());
            if from != to {
                let record = pair.new.named();
                changes.roles.push(RoleChange { record, agency: agency.to_owned(), from, to });
            }
        }
    }
}

/// What each agency does for a record, by its id as it was written.
fn roles<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> BTreeMap<&'a str, &'static str> {
    let plan = revision.plan();
    let (lead, supporting): (&[Role], &[Role]) = match entry.ix {
        RecordIx::Item(ix) => {
            let document = &plan.items.at(ix).document;
            (&document.lead, &document.supporting)
        }
        RecordIx::Area(ix) => (&plan.areas.at(ix).document.lead, &[]),
        _ => (&[], &[]),
    };
    let named = |roles: &'a [Role], word: &'static str| {
        roles.iter().map(move |role| (role.agency.value.as_str(), word))
    };
    named(supporting, "supporting").chain(named(lead, "lead")).collect()
}
