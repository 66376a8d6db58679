//! The section of an item's page about each of its indicators with numbers.

use super::chart::chart;
use super::points::{Point, Points};
use super::sentences::sentences;
use crate::config::OptionalOutput;
use crate::facts::{IndicatorIx, Measurement, TargetChange};
use crate::page::views::{IndicatorRow, IndicatorView, LinkView, TargetChangeView};
use crate::page::{ViewBuilder, indicator_anchor};
use crate::parse::{Indicator, PeriodValue};
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
        all.iter().skip(skipped).map(|point| row(builder, ix, &points, point)).collect();
    let count = i64::try_from(skipped).unwrap_or(i64::MAX);
    Some(IndicatorView {
        anchor: indicator_anchor(&indicator.id.value),
        title: indicator.title.clone(),
        unit: indicator.unit.as_deref().map(unit_name),
        aim: indicator.aim.map(|aim| builder.word(&format!("indicator-aim-{}", aim.word()))),
        sentences: sentences(builder, &points),
        target_changes: changes(builder, ix, &points),
        chart: chart(builder, &points),
        is_folded: all.len() > UNFOLDED,
        has_remarks: rows.iter().any(has_remark),
        rows,
        left_out: (skipped > 0).then(|| builder.messages().count("indicator-left-out", count)),
        file: file_link(builder).filter(|_| !points.values.is_empty()),
        internal: indicator.audience == Audience::Internal,
    })
}

/// How the targets were changed, with the updates that say so. A change whose update was corrected stays in the history only.
fn changes(builder: &ViewBuilder<'_>, ix: IndicatorIx, points: &Points<'_>) -> Vec<TargetChangeView> {
    let changes = builder.context.facts.target_changes(ix).iter().filter(|change| change.counts());
    let view = |change: &TargetChange| {
        Some(TargetChangeView {
            text: builder.target_change("indicator-target-changed", points.indicator, change)?,
            update: builder.link(RecordIx::Update(change.update)),
            internal: change.to.audience == Audience::Internal,
        })
    };
    changes.filter_map(view).collect()
}

/// What a target replaced, in words, where an update changed it.
pub(in crate::outputs) fn target_before(
    builder: &ViewBuilder<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    target: &PeriodValue,
) -> Option<String> {
    let change = builder.context.facts.change_behind(ix, target)?;
    builder.target_change("indicator-instead-of", indicator, change)
}

fn has_remark(row: &IndicatorRow) -> bool {
    row.note.is_some() || row.source.is_some() || row.source_text.is_some() || row.is_break || row.internal
}

fn row(builder: &ViewBuilder<'_>, ix: IndicatorIx, points: &Points<'_>, point: &Point<'_>) -> IndicatorRow {
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
        Point::Baseline(value) => (None, None, None, value.audience == Audience::Internal),
        Point::Target(value) => {
            let change = builder.context.facts.change_behind(ix, value);
            let source = change.map(|change| builder.link(RecordIx::Update(change.update)));
            let note = target_before(builder, ix, points.indicator, value);
            (source, None, note, value.audience == Audience::Internal)
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
