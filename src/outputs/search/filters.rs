//! What results can be chosen by, and which values a record has there.

use crate::language_marks::unmarked;
use crate::page::{Context, ViewBuilder, edition_label};
use crate::plan::{Area, Index as _, Item, Ix, Update};
use crate::route::Route;
use crate::search::Filter;
use crate::vocabulary::{Choice as _, Status};

/// The filters, in the order in which they are offered. Their places are those of [`of`].
#[derive(Debug, Clone, Copy)]
pub(super) enum By {
    Area,
    Agency,
    Status,
    Tag,
    Year,
    Edition,
}

/// The value of the plan at the root, among editions.
const NEWEST: &str = "newest";

/// Each filter with all values that a record can have.
pub(super) fn of(context: &Context) -> Vec<Filter> {
    let builder = ViewBuilder::new(context, Route::home());
    // Names may be marked as being in another language, which no list of choices can show.
    let plain = |(value, name): (String, String)| (value, unmarked(&name));
    let filter = |key, title: &str, values: Vec<(String, String)>| Filter {
        key,
        title: unmarked(&builder.word(title)),
        values: values.into_iter().map(plain).collect(),
    };
    vec![
        filter("area", "area", areas(context)),
        filter("agency", "search-agency", agencies(context)),
        filter("status", "status", statuses(&builder)),
        filter("tag", "tag", tags(context)),
        filter("year", "year", years(context)),
        filter("edition", "edition", editions(context)),
    ]
}

/// A plan and its editions.
fn plans(context: &Context) -> impl Iterator<Item = &Context> {
    std::iter::once(context).chain(&context.editions)
}

fn areas(context: &Context) -> Vec<(String, String)> {
    let of_plan = |context: &Context| {
        let builder = ViewBuilder::new(context, Route::home());
        let edition =
            context.published.plan.edition.as_ref().and_then(|_| edition_label(&context.published.plan));
        let name = |ix| match edition {
            Some(edition) => builder.messages().labelled(edition, &builder.name(ix)),
            None => builder.name(ix),
        };
        let areas = context.published.plan.areas.indices();
        areas.map(|ix: Ix<Area>| (area(context, ix), name(ix))).collect::<Vec<_>>()
    };
    plans(context).flat_map(of_plan).collect()
}

/// An area among those of all plans of a book.
pub(in crate::outputs) fn area(context: &Context, ix: Ix<Area>) -> String {
    let plan = &context.published.plan;
    let number = plan.areas.at(ix).document.number.value.as_str();
    match &plan.edition {
        Some(edition) => format!("{edition}/{number}"),
        None => number.to_owned(),
    }
}

fn agencies(context: &Context) -> Vec<(String, String)> {
    let plan = &context.published.plan;
    let name = |ix| (plan.agencies.at(ix).document.id.clone(), plan.texts().title(ix).to_owned());
    let mut names: Vec<(String, String)> = plan.agencies.indices().map(name).collect();
    names.sort_by(|(_, a), (_, b)| context.name_order.compare(a, b));
    names
}

fn statuses(builder: &ViewBuilder<'_>) -> Vec<(String, String)> {
    let all = Status::CHOICES.iter().map(|(_, status)| Some(*status)).chain([None]);
    let view = |status| {
        let view = builder.status(status, None, None);
        (view.key, view.text)
    };
    all.map(view).collect()
}

fn tags(context: &Context) -> Vec<(String, String)> {
    let of_plan = |context: &Context| {
        let builder = ViewBuilder::new(context, Route::home());
        let plan = &context.published.plan;
        let tags =
            plan.tag_indices().filter_map(|ix| Some((plan.tag(ix)?.1.name.clone(), builder.tag_name(ix))));
        tags.collect::<Vec<_>>()
    };
    let mut found: Vec<(String, String)> = Vec::new();
    for (tag, name) in plans(context).flat_map(of_plan) {
        if found.iter().all(|(known, _)| *known != tag) {
            found.push((tag, name));
        }
    }
    found
}

/// The newest first.
fn years(context: &Context) -> Vec<(String, String)> {
    let builder = ViewBuilder::new(context, Route::home());
    let updates = plans(context).flat_map(|context| &context.published.plan.updates);
    let sources = &context.published.plan.sources;
    let days = updates.map(|update| update.document.date.value.earliest);
    let mut years: Vec<i16> = days
        .chain(sources.iter().map(|source| source.document.date.earliest))
        .map(|day| day.year())
        .collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years.into_iter().map(|year| (year.to_string(), builder.year(year))).collect()
}

/// Nothing where there is only one plan.
fn editions(context: &Context) -> Vec<(String, String)> {
    if context.editions.is_empty() {
        return Vec::new();
    }
    let newest = ViewBuilder::new(context, Route::home()).word("edition-newest");
    let name = |context: &Context| {
        let plan = &context.published.plan;
        let label = edition_label(plan).map_or_else(|| newest.clone(), str::to_owned);
        (edition(context), label)
    };
    plans(context).map(name).collect()
}

/// A plan among those of its book.
pub(super) fn edition(context: &Context) -> String {
    context.published.plan.edition.clone().unwrap_or_else(|| NEWEST.to_owned())
}

/// The values of an item.
pub(super) fn of_item(context: &Context, ix: Ix<Item>) -> Vec<(By, String)> {
    let plan = &context.published.plan;
    let item = plan.items.at(ix);
    let areas = plan.area_and_above(item.area).map(|ix| (By::Area, area(context, ix)));
    let roles = item.lead.iter().chain(&item.supporting);
    let agencies = roles.map(|role| (By::Agency, plan.agencies.at(role.agency).document.id.clone()));
    let status = context.current_status(ix).status.map_or("none", Status::word).to_owned();
    let tags = item.tags.iter().filter_map(|ix| Some((By::Tag, plan.tag(*ix)?.1.name.clone())));
    areas.chain(agencies).chain([(By::Status, status)]).chain(tags).collect()
}

/// The values of an update: those of the items that it is about, but for their statuses.
pub(super) fn of_update(context: &Context, ix: Ix<Update>) -> Vec<(By, String)> {
    let plan = &context.published.plan;
    let update = plan.updates.at(ix);
    let of_items = update.items.iter().map(|ix| plan.items.at(*ix));
    let areas = of_items.clone().map(|item| item.area).chain(update.areas.iter().copied());
    let areas = areas.flat_map(|ix| plan.area_and_above(ix)).map(|ix| (By::Area, area(context, ix)));
    let tags = of_items.flat_map(|item| &item.tags);
    let tags = tags.filter_map(|ix| Some((By::Tag, plan.tag(*ix)?.1.name.clone())));
    let agencies = update.by.iter().map(|ix| (By::Agency, plan.agencies.at(*ix).document.id.clone()));
    let year = update.document.date.value.earliest.year().to_string();
    areas.chain(agencies).chain(tags).chain([(By::Year, year)]).collect()
}
