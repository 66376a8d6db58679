//! Tags that tables of items can be filtered by.

use super::views::TagChoice;
use crate::plan::{Plan, Tag};

/// The tags of a plan that are wanted, as choices.
pub(crate) fn choices(plan: &Plan, is_wanted: impl Fn(&Tag) -> bool) -> Vec<TagChoice> {
    let tags = plan.tags.iter().flat_map(|group| group.tags.iter().map(move |tag| (group, tag)));
    let texts = plan.texts();
    tags.filter(|(_, tag)| is_wanted(tag))
        .map(|(group, tag)| TagChoice {
            key: tag.name.clone(),
            text: format!("{}: {}", texts.tag_group(group), tag.title),
        })
        .collect()
}
