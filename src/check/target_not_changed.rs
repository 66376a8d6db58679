//! A new target that is the old one, or that replaces none: in most cases the item was edited too, or the period is wrong.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::facts::TargetChange;
use crate::parse::{Indicator, NewTarget};
use crate::plan::Index as _;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let (plan, facts) = (context.plan, context.facts);
    for ix in plan.measured() {
        let item = plan.items.at(ix.item).document.called();
        let Some(indicator) = facts.indicator(plan, ix) else { continue };
        for change in facts.target_changes(ix).iter().filter(|change| !change.corrected) {
            let document = &plan.updates.at(change.update).document;
            let Some(new) = document.new_targets.get(change.place) else { continue };
            if change.from.is_none() {
                found.push(replaces_none(&item, indicator, new));
            } else if change.changes_nothing() {
                found.push(stays(&item, indicator, change));
            }
        }
    }
}

fn replaces_none(item: &str, indicator: &Indicator, new: &NewTarget) -> Diagnostic {
    let (id, period) = (&indicator.id.value, new.replaces());
    let message =
        format!("the indicator `{id}` of item {item} has no target for {} to replace", period.value.text);
    let own: Vec<&str> = indicator.targets.iter().map(|it| it.period.value.text.as_str()).collect();
    let help = match own.is_empty() {
        true => "write the first target into `targets` of the indicator".to_owned(),
        false => format!(
            "its targets are for {}: name the one that is replaced with `instead-of`; a target that comes in addition stands in `targets` of the indicator",
            own.join(", ")
        ),
    };
    Diagnostic::new(code::TARGET_NOT_CHANGED, period.span, message).help(help)
}

fn stays(item: &str, indicator: &Indicator, change: &TargetChange) -> Diagnostic {
    let message = format!(
        "the target of `{}` of item {item} for {} is already {}, so this update does not change it",
        indicator.id.value, change.to.period.value.text, change.to.value.text
    );
    Diagnostic::new(code::TARGET_NOT_CHANGED, change.to.period.span, message).help(
        "keep the first target of the plan in `targets` of the indicator, and write each later one into an update; or remove this one",
    )
}
