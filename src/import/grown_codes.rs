//! Codes that grow without a sign between their steps: `LK0113` stands below `LK01`.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::SourceLine;
use super::marker;

/// Fewer digits are one number: `HW-03`.
const LONG: usize = 4;

/// The codes of long numbers that the lines of a text begin or end with, with the steps of each. A number of four digits by itself is
/// as often a year or a name, so one counts only when the text has the code above it or a second code of its form.
pub(super) fn of(lines: &[SourceLine]) -> BTreeMap<String, Vec<String>> {
    let found: BTreeSet<(String, String)> =
        lines.iter().flat_map(|line| marker::codes_of_line(&line.text)).collect();
    let mut forms: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for (letters, digits) in found.iter().filter(|(_, digits)| !is_year(digits)) {
        *forms.entry((letters, digits.len())).or_default() += 1;
    }
    let mut codes = BTreeMap::new();
    for (letters, digits) in found.iter().filter(|(_, digits)| digits.len() >= LONG) {
        let steps = steps(letters, digits, &found);
        let alike = forms.get(&(letters.as_str(), digits.len())).copied().unwrap_or(0);
        if steps.len() > 1 || alike > 1 {
            // The codes above it are read alike, so that both write their common steps alike.
            for count in 1..=steps.len() {
                let all = std::iter::once(letters.clone()).chain(steps[..count].iter().cloned());
                codes.insert(format!("{letters}{}", steps[..count].concat()), all.collect());
            }
        }
    }
    codes
}

/// The numbers of a code: that of the longest code that it begins with, and the rest.
fn steps(letters: &str, digits: &str, found: &BTreeSet<(String, String)>) -> Vec<String> {
    let above = (1..digits.len())
        .rev()
        .find(|length| found.contains(&(letters.to_owned(), digits[..*length].to_owned())));
    match above {
        Some(length) => {
            let mut all = steps(letters, &digits[..length], found);
            all.push(digits[length..].to_owned());
            all
        }
        None => vec![digits.to_owned()],
    }
}

fn is_year(digits: &str) -> bool {
    digits.len() == LONG && (digits.starts_with("19") || digits.starts_with("20"))
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::import::lines::split;

    #[test]
    fn a_long_number_is_a_code_only_beside_others() {
        for (text, expected) in [
            ("LK01 A\nLK0113 B\nLK0113.1 C\n", vec!["LK 01", "LK 01 13"]),
            ("- **LK0113** A\n- LK0114 B\n", vec!["LK 0113", "LK 0114"]),
            ("A (LK0113)\nB (LK0114)\n", vec!["LK 0113", "LK 0114"]),
            ("F1 A\nF10203 B\nF102 C\n", vec!["F 1", "F 1 02", "F 1 02 03"]),
            ("COVID2019 A\nCOVID2020 B\n", vec![]),
            ("ISO9001 A\nHarbour 1234\n", vec![]),
        ] {
            let codes = of(&split(text).0);
            let steps: Vec<String> = codes.values().map(|steps| steps.join(" ")).collect();
            assert_eq!(steps, expected, "{text}");
        }
    }
}
