//! An update that moves a due date moves it: when the new date stands in the item already, the first one was overwritten.

use super::LintContext;
use crate::diag::{Diagnostic, code};
use crate::facts::Revision;
use crate::plan::Index as _;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, item) in context.plan.items.indexed() {
        let slips = &context.facts.of(ix).slips;
        let stays = |revision: &&Revision| {
            let from = revision.from.as_ref().map(|from| (from.earliest, from.latest));
            !revision.corrected && from == Some((revision.to.earliest, revision.to.latest))
        };
        for revision in slips.revisions.iter().filter(stays) {
            let document = &context.plan.updates.at(revision.update).document;
            let span = document.new_due.as_ref().map_or_else(|| document.date_span(), |due| due.span);
            let message = format!(
                "the due date of item {} is already {}, so this update does not change it",
                item.document.called(),
                revision.to.text
            );
            found.push(Diagnostic::new(code::DUE_NOT_MOVED, span, message).help(
                "keep the first date in `due` of the item, and write each later date into an update: the site then shows how often it was postponed",
            ));
        }
    }
}
