//! The codes that count something in a text: `EC-01`, `EC-02`. A single `CO2` or `COVID-19` is a word.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::SourceLine;
use super::marker;

/// The letters of such codes.
pub(super) fn of(lines: &[SourceLine]) -> BTreeSet<String> {
    let mut codes: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
    for (letters, numbers) in lines.iter().filter_map(|line| marker::code_of_line(&line.text)) {
        let known = codes.entry(letters).or_default();
        if !known.contains(&numbers) {
            known.push(numbers);
        }
    }
    let mut series: BTreeSet<String> =
        codes.iter().filter(|(_, numbers)| counts(numbers)).map(|(letters, _)| letters.clone()).collect();
    // Beside `A1`, `A2` and `B1`, `B2` a single `C1` is one of them.
    let is_like = |letters: &str| series.iter().any(|known| known.len() == letters.len());
    let begins = |numbers: &[Vec<u32>]| numbers.iter().any(|number| number.first() == Some(&1));
    let more: Vec<String> = (codes.iter())
        .filter(|(letters, numbers)| is_like(letters) && begins(numbers))
        .map(|(letters, _)| letters.clone())
        .collect();
    series.extend(more);
    series
}

/// Whether one of two numbers at least is the next after another, or the first below it.
fn counts(numbers: &[Vec<u32>]) -> bool {
    numbers.windows(2).any(|pair| follows(&pair[0], &pair[1]))
}

fn follows(before: &[u32], number: &[u32]) -> bool {
    let same = before.iter().zip(number).take_while(|(before, number)| before == number).count();
    match (before.get(same), number.get(same)) {
        (Some(before), Some(next)) => *next == before + 1,
        (None, Some(next)) => *next <= 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::import::lines;

    #[test]
    fn codes_that_rise_count_something_and_names_do_not() {
        for (text, letters) in [
            ("- EC-01 Fence\n- EC-02 Test", vec!["EC"]),
            ("A1 Fence\nA1.1 Test\nB1 Mend", vec!["A", "B"]),
            ("- CO2 falls\n- PM10 falls\n- CO2 is measured", vec![]),
            ("- COVID-19 tests\n- EU-27 rules\n- U5 clinics\n- G20 talks\n- G7 talks", vec![]),
            ("HW-3 Fence\nHW-4 Test\nCO2 falls", vec!["HW"]),
        ] {
            let (lines, _) = lines::split(text);
            assert_eq!(super::of(&lines).into_iter().collect::<Vec<_>>(), letters, "{text}");
        }
    }
}
