//! Agencies that lead or support something, or no longer do.

use std::collections::BTreeMap;

use crate::diff::changes::{Changes, Kind, RoleChange, RoleDetailChange};
use crate::diff::comparison::Comparison;
use crate::diff::raw_fields::RawFields;
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::parse::Role;
use crate::plan::{Index as _, RecordIx};
use crate::vocabulary::RoleBasis;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    details(comparison, changes);
    // A new record says who leads it in the record itself, and so did one that was removed.
    for pair in comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()) {
        let before = roles(comparison.before, &pair.old);
        // One that has another id now is the same agency.
        let now = |id| comparison.id_now(Kind::Agency, id);
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

/// What changed for agencies that are responsible in both states: what they do, who does it there, and who says so.
fn details(comparison: &Comparison<'_>, changes: &mut Changes) {
    for pair in comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()) {
        let now = |id| comparison.id_now(Kind::Agency, id);
        let olds: Vec<&Role> = written(comparison.before, &pair.old).collect();
        let general = |raw: &RawFields| {
            let written = raw.keys.iter().find(|field| field.name == "roles");
            written.map_or(RoleBasis::Stated.word(), |field| field.written()).to_owned()
        };
        let general = pair.raw_fields.as_ref().map(|(old, new)| (general(old), general(new)));
        for new in written(comparison.after, &pair.new) {
            let Some(old) = olds.iter().find(|old| now(&old.agency.value) == new.agency.value) else {
                continue;
            };
            let basis = (old.basis.word(), new.basis.word());
            // What the key `roles` says of all of them is reported as that key.
            let of_all = general.as_ref().is_some_and(|(old, new)| basis == (old.as_str(), new.as_str()));
            let all = [
                ("role", (old.role(), new.role())),
                ("person", (old.person(), new.person())),
                ("since", (since(old), since(new))),
                ("source", (source(old), source(new))),
                ("basis", (Some(basis.0), Some(basis.1))),
            ];
            let differs =
                all.into_iter().filter(|(what, (from, to))| from != to && !(of_all && *what == "basis"));
            for (what, (from, to)) in differs {
                changes.role_details.push(RoleDetailChange {
                    record: pair.new.named(),
                    agency: new.agency.value.clone(),
                    what,
                    from: from.map(str::to_owned),
                    to: to.map(str::to_owned),
                });
            }
        }
    }
}

fn since(role: &Role) -> Option<&str> {
    role.since().map(|since| since.value.text.as_str())
}

fn source(role: &Role) -> Option<&str> {
    role.source().map(|source| source.value.as_str())
}

/// The roles of a record as they were written.
fn written<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> impl Iterator<Item = &'a Role> {
    let (lead, supporting) = both_lists(revision, entry);
    lead.iter().chain(supporting)
}

/// What each agency does for a record, by its id as it was written.
fn roles<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> BTreeMap<&'a str, &'static str> {
    let (lead, supporting) = both_lists(revision, entry);
    let named = |roles: &'a [Role], word: &'static str| {
        roles.iter().map(move |role| (role.agency.value.as_str(), word))
    };
    named(supporting, "supporting").chain(named(lead, "lead")).collect()
}

/// The agencies that lead a record, and those that support it.
fn both_lists<'a>(revision: &'a BookRevision<'_>, entry: &RevisionRecord<'_>) -> (&'a [Role], &'a [Role]) {
    let plan = revision.plan();
    match entry.ix {
        RecordIx::Item(ix) => {
            let document = &plan.items.at(ix).document;
            (&document.lead, &document.supporting)
        }
        RecordIx::Area(ix) => (&plan.areas.at(ix).document.lead, &[]),
        _ => (&[], &[]),
    }
}
