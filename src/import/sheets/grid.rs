//! The cells of sheets.

use std::collections::{BTreeMap, BTreeSet};

/// The sheets of a file, in their order.
#[derive(Debug, Default)]
pub(in super::super) struct Book {
    pub(in super::super) sheets: Vec<Sheet>,
}

/// A sheet. Rows and columns are counted from 0.
#[derive(Debug, Default)]
pub(in super::super) struct Sheet {
    pub(in super::super) name: String,
    /// Whether the program that made it does not show it.
    pub(in super::super) hidden: bool,
    /// What each cell shows.
    pub(in super::super) cells: BTreeMap<(usize, usize), String>,
    /// Cells that a program stored as numbers.
    pub(in super::super) numbers: BTreeSet<(usize, usize)>,
    /// Cells with words that are struck out.
    pub(in super::super) struck: BTreeSet<(usize, usize)>,
    /// The code of the currency that the format of a number shows.
    pub(in super::super) currencies: BTreeMap<(usize, usize), String>,
    /// Cells that are one: the first row and column, and the last ones.
    pub(in super::super) merged: Vec<[usize; 4]>,
    /// Rows that are not shown.
    pub(in super::super) hidden_rows: BTreeSet<usize>,
    /// Columns that are not shown: the first and the last of each range.
    pub(in super::super) hidden_columns: Vec<(usize, usize)>,
    /// Cells that do not show what they should: the cell, and why.
    pub(in super::super) problems: Vec<((usize, usize), String)>,
}

/// The most cells of a sheet.
const MOST_CELLS: usize = 2_000_000;
/// Sheets have at most so many rows and columns.
pub(super) const MOST_ROWS: usize = 1_048_576;
pub(super) const MOST_COLUMNS: usize = 16_384;

impl Sheet {
    /// Puts what a cell shows into its place.
    pub(super) fn put(&mut self, row: usize, column: usize, text: &str) -> Result<(), String> {
        if row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Err(format!("its sheet `{}` has a cell outside of every sheet", self.name));
        }
        if self.cells.len() >= MOST_CELLS {
            return Err(format!("its sheet `{}` has more than {MOST_CELLS} cells", self.name));
        }
        if !text.trim().is_empty() {
            self.cells.insert((row, column), text.to_owned());
        }
        Ok(())
    }

    /// Writes currencies into their cells, as pages show sums.
    pub(in super::super) fn write_currencies(&mut self) {
        for (place, currency) in std::mem::take(&mut self.currencies) {
            let Some(text) = self.cells.get_mut(&place) else { continue };
            let is_number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | '-');
            if text.chars().all(is_number) {
                // `1.234` could be a thousand.
                let is_unclear = text.rsplit_once('.').is_some_and(|(_, part)| part.len() == 3);
                *text = format!("{currency} {text}{}", if is_unclear { "0" } else { "" });
            }
        }
    }

    /// Whether a column is not shown.
    pub(in super::super) fn hides(&self, column: usize) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// The columns that are shown, up to the last one with a cell.
    pub(in super::super) fn shown_columns(&self) -> Vec<usize> {
        let columns = self.cells.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        (0..columns).filter(|column| !self.hides(*column)).collect()
    }

    /// What rows show, in the columns that are shown: the value of merged cells stands in each of their rows, but only in the first
    /// of their columns.
    pub(in super::super) fn rows(&self) -> Vec<(usize, Vec<String>)> {
        let places: BTreeMap<usize, usize> =
            (0..).zip(self.shown_columns()).map(|(at, column)| (column, at)).collect();
        let columns = places.len();
        let mut cells: BTreeMap<(usize, usize), &str> = (self.cells.iter())
            .filter_map(|((row, column), text)| Some(((*row, *places.get(column)?), text.as_str())))
            .collect();
        let last = self.cells.keys().next_back().map_or(0, |(row, _)| *row);
        for [top, left, bottom, right] in &self.merged {
            let shown = places.range(left..=right).next().map(|(_, at)| *at);
            if let (Some(text), Some(column)) = (self.cells.get(&(*top, *left)), shown) {
                (*top..=(*bottom).min(last)).for_each(|row| {
                    cells.entry((row, column)).or_insert(text);
                });
            }
        }
        let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
        for ((row, column), text) in cells {
            if rows.last().is_none_or(|(last, _)| *last != row) {
                rows.push((row, Vec::new()));
            }
            if let Some((_, values)) = rows.last_mut() {
                values.resize(values.len().max(column + 1).min(columns), String::new());
                if let Some(value) = values.get_mut(column) {
                    *value = text.to_owned();
                }
            }
        }
        rows
    }
}

/// The row and the column of a name such as `F12`.
pub(in super::super) fn place(name: &str) -> Option<(usize, usize)> {
    let plain = name.replace('$', "");
    let digits = plain.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, number) = plain.split_at(digits);
    let row: usize = number.parse().ok()?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        column = column.checked_mul(26)?.checked_add(usize::from(value) + 1)?;
    }
    let inside = (1..=MOST_ROWS).contains(&row) && (1..=MOST_COLUMNS).contains(&column);
    inside.then(|| (row - 1, column - 1))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn places_are_read_and_those_outside_of_a_sheet_are_none() {
        assert_eq!(place("A1"), Some((0, 0)));
        assert_eq!(place("$AB$12"), Some((11, 27)));
        for name in
            ["", "A", "1", "A0", "XFE1", "A1048577", "É1", "AAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999"]
        {
            assert_eq!(place(name), None, "{name}");
        }
    }
}
