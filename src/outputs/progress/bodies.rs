//! A dashboard for each area, and for each agency that leads something.

use super::activity;
use super::facts::{Question, counted, figure, row};
use super::lists;
use super::views::{FactRow, FigureView, ProgressListPage, SectionView};
use crate::outputs::home::{all_items, status_shares};
use crate::outputs::view::{LinkView, ShareView};
use crate::outputs::{Context, OutputPage, ViewBuilder, page};
use crate::plan::{Agency, Area, Index as _, Item, Ix, Plan, RecordIx};
use crate::route::Route;
use crate::vocabulary::{Choice as _, Status};

/// What is asked of an area and an agency.
const ASKED: [Question; 6] = [
    Question::Overdue,
    Question::Slipped,
    Question::Backwards,
    Question::Stale,
    Question::Unknown,
    Question::Recent,
];
/// What has a section of its own; the others are seen in the sections by status.
const URGENT: [Question; 5] =
    [Question::Overdue, Question::Slipped, Question::Backwards, Question::Stale, Question::Recent];

pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let areas = plan.areas.indexed().map(|(ix, _)| {
        page(area_route(plan, ix), "progress-list.html", None, move |builder| area_view(builder, ix))
    });
    let leading = plan.agencies.indexed().filter(|(_, agency)| !agency.leads.is_empty());
    let agencies = leading.map(|(ix, _)| {
        page(agency_route(plan, ix), "progress-list.html", None, move |builder| agency_view(builder, ix))
    });
    areas.chain(agencies).collect()
}

fn area_route(plan: &Plan, ix: Ix<Area>) -> Route {
    Route::within("progress/areas", plan.areas.at(ix).document.number.value.as_str())
}

fn agency_route(plan: &Plan, ix: Ix<Agency>) -> Route {
    Route::within("progress/agencies", &plan.agencies.at(ix).document.id)
}

/// The address of an area's dashboard.
pub(super) fn area_href(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> String {
    builder.href(&area_route(builder.plan(), ix))
}

/// A link to an area's dashboard.
pub(in crate::outputs) fn area_link(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> LinkView {
    LinkView { href: area_href(builder, ix), text: builder.word("progress-of-area") }
}

/// A link to an agency's dashboard, if it has one.
pub(in crate::outputs) fn agency_link(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Option<LinkView> {
    let agency = builder.plan().agencies.at(ix);
    (!agency.leads.is_empty()).then(|| LinkView {
        href: builder.href(&agency_route(builder.plan(), ix)),
        text: builder.word("progress-of-agency"),
    })
}

/// How many items of an area have each status, each leading to the list of those.
pub(in crate::outputs) fn area_shares(
    builder: &ViewBuilder<'_>,
    ix: Ix<Area>,
    items: &[Ix<Item>],
) -> Vec<ShareView> {
    shares(builder, items, &area_href(builder, ix))
}

fn shares(builder: &ViewBuilder<'_>, items: &[Ix<Item>], dashboard: &str) -> Vec<ShareView> {
    let own =
        |share: ShareView| ShareView { href: format!("{dashboard}#page_status-{}", share.key), ..share };
    status_shares(builder, items).into_iter().map(own).collect()
}

/// The numbers of an area, without those that are none.
pub(in crate::outputs) fn area_figures(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> Vec<FigureView> {
    let items = all_items(builder, builder.plan().areas.at(ix));
    let mut figures = figures(builder, &items, &area_href(builder, ix));
    // The page of an area shows the counts by status, so this one would stand there twice.
    figures.retain(|figure| figure.key != Question::Unknown.name());
    figures
}

/// The numbers of what an agency leads, without those that are none.
pub(in crate::outputs) fn agency_figures(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Vec<FigureView> {
    let agency = builder.plan().agencies.at(ix);
    let dashboard = builder.href(&agency_route(builder.plan(), ix));
    figures(builder, &agency.leads, &dashboard)
}

fn figures(builder: &ViewBuilder<'_>, items: &[Ix<Item>], dashboard: &str) -> Vec<FigureView> {
    let anchor = |question: Question| match question {
        Question::Unknown => format!("{dashboard}#page_status-{}", Status::NotReported.word()),
        _ => format!("{dashboard}#page_{}", question.name()),
    };
    let figures = ASKED.iter().map(|question| figure(builder, *question, items, anchor(*question)));
    figures.filter(|figure| figure.count > 0).collect()
}

fn area_view(builder: &mut ViewBuilder<'_>, ix: Ix<Area>) -> ProgressListPage {
    let plan = builder.plan();
    let area = plan.areas.at(ix);
    let name = builder.name(RecordIx::Area(ix));
    let items = all_items(builder, area);
    let link = |ix: Option<Ix<Area>>| {
        ix.map(|ix| LinkView { href: area_href(builder, ix), text: builder.name(RecordIx::Area(ix)) })
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
    let years = activity::sections(builder, area);
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
    let mut view = view(builder, RecordIx::Agency(ix), &agency.document.name, &agency.leads, "");
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
    for question in URGENT {
        let found = question.of(builder, items);
        if !found.is_empty() {
            let title = builder.word(&format!("progress-{}", question.name()));
            let id = format!("page_{}", question.name());
            sections.push(lists::section(builder, question, &found, id, title));
        }
    }
    for (_, status) in Status::CHOICES {
        let own: Vec<FactRow> = items
            .iter()
            .filter(|ix| counted(builder.context.current_status(**ix)) == Some(*status))
            .map(|ix| current_row(builder, *ix))
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
        head: super::head(builder, title.clone()),
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

fn current_row(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> FactRow {
    if Question::Known.holds(builder, ix) { Question::Known.row(builder, ix) } else { row(builder, ix) }
}
