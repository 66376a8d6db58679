//! Whatever a first reading comes to: with the right letters and numbers in its outline file, each text gives the right records.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use planbook::import::{Decisions, obey, outline};

use super::cases::{Case, cases};
use super::{accounted, book};

/// A row of an outline file: its letter, its line, its words and what is said of it.
pub(super) struct Row {
    pub(super) letter: String,
    pub(super) line: usize,
    words: String,
    pub(super) note: String,
}

pub(super) fn rows(outline: &str) -> Vec<Row> {
    let row = |row: &str| {
        let (row, note) = row.split_once("  → ").unwrap_or((row, ""));
        let (letter, rest) = row.split_once(char::is_whitespace).unwrap();
        let mut rest = rest.trim_start();
        if ["A", "I", "P", "PP"].contains(&letter) || letter.starts_with("PP") {
            rest = rest.split_once(char::is_whitespace).unwrap().1.trim_start();
        }
        let (line, words) = rest.split_once(char::is_whitespace).unwrap();
        Row {
            letter: letter.to_owned(),
            line: line.parse().unwrap_or_else(|_| panic!("{row}")),
            words: words.trim().to_owned(),
            note: note.to_owned(),
        }
    };
    outline.lines().filter(|row| !row.is_empty() && !row.starts_with('#')).map(row).collect()
}

fn plain(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// Words with those of each link in its place.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or("").to_owned();
    first + &parts.map(|part| part.split_once(')').map_or("", |(_, rest)| rest)).collect::<String>()
}

/// What each row is that begins a record, or goes on one: the letter and the number.
pub(super) fn right(case: &Case, rows: &[Row]) -> BTreeMap<usize, String> {
    let mut found = BTreeMap::new();
    let mut next = 0;
    for record in &case.records {
        let (id, words) = record.split_once(' ').unwrap();
        let words = plain(words);
        let ends = |at: &usize| plain(&rows[*at].words).ends_with(&words);
        let begins = |at: &usize| {
            const ENOUGH: usize = 5;
            let line: Vec<char> = plain(&rows[*at].words).chars().collect();
            let ends = (0..line.len()).map(|from| line[from..].iter().collect::<String>());
            let start: String = words.chars().take(12).collect();
            let mut ends = ends.filter(|end| end.chars().count() >= ENOUGH);
            ends.any(|end| words.starts_with(&end) || end.starts_with(&start))
        };
        let Some(at) = (next..rows.len()).find(ends).or_else(|| (next..rows.len()).find(begins)) else {
            continue;
        };
        let letter = match id.matches('.').count() {
            0 => "A".to_owned(),
            1 => "I".to_owned(),
            depth => "P".repeat(depth - 1),
        };
        found.insert(at, format!("{letter} {id}"));
        let mut said = plain(&without_addresses(&rows[at].words));
        next = at + 1;
        while !said.contains(&words) && next < rows.len() {
            // What stands in the middle of a record at the end of a page is still no part of it.
            if rows[next].letter != "X" {
                said += &plain(&without_addresses(&rows[next].words));
                found.insert(next, "+".to_owned());
            }
            next += 1;
        }
    }
    found
}

/// The outline file of a text, with the letters and numbers that are right.
fn corrected(case: &Case, first: &str) -> String {
    let rows = rows(first);
    let right = right(case, &rows);
    let begins = right.keys().next().copied().unwrap_or(rows.len());
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        let is_record = row.letter.starts_with(['A', 'I', 'P']);
        let letter = match right.get(&at) {
            Some(right) => right.as_str(),
            None if row.letter == "X" => "X",
            None if at < begins => "N",
            None if is_record || ["?", "N", "T"].contains(&row.letter.as_str()) => "T",
            None => row.letter.as_str(),
        };
        let _ = writeln!(out, "{letter} {} {}", row.line, row.words);
    }
    out
}

#[test]
fn every_text_is_right_with_an_outline_file() {
    let decisions = Decisions::default();
    let cases = cases();
    let mut wrong = Vec::new();
    for case in &cases {
        let file = corrected(case, &outline(&case.text, &decisions).unwrap());
        let found = match obey(&case.text, &file, &decisions) {
            Ok(found) => found,
            Err(problem) => panic!("{}: {problem:?}\n{file}", case.name),
        };
        accounted(&found);
        assert_eq!(found.coverage.not_understood(), 0, "{}\n{file}", case.name);
        let lines = case.text.lines().filter(|line| !line.trim().is_empty()).count();
        let said = found.coverage.lines.iter().filter(|line| !line.is_blank()).count();
        assert_eq!(said, lines, "{}", case.name);
        assert_eq!(book(&found, &decisions).build().places(), Vec::<String>::new(), "{}", case.name);
        let is_right = |(record, expected): (&planbook::import::ImportedRecord, &String)| {
            let (id, words) = expected.split_once(' ').unwrap();
            let own = record.text.as_deref().unwrap_or(&record.title);
            record.id == id && (record.line.is_none() || plain(own).contains(&plain(words)))
        };
        let same = found.records.len() == case.records.len()
            && found.records.iter().zip(&case.records).all(is_right);
        if !same {
            let got: Vec<String> =
                found.records.iter().map(|record| format!("{} {}", record.id, record.title)).collect();
            wrong.push(format!("{}\n{}\n{file}", case.name, got.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong\n{}", wrong.len(), cases.len(), wrong.join("\n\n"));
}
