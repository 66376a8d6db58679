//! Dashboards: where the plan stands, what is late, what went quiet, and since when. Every number is made by the
//! question that its list is made by, so the two cannot differ.

mod activity;
mod bodies;
mod dashboard;
mod facts;
mod kinds;
mod lists;
mod matrix;
mod slips;
pub mod table_views;
pub mod views;
mod years;

pub(super) use bodies::{agency_figures, agency_link, area_figures, area_link, area_shares};
pub(super) use facts::figures;
pub(super) use years::today;

use super::view::HeadView;
use super::{Context, Output, OutputPage, ViewBuilder, page};
use crate::route::Route;

/// The dashboards.
pub(super) const OUTPUT: Output = Output { name: NAME, pages };

/// Their name in addresses.
pub(super) const NAME: &str = "progress";

fn pages(context: &Context) -> Vec<OutputPage> {
    let mut pages = vec![page(Route::list(NAME), "progress.html", None, dashboard::view)];
    pages.extend(lists::pages());
    pages.push(kinds::page_of_kinds());
    pages.push(slips::page_of_slips());
    pages.extend(matrix::pages(context));
    pages.extend(years::pages(context));
    pages.extend(bodies::pages(context));
    pages
}

/// The head of a page below the dashboard.
fn head(builder: &ViewBuilder<'_>, title: String) -> HeadView {
    let crumbs = builder.crumbs(vec![builder.list_link(NAME, "progress-nav")]);
    builder.head(title, NAME, crumbs, None)
}
