//! Agencies by areas: who is responsible for what.

use super::routes;
use crate::outputs::output::{OutputPage, page};
use crate::page::views::LinkView;
use crate::page::views::{MatrixCell, MatrixGroup, MatrixLine, MatrixPage, MatrixRow};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Area, Index as _, Item, Ix, Plan, RecordIx};
use crate::route::Route;

pub(super) fn pages(context: &Context) -> Option<OutputPage> {
    is_shown(&context.published.plan).then(|| page(route(), "progress-matrix.html", None, view))
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

/// The plan's parties first, in its order; then others in alphabetical order; then bodies of no country.
fn view(builder: &mut ViewBuilder<'_>) -> MatrixPage {
    let (plan, texts) = (builder.plan(), builder.texts());
    let parties = texts.parties_of_agencies().into_iter().map(Some).chain([None]);
    let groups = parties.map(|party| {
        let own = |(ix, _): &(Ix<Agency>, &Agency)| texts.party(*ix) == party;
        let agencies = plan.agencies.indexed().filter(own).filter(|(_, agency)| answers(agency));
        let mut rows: Vec<MatrixRow> = agencies.map(|(ix, agency)| row(builder, ix, agency)).collect();
        rows.sort_by(|a, b| (&a.name, &a.href).cmp(&(&b.name, &b.href)));
        let title = party.map_or_else(|| builder.word("other-party"), str::to_owned);
        MatrixGroup { title, rows }
    });
    let groups = groups.filter(|group| !group.rows.is_empty()).collect();
    MatrixPage { head: routes::head(builder, builder.word("progress-matrix")), groups }
}

fn row(builder: &ViewBuilder<'_>, ix: Ix<Agency>, agency: &Agency) -> MatrixRow {
    let plan = builder.plan();
    let id = &agency.document.id;
    let within = |items: &[Ix<Item>], area: Ix<Area>| -> Vec<Ix<Item>> {
        items.iter().copied().filter(|item| plan.items.at(*item).area == area).collect()
    };
    let links = |items: &[Ix<Item>]| -> Vec<LinkView> {
        let link = |ix: &Ix<Item>| LinkView {
            href: builder.record_href(RecordIx::Item(*ix)),
            text: builder.number(*ix),
        };
        items.iter().map(link).collect()
    };
    let (mut cells, mut lines) = (Vec::new(), Vec::new());
    for (area, record) in plan.areas.indexed() {
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
