//! What moved to another area under the same number, where areas are in areas.

use crate::diff::changes::{Changes, Fact};
use crate::diff::comparison::Comparison;
use crate::diff::revision::BookRevision;
use crate::plan::{Area, Index as _, Ix, RecordIx};

/// What the change is called: no key of the record says in which area it is.
const KEY: &str = "area";

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    let nested = |revision: &BookRevision<'_>| revision.plan().areas.iter().any(|area| area.parent.is_some());
    if !nested(comparison.before) && !nested(comparison.after) {
        return;
    }
    for pair in comparison.pairs.iter().filter(|pair| pair.old.id == pair.new.id) {
        let before = around(comparison.before, pair.old.ix);
        let after = around(comparison.after, pair.new.ix);
        if before != after {
            let record = pair.new.named();
            changes.facts.push(Fact { record, key: KEY.to_owned(), before, after });
        }
    }
}

/// The number of the area that an area or item is in.
fn around(revision: &BookRevision<'_>, record: RecordIx) -> Option<String> {
    let plan = revision.plan();
    let number = |ix: Ix<Area>| plan.areas.at(ix).document.number.value.as_str().to_owned();
    match record {
        RecordIx::Area(ix) => plan.areas.at(ix).parent.map(number),
        RecordIx::Item(ix) => Some(number(plan.items.at(ix).area)),
        _ => None,
    }
}
