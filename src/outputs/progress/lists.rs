//! Lists of items: overdue, out of date, without public information, with it, recently reported, and gone
//! backwards.

use super::criteria::Criterion;
use super::fact_rows::fact;
use super::routes;
use super::sections::{self, Rows, Section};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::ProgressListPage;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix};

/// Every list, with whether it is by area.
const LISTS: [(Criterion, bool); 6] = [
    (Criterion::Overdue, false),
    (Criterion::Stale, false),
    (Criterion::Unknown, true),
    (Criterion::Known, true),
    (Criterion::Recent, false),
    (Criterion::Backwards, false),
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
    listing
        .pages(context, move |builder, window| view(builder, (criterion, by_area), &items, &missed, window))
}

fn view(
    builder: &mut ViewBuilder<'_>,
    (criterion, by_area): (Criterion, bool),
    items: &[Ix<Item>],
    missed: &[Ix<Item>],
    window: Window,
) -> ProgressListPage {
    let title = builder.word(&format!("progress-{}", criterion.name()));
    let mut found = if by_area { of_areas(builder, criterion, items) } else { Vec::new() };
    if found.is_empty() {
        found.push(section(builder, criterion, items.to_vec(), WHOLE.to_owned(), title.clone()));
    }
    if !missed.is_empty() {
        let title = builder.word("progress-missed");
        let section = section(builder, Criterion::Missed, missed.to_vec(), MISSED.to_owned(), title);
        found.push(Section { note: Some(builder.word("progress-missed-note")), ..section });
    }
    ProgressListPage {
        head: routes::head(builder, window.title(builder, title.clone())),
        note: builder.word(&format!("progress-{}-note", criterion.name())),
        title,
        subject: None,
        figures: Vec::new(),
        shares: Vec::new(),
        sections: sections::shown(builder, found, window),
        pages: window.view(builder, &routes::below(criterion.name())),
        previous: None,
        next: None,
    }
}

/// The items of each area that has some.
fn of_areas<'b>(builder: &'b ViewBuilder<'_>, criterion: Criterion, items: &[Ix<Item>]) -> Vec<Section<'b>> {
    let plan = builder.plan();
    let of_area = |area| items.iter().copied().filter(|ix| plan.items.at(*ix).area == area).collect();
    let areas = plan.areas.indexed().map(|(ix, area)| (ix, area, of_area(ix)));
    let with_items = areas.filter(|(_, _, own): &(_, _, Vec<Ix<Item>>)| !own.is_empty());
    with_items
        .map(|(ix, area, own)| {
            let number = area.document.number.value.as_str();
            let title = format!("{number} {}", builder.texts().title(ix));
            section(builder, criterion, own, routes::area_section(number), title)
        })
        .collect()
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
    items: Vec<Ix<Item>>,
    id: String,
    title: String,
) -> Section<'b> {
    Section {
        id,
        title,
        status: None,
        note: None,
        label: builder.word(&format!("progress-{}-label", criterion.name())),
        empty: builder.word(&format!("progress-{}-empty", criterion.name())),
        rows: Rows::Items(items, Box::new(move |ix| fact(builder, criterion, ix))),
    }
}
