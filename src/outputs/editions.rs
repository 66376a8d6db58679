//! The plans of a book beside each other, and for each edition its items with what continues them.

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use super::shares::status_shares;
use crate::date::Date;
use crate::facts::ended;
use crate::page::views::{
    CrosswalkRow, CrosswalkView, DateView, EditionPage, EditionRow, EditionsPage, LinkView, ShareView,
    StatusView,
};
use crate::page::{Context, MOST_ITEMS, ViewBuilder, adopted_later, edition_label};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Status};

/// The list of all plans of a book.
pub(super) const OUTPUT: Output = Output { name: "editions", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    match context.editions.is_empty() {
        true => Vec::new(),
        false => vec![page(Route::list("editions"), "editions.html", None, list)],
    }
}

/// The newest first, after the plan at the root.
fn list(builder: &mut ViewBuilder<'_>) -> EditionsPage {
    let mut editions: Vec<&Context> = builder.context.editions.iter().collect();
    let adopted = |context: &Context| {
        let about = context.published.plan.about.as_ref();
        about.map(|about| about.document.adopted.value.earliest)
    };
    editions.sort_by_key(|context| std::cmp::Reverse(adopted(context)));
    let plans: Vec<(EditionRow, Vec<ShareView>)> =
        std::iter::once(builder.context).chain(editions).map(|context| row(builder, context)).collect();
    let is_there = |status: &Status| {
        plans.iter().any(|(_, shares)| shares.iter().any(|share| share.key == status.word()))
    };
    let statuses: Vec<Status> =
        Status::CHOICES.iter().map(|(_, status)| *status).filter(|status| is_there(status)).collect();
    let count = |shares: &[ShareView], status: &Status| {
        let share = shares.iter().find(|share| share.key == status.word());
        let href = share.and_then(|share| share.href.clone()).unwrap_or_default();
        LinkView { href, text: share.map_or(0, |share| share.count).to_string() }
    };
    EditionsPage {
        statuses: statuses.iter().map(|status| builder.status(Some(*status), None, None)).collect(),
        plans: plans
            .into_iter()
            .map(|(row, shares)| {
                let counts = statuses.iter().map(|status| count(&shares, status)).collect();
                EditionRow { counts, ..row }
            })
            .collect(),
        head: builder.head(builder.word("editions"), "editions", builder.crumbs(Vec::new()), None),
    }
}

/// A plan, before the columns are known.
fn row(builder: &ViewBuilder<'_>, context: &Context) -> (EditionRow, Vec<ShareView>) {
    let plan = &*context.published.plan;
    // Its addresses, from this page.
    let there = ViewBuilder::with_root(context, Route::home(), builder.context.base.to_root(&builder.route));
    let items: Vec<Ix<Item>> = plan.items.indices().collect();
    let shares = status_shares(&there, &items);
    let date = |date: &Date| -> DateView { builder.date(date) };
    let row = EditionRow {
        href: there.href(&Route::home()),
        title: context.title().to_owned(),
        name: edition_label(plan).map(str::to_owned),
        newest: plan.edition.is_none(),
        adopted: plan.about.as_ref().map(|about| date(&about.document.adopted.value)),
        adopted_later: adopted_later(plan, builder.as_of(), builder.messages()),
        ended: ended(plan, builder.as_of()).map(|day| date(&Date::day(day))),
        count: shares.iter().map(|share| share.count).sum(),
        counts: Vec::new(),
    };
    (row, shares)
}

/// How many rows a page of the table has.
fn page_size(context: &Context) -> usize {
    context.rows_shown() * 3
}

/// The table of the items of an edition with what continues them.
pub(super) const CROSSWALK: Output = Output { name: "crosswalk", pages: crosswalk_pages };

fn crosswalk_pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    if plan.edition.is_none() {
        return Vec::new();
    }
    let owner = plan.about.as_ref().map(|about| about.document.record.span);
    let listing = Listing { route: route(), template: "edition.html", owner, total: plan.items.len() };
    listing.pages_of(page_size(context), |builder, window| {
        let title = builder.word("crosswalk");
        EditionPage {
            crosswalk: crosswalk(builder, window),
            head: builder.head(
                window.title(builder, title.clone()),
                "editions",
                builder.crumbs(Vec::new()),
                None,
            ),
            pages: window.view(builder, &route()),
            title,
        }
    })
}

fn route() -> Route {
    Route::list("crosswalk")
}

/// The beginning of the table, for the home page of an edition; nothing for the plan at the root.
pub(super) fn beginning(builder: &ViewBuilder<'_>) -> Option<CrosswalkView> {
    let plan = builder.plan();
    let window = Window::first(page_size(builder.context), plan.items.len());
    plan.edition.as_ref().map(|_| CrosswalkView {
        all: Some(LinkView {
            href: builder.href(&route()),
            text: builder.messages().with("list-all", &[("n", &plan.items.len().to_string())]),
        }),
        ..crosswalk(builder, window)
    })
}

fn crosswalk(builder: &ViewBuilder<'_>, window: Window) -> CrosswalkView {
    let items = builder.plan().items.indices().skip(window.range().start).take(window.range().len());
    CrosswalkView { rows: items.map(|ix| crosswalk_row(builder, ix)).collect(), all: None }
}

fn crosswalk_row(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> CrosswalkRow {
    let item = builder.plan().items.at(ix);
    let status: StatusView = builder.status_of(builder.context.current_status(ix));
    let mut continued_by = builder.continued_by(item);
    let count = continued_by.len();
    continued_by.truncate(MOST_ITEMS);
    CrosswalkRow {
        anchor: format!("item-{}", item.document.id.as_str()),
        number: builder.number(ix),
        title: builder.texts().title(ix).to_owned(),
        href: builder.record_href(RecordIx::Item(ix)),
        depth: item.document.id.depth().saturating_sub(2),
        status,
        continues: builder.continues(item),
        more: builder.and_more("and-more-items", count, continued_by.len()),
        continued_by,
    }
}
