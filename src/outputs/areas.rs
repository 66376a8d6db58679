//! The list of areas, and a page for each.

use super::output::{Output, OutputPage, page};
use super::progress;
use crate::config::OptionalOutput;
use crate::facts::sums_of_items;
use crate::page::views::{AreaPage, AreaRow, AreasPage};
use crate::page::{Context, ViewBuilder, Within};
use crate::plan::{Area, Index as _, Ix, Plan, RecordIx};
use crate::route::Route;

/// Areas.
pub(super) const OUTPUT: Output = Output { name: "areas", pages };

/// How many updates an area's page shows.
const LATEST: usize = 12;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = vec![page(Route::list("areas"), "areas.html", None, list)];
    pages.extend(plan.areas.indexed().map(|(ix, area)| {
        let route = Route::record(plan, RecordIx::Area(ix));
        page(route, "area.html", Some(area.document.number.span), move |builder| view(builder, ix))
    }));
    pages
}

fn list(builder: &mut ViewBuilder<'_>) -> AreasPage {
    let mut head = builder.head(builder.word("areas"), "areas", builder.crumbs(Vec::new()), None);
    let has_twin = builder.context.config.makes(OptionalOutput::Markdown);
    head.markdown = has_twin.then(|| "index.md".to_owned());
    let areas = builder.plan().areas.indices().map(|ix| area_row(builder, ix)).collect();
    AreasPage { head, areas, nested: is_nested(builder.plan()) }
}

fn view(builder: &mut ViewBuilder<'_>, ix: Ix<Area>) -> AreaPage {
    let plan = builder.plan();
    let area = plan.areas.at(ix);
    let body_html = builder.body(ix, Within::Page);
    let items = plan.items_and_parts(ix);
    let mut updates: Vec<_> =
        items.iter().flat_map(|item| plan.items.at(*item).updates.iter().copied()).collect();
    updates.extend(plan.updates_on_area(ix));
    updates.sort();
    updates.dedup();
    let mut way = builder.area_way(ix);
    way.pop();
    let crumbs = builder.crumbs(way);
    let number = area.document.number.value.as_str().to_owned();
    let head = builder.head(builder.name(RecordIx::Area(ix)), "areas", crumbs, Some(RecordIx::Area(ix)));
    let mut head = builder.in_area(head, ix);
    head.updated = builder.updated(updates.iter());
    let shown = builder.context.rows_shown();
    let inner: Vec<AreaRow> = plan.areas_in(ix).map(|ix| area_row(builder, ix)).collect();
    let link = |ix: Option<Ix<Area>>| ix.map(|ix| builder.link(RecordIx::Area(ix)));
    AreaPage {
        head,
        number,
        title: builder.texts().title(ix).to_owned(),
        body_html,
        lead: builder.roles(&area.lead),
        fields: builder.own_fields(&area.document.record),
        sums: builder.field_sums(|field| sums_of_items(plan, field, items.iter().copied())),
        shares: progress::area_shares(builder, ix, &items),
        verdicts: progress::verdict_shares(builder, &items),
        items: match inner.is_empty() {
            true => builder.item_table(items.iter().take(shown).copied()),
            false => builder.item_table_by_area(items.iter().take(shown).copied()),
        },
        areas: inner.into_iter().map(|row| AreaRow { depth: 0, ..row }).collect(),
        all_items: builder.all_of(ix, "items", items.len(), shown),
        latest: builder.latest(&updates, LATEST),
        referred_by: builder.referred_by(ix),
        previous: link(plan.areas.before(ix)),
        next: link(plan.areas.after(ix)),
        figures: progress::area_figures(builder, ix),
        progress: progress::area_link(builder, ix),
    }
}

/// Whether some area is in another.
pub(super) fn is_nested(plan: &Plan) -> bool {
    plan.areas.iter().any(|area| area.parent.is_some())
}

/// An area with its counts.
pub(super) fn area_row(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> AreaRow {
    let plan = builder.plan();
    let area = plan.areas.at(ix);
    let items = plan.items_and_parts(ix);
    let shares = progress::area_shares(builder, ix, &items);
    let newest = builder.context.facts.newest_in_area(plan, ix);
    AreaRow {
        href: builder.record_href(RecordIx::Area(ix)),
        number: area.document.number.value.as_str().to_owned(),
        title: builder.texts().title(ix).to_owned(),
        depth: area.depth,
        count: shares.iter().map(|share| share.count).sum(),
        verdicts: progress::verdict_shares(builder, &items),
        latest: newest.map(|ix| builder.date(&plan.updates.at(ix).document.date.value)),
        shares,
    }
}
