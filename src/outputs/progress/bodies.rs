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
use crate::page::views::{AllRowsView, FigureView, LinkView, ProgressListPage, ShareView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Area, Index as _, Item, Ix, Plan, RecordIx, Update};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Outlook, Status};

/// What is asked of an area and an agency.
const ASKED: [Criterion; 11] = [
    Criterion::Overdue,
    Criterion::Missed,
    Criterion::LateMilestones,
    Criterion::Slipped,
    Criterion::Backwards,
    Criterion::Outlook(Outlook::OffTrack),
    Criterion::Outlook(Outlook::AtRisk),
    Criterion::Outlook(Outlook::OnTrack),
    Criterion::Stale,
    Criterion::Unknown,
    Criterion::Recent,
];
/// What is asked and has no section of its own: it is seen in the sections by status.
const SEEN_BY_STATUS: Criterion = Criterion::Unknown;
/// The id of the section in which the reports on an area begin.
pub(super) const UPDATES: &str = "page_updates";

pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let areas = plan.areas.indices().flat_map(|ix| {
        let AreaDashboard(dashboard) = AreaDashboard::of(context, ix);
        let listing = dashboard.listing();
        listing.pages(context, move |builder, window| area_view(builder, ix, &dashboard, window))
    });
    let leading = plan.agencies.indexed().filter(|(_, agency)| !agency.leads.is_empty());
    let agencies = leading.flat_map(|(ix, agency)| {
        let dashboard = Dashboard::of(context, routes::agency(plan, ix), agency.leads.clone());
        let listing = dashboard.listing();
        listing.pages(context, move |builder, window| agency_view(builder, ix, &dashboard, window))
    });
    areas.chain(agencies).collect()
}

/// A dashboard: its address, and what stands on it. It is made once for all of its pages.
struct Dashboard {
    route: Route,
    /// All items.
    items: Vec<Ix<Item>>,
    /// Those for which something urgent holds.
    urgent: Vec<(Criterion, Vec<Ix<Item>>)>,
    /// Those with a status of their own, by status.
    by_status: Vec<(Status, Vec<Ix<Item>>)>,
    /// The reports by year, the newest first; only areas have them.
    reports: Option<Vec<(i16, Vec<Ix<Update>>)>>,
}

impl Dashboard {
    /// Of some items: what is urgent, then all items by status.
    fn of(context: &Context, route: Route, items: Vec<Ix<Item>>) -> Self {
        let urgent = ASKED.iter().filter(|criterion| **criterion != SEEN_BY_STATUS);
        let urgent = urgent.map(|criterion| (*criterion, criterion.of(context, &items)));
        let urgent = urgent.filter(|(_, items)| !items.is_empty()).collect();
        let with = |status: Status| -> Vec<Ix<Item>> {
            let has = |ix: &Ix<Item>| context.facts_of(*ix).counted_status() == Some(status);
            items.iter().copied().filter(has).collect()
        };
        let by_status = Status::CHOICES.iter().map(|(_, status)| (*status, with(*status)));
        let by_status = by_status.filter(|(_, items)| !items.is_empty()).collect();
        Self { route, urgent, by_status, items, reports: None }
    }

    fn listing(&self) -> Listing {
        let total = self.sections().map(|(_, count)| count).sum();
        Listing { route: self.route.clone(), template: "progress-list.html", owner: None, total }
    }

    /// Its sections: the id of each and how many rows it has.
    fn sections(&self) -> impl Iterator<Item = (String, usize)> {
        let urgent = self.urgent.iter().map(|(criterion, items)| (urgent_id(*criterion), items.len()));
        let by_status = self.by_status.iter().map(|(status, items)| (status_id(*status), items.len()));
        let years = self.reports.iter().flatten();
        let years = years.map(|(year, reports)| (activity::section_of_year(*year), reports.len()));
        let updates = self.reports.iter().map(|_| (UPDATES.to_owned(), 0));
        urgent.chain(by_status).chain(updates).chain(years)
    }

    fn href(&self, builder: &ViewBuilder<'_>, id: &str) -> String {
        let sections: Vec<(String, usize)> = self.sections().collect();
        let sections = sections.iter().map(|(id, count)| (id.as_str(), *count));
        sections::href(builder, &self.route, sections, id)
    }
}

/// The dashboard of an area, which also has the reports on it, by year.
pub(super) struct AreaDashboard(Dashboard);

