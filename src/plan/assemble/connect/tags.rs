//! Items to their tags. What is not declared is reported by a lint, which looks at the whole plan.

use std::collections::BTreeMap;

use super::lookup::Connect;
use crate::plan::{Ix, Tag, TagGroup, TagIx};

impl Connect<'_> {
    /// Items to the tags that the plan declares.
    pub(super) fn tags(&mut self) {
        let plan = &mut *self.plan;
        let Some(about) = plan.about.as_ref().filter(|about| !about.document.tags.is_empty()) else { return };
        plan.tags = about.document.tags.iter().map(group).collect();
        let places: BTreeMap<String, TagIx> =
            plan.tag_indices().filter_map(|ix| Some((plan.tag(ix)?.1.name.clone(), ix))).collect();
        for (index, item) in plan.items.iter_mut().enumerate() {
            for tag in item.document.tags.iter().filter_map(|tag| places.get(&tag.value)) {
                if !item.tags.contains(tag) {
                    item.tags.push(*tag);
                    plan.tags[tag.group].tags[tag.tag].items.push(Ix::new(index));
                }
            }
            // In the order of the plan, whatever the item's is.
            item.tags.sort_unstable();
        }
    }
}

fn group(declared: &crate::parse::TagGroup) -> TagGroup {
    let key = declared.key.value.clone();
    let tags = declared.values.iter().map(|value| Tag {
        name: format!("{key}/{}", value.key),
        title: value.title.clone(),
        items: Vec::new(),
    });
    TagGroup { tags: tags.collect(), title: declared.title.clone(), key }
}
