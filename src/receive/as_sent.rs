//! Whether what a row shows is as it was sent. Who writes over it expects somebody to read it.

use super::ground::Ground;
use super::names::{Names, Shows, folded};
use super::place::Place;
use super::shown::ShownRow;
use crate::date::Date;
use crate::facts::{IndicatorIx, measurements};
use crate::import::date_in_cell;
use crate::page::ViewBuilder;
use crate::plan::{Index as _, Item, Ix};
use crate::reporting_requests::{Column, NONE, list_label, shown_value, value_in};
use crate::rounds::Reason;
use crate::route::Route;
use crate::update_file::Field;
use crate::vocabulary::{Choice as _, Status};

/// The cells of a row that say something else than the plan does. A row that is about another item is a problem of its own.
pub(super) fn written_over(row: &ShownRow, names: &Names, ground: &Ground<'_>) -> Vec<(Place, String)> {
    let Some(item) = ground.item(&row.item).and_then(|item| ground.shown(item)) else { return Vec::new() };
    let Shows::It(mut columns) = names.shows(row, item, ground) else { return Vec::new() };
    for (column, is_as_sent) in [
        (Column::Status, has_status(row, ground)),
        (Column::StatusDate, has_day(row, item, ground)),
        (Column::Due, has_due(row, ground)),
        (Column::Why, has_reason(row, ground)),
        (Column::LastValue, has_value(row, item, ground)),
    ] {
        if !is_as_sent {
            columns.push(column);
        }
    }
    let cells = row.cells.iter().filter(|(column, ..)| columns.contains(column));
    cells.map(|(_, text, place)| (place.clone(), text.clone())).collect()
}

/// Whether a row shows the status that was sent, in some language.
fn has_status(row: &ShownRow, ground: &Ground<'_>) -> bool {
    let label =
        |builder: &ViewBuilder<'_>| vec![list_label(&[builder.messages()], Field::Status, &row.sent_status)];
    Status::from_word(&row.sent_status).is_none() || shows(row.text(Column::Status), ground, label)
}

/// Whether a row shows the day of a report on its item, in some language, or that there is none.
fn has_day(row: &ShownRow, item: Ix<Item>, ground: &Ground<'_>) -> bool {
    let reports = |builder: &ViewBuilder<'_>| {
        let updates = builder.plan().items.at(item).updates.iter();
        let days = updates.map(|ix| builder.date(&builder.plan().updates.at(*ix).document.date.value).text);
        days.chain(["–".to_owned()]).collect()
    };
    shows(row.text(Column::StatusDate), ground, reports)
}

/// Whether a row shows the value that was sent, in some language. One that the plan does not have any more cannot be compared.
fn has_value(row: &ShownRow, item: Ix<Item>, ground: &Ground<'_>) -> bool {
    let plan = &ground.context.published.plan;
    let measured = &plan.items.at(item).document.measured;
    let Some(place) = measured.iter().position(|known| known.id.value == row.indicator) else { return true };
    let ix = IndicatorIx { item, place };
    let values = measurements(plan, ix, ground.context.facts.as_of);
    let sent =
        values.iter().find(|known| value_in(&known.period().text, &known.value().text) == row.sent_value);
    if sent.is_none() && row.sent_value != NONE {
        return true;
    }
    shows(row.text(Column::LastValue), ground, |builder| vec![shown_value(builder, ix, sent)])
}

/// Whether a row shows the due date that was sent, in some language. How late that is changes with the day.
fn has_due(row: &ShownRow, ground: &Ground<'_>) -> bool {
    let text = row.text(Column::Due);
    let about = ground.plan.about.as_ref();
    let fiscal = about.map_or_else(Default::default, |about| about.document.fiscal_year);
    match Date::parse(&row.sent_due, fiscal) {
        Ok(due) => shows(text, ground, |builder| vec![builder.date(&due).text]),
        // Where there is none, it is said in words.
        Err(_) => date_in_cell(text).is_none(),
    }
}

/// Whether a row shows why it was sent, in some language.
fn has_reason(row: &ShownRow, ground: &Ground<'_>) -> bool {
    let headings = |builder: &ViewBuilder<'_>| {
        Reason::ALL.iter().map(|reason| builder.messages().get(reason.heading()).to_owned()).collect()
    };
    shows(row.text(Column::Why), ground, headings)
}

/// Whether a text has one of these words, in some language; an empty one says nothing else.
fn shows(text: &str, ground: &Ground<'_>, words: impl Fn(&ViewBuilder<'_>) -> Vec<String>) -> bool {
    let text = folded(text);
    let mut contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
    text.is_empty()
        || contexts.any(|context| {
            let builder = ViewBuilder::new(context, Route::home());
            words(&builder).iter().any(|words| text.contains(&folded(words)))
        })
}