impl AreaDashboard {
    /// Of an area.
    pub(super) fn of(context: &Context, ix: Ix<Area>) -> Self {
        let plan = &context.published.plan;
        let dashboard = Dashboard::of(context, routes::area(plan, ix), plan.items_and_parts(ix));
        let newest_first = |reports: Vec<Ix<Update>>| reports.into_iter().rev().collect();
        let years = activity::by_year(context, ix).into_iter().rev();
        let reports = years.map(|(year, reports)| (year, newest_first(reports))).collect();
        Self(Dashboard { reports: Some(reports), ..dashboard })
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
    shares(builder, &Dashboard::of(builder.context, routes::area(builder.plan(), ix), items.to_vec()))
}

fn shares(builder: &ViewBuilder<'_>, dashboard: &Dashboard) -> Vec<ShareView> {
    let own = |share: ShareView| ShareView {
        href: Some(dashboard.href(builder, &format!("page_status-{}", share.key))),
        ..share
    };
    status_shares(builder, &dashboard.items).into_iter().map(own).collect()
}

/// The numbers of an area, without those that are none.
pub(in crate::outputs) fn area_figures(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> Vec<FigureView> {
    let items = builder.plan().items_and_parts(ix);
    let dashboard = Dashboard::of(builder.context, routes::area(builder.plan(), ix), items);
    let mut figures = figures(builder, &dashboard);
    // The page of an area shows the counts by status, so this one would stand there twice.
    figures.retain(|figure| figure.key != Criterion::Unknown.name());
    figures
}

/// The numbers of what an agency leads, without those that are none.
pub(in crate::outputs) fn agency_figures(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Vec<FigureView> {
    let (plan, items) = (builder.plan(), &builder.plan().agencies.at(ix).leads);
    figures(builder, &Dashboard::of(builder.context, routes::agency(plan, ix), items.clone()))
}

fn figures(builder: &ViewBuilder<'_>, dashboard: &Dashboard) -> Vec<FigureView> {
    let id = |criterion: Criterion| match criterion {
        Criterion::Unknown => status_id(Status::NotReported),
        _ => urgent_id(criterion),
    };
    let figure = |criterion: &Criterion| {
        figure(builder, *criterion, &dashboard.items, dashboard.href(builder, &id(*criterion)))
    };
    // An address costs more than a look at each item, and most numbers of most bodies are none.
    let holds =
        |criterion: &&Criterion| dashboard.items.iter().any(|ix| criterion.holds(builder.context, *ix));
    ASKED.iter().filter(holds).map(figure).collect()
}

/// The address of the section of what was put back, in the dashboard of an area.
pub(super) fn slips_of_area(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> String {
    let (plan, items) = (builder.plan(), builder.plan().items_and_parts(ix));
    Dashboard::of(builder.context, routes::area(plan, ix), items)
        .href(builder, &urgent_id(Criterion::Slipped))
}

/// The same in the dashboard of an agency.
pub(super) fn slips_of_agency(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> String {
    let (plan, items) = (builder.plan(), &builder.plan().agencies.at(ix).leads);
    Dashboard::of(builder.context, routes::agency(plan, ix), items.clone())
        .href(builder, &urgent_id(Criterion::Slipped))
}

fn area_view(
    builder: &mut ViewBuilder<'_>,
    ix: Ix<Area>,
    dashboard: &Dashboard,
    window: Window,
) -> ProgressListPage {
    let builder = &*builder;
    let plan: &Plan = builder.plan();
    let name = builder.name(RecordIx::Area(ix));
    let link = |ix: Option<Ix<Area>>| {
        ix.map(|ix| LinkView { href: routes::area_href(builder, ix), text: builder.name(RecordIx::Area(ix)) })
    };
    let mut view = view(builder, (RecordIx::Area(ix), &name), dashboard, window);
    view.note = builder.word("progress-area-note");
    if plan.areas_in(ix).next().is_some() {
        view.note = format!("{} {}", view.note, builder.word("progress-area-nested-note"));
    }
    view.previous = link(plan.areas.before(ix));
    view.next = link(plan.areas.after(ix));
    view
}

fn agency_view(
    builder: &mut ViewBuilder<'_>,
    ix: Ix<Agency>,
    dashboard: &Dashboard,
    window: Window,
) -> ProgressListPage {
    let name = builder.texts().title(ix);
    let mut view = view(builder, (RecordIx::Agency(ix), name), dashboard, window);
    view.note = builder.word("progress-agency-note");
    view
}

/// What is urgent, then all items by status, then the reports.
fn view(
    builder: &ViewBuilder<'_>,
    (record, name): (RecordIx, &str),
    dashboard: &Dashboard,
    window: Window,
) -> ProgressListPage {
    let title = builder.messages().with("progress-of-body", &[("name", name)]);
    let mut found = urgent(builder, dashboard);
    found.extend(by_status(builder, dashboard));
    if let Some(reports) = &dashboard.reports {
        found.push(reports_begin(builder, reports.is_empty()));
        found.extend(activity::sections(builder, reports));
    }
    ProgressListPage {
        head: routes::head(builder, window.title(builder, title.clone())),
        title,
        subject: Some(builder.link(record)),
        note: String::new(),
        figures: window.first_only(|| figures(builder, dashboard)),
        shares: window.first_only(|| shares(builder, dashboard)),
        sections: sections::shown(builder, found, window),
        pages: window.view(builder, &dashboard.route),
        all: AllRowsView::default(),
        previous: None,
        next: None,
    }
}

/// The heading above the years.
fn reports_begin<'b>(builder: &ViewBuilder<'_>, is_empty: bool) -> Section<'b> {
    Section {
        id: UPDATES.to_owned(),
        title: builder.word("progress-updates"),
        status: None,
        note: Some(builder.word("progress-updates-note")),
        label: String::new(),
        empty: if is_empty { builder.word("updates-none") } else { String::new() },
        rows: Rows::Updates(&[]),
    }
}

fn urgent<'b>(builder: &'b ViewBuilder<'_>, dashboard: &'b Dashboard) -> Vec<Section<'b>> {
    let section = |(criterion, items): &'b (Criterion, Vec<Ix<Item>>)| {
        let title = builder.word(&format!("progress-{}", criterion.name()));
        lists::section(builder, *criterion, items, urgent_id(*criterion), title)
    };
    dashboard.urgent.iter().map(section).collect()
}

fn by_status<'b>(
    builder: &'b ViewBuilder<'_>,
    dashboard: &'b Dashboard,
) -> impl Iterator<Item = Section<'b>> {
    dashboard.by_status.iter().map(move |(status, items)| {
        let view = builder.status(Some(*status), None, None);
        Section {
            id: status_id(*status),
            title: view.text.clone(),
            status: Some(view),
            note: None,
            label: builder.word("progress-with-information-label"),
            empty: String::new(),
            rows: Rows::Items(items, Box::new(move |ix| known_or_plain(builder, ix))),
        }
    })
}
