//! A row of a table, and where a person finds it.

/// A row: its values, where it stands, and the index of its first line.
#[derive(Debug, Clone)]
pub(in super::super) struct Row {
    pub(in super::super) values: Vec<String>,
    pub(in super::super) line: usize,
    pub(in super::super) place: Place,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Place {
    /// In a line of a text.
    Line(usize),
    /// In a row of a sheet, and the columns of its values, from 0; without them, those from the first on.
    Sheet(std::rc::Rc<str>, usize, std::rc::Rc<[usize]>),
}

impl Place {
    /// The number of the line or of the row.
    pub(in super::super) fn number(&self) -> usize {
        match self {
            Self::Line(number) | Self::Sheet(_, number, _) => *number,
        }
    }

    /// The place of the row.
    pub(in super::super) fn row(&self) -> String {
        self.cell(0)
    }

    /// The place of a cell: `line 4`, `Plan!F12`.
    pub(in super::super) fn cell(&self, column: usize) -> String {
        match self {
            Self::Line(number) => format!("line {number}"),
            Self::Sheet(name, number, columns) => {
                format!("{name}!{}{number}", letters(columns.get(column).copied().unwrap_or(column)))
            }
        }
    }
}

/// The name of a column of a sheet: `A`, `Z`, `AA`.
pub(in super::super) fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{Place, letters};

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        assert_eq!(
            [letters(0), letters(25), letters(26), letters(701), letters(702)],
            ["A", "Z", "AA", "ZZ", "AAA"]
        );
        assert_eq!(Place::Sheet("Plan".into(), 12, [0, 2, 5].into()).cell(2), "Plan!F12");
        assert_eq!(Place::Line(4).cell(4), "line 4");
    }
}
