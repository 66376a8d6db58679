//! Parents of codes whose numbers grow longer: `LK0113` stands below `LK01`, as `LK0113.1` does below `LK0113`.

use std::collections::BTreeMap;

use super::marker::Marker;
use super::numeral::{self, Numeral};
use super::style::NumberStyle;

/// Gives each code that begins like another one the steps of that, and what is left as one more.
pub(super) fn give(markers: &mut [Option<Marker>]) {
    let bare = |marker: &Marker| {
        let code = marker.written.trim_matches(|sign: char| !sign.is_alphanumeric());
        matches!(marker.style, NumberStyle::Code(_)).then(|| code.to_owned())
    };
    let mut steps: BTreeMap<String, Vec<Numeral>> = BTreeMap::new();
    for marker in markers.iter().flatten() {
        if let Some(code) = bare(marker) {
            steps.entry(code).or_insert_with(|| marker.steps.clone());
        }
    }
    let codes: Vec<String> = steps.keys().cloned().collect();
    let mut changed: BTreeMap<String, Vec<Numeral>> = BTreeMap::new();
    // In their order a shorter code stands before those that begin with it.
    for code in &codes {
        let above = (1..code.len()).rev().filter(|at| code.is_char_boundary(*at)).find_map(|at| {
            let rest = numeral::digits(code[at..].trim_start_matches(['.', '-', '–']))?;
            let steps = changed.get(&code[..at]).or_else(|| steps.get(&code[..at]))?;
            Some((steps.clone(), rest, code[at..].starts_with(|sign: char| sign.is_ascii_digit())))
        });
        if let Some((mut above, rest, grown)) = above
            && (grown || above.len() + 1 != steps[code].len())
        {
            // `A1` and `A10` are two numbers: what grows has two digits at least.
            if grown && code.len() - code.trim_end_matches(|sign: char| sign.is_ascii_digit()).len() < 4 {
                continue;
            }
            above.push(rest);
            changed.insert(code.clone(), above);
        }
    }
    for marker in markers.iter_mut().flatten() {
        if let Some(steps) = bare(marker).and_then(|code| changed.get(&code)) {
            marker.steps.clone_from(steps);
            marker.style = NumberStyle::Code(steps.len());
        }
    }
}
