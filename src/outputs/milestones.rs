//! The milestones of an item, as its page shows them.

use crate::facts::ItemDay;
use crate::page::views::MilestoneView;
use crate::page::{ViewBuilder, milestone_anchor};
use crate::parse::Milestone;
use crate::plan::{Index as _, Item, Ix};
use crate::vocabulary::Audience;

/// The milestones of an item, in the order in which they are written.
pub(super) fn views(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Vec<MilestoneView> {
    let day = builder.context.facts.day_of(item);
    builder.plan().items.at(item).document.milestones.iter().map(|it| view(builder, day, it)).collect()
}

fn view(builder: &ViewBuilder<'_>, day: ItemDay, milestone: &Milestone) -> MilestoneView {
    let state = day.milestone(milestone);
    let done = milestone.done.as_ref().filter(|_| state.is_done());
    let is_known = day.is_known_of(milestone);
    MilestoneView {
        anchor: milestone_anchor(&milestone.id.value),
        title: milestone.title.clone(),
        url: milestone.url.clone().filter(|_| is_known),
        state_key: state.word().to_owned(),
        state: builder.word(&format!("milestone-{}", state.word())),
        due: milestone.due.as_ref().map(|due| builder.date(&due.value)),
        done: done.map(|done| builder.date(&done.value)),
        note: milestone.note.clone().filter(|_| is_known),
        internal: milestone.audience == Audience::Internal,
    }
}
