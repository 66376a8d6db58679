//! The list of all indicators with numbers: where each stands, and how far it is from its target.

use super::routes;
use crate::facts::{IndicatorIx, LatestNumbers};
use crate::outputs::indicators::{distance, file_link, target_before};
use crate::outputs::listing::{Listing, Window};
use crate::outputs::output::OutputPage;
use crate::page::views::{IndicatorLine, IndicatorsPage, LinkView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Plan, RecordIx};
use crate::route::Route;
use crate::vocabulary::Audience;

/// The list in pages; none where no item has an indicator with numbers.
pub(super) fn pages(context: &Context) -> Vec<OutputPage> {
    let all: Vec<IndicatorIx> = context.published.plan.measured().collect();
    if all.is_empty() {
        return Vec::new();
    }
    let list =
        Listing { route: route(), template: "progress-indicators.html", owner: None, total: all.len() };
    list.pages(context, move |builder, window| view(builder, &all, window))
}

fn route() -> Route {
    routes::below("indicators")
}

/// A link to it, if there is one.
pub(super) fn link(builder: &ViewBuilder<'_>) -> Option<LinkView> {
    has_any(builder.plan())
        .then(|| LinkView { href: builder.href(&route()), text: builder.word("progress-indicators") })
}

fn has_any(plan: &Plan) -> bool {
    plan.measured().next().is_some()
}

fn view(builder: &mut ViewBuilder<'_>, all: &[IndicatorIx], window: Window) -> IndicatorsPage {
    let builder = &*builder;
    let title = builder.word("progress-indicators");
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let rows = all.get(window.range()).unwrap_or_default();
    IndicatorsPage {
        head: routes::head(builder, window.title(builder, title.clone())),
        title,
        count: builder.messages().count("indicators-n", count),
        rows: rows.iter().filter_map(|ix| line(builder, *ix)).collect(),
        file: file_link(builder),
        pages: window.view(builder, &route()),
    }
}

fn line(builder: &ViewBuilder<'_>, ix: IndicatorIx) -> Option<IndicatorLine> {
    let plan = builder.plan();
    let facts = &builder.context.facts;
    let indicator = facts.indicator(plan, ix)?;
    let LatestNumbers { newest, target } = facts.latest_numbers(plan, ix)?;
    let unit = indicator.unit.as_deref();
    let before = target.and_then(|it| target_before(builder, ix, indicator, it.target));
    Some(IndicatorLine {
        item: builder.link(RecordIx::Item(ix.item)),
        link: builder.indicator_link(ix),
        value: newest.map(|newest| builder.amount(newest.value(), unit)),
        period: newest.map(|newest| builder.date(newest.period())),
        target: target.map(|it| builder.amount(&it.target.value, unit)),
        target_period: target.map(|it| builder.date(&it.target.period.value)),
        target_before: before,
        distance: target.and_then(|it| distance(builder, indicator, &it)),
        internal: indicator.audience == Audience::Internal,
    })
}
