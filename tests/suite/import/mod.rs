//! `planbook import`: the outline is what the text has, and every line of the text is accounted for.

mod again;
mod cases;
mod columns;
mod command;
mod corrected;
mod doubts;
mod formats;
mod frozen_plan;
mod nothing_silent;
mod outline_files;
mod outlines;
mod printed;
mod properties;
mod reported;
mod tables;
mod unsure_cells;

use planbook::import::{Decisions, Disposition, Import, ImportedRecord, SourceFormat, files, read};

use crate::book::{Book, Outcome};

/// What is found in a text, with the book that it makes.
fn import(text: &str, format: SourceFormat, decisions: &Decisions) -> (Import, Outcome) {
    let found = read(text, format, decisions).unwrap();
    accounted(&found);
    let outcome = book(&found, decisions).build();
    (found, outcome)
}

/// The book that an import makes.
fn book(found: &Import, decisions: &Decisions) -> Book {
    files(found, decisions).into_iter().fold(Book::empty(), |book, (path, text)| book.file(&path, text))
}

/// Every line has one disposition: a record that exists, boilerplate, not understood, or blank, and only if it says nothing.
fn accounted(found: &Import) {
    let coverage = &found.coverage;
    assert_eq!(coverage.lines.len(), coverage.dispositions.len());
    for (line, disposition) in coverage.lines.iter().zip(&coverage.dispositions) {
        match disposition {
            Disposition::Blank => {
                assert!(line.text.chars().all(|sign| ",;|\"\t ".contains(sign)), "{line:?}")
            }
            Disposition::Record(index, _) => {
                let record = &found.records[*index];
                // A box says whether something is completed, and is in the report.
                // An anchor is a mark of a converted paper.
                let is_box = |word: &str| matches!(word, "[x]" | "[X]") || word.starts_with("{#");
                // The words and the address of a link stand apart in the record.
                let said = line.text.replace("](", " ");
                let lost = said.split_whitespace().find(|word| !is_box(word) && !holds(record, word));
                let in_cells = found.is_table || line.text.starts_with('|');
                assert!(in_cells || lost.is_none(), "{lost:?} of {line:?} is not in {record:?}");
            }
            Disposition::Boilerplate(_) | Disposition::NotUnderstood(_) => {}
        }
    }
}

/// `id title` of each record.
fn titles(found: &Import) -> Vec<String> {
    found.records.iter().map(|record| format!("{} {}", record.id, record.title)).collect()
}

/// Whether a word stands somewhere in a record, but for the signs around it.
fn holds(record: &ImportedRecord, word: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|sign| sign.is_alphanumeric()).collect::<String>();
    let text = record.text.as_deref().unwrap_or("");
    plain(&[record.written.as_str(), &record.title, text, &record.body.concat()].concat())
        .contains(&plain(word))
}

/// What a person should look at, without the language, which no text names.
fn doubts(found: &Import) -> Vec<&str> {
    let all = found.remarks.iter().map(String::as_str);
    all.filter(|remark| !remark.starts_with("the language is ")).collect()
}
