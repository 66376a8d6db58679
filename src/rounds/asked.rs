//! Who is responsible for an item: its lead, or who took over the lead's work by the day.

use std::collections::BTreeMap;

use super::reason::Reason;
use super::request::{Ask, Request};
use crate::date::{Date, Day};
use crate::facts::Facts;
use crate::plan::{Agency, Index as _, Item, Ix, Plan};
use crate::vocabulary::RoleBasis;

/// What each agency is responsible for on the day of the facts, in the order of the agencies, and the items without a
/// responsible agency.
pub fn asked(plan: &Plan, facts: &Facts, period: &Date) -> (Vec<Request>, Vec<Ix<Item>>) {
    let mut asks: BTreeMap<Ix<Agency>, Vec<Ask>> = BTreeMap::new();
    let mut unanswered = Vec::new();
    for (item, _) in plan.items.indexed() {
        let reason = Reason::of(plan, facts, period, item);
        let mut answered = false;
        for role in &plan.items.at(item).lead {
            let Some(agency) = holder(plan, role.agency, facts.as_of) else { continue };
            answered = true;
            let reason = reason.of_body(plan, facts, period, item, role.agency);
            let list = asks.entry(agency).or_default();
            // One that leads by itself and as a successor is asked once.
            if list.iter().any(|ask| ask.item == item) {
                continue;
            }
            // Items that are the same commitment share their updates, so one answer serves them all.
            let same = list.iter_mut().find(|ask| plan.items.at(item).same_as.contains(&ask.item));
            if let Some(first) = same {
                first.same.push(item);
                first.reason = first.reason.min(reason);
                continue;
            }
            list.push(Ask {
                item,
                same: Vec::new(),
                instead_of: Some(role.agency).filter(|named| *named != agency),
                inferred: role.basis == RoleBasis::Inferred,
                role: role.role().map(str::to_owned),
                person: role.person().map(str::to_owned),
                reason,
            });
        }
        if !answered && reason != Reason::Parts {
            unanswered.push(item);
        }
    }
    (asks.into_iter().map(|(agency, asks)| Request { agency, asks }).collect(), unanswered)
}

/// The agency that does the work of another on a day. `None` when that one ended, and nobody is known to have taken its
/// work over.
fn holder(plan: &Plan, agency: Ix<Agency>, day: Day) -> Option<Ix<Agency>> {
    let mut holder = agency;
    // Chains of successors have no circles: those were taken apart when the plan was put together.
    loop {
        let record = plan.agencies.at(holder);
        let ended = record.document.valid.to.as_ref().map(|to| to.latest < day);
        match (ended, record.successor) {
            (Some(false), _) | (None, None) => return Some(holder),
            (Some(true), None) => return None,
            (Some(true), Some(successor)) => holder = successor,
            // Nobody wrote when it ended: it did when its successor began.
            (None, Some(successor)) => {
                let begins = plan.agencies.at(successor).document.valid.from.as_ref();
                if begins.is_some_and(|from| from.earliest > day) {
                    return Some(holder);
                }
                holder = successor;
            }
        }
    }
}
