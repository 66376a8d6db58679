//! The section of an item's page about each of its indicators with numbers.

use super::chart::chart;
use super::points::{Point, Points};
use super::sentences::sentences;
use crate::config::OptionalOutput;
use crate::facts::{IndicatorIx, Measurement};
use crate::page::views::{IndicatorRow, IndicatorView, LinkView};
use crate::page::{ViewBuilder, indicator_anchor};
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::render::unit_name;
use crate::vocabulary::Audience;

/// A table with more rows than this is folded.
const UNFOLDED: usize = 12;
/// So many rows a table has at most; the file has all.
const ROWS: usize = 60;

/// The indicators of an item that have numbers.
pub(in crate::outputs) fn views(builder: &ViewBuilder<'_>, item: Ix<Item>) -> Vec<IndicatorView> {
    let places = 0..builder.plan().items.at(item).measured.len();
    places.filter_map(|place| view(builder, IndicatorIx { item, place })).collect()
}

/// The file with all values, where the site has open data.
pub(in crate::outputs) fn file_link(builder: &ViewBuilder<'_>) -> Option<LinkView> {
    let link = || LinkView {
        href: format!("{}data/values.csv", builder.route.to_root()),
        text: builder.word("indicator-file"),
    };
    builder.context.config.makes(OptionalOutput::Data).then(link)
}

fn view(builder: &ViewBuilder<'_>, ix: IndicatorIx) -> Option<IndicatorView> {
    let points = Points::of(builder, ix)?;
    let indicator = points.indicator;
    let all = points.all();
    // What is to be reached stands at the end, so the newest numbers are those that stay.
    let skipped = all.len().saturating_sub(ROWS);
    let rows: Vec<IndicatorRow> =
        all.iter().skip(skipped).map(|point| row(builder, &points, point)).collect();
    let count = i64::try_from(skipped).unwrap_or(i64::MAX);
    Some(IndicatorView {
        anchor: indicator_anchor(&indicator.id.value),
        title: indicator.title.clone(),
        unit: indicator.unit.as_deref().map(unit_name),
        aim: indicator.aim.map(|aim| builder.word(&format!("indicator-aim-{}", aim.word()))),
        sentences: sentences(builder, &points),
        chart: chart(builder, &points),
        is_folded: all.len() > UNFOLDED,
        has_remarks: rows.iter().any(has_remark),
        rows,
        left_out: (skipped > 0).then(|| builder.messages().count("indicator-left-out", count)),
        file: file_link(builder).filter(|_| !points.values.is_empty()),
        internal: indicator.audience == Audience::Internal,
    })
}

fn has_remark(row: &IndicatorRow) -> bool {
    row.note.is_some() || row.source.is_some() || row.source_text.is_some() || row.is_break || row.internal
}

fn row(builder: &ViewBuilder<'_>, points: &Points<'_>, point: &Point<'_>) -> IndicatorRow {
    let (source, source_text, note, internal) = match point {
        Point::Value(value) => {
            let source = match value {
                Measurement::Update(update, _) => Some(builder.link(RecordIx::Update(*update))),
                Measurement::Row(..) => None,
            };
            let (text, internal) = match value {
                Measurement::Update(_, measured) => (None, measured.audience == Audience::Internal),
                Measurement::Row(_, row) => (row.source.clone(), false),
            };
            (source, text, value.note().map(str::to_owned), internal)
        }
        Point::Baseline(value) | Point::Target(value) => {
            (None, None, None, value.audience == Audience::Internal)
        }
    };
    IndicatorRow {
        kind: point.kind().to_owned(),
        what: builder.word(point.word()),
        period: builder.date(point.period()),
        value: builder.amount(point.number(), points.indicator.unit.as_deref()),
        note,
        source,
        source_text,
        is_break: point.is_break(),
        internal,
    }
}
