//! Items that every lead has to do: each body has a status of its own.

use super::claims;
use super::status::{self, CurrentStatus};
use crate::date::Day;
use crate::plan::{Agency, Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::Status;

/// The status of one of the bodies that have to do an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByBody {
    /// The body.
    pub agency: Ix<Agency>,
    /// What it claims.
    pub status: CurrentStatus,
}

/// The status of each lead, in the order of the leads. Empty where one status stands for all of them.
pub(super) fn of(plan: &Plan, item: &Item, as_of: Day) -> Vec<ByBody> {
    if !item.document.each {
        return Vec::new();
    }
    let claims = claims::of(plan, item, as_of);
    item.lead
        .iter()
        .map(|role| {
            let own: Vec<Ix<Update>> =
                claims.iter().copied().filter(|ix| speaks_for(plan, *ix, role.agency)).collect();
            let status = status::claimed(plan, &own);
            let speaks = item.updates.iter().copied().filter(|ix| speaks_for(plan, *ix, role.agency));
            let status = status.unwrap_or_else(|| status::unclaimed(plan, speaks, as_of));
            ByBody { agency: role.agency, status }
        })
        .collect()
}

/// The status of the whole: completed when it is for all bodies, what they say where all say the same, else in progress
/// when one of them says anything.
pub(super) fn together(plan: &Plan, item: &Item, as_of: Day) -> CurrentStatus {
    let bodies = of(plan, item, as_of);
    let claims = claims::of(plan, item, as_of);
    let Some(newest) = status::claimed(plan, &claims) else {
        return status::unclaimed(plan, item.updates.iter().copied(), as_of);
    };
    let says = |body: &ByBody| body.status.status;
    let first = bodies.first().and_then(says);
    if bodies.iter().all(|body| says(body) == first) {
        // All say the same since the last of them began to.
        let since = bodies.iter().filter_map(|body| body.status.since).max();
        return CurrentStatus { status: first.or(newest.status), since: since.or(newest.since), ..newest };
    }
    CurrentStatus {
        status: Some(Status::InProgress),
        degree: None,
        outcome: None,
        since: claims.first().copied(),
        ..newest
    }
}

/// Whether an update says something for a body: it names it, or it names nobody and so speaks for all.
fn speaks_for(plan: &Plan, ix: Ix<Update>, agency: Ix<Agency>) -> bool {
    let by = &plan.updates.at(ix).by;
    by.is_empty() || by.contains(&agency)
}
