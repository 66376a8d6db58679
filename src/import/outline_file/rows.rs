//! An outline file, written: a row for each line of the text that says something.

use super::entry::{NOTE, one_space};
use super::letter::Letter;
use crate::import::lines::SourceLine;
use crate::import::verdict::Verdict;

/// What the first lines of an outline file say.
const HEAD: &str = "# A area · I item · P part (PP part of a part) · T text of the record above · X not part of the plan · ? not understood
# + goes on the line above · before the first record: T title of the plan, N introduction
# Each row: letter, number of the record (without one planbook gives the next), line of the text, its words. Change letters and
# numbers, then run the same command again. What follows → is a note of planbook and has no effect.
";

/// What planbook says about lines, by their index.
pub(in crate::import) type Notes = std::collections::BTreeMap<usize, Vec<String>>;

/// The rows of an outline file.
pub(in crate::import) struct Rows {
    /// For each line of the text its row.
    rows: Vec<Option<String>>,
}

impl Rows {
    pub(in crate::import) fn of(lines: &[SourceLine], verdicts: &[Verdict], notes: &Notes) -> Self {
        let heads: Vec<Option<String>> = verdicts.iter().map(head).collect();
        let longest = heads.iter().flatten().map(|head| head.chars().count()).max().unwrap_or(0);
        let digits = lines.last().map_or(1, |line| line.number.to_string().len());
        let rows = lines.iter().zip(verdicts).zip(heads).enumerate();
        let rows = rows.map(|(at, ((line, verdict), head))| {
            let (head, text) = (head?, one_space(&line.text));
            let row = format!("{head:<longest$}  {:>digits$}  {text}", line.number);
            let noted = notes.get(&at).into_iter().flatten().cloned();
            let said: Vec<String> = note(verdict).map(str::to_owned).into_iter().chain(noted).collect();
            Some(if said.is_empty() { row } else { format!("{row}{NOTE}{}", one_space(&said.join("; "))) })
        });
        Self { rows: rows.collect() }
    }

    /// The row of a line.
    pub(in crate::import) fn row(&self, line: usize) -> Option<&str> {
        self.rows.get(line)?.as_deref()
    }

    /// The whole file.
    pub(in crate::import) fn file(&self) -> String {
        let mut text = HEAD.to_owned();
        for row in self.rows.iter().flatten() {
            text.push_str(row);
            text.push('\n');
        }
        text
    }
}

/// The letter and the number of a line; none when it says nothing.
fn head(verdict: &Verdict) -> Option<String> {
    let letter = match verdict {
        Verdict::Blank => return None,
        Verdict::Record { depth, id } => return Some(format!("{} {id}", Letter::Begins(*depth).shown())),
        Verdict::TextOf(id) => return Some(format!("{} {id}", Letter::Text.shown())),
        Verdict::GoesOn => Letter::GoesOn,
        Verdict::Text | Verdict::Title => Letter::Text,
        Verdict::Introduction => Letter::Introduction,
        Verdict::LeftOut(_) => Letter::LeftOut,
        Verdict::NotUnderstood(_) => Letter::Unknown,
    };
    Some(letter.shown())
}

fn note(verdict: &Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Title => Some("title of the plan"),
        Verdict::Introduction => Some("introduction"),
        Verdict::LeftOut(kind) => Some(kind.name()),
        Verdict::NotUnderstood(why) => Some(why),
        _ => None,
    }
}
