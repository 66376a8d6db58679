//! How an item of one plan of a book is shown on a page of another.

use super::builder::ViewBuilder;
use super::editions::edition_label;
use super::views::{ContinuesView, LinkView};
use crate::plan::{ContinuedBy, Continues, Edition, Index as _, Item, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::Continuation;

impl ViewBuilder<'_> {
    /// The page of an item of another plan.
    fn item_of(&self, edition: Option<Ix<Edition>>, item: Ix<Item>) -> LinkView {
        let book = self.context.book();
        let plan = book.of_edition(edition);
        let route = self.context.route_in(edition, &Route::record(plan, RecordIx::Item(item)));
        let number = plan.items.at(item).document.shown_number(self.context.config.numbering);
        let label = match edition {
            Some(edition) => book.editions.at(edition).name.clone(),
            None => edition_label(plan).map_or_else(|| self.word("edition-newest"), str::to_owned),
        };
        LinkView { href: self.href(&route), text: self.messages().labelled(&label, &number) }
    }

    /// What an item continues in other editions.
    pub fn continues(&self, item: &Item) -> Vec<ContinuesView> {
        let view = |it: &Continues| self.continuation(Some(it.edition), it.item, it.how);
        item.continues.iter().map(view).collect()
    }

    /// What continues an item in other plans of the book.
    pub fn continued_by(&self, item: &Item) -> Vec<ContinuesView> {
        let view = |it: &ContinuedBy| self.continuation(it.edition, it.item, it.how);
        item.continued_by.iter().map(view).collect()
    }

    fn continuation(
        &self,
        edition: Option<Ix<Edition>>,
        item: Ix<Item>,
        how: Option<Continuation>,
    ) -> ContinuesView {
        let LinkView { href, text } = self.item_of(edition, item);
        let title = self.context.book().of_edition(edition).texts().title(item).to_owned();
        let how = how.map(|how| self.word(&format!("continuation-{}", how.word())));
        ContinuesView { href, text, title, how }
    }
}
