//! Tags: what they are called, and links to their pages.

use super::builder::ViewBuilder;
use super::views::TagView;
use crate::plan::{Index as _, Item, Ix, TagIx};
use crate::route::Route;

impl ViewBuilder<'_> {
    /// A tag with its group: `Where: North shore`.
    pub fn tag_name(&self, ix: TagIx) -> String {
        let tag = self.texts().tag(ix);
        tag.map(|(tag, group)| self.messages().labelled(group, tag)).unwrap_or_default()
    }

    /// The tags of an item, group by group.
    pub fn tags(&self, item: Ix<Item>) -> Vec<TagView> {
        let view = |ix: &TagIx| {
            let (text, group) = self.texts().tag(*ix)?;
            let href = self.href(&Route::tag(self.plan(), *ix));
            Some(TagView { href, text: text.to_owned(), group: group.to_owned() })
        };
        self.plan().items.at(item).tags.iter().filter_map(view).collect()
    }

    /// The names of the tags of an item, as tables are filtered by them: `place/north`.
    pub(super) fn tag_names(&self, item: Ix<Item>) -> Vec<String> {
        let tags = self.plan().items.at(item).tags.iter();
        tags.filter_map(|ix| Some(self.plan().tag(*ix)?.1.name.clone())).collect()
    }
}
