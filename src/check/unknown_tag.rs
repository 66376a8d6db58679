//! Tags of items that the plan does not declare.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::Plan;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    for item in plan.items.iter().filter(|item| !item.document.tags.is_empty()) {
        let own: Vec<&str> = item.tags.iter().filter_map(|ix| Some(plan.tag(*ix)?.1.name.as_str())).collect();
        for tag in item.document.tags.iter().filter(|tag| !own.contains(&tag.value.as_str())) {
            let message = format!("the plan does not declare the tag `{}`", tag.value);
            let problem = Diagnostic::new(code::UNKNOWN_TAG, tag.span, message);
            found.push(explained(problem, &tag.value, plan));
        }
    }
}

/// With what may be meant, and what there is.
fn explained(problem: Diagnostic, written: &str, plan: &Plan) -> Diagnostic {
    let group = written.split_once('/').and_then(|(key, _)| plan.tags.iter().find(|group| group.key == key));
    let names = || plan.tags.iter().flat_map(|group| &group.tags).map(|tag| tag.name.as_str());
    match group {
        // One number is not another one with a typing error.
        Some(group) if written.ends_with(|c: char| c.is_ascii_digit()) => {
            let keys: Vec<&str> = group.tags.iter().filter_map(|tag| tag.name.split('/').nth(1)).collect();
            problem.help(format!("the tags of `{}` are {}", group.key, keys.join(", ")))
        }
        _ if plan.tags.is_empty() => problem.help(
            "declare its group in content/plan.md: `tags: {place: {title: Where, values: {north: North shore}}}`",
        ),
        _ => {
            // Who left the group out means the only tag of that key.
            let mut same = names().filter(|name| name.split('/').nth(1) == Some(written));
            let problem = match (same.next(), same.next()) {
                (Some(only), None) => problem.suggest(only),
                _ => problem.suggest_from(written, names()),
            };
            problem.help("write GROUP/TAG as `tags` in content/plan.md declares them, or declare the tag there")
        }
    }
}
