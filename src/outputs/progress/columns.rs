//! The years that charts and maps have a column for.

use crate::page::Context;
use crate::page::views::ChartColumnView;

/// The chart and the map show so many years at most, the newest.
const MOST: usize = 40;
/// The space between two columns, in parts of a column.
const GAP: usize = 8;

/// The years that are shown: from the one in which the plan was adopted, or else the first update, to the day.
pub(super) fn years(context: &Context) -> Vec<i16> {
    let plan = &context.published.plan;
    let to = context.published.as_of.year();
    let adopted = plan.about.as_ref().map(|about| about.document.adopted.value.latest.year());
    let Some(from) = adopted.or_else(|| plan.updates.first().map(|update| update.document.date.value.year()))
    else {
        return Vec::new();
    };
    let years: Vec<i16> = (from..=to).rev().take(MOST).collect();
    years.into_iter().rev().collect()
}

/// A column for the year at a place among several, without its segments.
pub(super) fn column(year: i16, at: usize, of: usize) -> ChartColumnView {
    let share = |parts: usize| {
        let thousandth = parts * 100_000 / (of.max(1) * 100);
        format!("{}.{:03}%", thousandth / 1000, thousandth % 1000)
    };
    let text = year.to_string();
    ChartColumnView {
        label: text.clone(),
        short: text.get(text.len().saturating_sub(2)..).unwrap_or(&text).to_owned(),
        year: text,
        x: share(at * 100 + GAP),
        width: share(100 - 2 * GAP),
        middle: share(at * 100 + 50),
        marked: of <= 6 || (of - 1 - at).is_multiple_of(of.div_ceil(6)),
        href: String::new(),
        segments: Vec::new(),
    }
}
