//! Lists of items: overdue, out of date, without public information, with it, recently reported, gone backwards, with late
//! milestones, and by what was reported of what is still to come.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::criteria::Criterion;
use super::fact_rows::fact;
use super::routes;
use super::sections::{self, Rows, Section};
use crate::outputs::all_rows::{self, AllRows};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::ProgressListPage;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Index as _, Item, Ix};
use crate::vocabulary::Outlook;

/// Every list, with whether it is by area.
const LISTS: [(Criterion, bool); 10] = [
    (Criterion::Overdue, false),
    (Criterion::Stale, false),
    (Criterion::Unknown, true),
    (Criterion::Known, true),
    (Criterion::Recent, false),
    (Criterion::Backwards, false),
    (Criterion::LateMilestones, false),
    (Criterion::Outlook(Outlook::OnTrack), false),
    (Criterion::Outlook(Outlook::AtRisk), false),
    (Criterion::Outlook(Outlook::OffTrack), false),
];

/// The id of the one section of a list that is not by area.
const WHOLE: &str = "page_list";
/// The id of the section of what was missed.
const MISSED: &str = "page_missed";

/// A page for each list that can have an item in this plan, or several where it is long.
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let lists = LISTS.into_iter().filter(|(criterion, _)| criterion.applies(context));
    lists.flat_map(|(criterion, by_area)| list(context, criterion, by_area)).collect()
}

fn list(context: &Context, criterion: Criterion, by_area: bool) -> Vec<OutputPage> {
    let all: Vec<Ix<Item>> = context.published.plan.items.indices().collect();
    let items = criterion.of(context, &all);
    let missed = match criterion {
        Criterion::Overdue => Criterion::Missed.of(context, &all),
        _ => Vec::new(),
    };
    let listing = Listing {
        route: routes::below(criterion.name()),
        template: "progress-list.html",
        owner: None,
        total: items.len() + missed.len(),
    };
    let areas = if by_area { of_areas(context, &items) } else { Vec::new() };
    // A list in parts has no rows in one table that could be sorted as a whole.
    let whole: Option<Arc<[Ix<Item>]>> =
        (areas.is_empty() && missed.is_empty()).then(|| items.as_slice().into());
    let file = whole.as_ref().and_then(|items| {
        all_rows::of_facts(context, &listing.route, items, move |builder, items| {
            sections::whole(builder, section(builder, criterion, items, WHOLE.to_owned(), String::new()))
        })
    });
    let rows = whole.map(|items| AllRows::of_facts(context, &listing.route, &items));
    let found = Found { criterion, items, areas, missed, rows };
    let mut pages = listing.pages(context, move |builder, window| view(builder, &found, window));
    pages.extend(file);
    pages
}

/// What a list has.
struct Found {
    criterion: Criterion,
    items: Vec<Ix<Item>>,
    /// The same items under the areas that have some, where the list is by area.
    areas: Vec<(Ix<Area>, Vec<Ix<Item>>)>,
    /// What was missed, beside what is overdue.
    missed: Vec<Ix<Item>>,
    /// The rows of all pages, where the list is one table.
    rows: Option<AllRows>,
}

fn view(builder: &mut ViewBuilder<'_>, list: &Found, window: Window) -> ProgressListPage {
    let builder = &*builder;
    let criterion = list.criterion;
    let title = builder.word(&criterion.words(builder.context, ""));
    let mut found: Vec<Section<'_>> =
        list.areas.iter().map(|(area, own)| section_of_area(builder, criterion, *area, own)).collect();
    if found.is_empty() {
        found.push(section(builder, criterion, &list.items, WHOLE.to_owned(), title.clone()));
    }
    if !list.missed.is_empty() {
        let title = builder.word("progress-missed");
        let section = section(builder, Criterion::Missed, &list.missed, MISSED.to_owned(), title);
        found.push(Section { note: Some(builder.word("progress-missed-note")), ..section });
    }
    ProgressListPage {
        head: routes::head(builder, window.title(builder, title.clone())),
        note: builder.word(&criterion.words(builder.context, "-note")),
        title,
        subject: None,
        figures: Vec::new(),
        shares: Vec::new(),
        sections: sections::shown(builder, found, window),
        pages: window.view(builder, &routes::below(criterion.name())),
        all: list.rows.as_ref().map(|rows| rows.view(builder, window)).unwrap_or_default(),
        previous: None,
        next: None,
    }
}

/// The items of each area that has some; an area that is in another has no section of its own.
fn of_areas(context: &Context, items: &[Ix<Item>]) -> Vec<(Ix<Area>, Vec<Ix<Item>>)> {
    let plan = &context.published.plan;
    let mut by_area: BTreeMap<Ix<Area>, Vec<Ix<Item>>> = BTreeMap::new();
    for ix in items {
        by_area.entry(plan.top_area(plan.items.at(*ix).area)).or_default().push(*ix);
    }
    by_area.into_iter().collect()
}

fn section_of_area<'b>(
    builder: &'b ViewBuilder<'_>,
    criterion: Criterion,
    area: Ix<Area>,
    own: &'b [Ix<Item>],
) -> Section<'b> {
    let number = builder.plan().areas.at(area).document.number.value.as_str();
    let title = format!("{number} {}", builder.texts().title(area));
    section(builder, criterion, own, routes::area_section(number), title)
}

/// The address of what is overdue, or was missed, in the list that has both.
pub(super) fn overdue_href(builder: &ViewBuilder<'_>, criterion: Criterion) -> String {
    let all: Vec<Ix<Item>> = builder.plan().items.indices().collect();
    let overdue = Criterion::Overdue.count(builder.context, &all);
    let id = if criterion == Criterion::Missed { MISSED } else { WHOLE };
    sections::href(builder, &routes::below(Criterion::Overdue.name()), [(WHOLE, overdue), (MISSED, 0)], id)
}

/// The items for which something holds, under a heading.
pub(super) fn section<'b>(
    builder: &'b ViewBuilder<'_>,
    criterion: Criterion,
    items: &'b [Ix<Item>],
    id: String,
    title: String,
) -> Section<'b> {
    Section {
        id,
        title,
        status: None,
        note: None,
        label: builder.word(&criterion.words(builder.context, "-label")),
        empty: builder.word(&criterion.words(builder.context, "-empty")),
        rows: Rows::Items(items, Box::new(move |ix| fact(builder, criterion, ix))),
    }
}
