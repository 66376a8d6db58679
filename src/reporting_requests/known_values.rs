//! What a workbook shows of the plan, as it stands in its hidden cells: when it comes back, that is compared with the plan of then.

use crate::facts::{IndicatorIx, Measurement, measurements};
use crate::page::{Context, ViewBuilder};
use crate::plan::{Agency, Index as _, Item, Ix};
use crate::vocabulary::Status;

/// Stands where there is none: an empty cell may have been emptied.
pub const NONE: &str = "-";

/// The word of the status of an item as an agency knows it: its own where every lead has to do the item.
pub fn known_status(context: &Context, item: Ix<Item>, agency: Option<Ix<Agency>>) -> &'static str {
    let status = match agency {
        Some(agency) => context.facts.status_for(&context.published.plan, item, agency),
        None => context.current_status(item),
    };
    status.status.map_or(NONE, Status::word)
}

/// The date by which an item is due.
pub fn known_due(context: &Context, item: Ix<Item>) -> String {
    context.facts_of(item).schedule.due().map_or_else(|| NONE.to_owned(), |due| due.text.clone())
}

/// What the calendar says of an item to an agency. Where every lead has to do the item, one that has done it is not overdue because
/// of the others: it is told the date.
pub(super) fn schedule_for(builder: &ViewBuilder<'_>, item: Ix<Item>, agency: Ix<Agency>) -> String {
    let facts = builder.context.facts_of(item);
    let own = builder.context.facts.status_for(builder.plan(), item, agency);
    let has_done = !facts.by_body.is_empty() && own.is_done() && !facts.settled;
    match facts.schedule.due().filter(|_| has_done) {
        Some(due) => builder.date(due).text,
        None => builder.schedule(item).1,
    }
}

/// The newest value of an indicator, as its period and the number.
pub fn known_value(context: &Context, ix: IndicatorIx) -> String {
    let newest = measurements(&context.published.plan, ix, context.facts.as_of).pop();
    newest.map_or_else(|| NONE.to_owned(), |newest| value_in(&newest.period().text, &newest.value().text))
}

/// How an indicator of an item is called, with its unit; the items have so many.
pub fn shown_measure(builder: &ViewBuilder<'_>, item: Ix<Item>, place: usize) -> String {
    let indicator = &builder.plan().items.at(item).document.measured[place];
    match &indicator.unit {
        Some(unit) => builder.messages().noted(&indicator.title, unit),
        None => indicator.title.clone(),
    }
}

/// How a value of an indicator is shown with its period, or that there is none.
pub fn shown_value(builder: &ViewBuilder<'_>, ix: IndicatorIx, value: Option<&Measurement<'_>>) -> String {
    let unit = builder.plan().indicator(ix).and_then(|indicator| indicator.unit.as_deref());
    match value {
        None => builder.messages().get("indicator-no-value").to_owned(),
        Some(value) => {
            let amount = builder.amount(value.value(), unit);
            builder.messages().noted(&amount, &builder.date(value.period()).text)
        }
    }
}

/// A value with its period, as such a cell has it.
pub fn value_in(period: &str, number: &str) -> String {
    format!("{period}: {number}")
}
