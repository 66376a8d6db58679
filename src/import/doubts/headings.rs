//! Headings that became text, areas without items, and text that is in no record.

use crate::import::boilerplate::Boilerplate;
use crate::import::lines::SourceLine;
use crate::import::marker;
use crate::import::verdict::{Doubt, Verdict, Weight};

/// A heading has no more letters than this.
const LONGEST_HEADING: usize = 80;

/// Lines that look like a heading and became text of the record above.
pub(super) fn headings_as_text(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(at, _)| verdicts[*at] == Verdict::Text) {
        let marked = marker::read(&line.text).is_some_and(|marker| marker.style.is_heading());
        let next = (at + 1..lines.len()).find(|next| !lines[*next].is_blank());
        let before_record = next.is_some_and(|next| matches!(verdicts[next], Verdict::Record { .. }));
        let apart = at > 0 && lines[at - 1].is_blank();
        let title = line.text.chars().count() <= LONGEST_HEADING
            && !line.text.ends_with(['.', ';', ':', ',', '!', '?', '。', '：'])
            && line.text.starts_with(|sign: char| sign.is_uppercase());
        if marked || (title && apart && before_record) {
            let said = "this line looks like a heading, but it is text of the record above; for a heading write A or I".to_owned();
            doubts.push(Doubt { weight: Weight::Wrong, line: Some(at), said });
        }
    }
    doubts
}

/// Areas with text and no item.
pub(super) fn empty_areas(verdicts: &[Verdict]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let records: Vec<(usize, usize, &String)> = verdicts
        .iter()
        .enumerate()
        .filter_map(|(at, verdict)| match verdict {
            Verdict::Record { depth, id } => Some((at, *depth, id)),
            _ => None,
        })
        .collect();
    for (index, (at, depth, id)) in records.iter().enumerate() {
        let next = records.get(index + 1);
        if *depth > 0 || next.is_some_and(|(_, depth, _)| *depth > 0) {
            continue;
        }
        let end = next.map_or(verdicts.len(), |(at, ..)| *at);
        let text = (at + 1..end).find(|line| verdicts[*line] == Verdict::Text);
        let said = match text {
            Some(_) => {
                format!("area {id} has text and no item; if its text is a commitment, write I before it")
            }
            None => format!("area {id} has no item"),
        };
        doubts.push(Doubt { weight: Weight::Doubtful, line: Some(text.unwrap_or(*at)), said });
    }
    doubts
}

/// Headings that are no record, with text below them that is in none either.
pub(super) fn lost_text(verdicts: &[Verdict]) -> Vec<Doubt> {
    let is_left = |at: usize| verdicts[at] == Verdict::LeftOut(Boilerplate::Heading);
    let starts = (0..verdicts.len()).filter(|at| is_left(*at) && (*at == 0 || !is_left(at - 1)));
    let long = starts.filter(|at| verdicts.get(at + 1).is_some() && is_left(at + 1));
    let said = "this heading is no record, so the text below it is in none either; write I or T";
    long.map(|at| Doubt { weight: Weight::Wrong, line: Some(at), said: said.to_owned() }).collect()
}
