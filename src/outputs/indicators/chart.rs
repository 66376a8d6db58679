//! The picture of an indicator: numbers over time, with the beginning, the targets and the straight line between them.
//!
//! Places along the width are shares of it, so that letters and lines have the same size on each screen.

use std::collections::BTreeSet;

use super::points::{Point, Points};
use crate::date::{Day, days_between};
use crate::decimal::Decimal;
use crate::page::ViewBuilder;
use crate::page::views::{ChartKey, ChartLine, ChartMark, ChartWord, IndicatorChart};

/// Where the highest line of the scale is, from the top, and how far below it the lowest.
const TOP: i64 = 30;
const DEPTH: i64 = 160;
/// Where the periods stand.
const PERIODS: i64 = TOP + DEPTH + 24;
/// Where the first and the last number are, in hundredths of a percent of the width; before it is the scale, which needs more
/// where its numbers are long.
const LEFT: i64 = 1_600;
const RIGHT: i64 = 9_500;
/// So many values have each their mark.
const MARKS: usize = 40;
/// A series with more values than this is drawn by its highest and lowest ones.
const DRAWN: usize = 240;
/// Half of the width of a mark.
const MARK: i64 = 200;
/// How wide a letter is at most, on the narrowest screen.
const LETTER: i64 = 260;

/// The chart; `None` where there are not two numbers on two days.
pub(super) fn chart(builder: &ViewBuilder<'_>, points: &Points<'_>) -> Option<IndicatorChart> {
    let all = points.all();
    let (first, last) = (all.first()?.day(), all.last()?.day());
    if first == last {
        return None;
    }
    let low = all.iter().map(Point::number).min()?;
    let high = all.iter().map(Point::number).max()?;
    let ticks = Decimal::ticks(low, high);
    let (bottom, top) = (ticks.first()?.clone(), ticks.last()?.clone());
    let scale = ticks.iter().map(|tick| width(&builder.bare_amount(tick))).max()?;
    let left = LEFT.max(scale + LETTER / 2);
    let drawing = Drawing { builder, points, first, last, bottom, top, left };
    let measured = drawing.measured();
    let mut lines: Vec<ChartLine> = ticks.iter().map(|tick| drawing.grid(tick)).collect();
    lines.extend(drawing.path());
    lines.extend(drawing.values(&measured));
    Some(IndicatorChart {
        lines,
        marks: drawing.marks(&measured),
        words: drawing.words(&ticks, &all),
        legend: drawing.legend(),
    })
}

struct Drawing<'a, 'c> {
    builder: &'a ViewBuilder<'c>,
    points: &'a Points<'a>,
    first: Day,
    last: Day,
    bottom: Decimal,
    top: Decimal,
    left: i64,
}

/// How wide a text is at most.
fn width(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX / LETTER) * LETTER
}

fn percent(hundredths: i64) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

