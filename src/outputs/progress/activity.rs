//! Activity: a map of reports by area and year, with the list that each number of it counts.

use std::collections::BTreeMap;

use super::columns::{column, years};
use super::routes;
use crate::facts::is_report;
use crate::page::ViewBuilder;
use crate::page::views::{HeatCell, HeatRow, HeatView, SectionView};
use crate::plan::{Area, Index as _, Ix, RecordIx, Update};

/// How many shades there are.
const SHADES: usize = 5;

/// The reports on an area and its items, by year, oldest first.
fn by_year(builder: &ViewBuilder<'_>, ix: Ix<Area>) -> BTreeMap<i16, Vec<Ix<Update>>> {
    let plan = builder.plan();
    let mut reports: Vec<Ix<Update>> = plan
        .items_and_parts(ix)
        .iter()
        .flat_map(|item| plan.items.at(*item).updates.iter().copied())
        .chain(plan.areas.at(ix).updates.iter().copied())
        .filter(|ix| is_report(plan.updates.at(*ix), builder.as_of()))
        .collect();
    reports.sort();
    reports.dedup();
    let mut years: BTreeMap<i16, Vec<Ix<Update>>> = BTreeMap::new();
    for ix in reports {
        years.entry(plan.updates.at(ix).document.date.value.year()).or_default().push(ix);
    }
    years
}

/// The reports on an area, a section for each year, newest first.
pub(super) fn sections(builder: &ViewBuilder<'_>, area: Ix<Area>) -> Vec<SectionView> {
    let years = by_year(builder, area);
    years
        .iter()
        .rev()
        .map(|(year, reports)| SectionView {
            id: format!("page_year-{year}"),
            title: builder.messages().with("progress-updates-of", &[("year", &year.to_string())]),
            status: None,
            note: None,
            label: String::new(),
            items: Vec::new(),
            updates: reports.iter().rev().map(|ix| builder.update_row(*ix)).collect(),
            empty: String::new(),
        })
        .collect()
}

/// The map.
pub(super) fn heat(builder: &ViewBuilder<'_>) -> HeatView {
    let plan = builder.plan();
    let years = years(builder.context);
    let counts: Vec<(Ix<Area>, BTreeMap<i16, usize>)> = plan
        .areas
        .indices()
        .map(|ix| {
            (ix, by_year(builder, ix).into_iter().map(|(year, reports)| (year, reports.len())).collect())
        })
        .collect();
    let most = counts.iter().flat_map(|(_, years)| years.values()).copied().max().unwrap_or(0);
    let rows = counts.iter().map(|(ix, counts)| {
        let area = &plan.areas.at(*ix).document;
        let dashboard = routes::area_href(builder, *ix);
        let cells = years.iter().enumerate().map(|(at, year)| {
            let count = counts.get(year).copied().unwrap_or(0);
            let column = column(*year, at, years.len());
            HeatCell {
                count,
                level: (count * SHADES).div_ceil(most.max(1)),
                x: column.x,
                width: column.width,
                href: format!("{dashboard}#page_year-{year}"),
            }
        });
        HeatRow {
            number: area.number.value.as_str().to_owned(),
            title: builder.texts().title(*ix).to_owned(),
            href: builder.record_href(RecordIx::Area(*ix)),
            count: counts.values().sum(),
            all_href: format!("{dashboard}#page_updates"),
            cells: cells.collect(),
        }
    });
    HeatView {
        rows: rows.collect(),
        summary: summary(builder, &counts),
        years: years.iter().enumerate().map(|(at, year)| column(*year, at, years.len())).collect(),
    }
}

/// The busiest year and the busiest area, in a sentence.
fn summary(builder: &ViewBuilder<'_>, counts: &[(Ix<Area>, BTreeMap<i16, usize>)]) -> String {
    let mut by_year: BTreeMap<i16, usize> = BTreeMap::new();
    for (year, count) in counts.iter().flat_map(|(_, years)| years) {
        *by_year.entry(*year).or_default() += count;
    }
    let year = by_year.iter().max_by_key(|(year, count)| (**count, **year));
    let area = counts.iter().map(|(ix, years)| (years.values().sum::<usize>(), *ix)).max();
    match (year, area) {
        (Some((year, _)), Some((_, area))) => builder.messages().with(
            "progress-heat-summary",
            &[("year", &year.to_string()), ("area", &builder.name(RecordIx::Area(area)))],
        ),
        _ => builder.word("updates-none"),
    }
}
