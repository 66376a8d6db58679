//! The lines of an outline file: letter, number of the record, line of the text, words.

use std::collections::BTreeSet;

use super::letter::{ALL, Letter};
use super::problem::OutlineProblem;

/// A line of an outline file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Entry {
    pub(in crate::import) letter: Letter,
    /// The number of the record, with its column.
    pub(super) id: Option<(String, usize)>,
    /// The line of the text that it was written for.
    pub(super) number: usize,
    /// The words, with one space for each white space.
    pub(in crate::import) text: String,
    /// The line of the outline file.
    pub(in crate::import) place: usize,
}

/// Before what planbook says about a line; two spaces stand before it, and in the words of a line there are never two.
pub(super) const NOTE: &str = "  → ";

/// Reads an outline file. `known` are the lines of the text: they show whether a digit is the number of a record.
pub(in crate::import) fn parse(outline: &str, known: &BTreeSet<&str>) -> (Vec<Entry>, Vec<OutlineProblem>) {
    let (mut entries, mut problems) = (Vec::new(), Vec::new());
    let outline = outline.strip_prefix('\u{feff}').unwrap_or(outline);
    for (place, line) in (1..).zip(outline.lines()) {
        let said = line.trim();
        if said.is_empty() || said.starts_with('#') {
            continue;
        }
        match entry(line, place, known) {
            Ok(entry) => entries.push(entry),
            Err(problem) => problems.push(problem),
        }
    }
    (entries, problems)
}

fn entry(line: &str, place: usize, known: &BTreeSet<&str>) -> Result<Entry, OutlineProblem> {
    let line = line.trim_end();
    let words = words(line);
    let problem = |column: usize, message: String, help: &str| OutlineProblem {
        line: place,
        column,
        message,
        help: help.to_owned(),
    };
    let Some((column, first)) = words.first().copied() else {
        return Err(problem(1, "the line is empty".to_owned(), ALL));
    };
    let letter = Letter::parse(first)
        .ok_or_else(|| problem(column, format!("`{first}` is not a letter of an outline file"), ALL))?;
    let text_from = |at: usize| {
        let (start, word) = words[at];
        let rest: String = line.chars().skip(start - 1 + word.chars().count()).collect();
        // The words of a line may begin with an arrow.
        let rest = rest.trim_start();
        one_space(rest.rsplit_once(NOTE).map_or(rest, |(words, _)| words))
    };
    let number = |at: usize| words.get(at).and_then(|(_, word)| word.parse::<usize>().ok());
    let bare = number(1).map(|number| (None, number, text_from(1)));
    let has_number = matches!(letter, Letter::Begins(_) | Letter::Text);
    let numbered = has_number.then(|| number(2)).flatten().map(|number| {
        let (column, id) = words[1];
        (Some((id.to_owned(), column)), number, text_from(2))
    });
    // `I 9 12 months`: of the two, the one whose words the text has.
    let is_known = |found: &(Option<(String, usize)>, usize, String)| known.contains(found.2.as_str());
    let chosen = match (bare, numbered) {
        (Some(bare), Some(_)) if is_known(&bare) => Some(bare),
        // A text without a number is of the record above.
        (Some(bare), Some(numbered)) if letter == Letter::Text && !is_known(&numbered) => Some(bare),
        (_, Some(numbered)) => Some(numbered),
        (bare, None) => bare,
    };
    let Some((id, number, text)) = chosen else {
        let column = words.get(1).map_or(line.chars().count() + 1, |(column, _)| *column);
        let help = "write the letter, the number of an area, item or part (or leave it out), the line of the text and its words, as in `I 1.2 14 Hold talks`";
        return Err(problem(column, "the line does not say which line of the text it is".to_owned(), help));
    };
    if text.is_empty() {
        let help = "write the words of the line as they are in the text";
        return Err(problem(
            line.chars().count() + 1,
            "the row does not have the words of its line".to_owned(),
            help,
        ));
    }
    Ok(Entry { letter, id, number, text, place })
}

/// The words of a line with their columns.
fn words(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut column = 1;
    // Only the first three can be letter, number and line.
    let mut rest = line;
    while found.len() < 3 {
        let trimmed = rest.trim_start();
        column += rest[..rest.len() - trimmed.len()].chars().count();
        let end = trimmed.find(char::is_whitespace).unwrap_or(trimmed.len());
        if end == 0 {
            break;
        }
        found.push((column, &trimmed[..end]));
        column += trimmed[..end].chars().count();
        rest = &trimmed[end..];
    }
    found
}

/// A text with one space for each white space, as lines are compared.
pub(in crate::import) fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
