//! Indices of items: by status and by kind. An index is its key function and its words; the group pages and the
//! overview are shared.

use std::sync::Arc;

use super::all_rows::{self, AllRows};
use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use super::shares::{kind_shares, status_shares};
use crate::page::views::{GroupsPage, ItemsPage, LinkView, ShareView, StatusView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Kind, Status};

/// By status and by kind.
pub(super) const OUTPUT: Output = Output { name: "groups", pages };

/// One way to group items.
#[derive(Clone, Copy)]
struct Grouping {
    /// Its name in addresses.
    name: &'static str,
    /// The key of its title.
    title: &'static str,
    /// The key of a sentence about it.
    note: &'static str,
    /// The key of what to say when a group is empty.
    empty: &'static str,
    /// Every group.
    keys: fn() -> Vec<&'static str>,
    /// The group of an item, if it is in one.
    key: fn(&Context, Ix<Item>) -> Option<&'static str>,
    /// What a group is called, and what to say about it.
    words: fn(&ViewBuilder<'_>, &str) -> (String, String),
    /// The status that a group is of.
    status: fn(&ViewBuilder<'_>, &str) -> Option<StatusView>,
    /// The counts of all groups.
    shares: fn(&ViewBuilder<'_>, &[Ix<Item>]) -> Vec<ShareView>,
}

const BY_STATUS: Grouping = Grouping {
    name: "status",
    title: "statuses",
    note: "statuses-note",
    empty: "group-empty",
    keys: || Status::CHOICES.iter().map(|(word, _)| *word).collect(),
    key: |context, ix| context.current_status(ix).counted().map(Status::word),
    words: |builder, key| {
        (builder.word(&format!("status-{key}")), builder.word(&format!("status-note-{key}")))
    },
    status: |builder, key| Status::from_word(key).map(|status| builder.status(Some(status), None, None)),
    shares: status_shares,
};

const BY_KIND: Grouping = Grouping {
    name: "kinds",
    title: "kinds",
    note: "kinds-note",
    empty: "kind-empty",
    keys: || Kind::CHOICES.iter().map(|(word, _)| *word).collect(),
    key: |context, ix| Some(context.published.plan.items.at(ix).document.kind.word()),
    words: |builder, key| (builder.word(&format!("kind-{key}")), builder.word(&format!("kind-{key}-long"))),
    status: |_, _| None,
    shares: kind_shares,
};

fn pages(context: &Context) -> Vec<OutputPage> {
    let mut pages = Vec::new();
    for grouping in [BY_STATUS, BY_KIND] {
        pages.push(page(Route::list(grouping.name), "groups.html", None, move |builder| {
            overview(builder, grouping)
        }));
        for key in (grouping.keys)() {
            let items: Arc<[Ix<Item>]> = members(context, grouping, key).into();
            let route = Route::within(grouping.name, key);
            let rows = AllRows::of_list(context, &route, &items);
            let rows = if grouping.name == BY_STATUS.name { rows.found_by("status", key) } else { rows };
            pages.extend(all_rows::of_list(context, &route, &items, |_, _| None));
            let list = Listing { route, template: "group.html", owner: None, total: items.len() };
            pages.extend(list.pages(context, move |builder, window| {
                group(builder, grouping, key, (&items[window.range()], &rows), window)
            }));
        }
    }
    pages
}

fn items(builder: &ViewBuilder<'_>) -> Vec<Ix<Item>> {
    builder.plan().items.indices().collect()
}

fn overview(builder: &mut ViewBuilder<'_>, grouping: Grouping) -> GroupsPage {
    let groups = (grouping.shares)(builder, &items(builder));
    let is_empty = |key: &&str| !groups.iter().any(|group| group.key == *key);
    let link = |key: &str| LinkView {
        href: builder.href(&Route::within(grouping.name, key)),
        text: (grouping.words)(builder, key).0,
    };
    let empty = (grouping.keys)().into_iter().filter(is_empty).map(link).collect();
    GroupsPage {
        head: builder.head(builder.word(grouping.title), grouping.name, builder.crumbs(Vec::new()), None),
        title: builder.word(grouping.title),
        note: builder.word(grouping.note),
        by_status: grouping.name == BY_STATUS.name,
        groups,
        empty,
    }
}

/// The items of a group, in the order of the plan.
fn members(context: &Context, grouping: Grouping, key: &str) -> Vec<Ix<Item>> {
    let items = context.published.plan.items.indices();
    items.filter(|ix| (grouping.key)(context, *ix) == Some(key)).collect()
}

fn group(
    builder: &mut ViewBuilder<'_>,
    grouping: Grouping,
    key: &'static str,
    (shown, rows): (&[Ix<Item>], &AllRows),
    window: Window,
) -> ItemsPage {
    let (title, note) = (grouping.words)(builder, key);
    let groups = window.first_only(|| (grouping.shares)(builder, &items(builder)));
    let crumbs = builder.crumbs(vec![builder.list_link(grouping.name, grouping.title)]);
    ItemsPage {
        head: builder.head(window.title(builder, title.clone()), grouping.name, crumbs, None),
        title,
        note,
        empty: builder.word(grouping.empty),
        status: (grouping.status)(builder, key),
        groups,
        kinds: Vec::new(),
        agencies: Vec::new(),
        items: builder.item_table_by_area(shown.iter().copied()),
        pages: window.view(builder, &Route::within(grouping.name, key)),
        all: rows.view(builder, window),
    }
}
