//! What belongs to an answer by its heading, and stands where it cannot be read: in a column without its word, or in a sheet whose
//! hidden cells are missing. Only people see the headings, and they move with what is below them.

use std::collections::BTreeSet;

use super::ground::Ground;
use super::names::folded;
use super::place::Place;
use super::reply::{Answered, Reply};
use super::shown::{OtherSheet, Stray};
use crate::reporting_requests::{Column, Table};
use crate::update_file::Field;

/// So many headings side by side make a table of answers.
const TABLE: usize = 3;

/// The headings of answers in each language, and the words of these columns.
pub(super) struct Headings {
    /// Those below which an answer says something by itself.
    saying: BTreeSet<String>,
    all: BTreeSet<String>,
    of: Vec<(Column, String)>,
}

impl Headings {
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let mut headings = Self { saying: BTreeSet::new(), all: BTreeSet::new(), of: Vec::new() };
        let columns = [Table::Items, Table::Indicators].into_iter().flat_map(Column::of);
        for column in columns {
            let Column::Answer(field) = column else { continue };
            let contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
            let shown = contexts.map(|context| context.theme.messages.get(&column.heading()).to_owned());
            for words in shown.chain([column.word().to_owned()]) {
                headings.all.insert(folded(&words));
                headings.of.push((*column, folded(&words)));
                if !matches!(field, Field::Date | Field::Period(_)) {
                    headings.saying.insert(folded(&words));
                }
            }
        }
        headings
    }

    /// Whether a text is a heading of answers: each of its lines is one in a language.
    fn has(known: &BTreeSet<String>, text: &str) -> bool {
        text.lines().any(|line| known.contains(&folded(line)))
    }

    /// The texts that stand below such a heading, in a column without its word.
    pub(super) fn misplaced<'r>(&self, reply: &'r Reply) -> Vec<&'r Stray> {
        reply.strays.iter().filter(|stray| Self::has(&self.saying, &stray.heading)).collect()
    }

    /// The cells of an answer that stand below the heading of another column, each with that heading.
    pub(super) fn under_others<'r>(&self, answered: &Answered, reply: &'r Reply) -> Vec<(Place, &'r str)> {
        let is_of = |column: Column, line: &str| {
            let of =
                |is: bool| self.of.iter().any(|(of, known)| (*of == column) == is && *known == folded(line));
            (of(true), of(false))
        };
        let is_other = |column: Column, text: &str| {
            let lines: Vec<(bool, bool)> = text.lines().map(|line| is_of(column, line)).collect();
            !lines.iter().any(|(own, _)| *own) && lines.iter().any(|(_, other)| *other)
        };
        let moved = reply.headings.iter().filter(|(column, _, text)| is_other(*column, text));
        let cells = moved.flat_map(|(_, heading, text)| {
            let below = move |place: &Place| place.column == heading.column && place.sheet == heading.sheet;
            let written = |field: Field| !answered.answer.text(field).trim().is_empty();
            let own = answered.places.iter().filter(move |(field, place)| below(place) && written(*field));
            own.map(move |(_, place)| (place.clone(), text.as_str()))
        });
        cells.collect()
    }

    /// The first answer of each sheet that has a table of answers, and does not say which.
    pub(super) fn lost(&self, reply: &Reply) -> Vec<Place> {
        reply.others.iter().filter_map(|sheet| self.first_answer(sheet)).collect()
    }

    fn first_answer(&self, sheet: &OtherSheet) -> Option<Place> {
        let mut by_row: Vec<(usize, Vec<usize>)> = Vec::new();
        for ((row, column), _) in sheet.cells.iter().filter(|(_, text)| Self::has(&self.all, text)) {
            match by_row.last_mut().filter(|(last, _)| last == row) {
                Some((_, columns)) => columns.push(*column),
                None => by_row.push((*row, vec![*column])),
            }
        }
        // The words for programs may stand above the headings.
        let (heading, _) = by_row.iter().rev().find(|(_, columns)| columns.len() >= TABLE)?;
        let says = |column: usize| {
            sheet.cells.get(&(*heading, column)).is_some_and(|text| Self::has(&self.saying, text))
        };
        let below = sheet.cells.range((heading + 1, 0)..);
        let mut answers = below.filter(|((_, column), text)| !text.trim().is_empty() && says(*column));
        answers.next().map(|((row, column), _)| Place {
            sheet: sheet.name.clone(),
            row: *row,
            column: *column,
        })
    }
}

/// The texts of an answer's rows among these.
pub(super) fn beside<'s>(answered: &Answered, strays: &[&'s Stray]) -> Vec<&'s Stray> {
    strays.iter().copied().filter(|stray| answered.is_beside(&stray.place)).collect()
}
