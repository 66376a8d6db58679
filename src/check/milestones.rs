//! A milestone is done on a day that has come, and that lies in the time of the plan.

use super::LintContext;
use crate::diag::{Diagnostic, code};

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let adopted = context.plan.about.as_ref().map(|about| &about.document.adopted.value);
    let milestones = context.plan.items.iter().flat_map(|item| &item.document.milestones);
    for (milestone, done) in milestones.filter_map(|it| Some((it, it.done.as_ref()?))) {
        let id = &milestone.id.value;
        if done.value.earliest > context.today {
            let message =
                format!("the milestone `{id}` is done on {}, which is in the future", done.value.text);
            found.push(Diagnostic::new(code::MILESTONE_AHEAD, done.span, message).help(
                "correct the date; when it should be done is its `due`, and `done` is written when it is",
            ));
        } else if let Some(adopted) = adopted.filter(|adopted| done.value.latest < adopted.earliest) {
            let message = format!(
                "the milestone `{id}` was done on {}, before the plan was adopted on {}",
                done.value.text, adopted.text
            );
            found.push(Diagnostic::new(code::MILESTONE_BEFORE_ADOPTION, done.span, message).help(
                "correct the date; what was there before the plan is no step of it, and can be shown in an update",
            ));
        }
    }
}
