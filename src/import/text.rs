//! The text of a plan as records: what each line is, and what they come to.

use super::assemble::{self, Assembled};
use super::bare_tables;
use super::boilerplate;
use super::bullet_levels;
use super::comments;
use super::coverage::{Coverage, short};
use super::decisions::Decisions;
use super::detect;
use super::doubts;
use super::language;
use super::lines::{self, SourceLine};
use super::notes;
use super::outcome::Import;
use super::outline_file::{self, Entry, Fit, Notes, OutlineProblem, Rows};
use super::pasted_bullets;
use super::printed_tables;
use super::raised;
use super::spaces;
use super::struck::{self, Struck};
use super::tables;
use super::verdict::{Doubt, Reading, Verdict, Weight};

/// Reads a text.
///
/// # Errors
/// When nothing in it is a record, or a style was asked for that it does not have.
pub(super) fn read(text: &str, decisions: &Decisions) -> Result<Import, String> {
    let (lines, reading) = detected(text, decisions)?;
    if !has_records(&reading.verdicts) {
        return Err(detect::no_outline(&lines));
    }
    Ok(import(lines, reading, decisions))
}

/// A text as an outline file.
///
/// # Errors
/// When it is empty, or a style was asked for that it does not have.
pub(super) fn outline(text: &str, decisions: &Decisions) -> Result<String, String> {
    let (lines, reading) = detected(text, decisions)?;
    if lines.iter().all(SourceLine::is_blank) {
        return Err(detect::no_outline(&lines));
    }
    Ok(rows(&lines, &reading).file())
}

/// Reads a text as an outline file says.
///
/// # Errors
/// The mistakes of the outline file, each with its place.
pub(super) fn obey(text: &str, outline: &str, decisions: &Decisions) -> Result<Import, ObeyError> {
    let Fitted { lines, reading, entries, fit, mut problems } = fitted(text, outline, decisions)?;
    problems.extend(fit.left.iter().map(|at| no_line(&entries[*at])));
    let (obeyed, wrong) = outline_file::obey(&lines, &entries, &fit, &reading.verdicts);
    problems.extend(wrong);
    if problems.is_empty() && !has_records(&obeyed.verdicts) {
        problems.push(OutlineProblem {
            line: 1,
            column: 1,
            message: "the outline file marks no line as an area, an item or a part".to_owned(),
            help: "write A before the lines of areas and I before those of items".to_owned(),
        });
    }
    if problems.is_empty() {
        return Ok(import(lines, obeyed, decisions));
    }
    problems.sort();
    Err(ObeyError::Outline(problems))
}

/// The outline file for a text, with the letters and numbers of one that was for an older text: what is new has a `?`. Says how
/// many rows are new, and how many rows have no line now.
///
/// # Errors
/// The mistakes of the outline file, each with its place.
pub(super) fn renew(
    text: &str,
    outline: &str,
    decisions: &Decisions,
) -> Result<(String, usize, usize), ObeyError> {
    let Fitted { lines, reading, entries, fit, mut problems } = fitted(text, outline, decisions)?;
    let (obeyed, wrong) = outline_file::obey(&lines, &entries, &fit, &reading.verdicts);
    problems.extend(wrong);
    if !problems.is_empty() {
        problems.sort();
        return Err(ObeyError::Outline(problems));
    }
    let said = lines.iter().filter(|line| !line.is_blank()).count();
    let new = said - fit.entries.iter().flatten().count();
    Ok((rows(&lines, &obeyed).file(), new, fit.left.len()))
}

/// Why an outline file cannot be obeyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObeyError {
    /// The text cannot be read.
    Text(String),
    /// The mistakes of the outline file, by their places.
    Outline(Vec<OutlineProblem>),
}

/// A text and an outline file beside each other.
struct Fitted {
    lines: Vec<SourceLine>,
    /// What the text itself shows.
    reading: Reading,
    entries: Vec<Entry>,
    fit: Fit,
    problems: Vec<OutlineProblem>,
}

fn fitted(text: &str, outline: &str, decisions: &Decisions) -> Result<Fitted, ObeyError> {
    let (lines, reading) = detected(text, decisions).map_err(ObeyError::Text)?;
    let said: Vec<Option<String>> =
        lines.iter().map(|line| (!line.is_blank()).then(|| outline_file::one_space(&line.text))).collect();
    let known = said.iter().flatten().map(String::as_str).collect();
    let (entries, problems) = outline_file::parse(outline, &known);
    let fit = outline_file::fit(&said, &entries);
    Ok(Fitted { lines, reading, entries, fit, problems })
}

fn no_line(entry: &Entry) -> OutlineProblem {
    OutlineProblem {
        line: entry.place,
        column: 1,
        message: format!("no line of the text reads `{}`", short(&entry.text, 60)),
        help: "write the words as they are in the text, or delete the row; where the text has changed, `--update-outline` writes the rows for it and keeps your letters and numbers".to_owned(),
    }
}

