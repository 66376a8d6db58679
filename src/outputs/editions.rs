//! Other editions of the plan: each on one page, or on several where it is long, with the items that continue it.

use std::collections::BTreeMap;

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use crate::page::views::{EditionAreaView, EditionItemView, EditionPage, EditionsPage, LinkView};
use crate::page::{Context, MOST_ITEMS, ViewBuilder};
use crate::parse::ItemDocument;
use crate::plan::{Edition, Index as _, Item, Ix, Links};
use crate::route::Route;

/// Editions.
pub(super) const OUTPUT: Output = Output { name: "editions", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let editions = &context.published.plan.editions;
    if editions.is_empty() {
        return Vec::new();
    }
    let mut pages = vec![page(Route::list("editions"), "editions.html", None, list)];
    for (ix, edition) in editions.indexed() {
        let owner = edition.about.as_ref().map(|about| about.record.span);
        let listing =
            Listing { route: route(edition), template: "edition.html", owner, total: edition.items.len() };
        pages.extend(listing.pages_of(page_size(context), move |builder, window| view(builder, ix, window)));
    }
    pages
}

fn route(edition: &Edition) -> Route {
    Route::within("editions", &edition.name)
}

/// How many items a page has: an edition is read as a text, not as a table.
fn page_size(context: &Context) -> usize {
    context.rows_shown() * 3
}

/// The place of an item of another edition, given its place in the edition's list.
pub(super) fn href(builder: &ViewBuilder<'_>, edition: &Edition, item: usize) -> String {
    let page = route(edition).page_of_list(item / page_size(builder.context) + 1);
    format!("{}#{}", builder.href(&page), anchor(&edition.items[item]))
}

fn anchor(item: &ItemDocument) -> String {
    format!("item-{}", item.id.as_str())
}

fn title(builder: &ViewBuilder<'_>, ix: Ix<Edition>) -> String {
    let edition = builder.plan().editions.at(ix);
    match builder.texts().edition_title(ix) {
        Some(title) => format!("{title} ({})", edition.name),
        None => format!("{} {}", builder.word("edition"), edition.name),
    }
}

fn list(builder: &mut ViewBuilder<'_>) -> EditionsPage {
    let editions = builder
        .plan()
        .editions
        .indexed()
        .map(|(ix, edition)| LinkView { href: builder.href(&route(edition)), text: title(builder, ix) });
    EditionsPage {
        editions: editions.collect(),
        head: builder.head(builder.word("editions"), "editions", builder.crumbs(Vec::new()), None),
    }
}

/// The items are in the order of the areas, as both are in the order of their numbers.
fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Edition>, window: Window) -> EditionPage {
    let edition = builder.plan().editions.at(ix);
    let range = window.range();
    let mut continued: BTreeMap<usize, Vec<Ix<Item>>> = BTreeMap::new();
    for (item, record) in builder.plan().items.indexed() {
        for link in record.continues.iter().filter(|link| link.edition == ix && range.contains(&link.item)) {
            continued.entry(link.item).or_default().push(item);
        }
    }
    let mut end = 0;
    let mut areas = Vec::new();
    for area in &edition.areas {
        let number = area.number.value.as_str();
        let start = end;
        end += edition.items[start..].iter().take_while(|item| item.id.area() == number).count();
        if window.has_section(start..end) {
            let own = start.max(range.start)..end.min(range.end);
            let items = own.map(|place| item(builder, &edition.items[place], continued.get(&place)));
            areas.push(EditionAreaView {
                number: number.to_owned(),
                title: builder.texts().edition_area(area).to_owned(),
                items: items.collect(),
            });
        }
    }
    let title = title(builder, ix);
    let crumbs = builder.crumbs(vec![builder.list_link("editions", "editions")]);
    // An edition stands for itself: nothing is linked from its text.
    let links = Links::default();
    EditionPage {
        areas,
        adopted: edition.about.as_ref().map(|about| builder.date(&about.adopted.value)),
        head: builder.head_from(
            window.title(builder, title.clone()),
            "editions",
            crumbs,
            edition.about.as_ref().map(|about| (&about.record, &links)),
        ),
        pages: window.view(builder, &route(edition)),
        title,
    }
}

fn item(
    builder: &ViewBuilder<'_>,
    item: &ItemDocument,
    continued_by: Option<&Vec<Ix<Item>>>,
) -> EditionItemView {
    let (texts, continued_by) = (builder.texts(), continued_by.map_or(&[][..], Vec::as_slice));
    let shown = continued_by.len().min(MOST_ITEMS);
    EditionItemView {
        anchor: anchor(item),
        number: item.shown_number(builder.context.config.numbering),
        text: texts.edition_wording(item).unwrap_or_else(|| texts.edition_item(item)).to_owned(),
        depth: item.id.depth().saturating_sub(2),
        continued_by: builder.item_links(&continued_by[..shown]),
        more: builder.and_more(continued_by.len(), shown),
    }
}
