//! Agencies by areas: who is responsible for what.

use super::routes;
use crate::collation::NameOrder;
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::LinkView;
use crate::page::views::{MatrixCell, MatrixGroup, MatrixLine, MatrixPage, MatrixRow};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Area, Index as _, Item, Ix, Plan, RecordIx};
use crate::route::Route;

/// How many items a field names; the agency's page has all of them.
const MOST_ITEMS: usize = 12;
/// How many links to items a page may have. With more, a page has an eighth of the rows.
const MOST_LINKS: usize = 4_000;
/// How many fields, one for each agency and area, a page may have.
const MOST_FIELDS: usize = 2_400;

pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    if !is_shown(plan) {
        return Vec::new();
    }
    let agencies = agencies(plan, &context.name_order);
    let links: usize = agencies
        .iter()
        .map(|ix| plan.agencies.at(*ix))
        .map(|agency| agency.leads.len() + agency.supports.len())
        .sum();
    let size =
        if links > MOST_LINKS { (context.config.page_size / 8).max(1) } else { context.config.page_size };
    let size = size.min(MOST_FIELDS / plan.top_areas().count().max(1)).max(1);
    let listing =
        Listing { route: route(), template: "progress-matrix.html", owner: None, total: agencies.len() };
    listing.pages_of(size, move |builder, window| view(builder, &agencies[window.range()], window))
}

/// Those that are responsible for something: the plan's parties first, in its order; then others in alphabetical order; then
/// bodies of no country.
fn agencies(plan: &Plan, order: &NameOrder) -> Vec<Ix<Agency>> {
    let texts = plan.texts();
    let parties: Vec<Option<&str>> =
        texts.parties_of_agencies().into_iter().map(Some).chain([None]).collect();
    let place = |ix: Ix<Agency>| parties.iter().position(|party| *party == texts.party(ix));
    let mut agencies: Vec<Ix<Agency>> =
        plan.agencies.indexed().filter(|(_, agency)| answers(agency)).map(|(ix, _)| ix).collect();
    agencies.sort_by(|a, b| {
        let names = || order.compare(texts.title(*a), texts.title(*b));
        let ids = || plan.agencies.at(*a).document.id.cmp(&plan.agencies.at(*b).document.id);
        place(*a).cmp(&place(*b)).then_with(names).then_with(ids)
    });
    agencies
}

fn is_shown(plan: &Plan) -> bool {
    !plan.agencies.is_empty() && !plan.areas.is_empty()
}

fn route() -> Route {
    routes::below("matrix")
}

/// A link to it, if there is one.
pub(super) fn link(builder: &ViewBuilder<'_>) -> Option<LinkView> {
    is_shown(builder.plan())
        .then(|| LinkView { href: builder.href(&route()), text: builder.word("progress-matrix") })
}

fn answers(agency: &Agency) -> bool {
    !agency.leads.is_empty() || !agency.supports.is_empty()
}

fn view(builder: &mut ViewBuilder<'_>, shown: &[Ix<Agency>], window: Window) -> MatrixPage {
    let texts = builder.texts();
    let groups = shown.chunk_by(|a, b| texts.party(*a) == texts.party(*b)).map(|group| MatrixGroup {
        title: group
            .first()
            .and_then(|ix| texts.party(*ix))
            .map_or_else(|| builder.word("other-party"), str::to_owned),
        rows: group.iter().map(|ix| row(builder, *ix, builder.plan().agencies.at(*ix))).collect(),
    });
    let title = builder.word("progress-matrix");
    MatrixPage {
        groups: groups.collect(),
        head: routes::head(builder, window.title(builder, title.clone())),
        title,
        pages: window.view(builder, &route()),
    }
}

fn row(builder: &ViewBuilder<'_>, ix: Ix<Agency>, agency: &Agency) -> MatrixRow {
    let plan = builder.plan();
    let id = &agency.document.id;
    let within = |items: &[Ix<Item>], area: Ix<Area>| -> Vec<Ix<Item>> {
        items.iter().copied().filter(|item| plan.top_area(plan.items.at(*item).area) == area).collect()
    };
    let links = |items: &[Ix<Item>]| -> Vec<LinkView> {
        let link = |ix: &Ix<Item>| LinkView {
            href: builder.record_href(RecordIx::Item(*ix)),
            text: builder.number(*ix),
        };
        let more = (items.len() > MOST_ITEMS).then(|| LinkView {
            href: builder.record_href(RecordIx::Agency(ix)),
            text: builder
                .messages()
                .with("and-more-items", &[("n", &(items.len() - MOST_ITEMS).to_string())]),
        });
        items.iter().take(MOST_ITEMS).map(link).chain(more).collect()
    };
    let (mut cells, mut lines) = (Vec::new(), Vec::new());
    for area in plan.top_areas() {
        let record = plan.areas.at(area);
        let (leads, supports) = (within(&agency.leads, area), within(&agency.supports, area));
        let line = format!("page_cell_{id}_{}", record.document.number.value.as_str());
        cells.push(MatrixCell { leads: leads.len(), supports: supports.len(), href: format!("#{line}") });
        if !leads.is_empty() || !supports.is_empty() {
            lines.push(MatrixLine {
                id: line,
                area: builder.link(RecordIx::Area(area)),
                number: record.document.number.value.as_str().to_owned(),
                leads: links(&leads),
                supports: links(&supports),
            });
        }
    }
    MatrixRow {
        href: builder.record_href(RecordIx::Agency(ix)),
        name: builder.texts().title(ix).to_owned(),
        short: builder.texts().short_name(ix).to_owned(),
        cells,
        lines,
    }
}
