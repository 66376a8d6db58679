//! A map of reports by area and year. Each number opens the list that it counts.

use std::collections::BTreeMap;

use super::activity::{by_year, section_of_year};
use super::bodies::{AreaDashboard, UPDATES};
use super::columns::{column, years};
use crate::outputs::listing::Window;
use crate::page::views::{HeatCell, HeatRow, HeatView};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Area, Index as _, Ix, RecordIx};

/// How many shades there are.
const SHADES: usize = 5;

/// How many reports there are on each area, by year.
pub(super) type Reports = Vec<(Ix<Area>, BTreeMap<i16, usize>)>;

pub(super) fn reports(context: &Context) -> Reports {
    let of_area =
        |ix| by_year(context, ix).into_iter().map(|(year, reports)| (year, reports.len())).collect();
    context.published.plan.top_areas().map(|ix| (ix, of_area(ix))).collect()
}

/// The map of the areas on a page. Its shades and its sentence are those of the whole plan.
pub(super) fn heat(builder: &ViewBuilder<'_>, counts: &Reports, window: Window) -> HeatView {
    let plan = builder.plan();
    let years = years(builder.context);
    let most = counts.iter().flat_map(|(_, years)| years.values()).copied().max().unwrap_or(0);
    let rows = counts[window.range()].iter().map(|(ix, counts)| {
        let area = &plan.areas.at(*ix).document;
        let dashboard = AreaDashboard::of(builder.context, *ix);
        let cells = years.iter().enumerate().map(|(at, year)| {
            let count = counts.get(year).copied().unwrap_or(0);
            let column = column(*year, at, years.len());
            HeatCell {
                count,
                level: (count * SHADES).div_ceil(most.max(1)),
                x: column.x,
                width: column.width,
                href: dashboard.href(builder, &section_of_year(*year)),
            }
        });
        HeatRow {
            number: area.number.value.as_str().to_owned(),
            title: builder.texts().title(*ix).to_owned(),
            href: builder.record_href(RecordIx::Area(*ix)),
            count: counts.values().sum(),
            all_href: dashboard.href(builder, UPDATES),
            cells: cells.collect(),
        }
    });
    HeatView {
        rows: rows.collect(),
        summary: summary(builder, counts),
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
