//! The date of a milestone, what it is, or when it was done was edited, or it was removed, and no update says why.

use super::explained::is_explained;
use super::older_place::was;
use crate::date::Date;
use crate::diag::{Diagnostic, Span, Spanned, code};
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
        for old in olds {
            let new = news.iter().find(|new| new.id.value == old.id.value);
            let item = pair.new.called();
            found.extend(new.and_then(|new| other_title(comparison, &item, old, new)));
            found.extend(other_day(comparison, &item, old, new, pair.new.record.span));
        }
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

/// A milestone with another title is another promise. An id that is taken from the title changes with it.
fn other_title(
    comparison: &Comparison<'_>,
    item: &str,
    old: &Milestone,
    new: &Milestone,
) -> Option<Diagnostic> {
    let folded = |title: &str| title.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    (folded(&old.title) != folded(&new.title)).then(|| {
        let message = format!(
            "the milestone `{}` of item {item} was \"{}\" and is now \"{}\", but no update explains the change",
            old.id.value, old.title, new.title
        );
        let problem = Diagnostic::new(code::MILESTONE_CHANGED_WITHOUT_EXPLANATION, new.id.span, message).help(
            "write the first title again, or give the new milestone an id of its own; if the milestone really changed, add an update about the item with `kind: text-amendment` and a `reason`",
        );
        was(comparison, problem, Some(old.id.span), "before the change")
    })
}

/// When something was done does not change: who knows better explains it.
fn other_day(
    comparison: &Comparison<'_>,
    item: &str,
    old: &Milestone,
    new: Option<&Milestone>,
    gone: Span,
) -> Option<Diagnostic> {
    let done = old.done.as_ref()?;
    let now = new.and_then(|new| new.done.as_ref());
    let days = |date: &Spanned<Date>| (date.value.earliest, date.value.latest);
    // A more exact date says the same.
    let within = |now: &Spanned<Date>| {
        let ((first, last), (from, until)) = (days(done), days(now));
        first <= from && until <= last
    };
    if now.is_some_and(within) {
        return None;
    }
    let change = match (new, now) {
        (None, _) => "and was removed".to_owned(),
        (_, None) => "and has no `done` now".to_owned(),
        (_, Some(now)) => format!("and is now done {}", now.value.text),
    };
    let place = |new: &Milestone| new.done.as_ref().map_or(new.id.span, |done| done.span);
    let message = format!(
        "the milestone `{}` of item {item} was done {} {change}, but no update explains the change",
        old.id.value, done.value.text
    );
    let problem =
        Diagnostic::new(code::MILESTONE_CHANGED_WITHOUT_EXPLANATION, new.map_or(gone, place), message).help(
            format!(
                "write `done: {}` again; if that was wrong, add an update about the item with `kind: text-amendment` and a `reason`",
                done.value.text
            ),
        );
    Some(was(comparison, problem, Some(done.span), "before the change"))
}
