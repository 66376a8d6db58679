//! Names of columns that stand in two rows: years above or below `Target` and `Actual`.

use super::columns::is_known;
use super::names::{KEYS, Name};
use super::row::Row;

/// The keys whose columns a year can belong to.
const MEASURES: &[&str] = &["value", "target", "baseline"];

/// The names of columns from the row that has them and the one below it, when that goes on with them.
pub(super) fn with_row_below(head: &Row, below: &Row) -> Option<Vec<String>> {
    let goes_on = |(at, cell): (usize, &String)| {
        cell.is_empty() || head.values.get(at) == Some(cell) || is_year(cell) || is_known(cell)
    };
    let is_second = below.values.iter().enumerate().all(goes_on);
    is_second.then(|| paired(&head.values, &below.values)).flatten()
}

/// The names of columns from the row that has them and the one above it, when that has only years or what is counted.
pub(super) fn with_row_above(above: &Row, head: &Row) -> Option<Vec<String>> {
    let is_first =
        above.values.iter().filter(|cell| !cell.is_empty()).all(|cell| is_year(cell) || is_measure(cell));
    is_first.then(|| paired(&above.values, &head.values)).flatten()
}

/// Two rows as one: a cell of the upper row reaches to the next one that is not empty.
fn paired(upper: &[String], lower: &[String]) -> Option<Vec<String>> {
    let width = upper.len().max(lower.len());
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let (mut names, mut reaching, mut pairs) = (Vec::new(), String::new(), 0);
    for at in 0..width {
        let (above, below) = (cell(upper, at), cell(lower, at));
        if !above.is_empty() {
            reaching.clone_from(&above);
        }
        let pair = match () {
            () if is_year(&below) && is_measure(&reaching) => Some(format!("{reaching} {below}")),
            () if is_year(&reaching) && is_measure(&below) => Some(format!("{below} {reaching}")),
            // `Who` above `Lead` and `Partners`: the lower names say what the columns are.
            () if !reaching.is_empty()
                && !is_year(&reaching)
                && !is_measure(&reaching)
                && below != reaching
                && is_known(&below)
                && (above.is_empty() || !is_known(&above)) =>
            {
                Some(below.clone())
            }
            () => None,
        };
        pairs += usize::from(pair.is_some());
        names.push(pair.unwrap_or(if below.is_empty() { above } else { below }));
    }
    (pairs > 0).then_some(names)
}

/// `2024`, `FY2024`
fn is_year(cell: &str) -> bool {
    let name = Name::of(&format!("x {cell}"));
    name.words == "x" && name.year.is_some()
}

/// `Target`, `Actual`
fn is_measure(cell: &str) -> bool {
    let name = Name::of(cell);
    let mut keys = KEYS.iter().filter(|(key, _)| MEASURES.contains(key));
    name.year.is_none() && keys.any(|(_, names)| names.split('|').any(|known| name.is(known)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::row::Place;

    fn row(cells: &str) -> Row {
        Row { values: cells.split(',').map(str::to_owned).collect(), line: 0, place: Place::Line(1) }
    }

    #[test]
    fn two_rows_of_names_are_one() {
        let names = |names: Vec<String>| names.join(",");
        let below = |head: &str, below: &str| with_row_below(&row(head), &row(below)).map(names);
        let above = |above: &str, head: &str| with_row_above(&row(above), &row(head)).map(names);
        let joined = Some("No,Action,Target 2024,Target 2025,Actual 2024".to_owned());
        assert_eq!(below("No,Action,Target,,Actual", ",,2024,2025,2024"), joined);
        assert_eq!(below("No,Action,Target,,Actual", "No,Action,2024,2025,2024"), joined);
        assert_eq!(below(",,Target,,Actual", "No,Action,2024,2025,2024"), joined);
        assert_eq!(above(",,Target,,Actual", "No,Action,2024,2025,2024"), joined);
        let years = Some("No,Action,Target 2024,Actual 2024,Target 2025,Lead".to_owned());
        assert_eq!(above(",,2024,,2025,", "No,Action,Target,Actual,Target,Lead"), years);
        let who = Some("No,Action,Lead,Partners,Deadline".to_owned());
        assert_eq!(below("No,Action,Who,,Deadline", ",,Lead,Partners,"), who);
        assert_eq!(below("No,Action,Who,,Deadline", "No,Action,Lead,Partners,Deadline"), who);
        assert_eq!(below("No,Action,Lead,Deadline", "1.1,Dig,Lead,2027"), None);
        assert_eq!(below("No,Action,Target,,Actual", "1.1,Dig,5,6,7"), None);
        assert_eq!(below("No,Action,Value", "1,Dig,2024"), None);
        assert_eq!(above("Plan 2024,,", "No,Action,Target"), None);
        assert_eq!(above("2024,,", "No,Action,Lead"), None);
    }
}
