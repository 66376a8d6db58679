//! Where each line of a source went. Every line has exactly one fate.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::furniture::Furniture;
use super::lines::Line;
use super::record::Record;

/// Where a line went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It says nothing.
    Blank,
    /// Into the record of this index.
    Record(usize, Share),
    /// It belongs to the paper, not to the plan.
    Furniture(Furniture),
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

impl Fate {
    fn name(self, records: &[Record]) -> String {
        match self {
            Self::Blank => "blank".to_owned(),
            Self::Furniture(kind) => kind.name().to_owned(),
            Self::NotUnderstood(_) => "NOT UNDERSTOOD".to_owned(),
            Self::Record(index, share) => {
                let name = records.get(index).map_or_else(String::new, Record::name);
                match share {
                    Share::Begins => name,
                    Share::GoesOn => format!("{name}, continued"),
                    Share::Body => format!("{name}, text below"),
                }
            }
        }
    }
}

/// The fate of each line, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The lines.
    pub lines: Vec<Line>,
    /// Their fates, as many.
    pub fates: Vec<Fate>,
}

impl Coverage {
    /// How many lines were not understood.
    pub fn not_understood(&self) -> usize {
        self.fates.iter().filter(|fate| matches!(fate, Fate::NotUnderstood(_))).count()
    }

    /// A few lines: how many went where, and each that was not understood.
    pub fn summary(&self) -> String {
        let count = |is: &dyn Fn(&Fate) -> bool| self.fates.iter().filter(|fate| is(fate)).count();
        let mut furniture: BTreeMap<Furniture, usize> = BTreeMap::new();
        for fate in &self.fates {
            if let Fate::Furniture(kind) = fate {
                *furniture.entry(*kind).or_default() += 1;
            }
        }
        let blank = count(&|fate| *fate == Fate::Blank);
        let records = count(&|fate| matches!(fate, Fate::Record(..)));
        let mut text = format!("Coverage: {} lines, all of them accounted for\n", self.lines.len());
        let mut row = |number: usize, what: &str| {
            let _ = writeln!(text, "  {number:>6}  {what}");
        };
        row(records, "in records");
        furniture.iter().for_each(|(kind, number)| row(*number, kind.name()));
        row(blank, "blank");
        row(self.not_understood(), "not understood");
        for (line, fate) in self.lines.iter().zip(&self.fates) {
            if let Fate::NotUnderstood(why) = fate {
                let _ = writeln!(text, "  line {}: {}\n    {why}", line.number, short(&line.text, 70));
            }
        }
        text
    }

    /// Every line with where it went.
    pub fn whole(&self, records: &[Record]) -> String {
        let names: Vec<String> = self.fates.iter().map(|fate| fate.name(records)).collect();
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
