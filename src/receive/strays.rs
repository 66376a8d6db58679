//! What stands in a sheet beside the answers.

use super::place::Place;
use super::rows;
use super::shown::{ShownRow, Stray};
use crate::import::{SheetCells, date_in_cell};
use crate::reporting_requests::{Column, Sent};
use crate::update_file::Field;

/// The rows of a table with their ids, and the texts that belong to no answer.
pub(super) fn of(sheet: &SheetCells, sent: &Sent, mark: (usize, usize)) -> (Vec<ShownRow>, Vec<Stray>) {
    let columns = rows::columns(sheet, sent.table, mark);
    let text = |row: usize, column: usize| sheet.cells.get(&(row, column)).map_or("", |text| text.trim());
    let heading = rows::heading(sheet, mark).unwrap_or(mark.0);
    let (mut shown, mut strays) = (Vec::new(), above(sheet, &columns, mark));
    for row in rows::of_table(sheet, mark) {
        let place = |column: usize| Place { sheet: sheet.name.clone(), row, column };
        let one = shown_row(&columns, |column| text(row, column).to_owned(), place);
        let has_id = !one.item.is_empty();
        let is_answered = columns.iter().any(|(of, column)| is_answer(*of) && !text(row, *column).is_empty());
        let of_row = sheet.cells.range((row, 0)..=(row, usize::MAX));
        for ((_, column), words) in of_row.filter(|(_, words)| !words.trim().is_empty()) {
            let of = columns.iter().find(|(_, at)| at == column).map(|(of, _)| *of);
            let is_stray = match of {
                None => true,
                Some(of) if of.is_hidden() || is_answer(of) => false,
                // A date or a period alone answers nothing; as they were sent, they say nothing either.
                Some(Column::Answer(field)) => {
                    let sent = if field == Field::Date { &sent.date } else { &sent.period };
                    !is_answered && date_in_cell(words).as_deref() != Some(sent) && words.trim() != sent
                }
                Some(_) => !has_id,
            };
            if is_stray {
                let heading = of.is_none().then(|| text(heading, *column).to_owned());
                strays.push(Stray {
                    place: place(*column),
                    text: words.clone(),
                    heading: heading.unwrap_or_default(),
                });
            }
        }
        if has_id {
            shown.push(one);
        }
    }
    (shown, strays)
}

/// The texts above the headings that nobody sent: title, note and bands stand above the first column that is shown, and above the
/// first for answers.
fn above(sheet: &SheetCells, columns: &[(Column, usize)], mark: (usize, usize)) -> Vec<Stray> {
    let is_first =
        |column: Column| matches!(column, Column::Number | Column::Answer(Field::Nothing | Field::Period(_)));
    let sent: Vec<usize> =
        columns.iter().filter(|(column, _)| is_first(*column)).map(|(_, at)| *at).collect();
    let rows = rows::of_head(sheet, mark).into_iter();
    let cells = rows.flat_map(|row| sheet.cells.range((row, 0)..=(row, usize::MAX)));
    let added = cells.filter(|((_, column), text)| !sent.contains(column) && !text.trim().is_empty());
    let stray = |(&(row, column), text): (&(usize, usize), &String)| Stray {
        place: Place { sheet: sheet.name.clone(), row, column },
        text: text.clone(),
        heading: String::new(),
    };
    added.map(stray).collect()
}

/// The headings of the columns for answers, each with its place.
pub(super) fn headings(
    sheet: &SheetCells,
    sent: &Sent,
    mark: (usize, usize),
) -> Vec<(Column, Place, String)> {
    let rows = || sheet.cells.iter().filter(|((_, column), _)| *column == mark.1);
    let Some(((row, _), _)) = rows().find(|(_, text)| text.trim() == Column::Item.word()) else {
        return Vec::new();
    };
    let columns = rows::columns(sheet, sent.table, mark).into_iter();
    let answers = columns.filter(|(column, _)| matches!(column, Column::Answer(_)));
    let heading = |(column, at): (Column, usize)| {
        let text = sheet.cells.get(&(*row, at))?.clone();
        Some((column, Place { sheet: sheet.name.clone(), row: *row, column: at }, text))
    };
    answers.filter_map(heading).collect()
}

/// Whether a column has answers that say something by themselves.
fn is_answer(column: Column) -> bool {
    matches!(column, Column::Answer(field) if !matches!(field, Field::Date | Field::Period(_)))
}

fn shown_row(
    columns: &[(Column, usize)],
    text: impl Fn(usize) -> String,
    place: impl Fn(usize) -> Place,
) -> ShownRow {
    let of = |wanted: Column| {
        columns.iter().find(|(column, _)| *column == wanted).map_or_else(String::new, |(_, at)| text(*at))
    };
    let known =
        columns.iter().filter(|(column, _)| !column.is_hidden() && !matches!(column, Column::Answer(_)));
    ShownRow {
        item: of(Column::Item),
        indicator: of(Column::Indicator),
        sent_status: of(Column::Sent),
        sent_due: of(Column::SentDue),
        sent_value: of(Column::SentValue),
        cells: known.map(|(column, at)| (*column, text(*at), place(*at))).collect(),
    }
}
