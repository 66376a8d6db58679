//! The whole plan on one page, for reading in one go and for print. A plan of more items has a page for each area.

use super::output::{Output, OutputPage, page};
use crate::page::views::{LinkView, WholeArea, WholeItem, WholePlanPage};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Index as _, Item, Ix, Plan, RecordIx};
use crate::route::Route;

/// The plan on one page.
pub(super) const OUTPUT: Output = Output { name: "whole-plan", pages };

/// How many items and parts one page has at most.
const MOST_ITEMS: usize = 2_000;

fn pages(context: &Context) -> Vec<OutputPage> {
    let plan = &context.published.plan;
    let mut pages = vec![page(Route::list("plan"), "plan.html", None, view)];
    if is_in_parts(plan) {
        let part = |ix| page(route(plan, ix), "plan.html", None, move |builder| part(builder, ix));
        pages.extend(plan.areas.indices().map(part));
    }
    pages
}

fn is_in_parts(plan: &Plan) -> bool {
    plan.items.len() > MOST_ITEMS
}

/// The page of one area.
fn route(plan: &Plan, area: Ix<Area>) -> Route {
    Route::within("plan", plan.areas.at(area).document.number.value.as_str())
}

fn view(builder: &mut ViewBuilder<'_>) -> WholePlanPage {
    let plan = builder.plan();
    let in_parts = is_in_parts(plan);
    let areas = plan.areas.indices().map(|ix| match in_parts {
        true => area(builder, ix, builder.href(&route(plan, ix)), Vec::new()),
        false => area(builder, ix, builder.record_href(RecordIx::Area(ix)), plan.items_and_parts(ix)),
    });
    WholePlanPage {
        areas: areas.collect(),
        in_parts,
        part: false,
        previous: None,
        next: None,
        head: builder.head(builder.word("whole-plan"), "plan", builder.crumbs(Vec::new()), None),
    }
}

fn part(builder: &mut ViewBuilder<'_>, ix: Ix<Area>) -> WholePlanPage {
    let plan = builder.plan();
    let crumbs = builder.crumbs(vec![builder.list_link("plan", "whole-plan")]);
    let title = format!("{}: {}", builder.word("whole-plan"), builder.name(RecordIx::Area(ix)));
    let head = builder.in_area(builder.head(title, "plan", crumbs, None), ix);
    let link = |ix: Ix<Area>| LinkView {
        href: builder.href(&route(plan, ix)),
        text: builder.name(RecordIx::Area(ix)),
    };
    WholePlanPage {
        areas: vec![area(builder, ix, builder.record_href(RecordIx::Area(ix)), plan.items_and_parts(ix))],
        in_parts: false,
        part: true,
        previous: plan.areas.before(ix).map(link),
        next: plan.areas.after(ix).map(link),
        head,
    }
}

fn area(builder: &ViewBuilder<'_>, ix: Ix<Area>, href: String, items: Vec<Ix<Item>>) -> WholeArea {
    WholeArea {
        href,
        number: builder.plan().areas.at(ix).document.number.value.as_str().to_owned(),
        title: builder.texts().title(ix).to_owned(),
        items: items.into_iter().map(|ix| item(builder, ix)).collect(),
    }
}

fn item(builder: &ViewBuilder<'_>, ix: Ix<Item>) -> WholeItem {
    let (plan, texts) = (builder.plan(), builder.texts());
    let item = plan.items.at(ix);
    let current_status = builder.context.current_status(ix);
    WholeItem {
        href: builder.record_href(RecordIx::Item(ix)),
        id: item.document.id.as_str().to_owned(),
        number: builder.number(ix),
        text: texts.wording(ix).unwrap_or_else(|| texts.title(ix)).to_owned(),
        status: builder.status_of(current_status),
        since: current_status.since.map(|ix| builder.date(&plan.updates.at(ix).document.date.value)),
        lead: builder.roles(&item.lead),
        depth: item.document.id.depth().saturating_sub(2),
    }
}
