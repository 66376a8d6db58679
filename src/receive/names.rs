//! Whether a row is about the item of its hidden id: what a person sees of it says so. Who sorts a part of the columns, or moves
//! cells, gives the answers to other items.

use std::collections::BTreeMap;

use super::ground::Ground;
use super::shown::ShownRow;
use crate::language_marks::unmarked;
use crate::page::ViewBuilder;
use crate::plan::{Index as _, Item, Ix};
use crate::reporting_requests::{Column, shown_measure};
use crate::route::Route;

/// How items and indicators are shown, in each language.
pub(super) struct Names {
    numbers: BTreeMap<String, Vec<Ix<Item>>>,
    titles: BTreeMap<String, Vec<Ix<Item>>>,
    measures: BTreeMap<String, Vec<(Ix<Item>, usize)>>,
}

/// What a row shows.
pub(super) enum Shows {
    /// The item of its id. These cells say something that the plan does not.
    It(Vec<Column>),
    /// Another item, or one that is in no plan: what is written there.
    Other(String),
}

/// What a cell shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Nothing,
    Own,
    Other,
    Unknown,
}

impl Names {
    pub(super) fn of(ground: &Ground<'_>) -> Self {
        let mut names = Self { numbers: BTreeMap::new(), titles: BTreeMap::new(), measures: BTreeMap::new() };
        let contexts = std::iter::once(ground.context).chain(ground.languages.iter().copied());
        for context in contexts {
            let builder = ViewBuilder::new(context, Route::home());
            for (ix, item) in context.published.plan.items.indexed() {
                names.numbers.entry(folded(&builder.number(ix))).or_default().push(ix);
                names.titles.entry(folded(builder.texts().title(ix))).or_default().push(ix);
                for place in 0..item.document.measured.len() {
                    let measure = folded(&shown_measure(&builder, ix, place));
                    names.measures.entry(measure).or_default().push((ix, place));
                }
            }
        }
        names
    }

    /// What a row shows that has the id of an item, as the plan of the reader has it.
    pub(super) fn shows(&self, row: &ShownRow, item: Ix<Item>, ground: &Ground<'_>) -> Shows {
        let number = cell(&self.numbers, row.text(Column::Number), item);
        let title = cell(&self.titles, row.text(Column::Title), item);
        let measured = &ground.context.published.plan.items.at(item).document.measured;
        let place = measured.iter().position(|known| known.id.value == row.indicator);
        let measure = place
            .map_or(Cell::Nothing, |place| cell(&self.measures, row.text(Column::Measure), (item, place)));
        let all = [(Column::Number, number), (Column::Title, title), (Column::Measure, measure)];
        let other = all.iter().find(|(_, cell)| *cell == Cell::Other);
        // What nobody knows any more was renamed, or somebody wrote over it.
        let is_lost = ![number, title].contains(&Cell::Own)
            && [number, title].contains(&Cell::Unknown)
            && !ground.accept_changed;
        let lost = || all.iter().find(|(_, cell)| *cell == Cell::Unknown).filter(|_| is_lost);
        match other.or_else(lost) {
            Some((column, _)) => {
                Shows::Other(row.text(*column).split_whitespace().collect::<Vec<_>>().join(" "))
            }
            None => {
                let changed = all.into_iter().filter(|(_, cell)| *cell == Cell::Unknown);
                Shows::It(changed.map(|(column, _)| column).collect())
            }
        }
    }
}

/// What a cell shows: each of its lines is a name in one language.
fn cell<T: PartialEq>(known: &BTreeMap<String, Vec<T>>, text: &str, own: T) -> Cell {
    if text.trim().is_empty() {
        return Cell::Nothing;
    }
    let lines = || text.lines().chain([text]).map(folded);
    if lines().any(|line| known.get(&line).is_some_and(|all| all.contains(&own))) {
        Cell::Own
    } else if lines().any(|line| known.contains_key(&line)) {
        Cell::Other
    } else {
        Cell::Unknown
    }
}

/// A name as it is compared.
pub(super) fn folded(text: &str) -> String {
    unmarked(text).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
