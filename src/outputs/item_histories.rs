//! The history of an item in pages: the newest updates on the item's page, the others on pages below it.

use super::listing::{Listing, Window};
use super::output::OutputPage;
use crate::page::views::{ContentsView, HistoryPage, UpdateView};
use crate::page::{BASELINE, Context, ViewBuilder, contents};
use crate::plan::{Index as _, Item, Ix, RecordIx, Update};
use crate::route::{Route, anchor};

/// What a page shows of a history: the updates since the plan was adopted, and those before.
pub(super) type Shown = (Vec<UpdateView>, Vec<UpdateView>);

/// The pages below the item's; nearly no item has any.
pub(super) fn pages(context: &Context, ix: Ix<Item>) -> Vec<OutputPage> {
    let item = context.published.plan.items.at(ix);
    let (size, total) = (context.history_size(), item.updates.len());
    if total <= size {
        return Vec::new();
    }
    let history = context.history(ix);
    let owner = Some(item.document.record.span);
    let listing = Listing { route: route(context, ix), template: "item-history.html", owner, total };
    listing.later_pages(size, move |builder, window| view(builder, ix, &history, window))
}

fn route(context: &Context, ix: Ix<Item>) -> Route {
    Route::record(&context.published.plan, RecordIx::Item(ix))
}

/// The part that the item's own page shows.
pub(super) fn first(context: &Context, ix: Ix<Item>) -> Window {
    Window::first(context.history_size(), context.published.plan.items.at(ix).updates.len())
}

/// The updates of a page of an item's history.
pub(super) fn shown(
    builder: &mut ViewBuilder<'_>,
    ix: Ix<Item>,
    history: &[Ix<Update>],
    window: Window,
) -> Shown {
    let plan = builder.plan();
    let shown = &history[window.range()];
    let since = shown.partition_point(|ix| !plan.updates.at(*ix).baseline);
    let (since, before) = shown.split_at(since);
    (builder.updates_of_item(ix, since), builder.updates_of_item(ix, before))
}

/// The years since the plan was adopted, and the section with what was before, for the contents of the item's page.
pub(super) fn contents(builder: &ViewBuilder<'_>, ix: Ix<Item>, history: &[Ix<Update>]) -> Vec<ContentsView> {
    let plan = builder.plan();
    let route = route(builder.context, ix);
    let href = |id: &str| {
        let page = builder.context.page_with(RecordIx::Item(ix), id);
        let other = if page == route { String::new() } else { builder.href(&page) };
        format!("{other}#{id}")
    };
    let since = history.partition_point(|ix| !plan.updates.at(*ix).baseline);
    let years = history[..since].iter().map(|ix| plan.updates.at(*ix).document.date.value.year());
    let mut lines = contents::years(
        years,
        |place| href(&anchor(plan.updates.at(history[place]))),
        |year| builder.year(year),
    );
    let before = (since < history.len()).then(|| builder.sections(&[(BASELINE, "baseline")]));
    lines.extend(before.into_iter().flatten().map(|line| ContentsView { href: href(BASELINE), ..line }));
    lines
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Item>, history: &[Ix<Update>], window: Window) -> HistoryPage {
    let item = builder.plan().items.at(ix);
    let subject = builder.link(RecordIx::Item(ix));
    let title = builder.messages().labelled(&builder.word("history"), &subject.text);
    let way = builder.area_way(item.area).into_iter().chain([subject.clone()]);
    let crumbs = builder.crumbs(way.collect());
    let mut head = builder.head(window.title(builder, title), "items", crumbs, None);
    head.area = Some(builder.plan().areas.at(item.area).document.number.value.as_str().to_owned());
    head.updated = builder.updated(item.updates.iter());
    let (history, baseline) = shown(builder, ix, history, window);
    let pages = window.view(builder, &route(builder.context, ix));
    HistoryPage { head, subject, history, baseline, pages }
}
