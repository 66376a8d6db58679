//! Lists that are text of a record, and boxes that are ticked.

use std::collections::BTreeMap;

use crate::import::lines::SourceLine;
use crate::import::verdict::{Doubt, Verdict, Weight};

/// A list in which things are ticked: the boxes are in no record, and what they say is a status.
pub(super) fn ticked(lines: &[SourceLine], verdicts: &[Verdict]) -> Option<Doubt> {
    let is_ticked = |at: &usize| {
        let bare = lines[*at].text.trim_start_matches(['-', '*', '+', '•', ' ']);
        matches!(verdicts[*at], Verdict::Record { .. })
            && ["[x] ", "[X] ", "☑ ", "☒ "].iter().any(|mark| bare.starts_with(mark))
    };
    let ticked: Vec<usize> = (0..lines.len()).filter(is_ticked).collect();
    let first = ticked.first()?;
    let said = format!(
        "{} of the boxes are ticked, this one is the first; planbook leaves boxes out, so write an update for each item that is completed",
        ticked.len()
    );
    Some(Doubt { weight: Weight::Doubtful, line: Some(*first), said })
}

/// Lines of text that begin alike, with a number: a list that was not recognised.
pub(super) fn begin_alike(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for at in (0..lines.len()).filter(|at| verdicts[*at] == Verdict::Text) {
        if let Some(shape) = shape(&lines[at].text) {
            alike.entry(shape).or_default().push(at);
        }
    }
    let said = |places: &Vec<usize>| {
        format!(
            "{} lines begin like this one, with a number, and are text of the records above them; for records write I or P",
            places.len()
        )
    };
    let several = alike.values().filter(|places| places.len() > 1);
    several.map(|places| Doubt { weight: Weight::Wrong, line: Some(places[0]), said: said(places) }).collect()
}

/// What a line begins with, with `#` for each number: `과제 #-#.`; none where that is no number, or a number alone, as sentences have.
fn shape(line: &str) -> Option<String> {
    const WORDS: usize = 3;
    const LONGEST: usize = 14;
    let mut shape = String::new();
    for word in line.split_whitespace().take(WORDS) {
        let mut signs = String::new();
        for sign in word.chars() {
            match sign {
                _ if sign.is_ascii_digit() && signs.ends_with('#') => {}
                _ if sign.is_ascii_digit() => signs.push('#'),
                _ => signs.push(sign),
            }
        }
        let marks = signs.chars().any(|sign| sign != '#' && sign != ',');
        let (has_number, long) = (signs.contains('#'), signs.chars().count() > LONGEST);
        shape.push_str(&signs);
        if has_number || long {
            return (has_number && !long && (marks || shape.len() > signs.len())).then_some(shape);
        }
        shape.push(' ');
    }
    None
}
