//! The date of a milestone was edited, or the milestone was removed, and no update says why.

use super::explained::is_explained;
use super::older_place::was;
use crate::diag::{Diagnostic, code};
use crate::diff::comparison::Comparison;
use crate::parse::Milestone;
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, found: &mut Vec<Diagnostic>) {
    for (pair, old, new) in comparison.items() {
        let olds = &comparison.before.plan().items.at(old).document.milestones;
        if olds.is_empty() || is_explained(comparison, new) {
            continue;
        }
        let news = &comparison.after.plan().items.at(new).document.milestones;
        // To write down a date where there was none takes nothing from anybody, and what is done was done.
        let dated = olds.iter().filter_map(|old| Some((old, old.due.as_ref()?)));
        for (old, due) in dated.filter(|(old, _)| old.done.is_none()) {
            let new = news.iter().find(|new| new.id.value == old.id.value);
            let now = new.and_then(|new| new.due.as_ref());
            if now.is_some_and(|now| {
                (now.value.earliest, now.value.latest) == (due.value.earliest, due.value.latest)
            }) {
                continue;
            }
            let place = |new: &Milestone| new.due.as_ref().map_or(new.id.span, |due| due.span);
            let span = new.map_or(pair.new.record.span, place);
            let change = match (new, now) {
                (None, _) => "was removed".to_owned(),
                (_, None) => format!("was due {} and has no date now", due.value.text),
                (_, Some(now)) => format!("was due {} and is now due {}", due.value.text, now.value.text),
            };
            let message = format!(
                "the milestone `{}` of item {} {change}, but no update explains the change",
                old.id.value,
                pair.new.called()
            );
            let problem = Diagnostic::new(code::MILESTONE_CHANGED_WITHOUT_EXPLANATION, span, message).help(format!(
                "write `due: {}` again; if the date really changed, add an update about the item with `kind: text-amendment` and a `reason`",
                due.value.text
            ));
            found.push(was(comparison, problem, Some(due.span), "before the change"));
        }
    }
}
