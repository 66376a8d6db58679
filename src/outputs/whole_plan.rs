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
        pages.extend(plan.top_areas().map(part));
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
    WholePlanPage {
        areas: match in_parts {
            true => plan
                .top_areas()
                .map(|ix| area(builder, ix, builder.href(&route(plan, ix)), Vec::new()))
                .collect(),
            false => plan.areas.indices().map(|ix| with_items(builder, ix)).collect(),
        },
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
    let title = builder.messages().labelled(&builder.word("whole-plan"), &builder.name(RecordIx::Area(ix)));
    let head = builder.in_area(builder.head(title, "plan", crumbs, None), ix);
    let link = |ix: Ix<Area>| LinkView {
        href: builder.href(&route(plan, ix)),
        text: builder.name(RecordIx::Area(ix)),
    };
    WholePlanPage {
        areas: plan.area_and_below(ix).map(|ix| with_items(builder, ix)).collect(),
        in_parts: false,
        part: true,
        previous: plan.top_areas().take_while(|other| *other != ix).last().map(link),
        next: plan.top_areas().skip_while(|other| *other != ix).nth(1).map(link),
        head,
    }
}

fn with_items(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> WholeArea {
    let items = builder.plan().own_items_and_parts(ix);
    area(builder, ix, builder.record_href(RecordIx::Area(ix)), items)
}

fn area(builder: &ViewBuilder<'_>, ix: Ix<Area>, href: String, items: Vec<Ix<Item>>) -> WholeArea {
    WholeArea {
        href,
        number: builder.plan().areas.at(ix).document.number.value.as_str().to_owned(),
        title: builder.texts().title(ix).to_owned(),
        depth: builder.plan().areas.at(ix).depth,
        divided: builder.plan().areas_in(ix).next().is_some(),
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
        depth: plan.item_depth(ix),
    }
}
