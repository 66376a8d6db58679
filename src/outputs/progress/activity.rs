//! Activity: the reports on an area, by year.

use std::collections::BTreeMap;

use super::sections::{Rows, Section};
use crate::facts::is_report;
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Index as _, Ix, Update};

/// The reports on an area and its items, by year, oldest first.
pub(super) fn by_year(context: &Context, ix: Ix<Area>) -> BTreeMap<i16, Vec<Ix<Update>>> {
    let plan = &context.published.plan;
    let mut reports: Vec<Ix<Update>> = plan
        .items_and_parts(ix)
        .iter()
        .flat_map(|item| plan.items.at(*item).updates.iter().copied())
        .chain(plan.updates_on_area(ix))
        .filter(|ix| is_report(plan.updates.at(*ix), context.published.as_of))
        .collect();
    reports.sort();
    reports.dedup();
    let mut years: BTreeMap<i16, Vec<Ix<Update>>> = BTreeMap::new();
    for ix in reports {
        years.entry(plan.updates.at(ix).document.date.value.year()).or_default().push(ix);
    }
    years
}

/// The id of the section of a year.
pub(super) fn section_of_year(year: i16) -> String {
    format!("page_year-{year}")
}

/// A section for each year.
pub(super) fn sections<'b>(
    builder: &'b ViewBuilder<'_>,
    reports: &'b [(i16, Vec<Ix<Update>>)],
) -> impl Iterator<Item = Section<'b>> {
    reports.iter().map(|(year, reports)| Section {
        id: section_of_year(*year),
        title: builder.messages().with("progress-updates-of", &[("year", &year.to_string())]),
        status: None,
        note: None,
        label: String::new(),
        empty: String::new(),
        rows: Rows::Updates(reports),
    })
}
