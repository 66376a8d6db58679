//! A dashboard for each area, and for each agency that leads something.

use super::activity;
use super::criteria::Criterion;
use super::fact_rows::known_or_plain;
use super::figures::figure;
use super::sections::{self, Rows, Section};
use super::{lists, routes};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::outputs::shares::status_shares;
use crate::page::views::{FigureView, LinkView, ProgressListPage, ShareView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Area, Index as _, Item, Ix, Plan, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Status};

/// What is asked of an area and an agency.
const ASKED: [Criterion; 7] = [
    Criterion::Overdue,
    Criterion::Missed,
    Criterion::Slipped,
    Criterion::Backwards,
    Criterion::Stale,
    Criterion::Unknown,
    Criterion::Recent,
];
/// What has a section of its own; the others are seen in the sections by status.
const URGENT: [Criterion; 6] = [
    Criterion::Overdue,
    Criterion::Missed,
    Criterion::Slipped,
    Criterion::Backwards,
    Criterion::Stale,
    Criterion::Recent,
];
/// The id of the section in which the reports on an area begin.
pub(super) const UPDATES: &str = "page_updates";

pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let areas = plan.areas.indices().flat_map(|ix| {
        let dashboard = AreaDashboard::of(context, ix);
        let listing = listing(dashboard.0.route.clone(), &dashboard.0.sections);
        listing.pages(context, move |builder, window| area_view(builder, ix, window))
    });
    let leading = plan.agencies.indexed().filter(|(_, agency)| !agency.leads.is_empty());
    let agencies = leading.flat_map(|(ix, agency)| {
        let dashboard = Dashboard::of(context, routes::agency(plan, ix), &agency.leads);
        listing(dashboard.route.clone(), &dashboard.sections)
            .pages(context, move |builder, window| agency_view(builder, ix, window))
    });
    areas.chain(agencies).collect()
}

fn listing(route: Route, sections: &[(String, usize)]) -> Listing {
    let total = sections.iter().map(|(_, count)| count).sum();
    Listing { route, template: "progress-list.html", owner: None, total }
}

/// The address of a dashboard, and its sections: the id of each and how many rows it has.
struct Dashboard {
    route: Route,
    sections: Vec<(String, usize)>,
}

impl Dashboard {
    /// Of some items: what is urgent, then all items by status.
    fn of(context: &Context, route: Route, items: &[Ix<Item>]) -> Self {
        let urgent = URGENT.iter().map(|criterion| (urgent_id(*criterion), criterion.count(context, items)));
        let by_status = Status::CHOICES.iter().map(|(_, status)| {
            let own = items.iter().filter(|ix| context.facts_of(**ix).counted_status() == Some(*status));
            (status_id(*status), own.count())
        });
        Self { route, sections: urgent.chain(by_status).filter(|(_, count)| *count > 0).collect() }
    }

    fn href(&self, builder: &ViewBuilder<'_>, id: &str) -> String {
        let sections = self.sections.iter().map(|(id, count)| (id.as_str(), *count));
        sections::href(builder, &self.route, sections, id)
    }
}

/// The dashboard of an area, which also has the reports on it, by year.
pub(super) struct AreaDashboard(Dashboard);

impl AreaDashboard {
    /// Of an area.
    pub(super) fn of(context: &Context, ix: Ix<Area>) -> Self {
        let plan = &context.published.plan;
        let mut dashboard = Dashboard::of(context, routes::area(plan, ix), &plan.items_and_parts(ix));
        dashboard.sections.push((UPDATES.to_owned(), 0));
        let years = activity::by_year(context, ix).into_iter().rev();
        let years = years.map(|(year, reports)| (activity::section_of_year(year), reports.len()));
        dashboard.sections.extend(years);
        Self(dashboard)
    }

    /// The address of one of its sections.
    pub(super) fn href(&self, builder: &ViewBuilder<'_>, id: &str) -> String {
        self.0.href(builder, id)
    }
}

fn urgent_id(criterion: Criterion) -> String {
    format!("page_{}", criterion.name())
}

fn status_id(status: Status) -> String {
    format!("page_status-{}", status.word())
}

/// How many items of an area have each status, each leading to the list of those.
pub(in crate::outputs) fn area_shares(
    builder: &ViewBuilder<'_>,
    ix: Ix<Area>,
    items: &[Ix<Item>],
) -> Vec<ShareView> {
    if !routes::made(builder) {
        let plain = |share: ShareView| ShareView { href: None, ..share };
        return status_shares(builder, items).into_iter().map(plain).collect();
    }
    shares(builder, items, &Dashboard::of(builder.context, routes::area(builder.plan(), ix), items))
}

fn shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>], dashboard: &Dashboard) -> Vec<ShareView> {
    let own = |share: ShareView| ShareView {
        href: Some(dashboard.href(builder, &format!("page_status-{}", share.key))),
        ..share
    };
    status_shares(builder, items).into_iter().map(own).collect()
}

