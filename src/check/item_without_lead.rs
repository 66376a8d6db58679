//! An item without a responsible agency: neither itself nor what it is a part of, nor its area, names who leads.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::{Index as _, Item, Plan};
use crate::vocabulary::Kind;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.config.is_off(code::ITEM_WITHOUT_LEAD) {
        return;
    }
    let plan = context.plan;
    for item in &plan.items {
        if item.document.kind == Kind::CatchAll || !item.lead.is_empty() || parts_have_leads(plan, item) {
            continue;
        }
        let message = format!("item {} has no lead agency", item.document.called());
        found.push(Diagnostic::new(code::ITEM_WITHOUT_LEAD, item.document.title.span, message).help(
            "add `lead: [ID]` with the id of an agency; `roles: inferred` marks it as your own reading",
        ));
    }
}

fn parts_have_leads(plan: &Plan, item: &Item) -> bool {
    !item.parts.is_empty() && item.parts.iter().all(|part| !plan.items.at(*part).lead.is_empty())
}
