//! Where each line of a source went. Every line has exactly one disposition.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::boilerplate::Boilerplate;
use super::lines::SourceLine;
use super::record::ImportedRecord;

/// Where a line went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// It says nothing.
    Blank,
    /// Into the record of this index.
    Record(usize, Share),
    /// It belongs to the paper, not to the plan.
    Boilerplate(Boilerplate),
    /// It is in no record, and this is why.
    NotUnderstood(&'static str),
}

/// What a line is in its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// It has the number, or is the row.
    Begins,
    /// It goes on the words of the line before.
    GoesOn,
    /// It is in the text below the record.
    Body,
}

impl Disposition {
    fn name(self, records: &[ImportedRecord]) -> String {
        match self {
            Self::Blank => "blank".to_owned(),
            Self::Boilerplate(kind) => kind.name().to_owned(),
            Self::NotUnderstood(_) => "NOT UNDERSTOOD".to_owned(),
            Self::Record(index, share) => {
                let name = records.get(index).map_or_else(String::new, ImportedRecord::name);
                match share {
                    Share::Begins => name,
                    Share::GoesOn => format!("{name}, continued"),
                    Share::Body => format!("{name}, text below"),
                }
            }
        }
    }
}

/// The disposition of each line, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The lines.
    pub lines: Vec<SourceLine>,
    /// Their dispositions, as many.
    pub dispositions: Vec<Disposition>,
}

impl Coverage {
    /// How many lines were not understood.
    pub fn not_understood(&self) -> usize {
        self.dispositions
            .iter()
            .filter(|disposition| matches!(disposition, Disposition::NotUnderstood(_)))
            .count()
    }

    /// A few lines: how many went where, and each that was not understood.
    pub fn summary(&self) -> String {
        let count = |is: &dyn Fn(&Disposition) -> bool| {
            self.dispositions.iter().filter(|disposition| is(disposition)).count()
        };
        let mut boilerplate: BTreeMap<Boilerplate, usize> = BTreeMap::new();
        for disposition in &self.dispositions {
            if let Disposition::Boilerplate(kind) = disposition {
                *boilerplate.entry(*kind).or_default() += 1;
            }
        }
        let blank = count(&|disposition| *disposition == Disposition::Blank);
        let records = count(&|disposition| matches!(disposition, Disposition::Record(..)));
        let mut text = format!("Coverage: {} lines, all of them accounted for\n", self.lines.len());
        let mut row = |number: usize, what: &str| {
            let _ = writeln!(text, "  {number:>6}  {what}");
        };
        row(records, "in records");
        boilerplate.iter().for_each(|(kind, number)| row(*number, kind.name()));
        row(blank, "blank");
        row(self.not_understood(), "not understood");
        for (line, disposition) in self.lines.iter().zip(&self.dispositions) {
            if let Disposition::NotUnderstood(why) = disposition {
                let _ = writeln!(text, "  line {}: {}\n    {why}", line.number, short(&line.text, 70));
            }
        }
        text
    }

    /// Every line with where it went.
    pub fn whole(&self, records: &[ImportedRecord]) -> String {
        let names: Vec<String> =
            self.dispositions.iter().map(|disposition| disposition.name(records)).collect();
        let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).min(40);
        let mut text = String::new();
        for (line, name) in self.lines.iter().zip(&names) {
            let row = format!("{:>6}  {name:<width$}  {}", line.number, short(&line.text, 90));
            let _ = writeln!(text, "{}", row.trim_end());
        }
        text
    }
}

/// The beginning of a text.
pub(super) fn short(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    format!("{}…", cut.trim_end())
}