/// The numbers of an area, without those that are none.
pub(in crate::outputs) fn area_figures(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> Vec<FigureView> {
    let items = builder.plan().items_and_parts(ix);
    let dashboard = Dashboard::of(builder.context, routes::area(builder.plan(), ix), &items);
    let mut figures = figures(builder, &items, &dashboard);
    // The page of an area shows the counts by status, so this one would stand there twice.
    figures.retain(|figure| figure.key != Criterion::Unknown.name());
    figures
}

/// The numbers of what an agency leads, without those that are none.
pub(in crate::outputs) fn agency_figures(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Vec<FigureView> {
    let (plan, items) = (builder.plan(), &builder.plan().agencies.at(ix).leads);
    figures(builder, items, &Dashboard::of(builder.context, routes::agency(plan, ix), items))
}

fn figures(builder: &ViewBuilder<'_>, items: &[Ix<Item>], dashboard: &Dashboard) -> Vec<FigureView> {
    let id = |criterion: Criterion| match criterion {
        Criterion::Unknown => status_id(Status::NotReported),
        _ => urgent_id(criterion),
    };
    let figure =
        |criterion: &Criterion| figure(builder, *criterion, items, dashboard.href(builder, &id(*criterion)));
    ASKED.iter().map(figure).filter(|figure| figure.count > 0).collect()
}

/// The address of the section of what was put back, in the dashboard of an area.
pub(super) fn slips_of_area(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> String {
    let (plan, items) = (builder.plan(), builder.plan().items_and_parts(ix));
    Dashboard::of(builder.context, routes::area(plan, ix), &items)
        .href(builder, &urgent_id(Criterion::Slipped))
}

/// The same in the dashboard of an agency.
pub(super) fn slips_of_agency(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> String {
    let (plan, items) = (builder.plan(), &builder.plan().agencies.at(ix).leads);
    Dashboard::of(builder.context, routes::agency(plan, ix), items)
        .href(builder, &urgent_id(Criterion::Slipped))
}

fn area_view(builder: &mut ViewBuilder<'_>, ix: Ix<Area>, window: Window) -> ProgressListPage {
    let builder = &*builder;
    let plan: &Plan = builder.plan();
    let name = builder.name(RecordIx::Area(ix));
    let link = |ix: Option<Ix<Area>>| {
        ix.map(|ix| LinkView { href: routes::area_href(builder, ix), text: builder.name(RecordIx::Area(ix)) })
    };
    let years = activity::sections(builder, ix);
    let updates = Section {
        id: UPDATES.to_owned(),
        title: builder.word("progress-updates"),
        status: None,
        note: Some(builder.word("progress-updates-note")),
        label: String::new(),
        empty: if years.is_empty() { builder.word("updates-none") } else { String::new() },
        rows: Rows::Updates(Vec::new()),
    };
    let body = Body {
        record: RecordIx::Area(ix),
        name: &name,
        route: routes::area(plan, ix),
        items: &plan.items_and_parts(ix),
    };
    let more = std::iter::once(updates).chain(years).collect();
    let mut view = view(builder, &body, more, window);
    view.note = builder.word("progress-area-note");
    view.previous = link(plan.areas.before(ix));
    view.next = link(plan.areas.after(ix));
    view.head.area = None;
    view
}

fn agency_view(builder: &mut ViewBuilder<'_>, ix: Ix<Agency>, window: Window) -> ProgressListPage {
    let builder = &*builder;
    let body = Body {
        record: RecordIx::Agency(ix),
        name: builder.texts().title(ix),
        route: routes::agency(builder.plan(), ix),
        items: &builder.plan().agencies.at(ix).leads,
    };
    let mut view = view(builder, &body, Vec::new(), window);
    view.note = builder.word("progress-agency-note");
    view
}

/// What a dashboard is of.
struct Body<'a> {
    record: RecordIx,
    name: &'a str,
    route: Route,
    items: &'a [Ix<Item>],
}

/// What is urgent, then all items by status, then what more there is.
fn view(
    builder: &ViewBuilder<'_>,
    body: &Body<'_>,
    more: Vec<Section<'_>>,
    window: Window,
) -> ProgressListPage {
    let title = builder.messages().with("progress-of-body", &[("name", body.name)]);
    let mut found = urgent(builder, body.items);
    found.extend(by_status(builder, body.items));
    found.extend(more);
    let dashboard = Dashboard::of(builder.context, body.route.clone(), body.items);
    ProgressListPage {
        head: routes::head(builder, window.title(builder, title.clone())),
        title,
        subject: Some(builder.link(body.record)),
        note: String::new(),
        figures: figures(builder, body.items, &dashboard),
        shares: shares(builder, body.items, &dashboard),
        sections: sections::shown(builder, found, window),
        pages: window.view(builder, &body.route),
        previous: None,
        next: None,
    }
}

fn urgent<'b>(builder: &'b ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<Section<'b>> {
    let found = URGENT.iter().map(|criterion| (*criterion, criterion.of(builder.context, items)));
    found
        .filter(|(_, items)| !items.is_empty())
        .map(|(criterion, items)| {
            let title = builder.word(&format!("progress-{}", criterion.name()));
            lists::section(builder, criterion, items, urgent_id(criterion), title)
        })
        .collect()
}

fn by_status<'b>(builder: &'b ViewBuilder<'_>, items: &[Ix<Item>]) -> Vec<Section<'b>> {
    let counted = |ix: Ix<Item>| builder.context.facts_of(ix).counted_status();
    let of_status =
        |status: Status| items.iter().copied().filter(|ix| counted(*ix) == Some(status)).collect::<Vec<_>>();
    let found = Status::CHOICES.iter().map(|(_, status)| (*status, of_status(*status)));
    found
        .filter(|(_, items)| !items.is_empty())
        .map(|(status, items)| {
            let view = builder.status(Some(status), None, None);
            Section {
                id: status_id(status),
                title: view.text.clone(),
                status: Some(view),
                note: None,
                label: builder.word("progress-with-information-label"),
                empty: String::new(),
                rows: Rows::Items(items, Box::new(move |ix| known_or_plain(builder, ix))),
            }
        })
        .collect()
}
