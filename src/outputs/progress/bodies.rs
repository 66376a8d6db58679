//! A dashboard for each area, and for each agency that leads something.

use super::activity;
use super::facts::{Question, counted, figure, row};
use super::lists;
use super::views::{FactRow, FigureView, ProgressListPage, SectionView};
use crate::outputs::home::{all_items, status_shares};
use crate::outputs::view::{LinkView, ShareView};
use crate::outputs::{Composer, Context, OutputPage, page};
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
        page(area_route(plan, ix), "progress-list.html", None, move |composer| area_view(composer, ix))
    });
    let leading = plan.agencies.indexed().filter(|(_, agency)| !agency.leads.is_empty());
    let agencies = leading.map(|(ix, _)| {
        page(agency_route(plan, ix), "progress-list.html", None, move |composer| agency_view(composer, ix))
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
pub(super) fn area_href(composer: &Composer<'_>, ix: Ix<Area>) -> String {
    composer.href(&area_route(composer.plan(), ix))
}

/// A link to an area's dashboard.
pub(in crate::outputs) fn area_link(composer: &Composer<'_>, ix: Ix<Area>) -> LinkView {
    LinkView { href: area_href(composer, ix), text: composer.word("progress-of-area") }
}

/// A link to an agency's dashboard, if it has one.
pub(in crate::outputs) fn agency_link(composer: &Composer<'_>, ix: Ix<Agency>) -> Option<LinkView> {
    let agency = composer.plan().agencies.at(ix);
    (!agency.leads.is_empty()).then(|| LinkView {
        href: composer.href(&agency_route(composer.plan(), ix)),
        text: composer.word("progress-of-agency"),
    })
}

/// How many items of an area have each status, each leading to the list of those.
pub(in crate::outputs) fn area_shares(
    composer: &Composer<'_>,
    ix: Ix<Area>,
    items: &[Ix<Item>],
) -> Vec<ShareView> {
    shares(composer, items, &area_href(composer, ix))
}

fn shares(composer: &Composer<'_>, items: &[Ix<Item>], dashboard: &str) -> Vec<ShareView> {
    let own =
        |share: ShareView| ShareView { href: format!("{dashboard}#page_status-{}", share.key), ..share };
    status_shares(composer, items).into_iter().map(own).collect()
}

/// The numbers of an area, without those that are none.
pub(in crate::outputs) fn area_figures(composer: &Composer<'_>, ix: Ix<Area>) -> Vec<FigureView> {
    let items = all_items(composer, composer.plan().areas.at(ix));
    let mut figures = figures(composer, &items, &area_href(composer, ix));
    // The page of an area shows the counts by status, so this one would stand there twice.
    figures.retain(|figure| figure.key != Question::Unknown.name());
    figures
}

/// The numbers of what an agency leads, without those that are none.
pub(in crate::outputs) fn agency_figures(composer: &Composer<'_>, ix: Ix<Agency>) -> Vec<FigureView> {
    let agency = composer.plan().agencies.at(ix);
    let dashboard = composer.href(&agency_route(composer.plan(), ix));
    figures(composer, &agency.leads, &dashboard)
}

fn figures(composer: &Composer<'_>, items: &[Ix<Item>], dashboard: &str) -> Vec<FigureView> {
    let anchor = |question: Question| match question {
        Question::Unknown => format!("{dashboard}#page_status-{}", Status::NotReported.word()),
        _ => format!("{dashboard}#page_{}", question.name()),
    };
    let figures = ASKED.iter().map(|question| figure(composer, *question, items, anchor(*question)));
    figures.filter(|figure| figure.count > 0).collect()
}

fn area_view(composer: &mut Composer<'_>, ix: Ix<Area>) -> ProgressListPage {
    let plan = composer.plan();
    let area = plan.areas.at(ix);
    let name = composer.name(RecordIx::Area(ix));
    let items = all_items(composer, area);
    let link = |ix: Option<Ix<Area>>| {
        ix.map(|ix| LinkView { href: area_href(composer, ix), text: composer.name(RecordIx::Area(ix)) })
    };
    let mut view = view(composer, RecordIx::Area(ix), &name, &items, "");
    view.note = composer.word("progress-area-note");
    view.sections.push(SectionView {
        id: "page_updates".to_owned(),
        title: composer.word("progress-updates"),
        status: None,
        note: Some(composer.word("progress-updates-note")),
        label: String::new(),
        items: Vec::new(),
        updates: Vec::new(),
        empty: composer.word("updates-none"),
    });
    let years = activity::sections(composer, area);
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

fn agency_view(composer: &mut Composer<'_>, ix: Ix<Agency>) -> ProgressListPage {
    let agency = composer.plan().agencies.at(ix);
    let mut view = view(composer, RecordIx::Agency(ix), &agency.document.name, &agency.leads, "");
    view.note = composer.word("progress-agency-note");
    view
}

/// What is urgent, then all items by status.
fn view(
    composer: &Composer<'_>,
    of: RecordIx,
    name: &str,
    items: &[Ix<Item>],
    dashboard: &str,
) -> ProgressListPage {
    let title = composer.words().with("progress-of-body", &[("name", name)]);
    let mut sections = Vec::new();
    for question in URGENT {
        let found = question.of(composer, items);
        if !found.is_empty() {
            let title = composer.word(&format!("progress-{}", question.name()));
            let id = format!("page_{}", question.name());
            sections.push(lists::section(composer, question, &found, id, title));
        }
    }
    for (_, status) in Status::CHOICES {
        let own: Vec<FactRow> = items
            .iter()
            .filter(|ix| counted(composer.context.standing(**ix)) == Some(*status))
            .map(|ix| current_row(composer, *ix))
            .collect();
        if !own.is_empty() {
            let view = composer.status(Some(*status), None, None);
            sections.push(SectionView {
                id: format!("page_status-{}", status.word()),
                title: view.text.clone(),
                status: Some(view),
                note: None,
                label: composer.word("progress-with-information-label"),
                items: own,
                updates: Vec::new(),
                empty: String::new(),
            });
        }
    }
    ProgressListPage {
        head: super::head(composer, title.clone()),
        title,
        subject: Some(composer.link(of)),
        note: String::new(),
        figures: figures(composer, items, dashboard),
        shares: shares(composer, items, dashboard),
        sections,
        previous: None,
        next: None,
    }
}

fn current_row(composer: &Composer<'_>, ix: Ix<Item>) -> FactRow {
    if Question::Known.holds(composer, ix) { Question::Known.row(composer, ix) } else { row(composer, ix) }
}
