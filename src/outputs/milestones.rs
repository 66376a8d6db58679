//! The milestones of an item, as its page shows them.

use crate::facts::milestone_state;
use crate::page::views::MilestoneView;
use crate::page::{ViewBuilder, milestone_anchor};
use crate::parse::Milestone;
use crate::plan::{Index as _, Item, Ix};
use crate::vocabulary::Audience;

/// The milestones of an item, in the order in which they are written.
pub(super) fn views(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Vec<MilestoneView> {
    builder.plan().items.at(item).document.milestones.iter().map(|it| view(builder, it)).collect()
}

fn view(builder: &ViewBuilder<'_>, milestone: &Milestone) -> MilestoneView {
    let state = milestone_state(milestone, builder.as_of());
    let done = milestone.done.as_ref().filter(|_| state.is_done());
    // What shows that it was done is not known before.
    let is_ahead = milestone.done.is_some() && !state.is_done();
    MilestoneView {
        anchor: milestone_anchor(&milestone.id.value),
        title: milestone.title.clone(),
        url: milestone.url.clone().filter(|_| !is_ahead),
        state_key: state.word().to_owned(),
        state: builder.word(&format!("milestone-{}", state.word())),
        due: milestone.due.as_ref().map(|due| builder.date(&due.value)),
        done: done.map(|done| builder.date(&done.value)),
        note: milestone.note.clone(),
        internal: milestone.audience == Audience::Internal,
    }
}
