//! Words that are in the right record and may still be wrong: columns, calls of footnotes, hyphens, numbers that ids do not say.

use crate::import::boilerplate::{self, Boilerplate};
use crate::import::broken_words::{self, BrokenWord};
use crate::import::lines::SourceLine;
use crate::import::record::ImportedRecord;
use crate::import::spaces;
use crate::import::verdict::{Doubt, Verdict, Weight};

/// Numbers of several steps that the ids do not say: they are kept as codes.
pub(in crate::import) fn changed_numbers(lines: &[SourceLine], records: &[ImportedRecord]) -> Vec<Doubt> {
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
pub(super) fn wide_columns(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
    let in_plan =
        |at: usize| matches!(verdicts[at], Verdict::Record { .. } | Verdict::GoesOn | Verdict::Text);
    let is_wide = |at: usize| in_plan(at) && spaces::has_columns(lines, at);
    let firsts = (0..lines.len()).filter(|at| is_wide(*at) && (*at == 0 || !is_wide(at - 1)));
    let said = "this line has columns between wide spaces, and they became one text; correct the text of the record, or import the table as CSV";
    firsts.map(|at| Doubt { weight: Weight::Wrong, line: Some(at), said: said.to_owned() }).collect()
}

/// Numbers behind words that call a footnote of the page: they are still in the text.
pub(super) fn calls_of_footnotes(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
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
pub(super) fn hyphens(lines: &[SourceLine], verdicts: &[Verdict]) -> Vec<Doubt> {
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
