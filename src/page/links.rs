//! Addresses of pages and records, from a page.

use super::builder::ViewBuilder;
use super::editions::edition_label;
use super::views::LinkView;
use crate::plan::{Area, Index as _, Item, Ix, RecordIx};
use crate::route::Route;

impl ViewBuilder<'_> {
    /// The address of another page, from this one.
    pub fn href(&self, to: &Route) -> String {
        to.href(self.way_to(to))
    }

    /// The address of a file of the plan that is no page, from this page.
    pub fn file_href(&self, path: &str) -> String {
        [self.to_plan(), path].concat()
    }

    /// A link to a list, by its name in addresses and the key of its title.
    pub fn list_link(&self, name: &str, title: &str) -> LinkView {
        LinkView { href: self.href(&Route::list(name)), text: self.word(title) }
    }

    /// The address of a record; a short update's is a place in the history of its item.
    pub fn record_href(&self, record: impl Into<RecordIx>) -> String {
        let record = record.into();
        if let RecordIx::Attachment(ix) = record {
            return format!("{}{}", self.root, self.plan().attachments.at(ix).document.address);
        }
        let (page, place) = self.context.place(record);
        let mut href = self.href(&page);
        if let Some(place) = place {
            href.push('#');
            href.push_str(&place);
        }
        href
    }

    /// A link to a record, under its name.
    pub fn link(&self, record: impl Into<RecordIx>) -> LinkView {
        let record = record.into();
        LinkView { href: self.record_href(record), text: self.name(record) }
    }

    /// Links to items.
    pub fn item_links(&self, items: &[Ix<Item>]) -> Vec<LinkView> {
        items.iter().map(|ix| self.link(RecordIx::Item(*ix))).collect()
    }

    /// The way to an area: the list of areas, then what it is in, then itself.
    pub fn area_way(&self, area: Ix<Area>) -> Vec<LinkView> {
        let mut way: Vec<LinkView> =
            self.plan().area_and_above(area).map(|ix| self.link(RecordIx::Area(ix))).collect();
        way.push(self.list_link("areas", "areas"));
        way.reverse();
        way
    }

    /// Breadcrumbs that begin at the home page of the site, and at that of the edition.
    pub fn crumbs(&self, rest: Vec<LinkView>) -> Vec<LinkView> {
        let home = LinkView { href: self.href(&Route::home().of_site()), text: self.word("home") };
        std::iter::once(home).chain(self.edition_crumbs()).chain(rest).collect()
    }

    fn edition_crumbs(&self) -> Vec<LinkView> {
        let plan = self.plan();
        let Some(label) = plan.edition.as_ref().and_then(|_| edition_label(plan)) else { return Vec::new() };
        let all =
            LinkView { href: self.href(&Route::list("editions").of_site()), text: self.word("editions") };
        let own = LinkView { href: self.href(&Route::home()), text: label.to_owned() };
        vec![all, own]
    }

    /// The records whose texts lead here.
    pub fn referred_by(&self, record: impl Into<RecordIx>) -> Vec<LinkView> {
        let record = record.into();
        let from = self.plan().record(record).map_or(&[][..], |(_, links)| &links.from);
        self.first_links(record, "referred-by", from)
    }

    /// Links to the first of a list of a record, and to all of it where there are more.
    pub fn first_links<T: Copy + Into<RecordIx>>(
        &self,
        record: impl Into<RecordIx>,
        name: &str,
        list: &[T],
    ) -> Vec<LinkView> {
        let most = self.context.rows_shown();
        let first = list.iter().take(most).map(|record| self.link(*record));
        first.chain(self.all_of(record, name, list.len(), most)).collect()
    }

    /// A link to all of a list of a record, where its page shows only the first `shown` of so many.
    pub fn all_of(
        &self,
        record: impl Into<RecordIx>,
        name: &str,
        count: usize,
        shown: usize,
    ) -> Option<LinkView> {
        (count > shown).then(|| LinkView {
            href: self.href(&Route::record(self.plan(), record.into()).list_below(name)),
            text: self.messages().with("list-all", &[("n", &count.to_string())]),
        })
    }
}
