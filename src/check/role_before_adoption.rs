//! Who was made responsible after the plan was made so after it was adopted.

use super::LintContext;
use crate::diag::{Diagnostic, code};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let Some(about) = &context.plan.about else { return };
    let adopted = &about.document.adopted;
    let of_items = context.plan.items.iter().map(|item| &*item.document);
    let of_items = of_items.flat_map(|item| item.lead.iter().chain(&item.supporting));
    let of_areas = context.plan.areas.iter().flat_map(|area| &area.document.lead);
    for since in of_items.chain(of_areas).filter_map(|role| role.since()) {
        // `2020` can be after the adoption on a day of that year.
        if since.value.latest < adopted.value.earliest {
            found.push(
                Diagnostic::new(
                    code::ROLE_BEFORE_ADOPTION,
                    since.span,
                    "this agency was made responsible before the plan was adopted, not later",
                )
                .label(adopted.span, "the plan was adopted here")
                .help("correct the date, or remove `since`, `source` and `basis: later` if the plan names the agency"),
            );
        }
    }
}
