//! The dashboard: the state of the plan at a glance. Of a plan with hundreds of areas, the rows of areas go on in further pages.

use std::sync::OnceLock;

use super::criteria::Criterion;
use super::figures::figures;
use super::verdicts::verdict_shares;
use super::{columns, heat, indicators, kinds, matrix, routes, sections, years};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::outputs::shares::status_shares;
use crate::page::views::{CoverageRow, ProgressPage};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Index as _, Item, Ix};
use crate::route::Route;
use crate::vocabulary::Status;

/// What a responsible body can claim, in the order of the sentence.
const CLAIMED: [Status; 6] = [
    Status::Completed,
    Status::Continuing,
    Status::InProgress,
    Status::NotStarted,
    Status::OnHold,
    Status::Closed,
];

/// So many fields of the map of reports a page has at most: each is drawn, and is a link in the table of numbers.
const MOST_FIELDS: usize = 600;

pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let rows = (MOST_FIELDS / columns::years(context).len().max(1)).clamp(1, context.config.page_size);
    let list = Listing {
        route: Route::list(Route::PROGRESS),
        template: "progress.html",
        owner: None,
        total: context.published.plan.top_areas().count(),
    };
    let counts = OnceLock::new();
    list.pages_of(rows, move |builder, window| {
        view(builder, counts.get_or_init(|| AreaCounts::of(builder.context)), window)
    })
}

/// What is counted of all areas, once for all pages.
struct AreaCounts {
    reports: heat::Reports,
    known: ByArea,
    unknown: ByArea,
}

impl AreaCounts {
    fn of(context: &Context) -> Self {
        Self {
            reports: heat::reports(context),
            known: ByArea::of(context, Criterion::Known),
            unknown: ByArea::of(context, Criterion::Unknown),
        }
    }
}

fn view(builder: &mut ViewBuilder<'_>, counts: &AreaCounts, window: Window) -> ProgressPage {
    let items: Vec<Ix<Item>> = builder.plan().items.indices().collect();
    let title = window.title(builder, builder.word("progress-nav"));
    let head = builder.head(title, Route::PROGRESS, builder.crumbs(Vec::new()), None);
    let builder = &*builder;
    ProgressPage {
        head,
        is_first: window.is_first(),
        story: window.first_only(|| story(builder, &items)),
        figures: window.first_only(|| figures(builder)),
        statuses: window.first_only(|| status_shares(builder, &items)),
        verdicts: window.first_only(|| verdict_shares(builder, &items)),
        measures: window.first_only(|| kinds::measures(builder)),
        history: window.first_only(|| years::history(builder)),
        coverage: coverage(builder, counts, window),
        heat: heat::heat(builder, &counts.reports, window),
        matrix: matrix::link(builder),
        indicators: indicators::link(builder),
        pages: window.view(builder, &Route::list(Route::PROGRESS)),
    }
}

/// Where the plan stands, in a sentence.
fn story(builder: &ViewBuilder<'_>, items: &[Ix<Item>]) -> String {
    let statuses: Vec<Status> =
        items.iter().filter_map(|ix| builder.context.current_status(*ix).counted()).collect();
    if statuses.is_empty() {
        return builder.word("no-items");
    }
    let words = builder.messages();
    let said = |status: &Status| {
        let count = statuses.iter().filter(|own| *own == status).count();
        let key = format!("progress-story-{}", status.word());
        (count > 0).then(|| words.count(&key, i64::try_from(count).unwrap_or(i64::MAX)))
    };
    let mut claims: Vec<String> = CLAIMED.iter().filter_map(said).collect();
    let last = claims.pop().unwrap_or_default();
    let list = match words.list(&claims) {
        first if first.is_empty() => last,
        first => words.with("progress-and", &[("list", &first), ("last", &last)]),
    };
    let key = if list.is_empty() { "progress-story-none" } else { "progress-story-sentence" };
    let first = words.with(key, &[("all", &statuses.len().to_string()), ("list", &list)]);
    let rest = [Status::NotStated, Status::NotReported];
    words.in_a_row(&std::iter::once(first).chain(rest.iter().filter_map(said)).collect::<Vec<_>>())
}

/// Of how many items of each area something is known.
fn coverage(builder: &ViewBuilder<'_>, counts: &AreaCounts, window: Window) -> Vec<CoverageRow> {
    let AreaCounts { known, unknown, .. } = counts;
    let range = window.range();
    let areas = builder.plan().top_areas().enumerate();
    areas
        .skip(range.start)
        .take(range.len())
        .map(|(at, ix)| CoverageRow {
            number: builder.plan().areas.at(ix).document.number.value.as_str().to_owned(),
            title: builder.texts().title(ix).to_owned(),
            href: routes::area_href(builder, ix),
            known: known.counts[at].1,
            known_href: known.href(builder, at),
            unknown: unknown.counts[at].1,
            unknown_href: unknown.href(builder, at),
            percent: known.counts[at].1 * 100 / (known.counts[at].1 + unknown.counts[at].1).max(1),
        })
        .collect()
}

/// For how many items of each area something holds: the id of the section in its list, and the number.
struct ByArea {
    criterion: Criterion,
    counts: Vec<(String, usize)>,
}

impl ByArea {
    fn of(context: &Context, criterion: Criterion) -> Self {
        let plan = &context.published.plan;
        let count = |ix: Ix<Area>| {
            let items = plan.items_and_parts(ix);
            let id = routes::area_section(plan.areas.at(ix).document.number.value.as_str());
            (id, criterion.count(context, &items))
        };
        Self { criterion, counts: plan.top_areas().map(count).collect() }
    }

    fn href(&self, builder: &ViewBuilder<'_>, at: usize) -> String {
        let sections = self.counts.iter().map(|(id, count)| (id.as_str(), *count));
        sections::href(builder, &routes::below(self.criterion.name()), sections, &self.counts[at].0)
    }
}
