//! Tags: all groups, each as a matrix by status, and a page for each tag with its items.

use std::sync::Arc;

use super::all_rows::{self, AllRows};
use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use super::progress;
use super::shares::status_shares;
use crate::page::views::{LinkView, TagGroupView, TagPage, TagRow, TagsPage};
use crate::page::{Context, FeedScope, ViewBuilder};
use crate::plan::{Item, Ix, Tag, TagGroup, TagIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Status};

/// Tags.
pub(super) const OUTPUT: Output = Output { name: "tags", pages };

/// How many updates the page of a tag shows.
const LATEST: usize = 12;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    if plan.tags.is_empty() {
        return Vec::new();
    }
    // Two tags on one address are reported where they are declared.
    let owner = plan.about.as_ref().map(|about| about.document.record.span);
    let mut pages = vec![page(Route::list(Route::TAGS), "tags.html", owner, overview)];
    for ix in plan.tag_indices() {
        let Some((_, tag)) = plan.tag(ix) else { continue };
        let items: Arc<[Ix<Item>]> = tag.items.as_slice().into();
        let route = Route::tag(plan, ix);
        let rows = AllRows::of_list(context, &route, &items).found_by("tag", &tag.name);
        pages.extend(all_rows::of_list(context, &route, &items, |_, _| None));
        let list = Listing { route, template: "tag.html", owner, total: items.len() };
        pages
            .extend(list.pages(context, move |builder, window| of_tag(builder, ix, (&items, &rows), window)));
    }
    pages
}

fn overview(builder: &mut ViewBuilder<'_>) -> TagsPage {
    let head = builder.head(builder.word(Route::TAGS), Route::TAGS, builder.crumbs(Vec::new()), None);
    let groups = builder.plan().tags.iter().enumerate();
    TagsPage { head, groups: groups.map(|(at, group)| group_view(builder, at, group)).collect() }
}

fn group_view(builder: &ViewBuilder<'_>, at: usize, group: &TagGroup) -> TagGroupView {
    let status = |ix: &Ix<Item>| builder.context.current_status(*ix).status;
    let items = || group.tags.iter().flat_map(|tag| &tag.items);
    let all = Status::CHOICES.iter().map(|(_, status)| Some(*status)).chain([None]);
    let columns: Vec<Option<Status>> = all.filter(|column| items().any(|ix| status(ix) == *column)).collect();
    let link = |index: usize, tag: &Tag| {
        let ix = TagIx { group: at, tag: index };
        LinkView { href: builder.href(&Route::tag(builder.plan(), ix)), text: tag.title.clone() }
    };
    let (mut rows, mut empty) = (Vec::new(), Vec::new());
    for (index, tag) in group.tags.iter().enumerate() {
        let link = link(index, tag);
        if tag.items.is_empty() {
            empty.push(link);
            continue;
        }
        let count = |column: &Option<Status>| tag.items.iter().filter(|ix| status(ix) == *column).count();
        rows.push(TagRow {
            href: link.href,
            text: link.text,
            count: tag.items.len(),
            cells: columns.iter().map(count).collect(),
            shares: status_shares(builder, &tag.items),
        });
    }
    TagGroupView {
        id: format!("page_tags_{}", group.key),
        title: builder.texts().tag_group(group).to_owned(),
        statuses: columns.iter().map(|status| builder.status(*status, None, None)).collect(),
        rows,
        empty,
    }
}

fn of_tag(
    builder: &mut ViewBuilder<'_>,
    ix: TagIx,
    (items, rows): (&[Ix<Item>], &AllRows),
    window: Window,
) -> TagPage {
    let (title, group) = builder.texts().tag(ix).unwrap_or_default();
    let crumbs = builder.crumbs(vec![builder.list_link(Route::TAGS, Route::TAGS)]);
    let updates: Vec<_> = FeedScope::Tag(ix).updates(builder.plan()).into_iter().collect();
    let mut head = builder.head(window.title(builder, builder.tag_name(ix)), Route::TAGS, crumbs, None);
    head.follow = builder.follow(Some(FeedScope::Tag(ix)));
    head.updated = builder.updated(updates.iter());
    TagPage {
        head,
        title: title.to_owned(),
        group: group.to_owned(),
        note: builder.messages().count("items-n", i64::try_from(items.len()).unwrap_or(i64::MAX)),
        shares: window.first_only(|| status_shares(builder, items)),
        verdicts: window.first_only(|| progress::verdict_shares(builder, items)),
        items: builder.item_table_by_area(items[window.range()].iter().copied()),
        pages: window.view(builder, &Route::tag(builder.plan(), ix)),
        all: rows.view(builder, window),
        latest: window.first_only(|| builder.latest(&updates, LATEST)),
    }
}
