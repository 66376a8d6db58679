//! Where the indicators with numbers stand: the newest value beside the target that is shown on the site.

use std::fmt::Write as _;

use super::lines::{MOST, and_more, heading, wrapped};
use super::summary::{DateText, IndicatorLine, NumberText};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::facts::IndicatorIx;
use crate::page::{Context, ViewBuilder};
use crate::plan::Index as _;
use crate::render::{Messages, show};
use crate::route::Route;

/// All of them, in the order of the plan.
pub(super) fn of(context: &Context) -> Vec<IndicatorLine> {
    let builder = ViewBuilder::new(context, Route::home());
    context.published.plan.measured().filter_map(|ix| line(&builder, ix)).collect()
}

fn line(builder: &ViewBuilder<'_>, ix: IndicatorIx) -> Option<IndicatorLine> {
    let (context, plan) = (builder.context, builder.plan());
    let indicator = context.facts.indicator(plan, ix)?;
    let numbers = context.facts.latest_numbers(plan, ix)?;
    let text = |value: &Decimal, period: &Date| NumberText {
        value: value.text.to_string(),
        period: DateText::from(period),
        amount: builder.amount(value, indicator.unit.as_deref()),
    };
    let item = &plan.items.at(ix.item).document;
    Some(IndicatorLine {
        item: item.id.as_str().to_owned(),
        indicator: indicator.id.value.clone(),
        title: indicator.title.clone(),
        unit: indicator.unit.clone(),
        newest: numbers.newest.map(|newest| text(newest.value(), newest.period())),
        target: numbers.target.map(|it| text(&it.target.value, &it.target.period.value)),
        number: item.shown_number(context.config.numbering),
    })
}

/// The list for a terminal.
pub(super) fn draw(text: &mut String, lines: &[IndicatorLine], messages: &Messages) {
    if lines.is_empty() {
        return;
    }
    heading(text, "Indicators", lines.len());
    for line in lines.iter().take(MOST) {
        wrapped(text, &format!("{}  {}", line.number, line.title), "  ", "    ");
        let number = |it: &NumberText| format!("{} ({})", it.amount, show(&it.period.date, messages));
        let newest = line.newest.as_ref().map_or_else(|| "no value yet".to_owned(), number);
        let target = line.target.as_ref().map(|it| format!(", target {}", number(it))).unwrap_or_default();
        let _ = writeln!(text, "      {newest}{target}");
    }
    and_more(text, lines.len());
}
