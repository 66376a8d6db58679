//! Where a cell stands.

use std::fmt;

/// A cell. Rows and columns are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of its sheet; a CSV file has none.
    pub sheet: Option<String>,
    /// Its row.
    pub row: usize,
    /// Its column.
    pub column: usize,
}

impl fmt::Display for Place {
    /// As spreadsheets name it: `Reply!F12`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.sheet {
            Some(name) if name.chars().all(|sign| sign.is_alphanumeric() || sign == '_') => {
                write!(to, "{name}!")?
            }
            Some(name) => write!(to, "'{}'!", name.replace('\'', "''"))?,
            None => {}
        }
        write!(to, "{}{}", letters(self.column), self.row + 1)
    }
}

/// The letters of a column.
fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (sheet, row, column, name) in [
            (Some("Reply"), 11, 5, "Reply!F12"),
            (Some("回答"), 0, 0, "回答!A1"),
            (Some("My reply's"), 0, 25, "'My reply''s'!Z1"),
            (None, 9, 26, "AA10"),
            (None, 0, 701, "ZZ1"),
            (None, 0, 702, "AAA1"),
        ] {
            assert_eq!(Place { sheet: sheet.map(str::to_owned), row, column }.to_string(), name);
        }
    }
}
