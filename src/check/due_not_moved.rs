//! An update that moves a due date moves it: when the new date stands in the item already, the first one was overwritten.

use super::Subject;
use crate::diag::{Diagnostic, code};
use crate::plan::{Index as _, Revision};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for (ix, item) in subject.plan.items.indexed() {
        let slips = subject.plan.slips(ix, subject.today);
        let stays = |revision: &&Revision| {
            let from = revision.from.as_ref().map(|from| (from.earliest, from.latest));
            !revision.corrected && from == Some((revision.to.earliest, revision.to.latest))
        };
        for revision in slips.revisions.iter().filter(stays) {
            let document = &subject.plan.updates.at(revision.update).document;
            let span = document.new_due.as_ref().map_or_else(|| document.date_span(), |due| due.span);
            let message = format!(
                "the due date of item {} is already {}, so this update does not change it",
                item.document.id.as_str(),
                revision.to.text
            );
            found.push(Diagnostic::new(code::DUE_NOT_MOVED, span, message).help(
                "keep the first date in `due` of the item, and write each later date into an update: the site then shows how often it was postponed",
            ));
        }
    }
}
