//! Lists that are shown in pages: the first at the list's own address, the others below it at `page/2/` and so on.

use std::ops::Range;
use std::sync::Arc;

use super::output::{OutputPage, page};
use crate::diag::Span;
use crate::page::views::PagesView;
use crate::page::{Context, ViewBuilder};
use crate::route::Route;

/// A list that is shown in pages, before any of them is rendered.
pub(super) struct Listing {
    /// The address of the list.
    pub(super) route: Route,
    /// The template of its pages.
    pub(super) template: &'static str,
    /// The place in the content that it is of.
    pub(super) owner: Option<Span>,
    /// How many rows it has.
    pub(super) total: usize,
}

/// The part of a list that one page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    /// Which page, from 1.
    page: usize,
    /// How many rows a page has at most.
    size: usize,
    /// How many rows the list has.
    total: usize,
}

impl Listing {
    /// Its pages: at least one, because a list without rows says so.
    pub(super) fn pages<V: serde::Serialize>(
        self,
        context: &Context,
        view: impl Fn(&mut ViewBuilder<'_>, Window) -> V + Send + Sync + 'static,
    ) -> Vec<OutputPage> {
        self.pages_of(context.config.page_size, view)
    }

    /// The same with so many rows on a page, for rows that are longer or shorter than others.
    pub(super) fn pages_of<V: serde::Serialize>(
        self,
        size: usize,
        view: impl Fn(&mut ViewBuilder<'_>, Window) -> V + Send + Sync + 'static,
    ) -> Vec<OutputPage> {
        self.pages_from(1, size, view)
    }

    /// The same without the first page, which is of another kind.
    pub(super) fn later_pages<V: serde::Serialize>(
        self,
        size: usize,
        view: impl Fn(&mut ViewBuilder<'_>, Window) -> V + Send + Sync + 'static,
    ) -> Vec<OutputPage> {
        self.pages_from(2, size, view)
    }

    fn pages_from<V: serde::Serialize>(
        self,
        first: usize,
        size: usize,
        view: impl Fn(&mut ViewBuilder<'_>, Window) -> V + Send + Sync + 'static,
    ) -> Vec<OutputPage> {
        let count = self.total.div_ceil(size).max(1);
        // What it holds, such as all rows of the list, is there once for all pages.
        let view = Arc::new(view);
        let of = |number: usize| {
            let window = Window { page: number, size, total: self.total };
            let view = Arc::clone(&view);
            let route = self.route.page_of_list(number);
            page(route, self.template, self.owner, move |builder| view(builder, window))
        };
        (first..=count).map(of).collect()
    }
}

impl Window {
    /// The first page of a list that has so many rows.
    pub(super) fn first(size: usize, total: usize) -> Self {
        Self { page: 1, size, total }
    }

    /// The places of its rows in the list.
    pub(super) fn range(self) -> Range<usize> {
        let start = ((self.page - 1) * self.size).min(self.total);
        start..(start + self.size).min(self.total)
    }

    /// On which page of a list a row stands, by its place from 0.
    pub(super) fn page_of_row(context: &Context, row: usize) -> usize {
        row / context.config.page_size + 1
    }

    /// Whether something of a section stands on the page, given the places of its rows. One without rows stands where they
    /// would.
    pub(super) fn has_section(self, rows: Range<usize>) -> bool {
        let range = self.range();
        match rows.is_empty() {
            true => range.start <= rows.start && (rows.start < range.end || self.is_last()),
            false => rows.start < range.end && range.start < rows.end,
        }
    }

    /// Whether no other page comes before.
    pub(super) fn is_first(self) -> bool {
        self.page == 1
    }

    /// Whether no other page follows.
    pub(super) fn is_last(self) -> bool {
        self.page == self.count()
    }

    /// How many pages the list has.
    fn count(self) -> usize {
        self.total.div_ceil(self.size).max(1)
    }

    /// What stands above the rows of the first page: it is of the whole list, so the others have no need of it.
    pub(super) fn first_only<T: Default>(self, make: impl FnOnce() -> T) -> T {
        if self.page == 1 { make() } else { T::default() }
    }

    /// A title that tells the page from the others.
    pub(super) fn title(self, builder: &ViewBuilder<'_>, title: String) -> String {
        if self.page == 1 {
            return title;
        }
        let (page, count) = (self.page.to_string(), self.count().to_string());
        builder.messages().with("list-page-title", &[("title", &title), ("page", &page), ("pages", &count)])
    }

    /// The ways to the other pages; `None` where there is only one.
    pub(super) fn view(self, builder: &ViewBuilder<'_>, list: &Route) -> Option<PagesView> {
        let count = self.count();
        let href = |page: usize| builder.href(&list.page_of_list(page));
        let range = self.range();
        let numbers = [
            ("from", (range.start + 1).to_string()),
            ("to", range.end.to_string()),
            ("total", self.total.to_string()),
        ];
        let numbers = numbers.each_ref().map(|(key, value)| (*key, value.as_str()));
        (count > 1).then(|| PagesView {
            range: builder.messages().with("list-range", &numbers),
            first: (self.page > 2).then(|| href(1)),
            previous: (self.page > 1).then(|| href(self.page - 1)),
            next: (self.page < count).then(|| href(self.page + 1)),
            last: (self.page + 1 < count).then(|| href(count)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn pages_share_a_list_among_them() {
        let of = |page, total| Window { page, size: 100, total }.range();
        assert_eq!((of(1, 0), of(1, 100), of(2, 101), of(3, 250)), (0..0, 0..100, 100..101, 200..250));
        assert_eq!(Window { page: 1, size: 100, total: 100 }.count(), 1);
        assert_eq!(Window { page: 1, size: 100, total: 101 }.count(), 2);
        assert_eq!(Window { page: 1, size: 100, total: 0 }.count(), 1);
    }
}
