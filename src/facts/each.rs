//! Items that every lead has to do: each body has a status of its own.

use super::claims;
use super::status::{self, CurrentStatus};
use crate::date::Day;
use crate::plan::{Agency, Index as _, Item, Ix, Plan, Role, Update};
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
    let status = |role: &Role| {
        let of_body = |list: &[Ix<Update>]| -> Vec<Ix<Update>> {
            list.iter().copied().filter(|ix| speaks_for(plan, *ix, role.agency)).collect()
        };
        let claimed = status::claimed(plan, &of_body(&claims));
        let unclaimed = || status::unclaimed(plan, of_body(&item.updates).into_iter(), as_of);
        ByBody { agency: role.agency, status: claimed.unwrap_or_else(unclaimed) }
    };
    item.lead.iter().map(status).collect()
}

/// The status of the whole: what the bodies say where all say the same, closed when nothing more is to be done by any, else
/// in progress when one of them says anything. It holds since the first of the updates after each of which it was that.
pub(super) fn together(plan: &Plan, item: &Item, as_of: Day) -> CurrentStatus {
    let claims = claims::of(plan, item, as_of);
    let mut newest: Vec<Option<Ix<Update>>> = vec![None; item.lead.len()];
    let mut run: Option<(Option<Status>, Ix<Update>, Ix<Update>)> = None;
    for ix in claims {
        let mut concerns = false;
        for (at, role) in item.lead.iter().enumerate() {
            if speaks_for(plan, ix, role.agency) {
                newest[at] = Some(ix);
                concerns = true;
            }
        }
        // What a body says that does not have to do it sets no status.
        if !concerns {
            continue;
        }
        let status = combined(plan, &newest);
        run = match run {
            Some((before, since, _)) if before == status => Some((status, since, ix)),
            _ => Some((status, ix, ix)),
        };
    }
    let Some((status, since, confirmed)) = run else {
        return status::unclaimed(plan, item.updates.iter().copied(), as_of);
    };
    let same = newest.iter().copied().collect::<Option<Vec<_>>>();
    let last = same.as_deref().and_then(|all| status::claimed(plan, all));
    // How far work has come, and how it ended, is said only where all bodies say one thing.
    let (degree, outcome) = match last.filter(|last| last.status == status) {
        Some(last) if newest.iter().flatten().all(|ix| says_as(plan, *ix, &last)) => {
            (last.degree, last.outcome)
        }
        _ => (None, None),
    };
    CurrentStatus {
        status,
        degree,
        outcome,
        since: Some(since),
        confirmed: Some(confirmed),
        from_parts: false,
    }
}

/// What the newest claims of the bodies come to.
fn combined(plan: &Plan, newest: &[Option<Ix<Update>>]) -> Option<Status> {
    let said = |ix: &Option<Ix<Update>>| Some(plan.updates.at((*ix)?).document.status.as_ref()?.value);
    let all: Vec<Option<Status>> = newest.iter().map(said).collect();
    let first = all.first().copied().flatten();
    if first.is_some() && all.iter().all(|status| *status == first) {
        return first;
    }
    let over = |status: &Option<Status>| matches!(status, Some(Status::Completed | Status::Closed));
    Some(if all.iter().all(over) { Status::Closed } else { Status::InProgress })
}

fn says_as(plan: &Plan, ix: Ix<Update>, status: &CurrentStatus) -> bool {
    let document = &plan.updates.at(ix).document;
    document.degree.as_ref().map(|degree| degree.value) == status.degree
        && document.outcome.as_ref().map(|outcome| outcome.value) == status.outcome
}

/// Whether an update says something for a body: it names it or who took over its work, or it names nobody and so speaks
/// for all.
fn speaks_for(plan: &Plan, ix: Ix<Update>, agency: Ix<Agency>) -> bool {
    let by = &plan.updates.at(ix).by;
    by.is_empty() || holders(plan, agency).any(|holder| by.contains(&holder))
}

/// A body, and those that took over its work. Chains of successors have no circles: those were taken apart when the plan was put
/// together.
fn holders(plan: &Plan, agency: Ix<Agency>) -> impl Iterator<Item = Ix<Agency>> {
    std::iter::successors(Some(agency), |holder| plan.agencies.at(*holder).successor)
}

impl ByBody {
    /// The body of an item that every lead has to do for which an agency answers: itself, or one whose work it took over. None where
    /// an answer serves all leads.
    pub fn answered_by<'f>(plan: &Plan, bodies: &'f [Self], agency: Ix<Agency>) -> Option<&'f Self> {
        let own = bodies.iter().find(|body| body.agency == agency);
        own.or_else(|| bodies.iter().find(|body| holders(plan, body.agency).any(|holder| holder == agency)))
    }

    /// Whether an update says something for this body.
    pub fn has(&self, plan: &Plan, update: Ix<Update>) -> bool {
        speaks_for(plan, update, self.agency)
    }
}
