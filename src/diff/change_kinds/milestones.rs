//! Milestones that came, went or are others.

use crate::date::Date;
use crate::diag::Spanned;
use crate::diff::changes::{Changes, MilestoneChange, Named};
use crate::diff::comparison::Comparison;
use crate::parse::Milestone;
use crate::plan::Index as _;

pub(super) fn find(comparison: &Comparison<'_>, changes: &mut Changes) {
    for (pair, old, new) in comparison.items() {
        let olds = &comparison.before.plan().items.at(old).document.milestones;
        let news = &comparison.after.plan().items.at(new).document.milestones;
        if olds.is_empty() && news.is_empty() {
            continue;
        }
        let item = pair.new.named();
        for milestone in news {
            match olds.iter().find(|old| old.id.value == milestone.id.value) {
                None => changes.milestones.push(change(
                    &item,
                    milestone,
                    "milestone",
                    (None, Some(&milestone.title)),
                )),
                Some(old) => changes.milestones.extend(differs(&item, old, milestone)),
            }
        }
        let gone = olds.iter().filter(|old| !news.iter().any(|new| new.id.value == old.id.value));
        changes.milestones.extend(gone.map(|old| change(&item, old, "milestone", (Some(&old.title), None))));
    }
}

fn differs(item: &Named, old: &Milestone, new: &Milestone) -> Vec<MilestoneChange> {
    fn text(date: &Option<Spanned<Date>>) -> Option<&str> {
        date.as_ref().map(|date| date.value.text.as_str())
    }
    let all = [
        ("title", (Some(old.title.as_str()), Some(new.title.as_str()))),
        ("due", (text(&old.due), text(&new.due))),
        ("done", (text(&old.done), text(&new.done))),
        ("url", (old.url.as_deref(), new.url.as_deref())),
        ("note", (old.note.as_deref(), new.note.as_deref())),
    ];
    let other = all.into_iter().filter(|(_, (from, to))| from != to);
    other.map(|(what, texts)| change(item, new, what, texts)).collect()
}

fn change(
    item: &Named,
    milestone: &Milestone,
    what: &'static str,
    (from, to): (Option<&str>, Option<&str>),
) -> MilestoneChange {
    MilestoneChange {
        item: item.clone(),
        milestone: milestone.id.value.clone(),
        what,
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
    }
}
