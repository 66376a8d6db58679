//! Dashboards: where the plan stands, what is late, what has no recent report, and since when. Every number is made by the
//! criterion that its list is made by, so the two cannot differ.

mod activity;
mod bodies;
mod columns;
mod criteria;
mod dashboard;
mod fact_rows;
mod figures;
mod heat;
mod indicators;
mod kinds;
mod lists;
mod matrix;
mod routes;
mod sections;
mod slips;
mod verdicts;
mod years;

pub(super) use bodies::{agency_figures, area_figures, area_shares};
pub(super) use figures::figures;
pub(super) use routes::{agency_link, area_link, link};
pub(super) use verdicts::verdict_shares;
pub(super) use years::today;

use criteria::Criterion;

use super::output::{Output, OutputPage};
use crate::page::Context;

/// The dashboards.
pub(super) const OUTPUT: Output = Output { name: "progress", pages };

fn pages(context: &Context) -> Vec<OutputPage> {
    let mut pages = dashboard::pages(context);
    pages.extend(lists::pages(context));
    pages.extend(kinds::pages(context));
    if Criterion::Slipped.applies(context) {
        pages.extend(slips::pages(context));
    }
    pages.extend(verdicts::pages(context));
    pages.extend(matrix::pages(context));
    pages.extend(indicators::pages(context));
    pages.extend(years::pages(context));
    pages.extend(bodies::pages(context));
    pages
}
