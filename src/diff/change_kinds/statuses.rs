//! Statuses that are others, on one and the same day.

use crate::diff::changes::{Changes, Claim, StatusMove};
use crate::diff::comparison::Comparison;
use crate::facts::{CurrentStatus, current_status};
use crate::plan::Index as _;
use crate::vocabulary::Status;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for (pair, old, new) in comparison.items() {
        let plan = comparison.after.plan();
        let before = current_status(comparison.before.plan(), old, comparison.as_of);
        let after = current_status(plan, new, comparison.as_of);
        let (from, to) = (claim(&before), claim(&after));
        if from == to {
            continue;
        }
        let update = after.confirmed.map(|ix| plan.updates.at(ix));
        changes.statuses.push(StatusMove {
            item: pair.new.named(),
            backwards: after.says_less_than(&before) || is_unsaid(&before, &after),
            from_parts: after.from_parts,
            update: update.map(|update| update.document.id.clone()),
            by: update.map(|update| comparison.agencies(update)).unwrap_or_default(),
            from,
            to,
        });
    }
}

/// Whether somebody had said how far the item has come, and now nobody has.
fn is_unsaid(before: &CurrentStatus, after: &CurrentStatus) -> bool {
    let says = |claim: &CurrentStatus| {
        claim.status.is_some_and(|status| !matches!(status, Status::NotReported | Status::NotStated))
    };
    says(before) && !says(after)
}

fn claim(current: &CurrentStatus) -> Claim {
    Claim {
        status: current.status.map(|status| status.word()),
        degree: current.degree.map(|degree| degree.word()),
        outcome: current.outcome.map(|outcome| outcome.word()),
    }
}