fn detected(text: &str, decisions: &Decisions) -> Result<(Vec<SourceLine>, Reading), String> {
    let (mut lines, replaced) = lines::split(text);
    let comments = comments::take_out(&mut lines);
    for line in &mut lines {
        line.text = raised::in_tags(&line.text);
    }
    notes::show_marks(&mut lines);
    let struck = struck::take_out(&mut lines);
    let two_levels = bullet_levels::set(&mut lines);
    pasted_bullets::restore(&mut lines);
    bare_tables::close(&mut lines);
    tables::open_headings(&mut lines);
    if let Some(map) = &decisions.map {
        return Err(format!(
            "--map is for tables (CSV, Excel, OpenDocument), and this is a text, so {} is not obeyed\n  help: name the columns of the tables in it with --column, as in `--column text=\"Measure\"`",
            map.file
        ));
    }
    let furniture = boilerplate::find(&lines);
    let tables = printed_tables::fold(&mut lines, &furniture);
    spaces::close(&mut lines);
    if let Some(problem) = tables::wrong_columns(&lines, decisions) {
        return Err(problem);
    }
    let mut reading = detect::detect(&lines, decisions)?;
    for line in tables {
        let said =
            "a table with columns between wide spaces begins here; planbook reads its cells by the places of these names"
                .to_owned();
        reading.doubts.push(Doubt { weight: Weight::Unusual, line: Some(line), said });
    }
    reading.doubts.extend(struck.into_iter().map(|(line, what)| of_struck(line, &what)));
    reading.doubts.extend(of_comments(&comments));
    reading.decided.extend(two_levels);
    if replaced > 0 {
        let said = format!("{replaced} characters that a page cannot show became spaces or other characters");
        reading.doubts.push(Doubt { weight: Weight::Unusual, line: None, said });
    }
    Ok((lines, reading))
}

/// Comments are said once, with how many there are.
fn of_comments(comments: &[(usize, String)]) -> Option<Doubt> {
    let (line, words) = comments.first()?;
    let more = match comments.len() {
        1 => String::new(),
        count => format!("; so are {} more", count - 1),
    };
    let said = format!("the comment `{}` is not part of the plan, so it is left out{more}", short(words, 60));
    Some(Doubt { weight: Weight::Unusual, line: Some(*line), said })
}

fn of_struck(line: usize, what: &Struck) -> Doubt {
    let said = match what {
        Struck::Whole => "the words of this line are struck out, so it is not part of the plan".to_owned(),
        Struck::Words(words) => {
            format!("`{}` is struck out on this line, so it is left out", short(words, 60))
        }
    };
    Doubt { weight: Weight::Unusual, line: Some(line), said }
}

fn has_records(verdicts: &[Verdict]) -> bool {
    verdicts.iter().any(|verdict| matches!(verdict, Verdict::Record { .. }))
}

/// The rows of an outline file, with what is to be looked at beside each line.
fn rows(lines: &[SourceLine], reading: &Reading) -> Rows {
    let mut notes = Notes::new();
    for doubt in &reading.doubts {
        if let Some(line) = doubt.line {
            notes.entry(line).or_default().push(format!("look: {}", doubt.said));
        }
    }
    Rows::of(lines, &reading.verdicts, &notes)
}

/// What a reading of lines comes to.
fn import(lines: Vec<SourceLine>, mut reading: Reading, decisions: &Decisions) -> Import {
    let assembled = assemble::assemble(&lines, &reading.verdicts, decisions);
    let Assembled { title, mut introduction, mut records, dispositions, fields, decided, remarks: of_tables } =
        assembled;
    let unmarked = notes::give(&lines, &dispositions, &mut records, &mut introduction);
    reading.doubts.extend(unmarked.into_iter().map(|line| Doubt {
        weight: Weight::Doubtful,
        line: Some(line),
        said: "no line has the mark of this note, so its words are in no record; if it belongs to one, write its mark there".to_owned(),
    }));
    let place = |number: usize| lines.iter().position(|line| line.number == number);
    reading.doubts.extend(of_tables.into_iter().map(|(number, said)| Doubt {
        weight: Weight::Unusual,
        line: place(number),
        said,
    }));
    reading.decided.extend(decided);
    let known = &reading.renumbered;
    let changed = doubts::changed_numbers(&lines, &records).into_iter();
    reading.doubts.extend(changed.filter(|doubt| doubt.line.is_none_or(|line| !known.contains(&line))));
    let remarks = remarks(&lines, &reading);
    let dotted = records.iter().any(|record| record.written.trim_matches(['.', '(', ')']).contains('.'));
    let mut found = Import {
        title,
        preamble: introduction,
        records,
        fields,
        mapping: Vec::new(),
        table: None,
        coverage: Coverage { lines, dispositions },
        decided: reading.decided,
        remarks,
        dotted,
        is_table: false,
    };
    if decisions.lang.is_none() {
        language::add_guess(&mut found);
    }
    found
}

/// What a person should look at, the most doubtful first, each with the row of the outline file that it is about.
fn remarks(lines: &[SourceLine], reading: &Reading) -> Vec<String> {
    let rows = Rows::of(lines, &reading.verdicts, &Notes::new());
    let mut doubts: Vec<&Doubt> = reading.doubts.iter().collect();
    doubts.sort_by_key(|doubt| (doubt.weight, doubt.line));
    let said = |doubt: &&Doubt| match doubt.line.map(|line| (lines[line].number, rows.row(line))) {
        Some((number, Some(row))) => format!("line {number}: {}\n      {}", doubt.said, short(row, 100)),
        Some((number, None)) => format!("line {number}: {}", doubt.said),
        None => doubt.said.clone(),
    };
    doubts.iter().map(said).collect()
}
