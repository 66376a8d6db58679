//! Addresses of the public site that are new, lead elsewhere, show something else or no longer exist.

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::changes::{Changes, Redirect};
use crate::diff::comparison::Comparison;
use crate::diff::matching::short_form_of;
use crate::diff::revision::{BookRevision, RevisionRecord};
use crate::plan::{Index as _, RecordIx};
use crate::route::Route;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    let before =
        of(comparison.before, comparison.pairs.iter().map(|pair| &pair.old).chain(&comparison.removed));
    let after = of(comparison.after, comparison.pairs.iter().map(|pair| &pair.new).chain(&comparison.added));
    let mut redirects: BTreeMap<String, String> = BTreeMap::new();
    for entry in comparison.pairs.iter().map(|pair| &pair.new).chain(&comparison.added) {
        let Some(now) = comparison.after.address(entry) else { continue };
        for alias in entry.aliases() {
            redirects.insert(sibling(&now, &alias.value), now.clone());
        }
    }
    changes.addresses.new = after.difference(&before).cloned().collect();
    for gone in before.difference(&after) {
        match redirects.get(gone) {
            Some(to) => {
                changes.addresses.redirected.push(Redirect { from: gone.clone(), to: to.clone() });
            }
            None => changes.addresses.vanished.push(gone.clone()),
        }
    }
    let changed = touched(comparison, changes);
    changes.addresses.changed =
        changed.intersection(&before).filter(|it| after.contains(*it)).cloned().collect();
}

fn of<'a>(
    revision: &BookRevision<'_>,
    entries: impl Iterator<Item = &'a RevisionRecord<'a>>,
) -> BTreeSet<String> {
    entries.filter_map(|entry| revision.address(entry)).collect()
}

/// The address of another record of the same kind.
fn sibling(address: &str, id: &str) -> String {
    match address.trim_end_matches('/').rsplit_once('/') {
        Some((list, _)) => format!("{list}/{id}/"),
        None => format!("{id}/"),
    }
}

/// Pages of records that are written differently, and of items that stand differently or have other updates.
fn touched(comparison: &Comparison<'_>, changes: &Changes) -> BTreeSet<String> {
    let after = comparison.after;
    let mut found = BTreeSet::new();
    let written = comparison.pairs.iter().filter(|pair| pair.raw_fields.is_some()).map(|pair| &pair.new);
    for entry in written.chain(&comparison.added) {
        found.extend(after.address(entry));
        found.extend(subjects(after, entry));
    }
    for entry in &comparison.removed {
        found.extend(subjects(comparison.before, entry));
    }
    let items = changes.statuses.iter().map(|it| &it.item).chain(changes.due_dates.iter().map(|it| &it.item));
    // Numbers may stand in a file of their own.
    let items = items.chain(changes.indicators.iter().map(|it| &it.item));
    found.extend(items.map(|item| after.path(&Route::within("items", &item.id))));
    found
}

/// The pages of the items and areas that an update is about.
fn subjects(revision: &BookRevision<'_>, entry: &RevisionRecord<'_>) -> Vec<String> {
    let RecordIx::Update(ix) = entry.ix else { return Vec::new() };
    let (plan, update) = (revision.plan(), revision.plan().updates.at(ix));
    let items = update.items.iter().map(|ix| RecordIx::Item(*ix));
    let areas = update.areas.iter().map(|ix| RecordIx::Area(*ix));
    let own = short_form_of(revision, entry).map(|item| Route::within("items", item.as_str()));
    let routes = items.chain(areas).map(|record| Route::record(plan, record)).chain(own);
    routes.map(|route| revision.path(&route)).collect()
}
