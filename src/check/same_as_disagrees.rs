//! Items that are the same commitment share their updates, so they cannot have two statuses: unless the updates of one
//! day claim different ones, or the items are of kinds whose status is found in different ways.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::{Index as _, Item, Ix, Plan, Update};
use crate::vocabulary::Status;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, item) in context.plan.items.indexed() {
        for other in item.same_as.iter().copied().filter(|other| *other > ix) {
            statuses(context, ix, other, found);
        }
        if !item.same_as.is_empty() {
            claims(context.plan, item, found);
        }
    }
}

/// Two statuses on the day of the check.
fn statuses(context: &LintContext<'_>, one: Ix<Item>, other: Ix<Item>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let of = |ix| context.facts.of(ix).status.status;
    let (Some(first), Some(second)) = (of(one), of(other)) else { return };
    if first == second {
        return;
    }
    let (item, same) = (&plan.items.at(one).document, &plan.items.at(other).document);
    let place = item.same_as.first().or(same.same_as.first()).map_or(item.title.span, |it| it.span);
    let message = format!(
        "items {} and {} are the same commitment, but one is `{}` and the other `{}`",
        item.called(),
        same.called(),
        first.word(),
        second.word()
    );
    found.push(
        Diagnostic::new(code::SAME_AS_DISAGREES, place, message)
            .help("give both the same `kind`: the status of a container follows from its parts, the status of other items from their updates"),
    );
}

/// Two statuses claimed on one day, each for other ones of the items.
fn claims(plan: &Plan, item: &Item, found: &mut Vec<Diagnostic>) {
    let claim = |ix: &Ix<Update>| -> Option<(&Update, Status)> {
        let update = plan.updates.at(*ix);
        let status = update.document.status.as_ref().filter(|_| update.corrections.is_empty())?;
        Some((update, status.value))
    };
    let claims: Vec<(&Update, Status)> = item.updates.iter().filter_map(claim).collect();
    for pair in claims.windows(2) {
        let [(first, claimed), (second, contradicts)] = pair else { continue };
        let same_day = first.document.date.value == second.document.date.value;
        let names_same = first.items.iter().any(|ix| second.items.contains(ix));
        if !same_day || claimed == contradicts || names_same {
            continue;
        }
        let span = second.document.status.as_ref().map_or(second.document.date.span, |status| status.span);
        let mut problem = Diagnostic::new(
            code::SAME_AS_DISAGREES,
            span,
            format!(
                "items that are the same commitment have the statuses `{}` and `{}` on the same day, {}",
                claimed.word(),
                contradicts.word(),
                second.document.date.value.text
            ),
        );
        if let Some(status) = &first.document.status {
            problem = problem.label(status.span, "the other status");
        }
        found.push(problem.help(
            "merge the two updates into one with the valid status; write into `conflicts` where sources disagree",
        ));
    }
}
