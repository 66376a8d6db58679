//! The status of an item on a day.

use super::status::{CurrentStatus, claimed, follows_from_parts, from_parts, unclaimed};
use super::{claims, each};
use crate::date::Day;
use crate::plan::{Index as _, Item, Ix, Plan};
use crate::vocabulary::Kind;

/// The status of an item on a day: what its newest update with a status says. Baseline updates and corrected ones do not
/// count; a group follows from its parts.
pub fn current_status(plan: &Plan, ix: Ix<Item>, as_of: Day) -> CurrentStatus {
    let item = plan.items.at(ix);
    if !follows_from_parts(item) {
        return own(plan, item, as_of);
    }
    let parts = item.parts.iter().filter_map(|part| current_status(plan, *part, as_of).status);
    from_parts(item.document.rollup, &parts.collect::<Vec<_>>())
}

/// The status that the updates of an item give it.
pub(super) fn own(plan: &Plan, item: &Item, as_of: Day) -> CurrentStatus {
    if item.document.kind == Kind::CatchAll {
        return CurrentStatus::without_update(None, false);
    }
    if item.document.each {
        return each::together(plan, item, as_of);
    }
    let claims = claims::of(plan, item, as_of);
    claimed(plan, &claims).unwrap_or_else(|| unclaimed(plan, item.updates.iter().copied(), as_of))
}
