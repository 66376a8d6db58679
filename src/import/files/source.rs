//! The source record: the whole text, so that nothing of it is lost, and so that every check compares the records with it.

use std::collections::BTreeMap;

use super::super::boilerplate::Boilerplate;
use super::super::coverage::Disposition;
use super::super::record::ImportedRecord;
use super::super::{Import, yaml};
use super::facts::BookFacts;
use crate::limits::Limits;
use crate::plan_text;

/// The id of the record.
pub(super) const ID: &str = "imported-text";
/// Where it stands.
pub(super) const PATH: &str = "content/sources/imported-text.md";

/// The longest text that is kept in it: what surrounds the text, and its indentation, must have room too.
pub(in super::super) const LARGEST: usize = Limits::DEFAULT.file_size * 3 / 4;

/// The file of the record.
pub(super) struct SourceFile {
    pub(super) text: String,
    /// Whether the check reads the text as the import did, so that it can compare.
    pub(super) is_compared: bool,
}

/// The record; none when a book could not read it.
pub(super) fn file(import: &Import, facts: &BookFacts) -> Option<SourceFile> {
    let whole = text_of(import, |_| true);
    // Lines of the paper would be taken for words of the record before.
    let bare = text_of(import, |disposition| match disposition {
        Disposition::Boilerplate(kind) => matches!(kind, Boilerplate::Title | Boilerplate::Preamble),
        _ => true,
    });
    let compared =
        [&whole, &bare].into_iter().find(|text| !import.is_table && reads_alike(text, &import.records));
    let (shown, kind, said) = match compared {
        Some(text) if text.len() < whole.len() => {
            (text, "plan-text", "as imported, without page numbers, headers and footers")
        }
        Some(text) => (text, "plan-text", "as imported"),
        None => (&whole, "text", "as imported"),
    };
    let fence = "`".repeat(longest_run(shown).max(2) + 1);
    let text = format!(
        "---\ntitle: {}\ndate: {}\ntype: text of the plan\nlang: {}\n# FILL IN: adopted-by, url, licence\n---\n\nThe text of the plan, {said}.\n\n{fence}{kind}\n{shown}{fence}\n",
        yaml::quoted(&format!("Text of: {}", facts.title)),
        facts.adopted(),
        facts.lang,
    );
    let fits = import.coverage.lines.iter().map(|line| line.text.len()).sum::<usize>() <= LARGEST
        && text.len() <= Limits::DEFAULT.file_size;
    fits.then_some(SourceFile { text, is_compared: compared.is_some() })
}

fn text_of(import: &Import, keep: impl Fn(Disposition) -> bool) -> String {
    let mut text = String::new();
    for (line, disposition) in import
        .coverage
        .lines
        .iter()
        .zip(&import.coverage.dispositions)
        .filter(|(_, disposition)| keep(**disposition))
    {
        if *disposition != Disposition::Blank {
            text.push_str(&" ".repeat(line.indent.min(40)));
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

/// Whether the reader that checks use finds the same numbers and words.
fn reads_alike(text: &str, records: &[ImportedRecord]) -> bool {
    let lines = plan_text::parse(text);
    let read: BTreeMap<&str, &str> =
        lines.iter().map(|line| (line.id.as_str(), line.text.as_str())).collect();
    let found = records
        .iter()
        .map(|record| (record.id.as_str(), record.text.as_ref().unwrap_or(&record.title).as_str()));
    read.len() == lines.len() && read == found.collect()
}

fn longest_run(text: &str) -> usize {
    text.split(|sign| sign != '`').map(str::len).max().unwrap_or(0)
}
