//! The whole plan on one page, for reading in one go and for print.

use super::output::{Output, OutputPage, page};
use crate::page::views::{WholeArea, WholeItem, WholePlanPage};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::route::Route;

/// The plan on one page.
pub(super) const OUTPUT: Output = Output { name: "whole-plan", pages };

fn pages(_: &Context) -> Vec<OutputPage> {
    vec![page(Route::list("plan"), "plan.html", None, view)]
}

fn view(builder: &mut ViewBuilder<'_>) -> WholePlanPage {
    let areas = builder.plan().areas.indexed().map(|(ix, area)| WholeArea {
        href: builder.record_href(RecordIx::Area(ix)),
        number: area.document.number.value.as_str().to_owned(),
        title: builder.texts().title(ix).to_owned(),
        items: builder.plan().items_and_parts(ix).into_iter().map(|ix| item(builder, ix)).collect(),
    });
    WholePlanPage {
        areas: areas.collect(),
        head: builder.head(builder.word("whole-plan"), "plan", builder.crumbs(Vec::new()), None),
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
