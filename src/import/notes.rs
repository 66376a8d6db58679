//! The notes of a text, `[^1]: …`, and their marks, `[^1]`: a record that has the mark has the note below it.

use std::collections::{BTreeMap, BTreeSet};

use super::boilerplate::Boilerplate;
use super::coverage::Disposition;
use super::lines::SourceLine;
use super::record::ImportedRecord;

/// Writes the marks of the notes that a text has as a reader sees them: `[1]`. Signs of Markdown mean nothing in a record's text.
pub(super) fn show_marks(lines: &mut [SourceLine]) {
    let names: BTreeSet<String> =
        lines.iter().filter_map(|line| defined(&line.text)).map(|(name, _)| name.to_owned()).collect();
    for line in lines.iter_mut().filter(|line| line.text.contains("[^")) {
        let from = defined(&line.text).map_or(0, |(name, _)| name.len() + "[^]:".len());
        let (begin, rest) = line.text.split_at(from);
        let shown = names
            .iter()
            .fold(rest.to_owned(), |rest, name| rest.replace(&format!("[^{name}]"), &shown(name)));
        line.text = format!("{begin}{shown}");
    }
}

/// `[1]`
fn shown(name: &str) -> String {
    format!("[{name}]")
}

/// The name of the note that a line begins, and its words.
fn defined(text: &str) -> Option<(&str, &str)> {
    let (name, words) = text.strip_prefix("[^")?.split_once("]:")?;
    let good = !name.is_empty() && !name.contains(|sign: char| sign.is_whitespace() || "[]^".contains(sign));
    good.then(|| (name, words.trim()))
}

/// The words of each note that the text has.
fn read(lines: &[SourceLine], dispositions: &[Disposition]) -> BTreeMap<String, (usize, String)> {
    let mut notes: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut open: Option<String> = None;
    for (at, (line, disposition)) in lines.iter().zip(dispositions).enumerate() {
        let is_note = *disposition == Disposition::Boilerplate(Boilerplate::Footnote);
        match (defined(&line.text).filter(|_| is_note), &open) {
            (Some((name, words)), _) => {
                notes.entry(name.to_owned()).or_insert_with(|| (at, words.to_owned()));
                open = Some(name.to_owned());
            }
            (None, Some(name)) if is_note => {
                if let Some((_, words)) = notes.get_mut(name) {
                    words.push(' ');
                    words.push_str(&line.text);
                }
            }
            _ => open = None,
        }
    }
    notes
}

/// Gives each record, and the introduction, the notes whose marks it has. Says which notes no line has the mark of, by their lines.
pub(super) fn give(
    lines: &[SourceLine],
    dispositions: &[Disposition],
    records: &mut [ImportedRecord],
    introduction: &mut Vec<String>,
) -> Vec<usize> {
    let notes = read(lines, dispositions);
    let mut unmarked = Vec::new();
    for (name, (place, words)) in &notes {
        let mark = shown(name);
        let note = format!("{mark} {words}");
        let mut is_marked = false;
        let mut given = BTreeSet::new();
        for (line, disposition) in
            lines.iter().zip(dispositions).filter(|(line, _)| line.text.contains(&mark))
        {
            match disposition {
                Disposition::Record(record, _) => {
                    is_marked = true;
                    if given.insert(*record) {
                        records[*record].body.push(note.clone());
                    }
                }
                Disposition::Boilerplate(Boilerplate::Preamble | Boilerplate::Title) => {
                    is_marked = true;
                    if !introduction.contains(&note) {
                        introduction.push(note.clone());
                    }
                }
                _ => is_marked |= defined(&line.text).is_none(),
            }
        }
        if !is_marked {
            unmarked.push(*place);
        }
    }
    unmarked
}
