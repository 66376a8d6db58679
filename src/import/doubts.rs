//! What in a reading may be wrong although every line has its place: headings that became text, areas without items.

use std::collections::BTreeMap;

use super::boilerplate::{self, Boilerplate};
use super::broken_words::{self, BrokenWord};
use super::lines::SourceLine;
use super::marker;
use super::record::ImportedRecord;
use super::spaces;
use super::verdict::{Doubt, Verdict, Weight};

/// A heading has no more letters than this.
const LONGEST_HEADING: usize = 80;

/// Looks at a reading as a whole.
pub(super) fn of(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let mut doubts = headings_as_text(lines, verdicts);
    doubts.extend(begin_alike(lines, verdicts));
    doubts.extend(ticked(lines, verdicts));
    doubts.extend(empty_areas(verdicts));
    doubts.extend(lost_text(verdicts));
    doubts.extend(wide_columns(lines, verdicts));
    doubts.extend(hyphens(lines, verdicts));
    doubts.extend(calls_of_footnotes(lines, verdicts));
    doubts
}

/// Numbers of several steps that the ids do not say: they are kept as codes.
pub(super) fn changed_numbers(lines: &[SourceLine], records: &[ImportedRecord]) -> Vec<Doubt> {
    let number = |record: &ImportedRecord| {
        let code = record.keys.get("code")?.first()?.clone();
        code.chars().all(|sign| sign.is_ascii_digit() || sign == '.').then_some(code)
    };
    let mut doubts = Vec::new();
    for record in records {
        let Some(code) = number(record).filter(|code| *code != record.id) else { continue };
        let line =
            record.line.and_then(|number| lines.binary_search_by_key(&number, |line| line.number).ok());
        let said = format!("the number {code} of the text becomes {}, and is kept as the code", record.id);
        doubts.push(Doubt { weight: Weight::Doubtful, line, said });
    }
    doubts
}

/// Lines with columns between wide spaces, which were read as one text; the first of those that follow each other.
fn wide_columns(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let in_plan =
        |at: usize| matches!(verdicts[at], Verdict::Record { .. } | Verdict::GoesOn | Verdict::Text);
    let is_wide = |at: usize| in_plan(at) && spaces::has_columns(lines, at);
    let firsts = (0..lines.len()).filter(|at| is_wide(*at) && (*at == 0 || !is_wide(at - 1)));
    let said = "this line has columns between wide spaces, and they became one text; correct the text of the record, or import the table as CSV";
    firsts.map(|at| Doubt { weight: Weight::Wrong, line: Some(at), said: said.to_owned() }).collect()
}

/// Numbers behind words that call a footnote of the page: they are still in the text.
fn calls_of_footnotes(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, verdict) in verdicts.iter().enumerate() {
        match verdict {
            Verdict::Record { .. } | Verdict::GoesOn | Verdict::Text => open.push(at),
            Verdict::LeftOut(Boilerplate::Footnote) => {
                let Some(number) = boilerplate::footnote_number(&lines[at].text) else { continue };
                let called = open.iter().rposition(|at| boilerplate::calls(&lines[*at].text, number));
                if let Some(called) = called {
                    let said = format!(
                        "the number {number} in this line calls the footnote on line {}, and is still in the text; take it out of the record",
                        lines[at].number
                    );
                    doubts.push(Doubt { weight: Weight::Unusual, line: Some(open[called]), said });
                }
            }
            _ => {}
        }
        // The text of the page, and no more.
        if lines[at].new_page {
            open.clear();
        }
    }
    doubts
}

/// Words that are broken at a hyphen, and what they became.
fn hyphens(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let said = |word: &BrokenWord| {
        let (first, second) = &word.parts;
        let other = if word.has_hyphen { "it is one word" } else { "the hyphen belongs to it" };
        format!("`{first}-` and `{second}` are joined as `{}`; correct it if {other}", word.whole())
    };
    let found = broken_words::find(lines, verdicts);
    let doubt =
        |word: &BrokenWord| Doubt { weight: Weight::Unusual, line: Some(word.lines.1), said: said(word) };
    found.iter().filter(|word| !word.is_sure).map(doubt).collect()
}

/// Lines that look like a heading and became text of the record above.
fn headings_as_text(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
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

/// A list in which things are ticked: the boxes are in no record, and what they say is a status.
fn ticked(lines: &[SourceLine], verdicts: &[Verdict]) -> Option<Doubt> {
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
fn begin_alike(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
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

/// Areas with text and no item.
fn empty_areas(verdicts: &[Verdict]) -> Vec<Doubt> {
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
fn lost_text(verdicts: &[Verdict]) -> Vec<Doubt> {
    let is_left = |at: usize| verdicts[at] == Verdict::LeftOut(Boilerplate::Heading);
    let starts = (0..verdicts.len()).filter(|at| is_left(*at) && (*at == 0 || !is_left(at - 1)));
    let long = starts.filter(|at| verdicts.get(at + 1).is_some() && is_left(at + 1));
    let said = "this heading is no record, so the text below it is in none either; write I or T";
    long.map(|at| Doubt { weight: Weight::Wrong, line: Some(at), said: said.to_owned() }).collect()
}
