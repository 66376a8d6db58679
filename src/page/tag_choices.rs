//! Tags that tables of items can be filtered by.

use std::collections::BTreeSet;

use super::views::TagChoice;
use crate::plan::{Index as _, Item, Ix, Plan, Tag, TagIx};

/// The tags that some items have, as choices.
pub(crate) fn choices_of(plan: &Plan, items: &[Ix<Item>]) -> Vec<TagChoice> {
    if plan.tags.is_empty() {
        return Vec::new();
    }
    let own: BTreeSet<TagIx> = items.iter().flat_map(|ix| plan.items.at(*ix).tags.iter().copied()).collect();
    let names: BTreeSet<&str> = own.iter().filter_map(|ix| Some(plan.tag(*ix)?.1.name.as_str())).collect();
    choices(plan, |tag| names.contains(tag.name.as_str()))
}

/// The tags of a plan that are wanted, as choices.
pub(super) fn choices(plan: &Plan, is_wanted: impl Fn(&Tag) -> bool) -> Vec<TagChoice> {
    let tags = plan.tags.iter().flat_map(|group| group.tags.iter().map(move |tag| (group, tag)));
    let texts = plan.texts();
    tags.filter(|(_, tag)| is_wanted(tag))
        .map(|(group, tag)| TagChoice {
            key: tag.name.clone(),
            text: format!("{}: {}", texts.tag_group(group), tag.title),
        })
        .collect()
}
