//! Footnotes, where the page ends.

use super::super::lines::SourceLine;
use super::super::marker;
use super::kind::Boilerplate;
use super::pages;

/// `[^1]: …`, `[1] …`, `¹ …`, and the lines that go on below.
pub(super) fn marked(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let mut inside = false;
    for (line, kind) in lines.iter().zip(found) {
        let text = line.text.as_str();
        let begins = text.starts_with("[^")
            || text.starts_with(['¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'])
            || is_bracketed(text);
        inside = begins || (inside && !line.is_blank() && marker::read(text).is_none());
        if inside && kind.is_none() {
            *kind = Some(Boilerplate::Footnote);
        }
    }
}

/// The numbered lines at the end of a page, with those that go on below them, whose numbers stand behind words of the page:
/// `clean.1`. A blank line stands above them, or one that is drawn.
pub(super) fn called(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    for page in pages::of(lines) {
        // The foot of the page stands below the notes.
        let said: Vec<usize> =
            page.clone().filter(|at| !lines[*at].is_blank() && found[*at].is_none()).collect();
        let starts = said.iter().enumerate().filter(|(_, at)| {
            let above = at.checked_sub(1).filter(|above| page.contains(above));
            footnote_number(&lines[**at].text).is_some()
                && above
                    .is_some_and(|above| lines[above].is_blank() || found[above] == Some(Boilerplate::Rule))
        });
        let notes = starts
            .map(|(place, _)| said.split_at(place))
            .find(|(text, notes)| are_notes(lines, text, notes))
            .map(|(_, notes)| notes.to_vec());
        mark(&notes.unwrap_or_default(), found);
    }
    below_lines(lines, found);
}

/// The same below a line that is drawn, where a text does not say where its pages end.
fn below_lines(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    const PAGE: usize = 90;
    let is_drawn =
        |at: &usize| lines[*at].text.len() >= 3 && lines[*at].text.bytes().all(|sign| sign == b'_');
    for drawn in (0..lines.len()).filter(is_drawn) {
        let is_text = |at: &usize| !lines[*at].is_blank() && found[*at].is_none();
        let text: Vec<usize> = (drawn.saturating_sub(PAGE)..drawn).filter(is_text).collect();
        let notes: Vec<usize> = (drawn + 1..lines.len()).take_while(is_text).collect();
        if are_notes(lines, &text, &notes) {
            mark(&notes, found);
        }
    }
}

fn mark(notes: &[usize], found: &mut [Option<Boilerplate>]) {
    notes.iter().for_each(|at| found[*at] = Some(Boilerplate::Footnote));
}

/// Whether the lines at the end of a page are notes: their numbers rise one by one, and all of them are called above.
fn are_notes(lines: &[SourceLine], text: &[usize], notes: &[usize]) -> bool {
    const MOST: usize = 25;
    if notes.len() > MOST {
        return false;
    }
    let mut last: Option<usize> = None;
    for at in notes {
        let line = &lines[*at];
        let number = footnote_number(&line.text);
        let value = number.and_then(|number| number.parse::<usize>().ok());
        match (value, last) {
            (Some(value), Some(last)) if value != last + 1 => return false,
            (Some(_), _) => {
                let is_called = |at: &usize| calls(&lines[*at].text, number.unwrap_or(""));
                if !text.iter().any(is_called) {
                    return false;
                }
                last = value;
            }
            // A note goes on, but no record begins within it.
            (None, _) if marker::read(&line.text).is_some() => return false,
            (None, _) => {}
        }
    }
    last.is_some()
}

/// The number that a line begins with as footnotes do: `1. See`, `1 See`.
pub(in crate::import) fn footnote_number(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
    let rest = text[digits..].trim_start_matches('.');
    ((1..=3).contains(&digits) && rest.starts_with(' ')).then(|| &text[..digits])
}

/// Whether a number stands behind a word or its full stop, without a space: `clean.1`, `leak2`.
pub(in crate::import) fn calls(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + number.len()..].chars().next();
        let word = before
            .is_some_and(|sign| sign.is_alphabetic() || matches!(sign, '.' | ',' | ';' | ')' | '”' | '"'));
        // `3.1` is a number of two steps.
        let bare = text[..at].trim_end_matches(['.', ',', ';', ')', '”', '"']);
        let year = bare.len() - bare.trim_end_matches(|sign: char| sign.is_ascii_digit()).len() == 4;
        let spelled = bare.ends_with(char::is_alphabetic) || (year && before != Some('.'));
        word && spelled && after.is_none_or(|sign| sign.is_whitespace())
    })
}

/// `[1] See the report.`
fn is_bracketed(text: &str) -> bool {
    let number = text.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(number, _)| number);
    number.is_some_and(|number| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}
