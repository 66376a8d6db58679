//! A dashboard for each area, and for each agency that leads something.

use super::activity;
use super::criteria::Criterion;
use super::fact_rows::known_or_plain;
use super::figures::figure;
use super::{lists, routes};
use crate::outputs::output::{OutputPage, page};
use crate::outputs::shares::status_shares;
use crate::page::views::{FactRow, FigureView, ProgressListPage, SectionView};
use crate::page::views::{LinkView, ShareView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Area, Index as _, Item, Ix, RecordIx};
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

pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let areas = plan.areas.indexed().map(|(ix, _)| {
        page(routes::area(plan, ix), "progress-list.html", None, move |builder| area_view(builder, ix))
    });
    let leading = plan.agencies.indexed().filter(|(_, agency)| !agency.leads.is_empty());
    let agencies = leading.map(|(ix, _)| {
        page(routes::agency(plan, ix), "progress-list.html", None, move |builder| agency_view(builder, ix))
    });
    areas.chain(agencies).collect()
}

/// How many items of an area have each status, each leading to the list of those.
pub(in crate::outputs) fn area_shares(
    builder: &ViewBuilder<'_>,
    ix: Ix<Area>,
    items: &[Ix<Item>],
) -> Vec<ShareView> {
    shares(builder, items, &routes::area_href(builder, ix))
}

fn shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>], dashboard: &str) -> Vec<ShareView> {
    let own =
        |share: ShareView| ShareView { href: format!("{dashboard}#page_status-{}", share.key), ..share };
    status_shares(builder, items).into_iter().map(own).collect()
}

/// The numbers of an area, without those that are none.
pub(in crate::outputs) fn area_figures(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> Vec<FigureView> {
    let items = builder.plan().items_and_parts(ix);
    let mut figures = figures(builder, &items, &routes::area_href(builder, ix));
    // The page of an area shows the counts by status, so this one would stand there twice.
    figures.retain(|figure| figure.key != Criterion::Unknown.name());
    figures
}

/// The numbers of what an agency leads, without those that are none.
pub(in crate::outputs) fn agency_figures(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Vec<FigureView> {
    let agency = builder.plan().agencies.at(ix);
    let dashboard = builder.href(&routes::agency(builder.plan(), ix));
    figures(builder, &agency.leads, &dashboard)
}

fn figures(builder: &ViewBuilder<'_>, items: &[Ix<Item>], dashboard: &str) -> Vec<FigureView> {
    let anchor = |criterion: Criterion| match criterion {
        Criterion::Unknown => format!("{dashboard}#page_status-{}", Status::NotReported.word()),
        _ => format!("{dashboard}#page_{}", criterion.name()),
    };
    let figures = ASKED.iter().map(|criterion| figure(builder, *criterion, items, anchor(*criterion)));
    figures.filter(|figure| figure.count > 0).collect()
}

fn area_view(builder: &mut ViewBuilder<'_>, ix: Ix<Area>) -> ProgressListPage {
    let plan = builder.plan();
    let name = builder.name(RecordIx::Area(ix));
    let items = plan.items_and_parts(ix);
    let link = |ix: Option<Ix<Area>>| {
        ix.map(|ix| LinkView { href: routes::area_href(builder, ix), text: builder.name(RecordIx::Area(ix)) })
    };
    let mut view = view(builder, RecordIx::Area(ix), &name, &items, "");
    view.note = builder.word("progress-area-note");
    view.sections.push(SectionView {
        id: "page_updates".to_owned(),
        title: builder.word("progress-updates"),
        status: None,
        note: Some(builder.word("progress-updates-note")),
        label: String::new(),
        items: Vec::new(),
        updates: Vec::new(),
        empty: builder.word("updates-none"),
    });
    let years = activity::sections(builder, ix);
    if !years.is_empty()
        && let Some(section) = view.sections.last_mut()
    {
        section.empty = String::new();
    }
    view.sections.extend(years);
    view.previous = link(plan.areas.before(ix));
    view.next = link(plan.areas.after(ix));
    view.head.area = None;
    view
}

fn agency_view(builder: &mut ViewBuilder<'_>, ix: Ix<Agency>) -> ProgressListPage {
    let agency = builder.plan().agencies.at(ix);
    let mut view = view(builder, RecordIx::Agency(ix), builder.texts().title(ix), &agency.leads, "");
    view.note = builder.word("progress-agency-note");
    view
}

/// What is urgent, then all items by status.
fn view(
    builder: &ViewBuilder<'_>,
    of: RecordIx,
    name: &str,
    items: &[Ix<Item>],
    dashboard: &str,
) -> ProgressListPage {
    let title = builder.messages().with("progress-of-body", &[("name", name)]);
    let mut sections = Vec::new();
    for criterion in URGENT {
        let found = criterion.of(builder, items);
        if !found.is_empty() {
            let title = builder.word(&format!("progress-{}", criterion.name()));
            let id = format!("page_{}", criterion.name());
            sections.push(lists::section(builder, criterion, &found, id, title));
        }
    }
    for (_, status) in Status::CHOICES {
        let own: Vec<FactRow> = items
            .iter()
            .filter(|ix| builder.context.current_status(**ix).counted() == Some(*status))
            .map(|ix| known_or_plain(builder, *ix))
            .collect();
        if !own.is_empty() {
            let view = builder.status(Some(*status), None, None);
            sections.push(SectionView {
                id: format!("page_status-{}", status.word()),
                title: view.text.clone(),
                status: Some(view),
                note: None,
                label: builder.word("progress-with-information-label"),
                items: own,
                updates: Vec::new(),
                empty: String::new(),
            });
        }
    }
    ProgressListPage {
        head: routes::head(builder, title.clone()),
        title,
        subject: Some(builder.link(of)),
        note: String::new(),
        figures: figures(builder, items, dashboard),
        shares: shares(builder, items, dashboard),
        sections,
        previous: None,
        next: None,
    }
}
