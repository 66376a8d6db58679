//! Addresses of the dashboards, links to them, and the head of each.

use crate::config::OptionalOutput;
use crate::page::ViewBuilder;
use crate::page::views::{HeadView, LinkView};
use crate::plan::{Agency, Area, Index as _, Ix, Plan};
use crate::route::Route;

/// A page below the dashboard, by its name.
pub(super) fn below(name: &str) -> Route {
    Route::within(Route::PROGRESS, name)
}

/// The id of the section of an area in a list.
pub(super) fn area_section(number: &str) -> String {
    format!("page_area-{number}")
}

/// Whether the site has dashboards.
pub(super) fn made(builder: &ViewBuilder<'_>) -> bool {
    builder.context.config.makes(OptionalOutput::Dashboards)
}

/// The dashboard of an area.
pub(super) fn area(plan: &Plan, ix: Ix<Area>) -> Route {
    Route::within("progress/areas", plan.areas.at(ix).document.number.value.as_str())
}

/// The dashboard of an agency.
pub(super) fn agency(plan: &Plan, ix: Ix<Agency>) -> Route {
    Route::within("progress/agencies", &plan.agencies.at(ix).document.id)
}

/// The address of an area's dashboard.
pub(super) fn area_href(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> String {
    builder.href(&area(builder.plan(), ix))
}

/// A link to the dashboards.
pub(in crate::outputs) fn link(builder: &ViewBuilder<'_>) -> Option<LinkView> {
    made(builder).then(|| builder.list_link(Route::PROGRESS, "progress-all"))
}

/// A link to an area's dashboard, if the site has dashboards.
pub(in crate::outputs) fn area_link(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> Option<LinkView> {
    made(builder).then(|| LinkView { href: area_href(builder, ix), text: builder.word("progress-of-area") })
}

/// A link to an agency's dashboard, if it has one.
pub(in crate::outputs) fn agency_link(builder: &ViewBuilder<'_>, ix: Ix<Agency>) -> Option<LinkView> {
    let has_one = made(builder) && !builder.plan().agencies.at(ix).leads.is_empty();
    has_one.then(|| LinkView {
        href: builder.href(&agency(builder.plan(), ix)),
        text: builder.word("progress-of-agency"),
    })
}

/// The head of a page below the dashboard.
pub(super) fn head(builder: &ViewBuilder<'_>, title: String) -> HeadView {
    let crumbs = builder.crumbs(vec![builder.list_link(Route::PROGRESS, "progress-nav")]);
    builder.head(title, Route::PROGRESS, crumbs, None)
}
