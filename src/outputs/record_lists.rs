//! The long lists of a record: its page shows the first rows of each, and leads to all of them on pages of their own below it.

use std::sync::Arc;

use super::agencies;
use super::all_rows::{self, AllRows};
use super::listing::{Listing, Window};
use super::output::{Output, OutputPage};
use super::search;
use super::sources::ROLES;
use crate::facts;
use crate::page::views::RecordListPage;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, Plan, RecordIx, Update};
use crate::route::Route;

/// Lists that are longer than the page of their record shows.
pub(super) const OUTPUT: Output = Output { name: "record-lists", pages };

/// A list of a record.
struct RecordList {
    /// Its name in addresses.
    name: &'static str,
    /// The key of its title.
    title: &'static str,
    rows: Rows,
}

enum Rows {
    Items(Arc<[Ix<Item>]>),
    /// The newest first.
    Updates(Vec<Ix<Update>>),
    Records(Vec<RecordIx>),
}

impl Rows {
    fn len(&self) -> usize {
        match self {
            Self::Items(items) => items.len(),
            Self::Updates(updates) => updates.len(),
            Self::Records(records) => records.len(),
        }
    }
}

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = Vec::new();
    for record in plan.records_with_pages() {
        pages.extend(lists(context, record).into_iter().flat_map(|list| pages_of(context, record, list)));
    }
    pages
}

fn pages_of(context: &Context, record: RecordIx, list: RecordList) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let route = Route::record(plan, record).list_below(list.name);
    let owner = plan.record(record).map(|(record, _)| record.span);
    let listing = Listing { route, template: "record-list.html", owner, total: list.rows.len() };
    let (rows, file) = match &list.rows {
        Rows::Items(items) => {
            let name = list.name;
            let file = all_rows::of_list(context, &listing.route, items, move |plan, item| {
                agencies::role_in(plan, record, name, item)
            });
            let rows = AllRows::of_list(context, &listing.route, items);
            let rows = match record {
                RecordIx::Area(ix) => rows.found_by("area", &search::area(context, ix)),
                RecordIx::Agency(ix) => rows.found_by("agency", &plan.agencies.at(ix).document.id),
                _ => rows,
            };
            (Some(rows), file)
        }
        _ => (None, None),
    };
    let mut pages =
        listing.pages(context, move |builder, window| view(builder, record, (&list, rows.as_ref()), window));
    pages.extend(file);
    pages
}

/// The lists of a record that are longer than its page shows. Nothing is copied of the others, which are nearly all.
fn lists(context: &Context, record: RecordIx) -> Vec<RecordList> {
    let plan: &Plan = &context.published.plan;
    let (rows, entries) = (context.rows_shown(), context.entries_shown());
    let items = |name, title, items: &[Ix<Item>]| {
        (items.len() > rows).then(|| RecordList { name, title, rows: Rows::Items(items.into()) })
    };
    let updates = |name, title, shown: usize, updates: &[Ix<Update>]| {
        let newest_first = || Rows::Updates(updates.iter().rev().copied().collect());
        (updates.len() > shown).then(|| RecordList { name, title, rows: newest_first() })
    };
    let mut lists = match record {
        RecordIx::Area(ix) => vec![items("items", "items", &plan.items_and_parts(ix))],
        RecordIx::Agency(ix) => {
            let agency = plan.agencies.at(ix);
            vec![
                items("leads", "leads", &agency.leads),
                items("supports", "supports", &agency.supports),
                updates("updates", "took-part-in", rows, &agency.updates),
                records(rows, "children", "agencies-below", &agency.children),
                records(rows, "predecessors", "predecessors", &agency.predecessors),
            ]
        }
        RecordIx::Forum(ix) => {
            let forum = plan.forums.at(ix);
            vec![
                items("items", "items", &forum.items),
                updates("meetings", "meetings", entries, &forum.updates),
            ]
        }
        RecordIx::Item(ix) => of_item(context, ix),
        RecordIx::Update(ix) => vec![items("items", "bears-on", &plan.updates.at(ix).items)],
        RecordIx::Source(ix) => vec![records(rows, ROLES, "source-roles", &plan.sources.at(ix).roles)],
        _ => Vec::new(),
    };
    let from = plan.record(record).map_or(&[][..], |(_, links)| &links.from);
    lists.push(records(rows, "referred-by", "referred-to-by", from));
    lists.into_iter().flatten().collect()
}