impl<'a> Drawing<'a, '_> {
    fn x(&self, point: &Point<'_>) -> i64 {
        let all = days_between(self.first, self.last).max(1);
        self.left + days_between(self.first, point.day()).clamp(0, all) * (RIGHT - self.left) / all
    }

    fn y(&self, number: &Decimal) -> i64 {
        TOP + (1000 - number.thousandths(&self.bottom, &self.top)) * DEPTH / 1000
    }

    fn line(&self, kind: &str, from: &Point<'_>, to: &Point<'_>) -> ChartLine {
        ChartLine {
            kind: kind.to_owned(),
            x1: percent(self.x(from)),
            y1: self.y(from.number()),
            x2: percent(self.x(to)),
            y2: self.y(to.number()),
        }
    }

    fn grid(&self, tick: &Decimal) -> ChartLine {
        let y = self.y(tick);
        let (x1, x2) = ("0%".to_owned(), "100%".to_owned());
        ChartLine { kind: "grid".to_owned(), x1, y1: y, x2, y2: y }
    }

    /// From the beginning over each target: what the arithmetic compares with.
    fn path(&self) -> Vec<ChartLine> {
        self.points.path().iter().map(|(from, to)| self.line("path", from, to)).collect()
    }

    /// What was measured, without those of a long series that no eye could tell apart.
    fn measured(&self) -> Vec<Point<'a>> {
        let all = self.points.measured();
        if all.len() <= DRAWN {
            return all;
        }
        let size = all.len().div_ceil(DRAWN / 4);
        let mut kept = Vec::new();
        for bucket in all.chunks(size) {
            let by_number = |a: &&Point<'_>, b: &&Point<'_>| a.number().cmp(b.number());
            let ends = [
                bucket.first(),
                bucket.last(),
                bucket.iter().min_by(by_number),
                bucket.iter().max_by(by_number),
            ];
            let mut drawn: Vec<&Point<'a>> = ends.into_iter().flatten().collect();
            drawn.extend(bucket.iter().filter(|point| point.is_break()));
            drawn.sort_by_key(|point| point.day());
            drawn.dedup_by_key(|point| point.day());
            kept.extend(drawn.into_iter().copied());
        }
        kept
    }

    /// The line of what was measured. It is broken where the way of measuring changed.
    fn values(&self, measured: &[Point<'_>]) -> Vec<ChartLine> {
        let mut lines = Vec::new();
        for pair in measured.windows(2) {
            let [from, to] = pair else { continue };
            if !to.is_break() {
                lines.push(self.line("value", from, to));
                continue;
            }
            let x = percent((self.x(from) + self.x(to)) / 2);
            let (kind, x1, x2) = ("break".to_owned(), x.clone(), x);
            lines.push(ChartLine { kind, x1, y1: TOP, x2, y2: TOP + DEPTH });
        }
        lines
    }

    fn marks(&self, measured: &[Point<'_>]) -> Vec<ChartMark> {
        let mark = |point: &Point<'_>| ChartMark {
            kind: point.kind().to_owned(),
            x: percent(self.x(point)),
            y: self.y(point.number()),
        };
        let indicator = self.points.indicator;
        let values = measured.iter().filter(|point| matches!(point, Point::Value(_)));
        let count = values.clone().count();
        // The newest value has a mark in any case.
        let shown = values.enumerate().filter(|(at, _)| count <= MARKS || at + 1 == count);
        let targets = indicator.targets.iter().map(Point::Target);
        let ends = indicator.baseline.iter().map(Point::Baseline).chain(targets);
        ends.map(|point| mark(&point)).chain(shown.map(|(_, point)| mark(point))).collect()
    }

    fn legend(&self) -> Vec<ChartKey> {
        let (indicator, values) = (self.points.indicator, &self.points.values);
        let all = [
            ("value", !values.is_empty()),
            ("baseline", indicator.baseline.is_some()),
            ("target", !indicator.targets.is_empty()),
            ("path", !self.points.path().is_empty()),
            ("break", values.iter().any(|value| value.is_break())),
        ];
        let shown = all.into_iter().filter(|(_, shown)| *shown);
        shown
            .map(|(kind, _)| ChartKey {
                kind: kind.to_owned(),
                text: self.builder.word(&format!("indicator-mark-{kind}")),
            })
            .collect()
    }

    fn words(&self, ticks: &[Decimal], all: &[Point<'_>]) -> Vec<ChartWord> {
        let mut words: Vec<ChartWord> = ticks
            .iter()
            .map(|tick| ChartWord {
                kind: "tick".to_owned(),
                text: self.builder.bare_amount(tick),
                x: "0%".to_owned(),
                y: self.y(tick) - 4,
                anchor: "start".to_owned(),
            })
            .collect();
        words.extend(self.periods(all));
        words.extend(self.names());
        words
    }

    /// The periods below the chart: the first, the last, and as many between them as have room.
    fn periods(&self, all: &[Point<'_>]) -> Vec<ChartWord> {
        let mut seen = BTreeSet::new();
        let own = all.iter().filter(|point| seen.insert(point.day()));
        let mut labels: Vec<(i64, String)> =
            own.map(|point| (self.x(point), self.builder.date(point.period()).text)).collect();
        let Some((last_x, last)) = labels.pop() else { return Vec::new() };
        let mut words = Vec::new();
        let mut free = 0;
        // It ends at its mark, so it begins before it.
        let end = last_x - width(&last) / 2;
        for (x, text) in labels {
            let (from, to) = (x - width(&text) / 2, x + width(&text) / 2);
            if words.is_empty() || (from >= free && to < end) {
                let anchor = if from < 0 { "start" } else { "middle" };
                let x = if from < 0 { 0 } else { x };
                free = to.max(width(&text)) + LETTER;
                words.push(self.word("period", text, x, PERIODS, anchor));
            }
        }
        let (x, anchor) =
            if last_x + width(&last) / 2 > 10_000 { (10_000, "end") } else { (last_x, "middle") };
        words.push(self.word("period", last, x, PERIODS, anchor));
        words
    }

    fn word(&self, kind: &str, text: String, x: i64, y: i64, anchor: &str) -> ChartWord {
        ChartWord { kind: kind.to_owned(), text, x: percent(x), y, anchor: anchor.to_owned() }
    }

    /// The beginning, the targets and the newest value with their numbers, each where no other stands.
    fn names(&self) -> Vec<ChartWord> {
        let indicator = self.points.indicator;
        let newest = self.points.values.last().copied().map(Point::Value);
        let targets = indicator.targets.iter().rev().take(3).map(Point::Target);
        let named: Vec<Point<'_>> =
            targets.chain(newest).chain(indicator.baseline.as_ref().map(Point::Baseline)).collect();
        let marks: Vec<(i64, i64)> =
            named.iter().map(|point| (self.x(point), self.y(point.number()))).collect();
        let mut taken: Vec<(i64, i64, i64)> = Vec::new();
        let mut words = Vec::new();
        for point in &named {
            let number = self.builder.bare_amount(point.number());
            let text = match point.kind() {
                "value" => number,
                _ => format!("{} {number}", self.builder.word(point.word())),
            };
            let width = width(&text);
            let (x, y) = (self.x(point), self.y(point.number()));
            let (anchor, from) = match x {
                _ if x - width / 2 < 0 => ("start", x - 100),
                _ if x + width / 2 > 10_000 => ("end", (x + 200).min(10_000) - width),
                _ => ("middle", x - width / 2),
            };
            let place = match anchor {
                "start" => from,
                "end" => from + width,
                _ => x,
            };
            let is_free = |foot: &i64| {
                (16..TOP + DEPTH + 4).contains(foot)
                    && taken.iter().all(|(left, right, other)| {
                        from + width < *left || from > *right || (foot - other).abs() >= 15
                    })
                    && marks.iter().all(|(at, level)| {
                        from + width < at - MARK
                            || from > at + MARK
                            || !(level - 8..level + 18).contains(foot)
                    })
            };
            // Where there is no room, the table says it.
            let Some(foot) = [y - 11, y + 22, y - 26, y + 37].into_iter().find(is_free) else { continue };
            taken.push((from, from + width, foot));
            words.push(self.word(point.kind(), text, place, foot, anchor));
        }
        words
    }
}
