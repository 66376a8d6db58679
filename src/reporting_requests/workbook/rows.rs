//! What stands in the cells of a row.

use super::super::job::Job;
use super::super::known_values::{
    known_due, known_status, known_value, schedule_for, shown_measure, shown_value,
};
use super::super::layout::{Column, Table};
use super::plain::{in_languages, plain};
use crate::facts::{IndicatorIx, measurements};
use crate::page::ViewBuilder;
use crate::plan::{Agency, Index as _, Ix};
use crate::rounds::Reason;
use crate::rounds::{Ask, Request};
use crate::update_file::Field;
use crate::vocabulary::Kind;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// What is known, which nobody changes.
    Known(String),
    /// For an answer: what stands there already.
    Answer(String),
    /// For nothing: the item has no such thing.
    Closed,
}

impl Cell {
    /// What stands in it.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Known(text) | Self::Answer(text) => text,
            Self::Closed => "",
        }
    }
}

/// A row, with a cell for each column of its table.
pub(super) type Row = Vec<Cell>;

/// The rows of the items, the most urgent first.
pub(super) fn items(job: &Job<'_>, request: &Request) -> Vec<Row> {
    let asked = Reason::ALL.into_iter().filter(|reason| *reason != Reason::Parts);
    let asks = asked.flat_map(|reason| request.of(reason));
    let day = job.day_of_answers(request.agency).to_string();
    asks.map(|ask| {
        Column::of(Table::Items).iter().map(|column| item(job, ask, request.agency, *column, &day)).collect()
    })
    .collect()
}

fn item(job: &Job<'_>, ask: &Ask, agency: Ix<Agency>, column: Column, day: &str) -> Cell {
    let document = &job.builder.plan().items.at(ask.item).document;
    let status = job.status_for(ask.item, agency);
    let known = |text: String| Cell::Known(plain(&text));
    let words = |text: &dyn Fn(&ViewBuilder<'_>) -> String| known(in_languages(job, text));
    match column {
        Column::Item => known(document.id.as_str().to_owned()),
        Column::Sent => known(known_status(job.builder.context, ask.item, Some(agency)).to_owned()),
        Column::SentDue => known(known_due(job.builder.context, ask.item)),
        Column::Number => known(job.builder.number(ask.item)),
        Column::Title => words(&|builder| builder.texts().title(ask.item).to_owned()),
        Column::Status => words(&|builder| {
            let shown = builder.current_status(status).status;
            match &shown.detail {
                Some(detail) => builder.messages().noted(&shown.text, detail),
                None => shown.text,
            }
        }),
        Column::StatusDate => {
            let newest = status.confirmed.or(job.newest_report(ask.item, agency));
            let date = newest.map(|ix| &job.builder.plan().updates.at(ix).document.date.value);
            words(&|builder| date.map_or_else(|| "–".to_owned(), |date| builder.date(date).text))
        }
        Column::Due => words(&|builder| schedule_for(builder, ask.item, agency)),
        Column::Why => words(&|builder| builder.messages().get(ask.reason.heading()).to_owned()),
        Column::Answer(field) => answer(job, ask, field, day),
        Column::Indicator | Column::SentValue | Column::Measure | Column::LastValue => Cell::Closed,
    }
}

/// What an item has no place for is closed: a status of a group, a meeting of what is no meeting, a new date of what has none.
fn answer(job: &Job<'_>, ask: &Ask, field: Field, day: &str) -> Cell {
    let kind = job.builder.plan().items.at(ask.item).document.kind;
    let open = match field {
        Field::Status => !matches!(kind, Kind::CatchAll | Kind::Container),
        Field::Meeting => matches!(kind, Kind::Recurring | Kind::Event),
        Field::NewDue | Field::Reason => job.builder.context.facts_of(ask.item).schedule.due().is_some(),
        _ => true,
    };
    match (open, field) {
        (false, _) => Cell::Closed,
        (true, Field::Date) => Cell::Answer(day.to_owned()),
        (true, _) => Cell::Answer(String::new()),
    }
}

/// The rows of the indicators of these items.
pub(super) fn indicators(job: &Job<'_>, request: &Request) -> Vec<Row> {
    let plan = job.builder.plan();
    let asked = Reason::ALL.into_iter().filter(|reason| *reason != Reason::Parts);
    let mut rows = Vec::new();
    for ask in asked.flat_map(|reason| request.of(reason)) {
        for place in 0..plan.items.at(ask.item).document.measured.len() {
            let columns = Column::of(Table::Indicators).iter();
            rows.push(columns.map(|column| indicator(job, ask, place, *column)).collect());
        }
    }
    rows
}

fn indicator(job: &Job<'_>, ask: &Ask, place: usize, column: Column) -> Cell {
    let plan = job.builder.plan();
    let document = &plan.items.at(ask.item).document;
    let known = |text: String| Cell::Known(plain(&text));
    match column {
        Column::Item => known(document.id.as_str().to_owned()),
        Column::Indicator => known(document.measured[place].id.value.clone()),
        Column::SentValue => known(known_value(job.builder.context, IndicatorIx { item: ask.item, place })),
        Column::Number => known(job.builder.number(ask.item)),
        Column::Title => known(in_languages(job, |builder| builder.texts().title(ask.item).to_owned())),
        Column::Measure => known(in_languages(job, |builder| shown_measure(builder, ask.item, place))),
        Column::LastValue => known(in_languages(job, |builder| {
            let ix = IndicatorIx { item: ask.item, place };
            shown_value(builder, ix, measurements(builder.plan(), ix, job.as_of()).last())
        })),
        Column::Answer(Field::Period(_)) => Cell::Answer(job.period.text.clone()),
        Column::Answer(_) => Cell::Answer(String::new()),
        Column::Sent | Column::SentDue | Column::Status | Column::StatusDate | Column::Due | Column::Why => {
            Cell::Closed
        }
    }
}
