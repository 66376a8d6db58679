//! Updates: the overview, a page for each year, and a page for each update that has a file.

use std::collections::BTreeMap;

use super::listing::{Listing, Window};
use super::output::{Output, OutputPage, page};
use crate::page::views::{LinkView, UpdatePage, UpdatesPage, YearPage, YearRow};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Index as _, Ix, Plan, RecordIx, Update};
use crate::route::Route;

/// Updates.
pub(super) const OUTPUT: Output = Output { name: "updates", pages };

/// How many updates and meetings the overview shows.
const LATEST: usize = 20;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    if plan.updates.is_empty() {
        return Vec::new();
    }
    let mut pages = vec![page(Route::list("updates"), "updates.html", None, overview)];
    // Each page holds what it needs to know of the others, so that none has to look through all updates.
    let years: Vec<(i16, Vec<Ix<Update>>)> = by_year(plan).into_iter().collect();
    for (index, (year, updates)) in years.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| years.get(index)).map(|(year, _)| *year);
        let next = years.get(index + 1).map(|(year, _)| *year);
        let (year, updates) = (*year, updates.clone());
        let list = Listing {
            route: Route::year(year),
            template: "updates-year.html",
            owner: None,
            total: updates.len(),
        };
        pages.extend(list.pages(context, move |builder, window| {
            year_view(builder, year, &updates, window, (previous, next))
        }));
    }
    let files: Vec<Ix<Update>> = plan
        .updates
        .indexed()
        .filter(|(_, update)| update.document.short_form_of.is_none())
        .map(|(ix, _)| ix)
        .collect();
    for (index, ix) in files.iter().copied().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| files.get(index)).copied();
        let next = files.get(index + 1).copied();
        let route = Route::record(plan, RecordIx::Update(ix));
        let owner = Some(plan.updates.at(ix).document.record.span);
        pages.push(page(route, "update.html", owner, move |builder| view(builder, ix, previous, next)));
    }
    pages
}

fn by_year(plan: &Plan) -> BTreeMap<i16, Vec<Ix<Update>>> {
    let mut years: BTreeMap<i16, Vec<Ix<Update>>> = BTreeMap::new();
    for (ix, update) in plan.updates.indexed() {
        years.entry(update.document.date.value.year()).or_default().push(ix);
    }
    years
}

fn overview(builder: &mut ViewBuilder<'_>) -> UpdatesPage {
    let years = by_year(builder.plan());
    let most = years.values().map(Vec::len).max().unwrap_or(1).max(1);
    let rows = years.iter().rev().map(|(year, updates)| YearRow {
        href: builder.href(&Route::year(*year)),
        year: *year,
        count: updates.len(),
        percent: updates.len() * 100 / most,
    });
    let all: Vec<_> = builder.plan().updates.indexed().map(|(ix, _)| ix).collect();
    UpdatesPage {
        head: builder.head(builder.word("updates"), "updates", builder.crumbs(Vec::new()), None),
        count: all.len(),
        years: rows.collect(),
        latest: builder.latest(&all, LATEST),
        meetings: builder.coming_meetings(LATEST),
    }
}

fn year_view(
    builder: &mut ViewBuilder<'_>,
    year: i16,
    updates: &[Ix<Update>],
    window: Window,
    (previous, next): (Option<i16>, Option<i16>),
) -> YearPage {
    let crumbs = builder.crumbs(vec![builder.list_link("updates", "updates")]);
    let title =
        window.title(builder, builder.messages().with("updates-of-year", &[("year", &year.to_string())]));
    let link = |year: Option<i16>| {
        year.map(|year| LinkView { href: builder.href(&Route::year(year)), text: builder.year(year) })
    };
    let mut head = builder.head(title, "updates", crumbs, None);
    let shown = &updates[window.range()];
    head.updated = builder.updated(shown.iter());
    YearPage {
        head,
        year,
        updates: shown.iter().map(|ix| builder.update_row(*ix)).collect(),
        pages: window.view(builder, &Route::year(year)),
        previous: link(previous),
        next: link(next),
    }
}

fn view(
    builder: &mut ViewBuilder<'_>,
    ix: Ix<Update>,
    previous: Option<Ix<Update>>,
    next: Option<Ix<Update>>,
) -> UpdatePage {
    let update = builder.plan().updates.at(ix);
    let document = &update.document;
    let year = document.date.value.year();
    let year = LinkView { href: builder.href(&Route::year(year)), text: builder.year(year) };
    let crumbs = builder.crumbs(vec![builder.list_link("updates", "updates"), year]);
    let mut head =
        builder.head(builder.name(RecordIx::Update(ix)), "updates", crumbs, Some(RecordIx::Update(ix)));
    head.updated = Some(builder.date(&document.date.value));
    let link = |ix: Option<Ix<Update>>| ix.map(|ix| builder.link(RecordIx::Update(ix)));
    let (previous, next) = (link(previous), link(next));
    UpdatePage {
        head,
        update: builder.update(ix, Within::Page),
        referred_by: builder.referred_by(ix),
        previous,
        next,
    }
}
