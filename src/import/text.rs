//! The text of a plan as records: what each line is, and what they come to.

use super::Import;
use super::assemble::{self, Assembled};
use super::coverage::Coverage;
use super::decisions::Decisions;
use super::detect;
use super::lines::{self, SourceLine};
use super::verdict::{Doubt, Reading, Weight};

/// Reads a text.
///
/// # Errors
/// When nothing in it is numbered, or a style was asked for that it does not have.
pub(super) fn read(text: &str, decisions: &Decisions) -> Result<Import, String> {
    let (lines, replaced) = lines::split(text);
    let mut reading = detect::detect(&lines, decisions)?;
    if replaced > 0 {
        let said = format!("{replaced} characters that a page cannot show became spaces or other characters");
        reading.doubts.push(Doubt { weight: Weight::Unusual, line: None, said });
    }
    Ok(import(lines, reading, decisions))
}

/// What a reading of lines comes to.
fn import(lines: Vec<SourceLine>, reading: Reading, decisions: &Decisions) -> Import {
    let Assembled { title, introduction, records, dispositions } =
        assemble::assemble(&lines, &reading.verdicts, decisions);
    let said = |doubt: &Doubt| match doubt.line {
        Some(line) => format!("line {}: {}", lines[line].number, doubt.said),
        None => doubt.said.clone(),
    };
    let remarks = reading.doubts.iter().map(said).collect();
    let dotted = records.iter().any(|record| record.written.trim_matches(['.', '(', ')']).contains('.'));
    Import {
        title,
        preamble: introduction,
        records,
        coverage: Coverage { lines, dispositions },
        decided: reading.decided,
        remarks,
        dotted,
        is_table: false,
    }
}