/// A list of records that is longer than the page shows.
fn records<T: Copy + Into<RecordIx>>(
    shown: usize,
    name: &'static str,
    title: &'static str,
    list: &[T],
) -> Option<RecordList> {
    let rows = || Rows::Records(list.iter().map(|record| (*record).into()).collect());
    (list.len() > shown).then(|| RecordList { name, title, rows: rows() })
}

/// Those of an item: what others say of it, and what its updates say when they are seen together.
fn of_item(context: &Context, ix: Ix<Item>) -> Vec<Option<RecordList>> {
    let (plan, rows) = (&context.published.plan, context.rows_shown());
    let item = plan.items.at(ix);
    let parts = if item.parts.is_empty() { Vec::new() } else { plan.descendants(ix) };
    let mut lists = vec![
        (parts.len() > rows).then(|| RecordList {
            name: "parts",
            title: "parts",
            rows: Rows::Items(parts.into()),
        }),
        records(rows, "same-as", "same-as", &item.same_as),
        records(rows, "depends-on", "depends-on", &item.depends_on),
        records(rows, "required-by", "required-by", &item.required_by),
        records(rows, "related", "related", &item.related),
        records(rows, "forums", "forums", &item.forums),
    ];
    let entries = context.entries_shown();
    if item.updates.len() > entries {
        let updates = |name, title, updates: Vec<Ix<Update>>| {
            let newest_first = || Rows::Updates(updates.iter().rev().copied().collect());
            (updates.len() > entries).then(|| RecordList { name, title, rows: newest_first() })
        };
        let (facts, as_of) = (context.facts_of(ix), context.published.as_of);
        let assessments = facts::assessments(plan, ix, as_of);
        lists.extend([
            updates("due-dates", "ledger", facts.slips.revisions.iter().map(|one| one.update).collect()),
            updates("assessments", "assessments", assessments.iter().map(|one| one.update).collect()),
            updates("conflicts", "conflicts", facts::conflicts(plan, ix, as_of)),
            updates("lowered", "progress-backwards", facts.steps_back.iter().map(|one| one.after).collect()),
        ]);
    }
    lists
}

fn view(
    builder: &mut ViewBuilder<'_>,
    record: RecordIx,
    (list, rows): (&RecordList, Option<&AllRows>),
    window: Window,
) -> RecordListPage {
    let subject = builder.link(record);
    let title = builder.word(list.title);
    let whole = builder.messages().labelled(&title, &subject.text);
    let head = builder.head(window.title(builder, whole), "", builder.crumbs(vec![subject.clone()]), None);
    let route = Route::record(builder.plan(), record).list_below(list.name);
    let mut page = RecordListPage {
        head,
        title,
        subject,
        roles: matches!(record, RecordIx::Agency(_)),
        items: None,
        updates: Vec::new(),
        links: Vec::new(),
        pages: window.view(builder, &route),
        all: rows.map(|rows| rows.view(builder, window)).unwrap_or_default(),
    };
    match &list.rows {
        Rows::Items(items) => {
            page.items = agencies::item_rows(builder, record, list.name, &items[window.range()])
        }
        Rows::Updates(updates) => {
            page.updates = updates[window.range()].iter().map(|ix| builder.update_row(*ix)).collect();
        }
        Rows::Records(records) => {
            page.links = records[window.range()].iter().map(|record| builder.link(*record)).collect();
        }
    }
    page
}
