//! "No public information found" is a claim about a search: an item that shows it, and does not say when it was looked for.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::plan::Index as _;
use crate::vocabulary::Status;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    if context.config.is_off(code::NEVER_SEARCHED) {
        return;
    }
    for (ix, item) in context.plan.items.indexed() {
        let unknown = context.facts.of(ix).counted_status() == Some(Status::NotReported);
        if !unknown || !item.document.searched.is_empty() {
            continue;
        }
        let message = format!(
            "nothing is known of item {}, and nothing says when and where it was looked for",
            item.document.called()
        );
        found.push(Diagnostic::new(code::NEVER_SEARCHED, item.document.title.span, message).help(
            "look for it, and add `searched:` with `date`, `where`, `words` and `found: nothing`; or add an update with what you found",
        ));
    }
}
