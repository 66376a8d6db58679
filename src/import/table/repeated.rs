//! The same sentence for many rows is said once, with how many there are.

use std::collections::BTreeMap;

/// So many places of one sentence are each of use.
pub(super) const FEW: usize = 3;

/// What is to be looked at, with one line for each sentence that many rows have.
pub(super) fn joined(remarks: Vec<String>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, said) in remarks.iter().filter_map(|remark| placed(remark)) {
        *counts.entry(said.to_owned()).or_default() += 1;
    }
    let mut shown = Vec::new();
    for remark in remarks {
        let Some((place, said)) = placed(&remark) else {
            shown.push(remark);
            continue;
        };
        match counts.get_mut(said) {
            Some(count) if *count > FEW => {
                shown.push(format!("{place} and {} more rows: {said}", *count - 1));
                *count = 0;
            }
            Some(0) => {}
            _ => shown.push(remark),
        }
    }
    shown
}

/// The place and the sentence of a remark on a row: `line 4: …`, `Plan!F12: …`.
pub(super) fn placed(remark: &str) -> Option<(&str, &str)> {
    let (place, said) = remark.split_once(": ")?;
    let of_sheet =
        || place.rsplit_once('!').is_some_and(|(_, cell)| cell.ends_with(|sign: char| sign.is_ascii_digit()));
    (place.starts_with("line ") || of_sheet()).then_some((place, said))
}

/// The number of a place `line 4`, `line 4 and 3 more rows`.
pub(super) fn line_number(place: &str) -> Option<usize> {
    place.strip_prefix("line ")?.split(' ').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn many_rows_with_one_sentence_are_one_line() {
        let rows =
            |count: usize| (2..count + 2).map(|row| format!("line {row}: no date")).collect::<Vec<_>>();
        assert_eq!(joined(rows(3)), rows(3));
        assert_eq!(joined(rows(60)), ["line 2 and 59 more rows: no date"]);
        let mut mixed = rows(4);
        mixed.insert(1, "the table: no date".to_owned());
        mixed.push("Plan!A9: other".to_owned());
        assert_eq!(
            joined(mixed),
            ["line 2 and 3 more rows: no date", "the table: no date", "Plan!A9: other"]
        );
    }
}
