//! An item without a responsible agency: neither itself nor what it is a part of, nor its area, names who leads.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::{Index as _, Item, Ix, Plan};
use crate::vocabulary::Kind;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.config.is_off(code::ITEM_WITHOUT_LEAD) {
        return;
    }
    let plan = context.plan;
    for (ix, item) in plan.items.indexed() {
        if item.document.kind == Kind::CatchAll || has_lead(plan, ix) || parts_have_leads(plan, item) {
            continue;
        }
        let message = format!("item {} has no lead agency", item.document.id.as_str());
        found.push(Diagnostic::new(code::ITEM_WITHOUT_LEAD, item.document.title.span, message).help(
            "add `lead: [ID]` with the id of an agency; `roles: inferred` marks it as your own reading",
        ));
    }
}

/// Whether the item, something it is a part of, its area or one that this is in has a lead.
fn has_lead(plan: &Plan, item: Ix<Item>) -> bool {
    let mut chain = std::iter::successors(Some(item), |ix| plan.items.at(*ix).parent);
    chain.any(|ix| !plan.items.at(ix).lead.is_empty())
        || plan.area_and_above(plan.items.at(item).area).any(|area| !plan.areas.at(area).lead.is_empty())
}

fn parts_have_leads(plan: &Plan, item: &Item) -> bool {
    !item.parts.is_empty() && item.parts.iter().all(|part| !plan.items.at(*part).lead.is_empty())
}
