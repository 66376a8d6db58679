//! Records from lines and what each of them is.

use std::collections::BTreeSet;

use super::boilerplate::Boilerplate;
use super::broken_words;
use super::coverage::{Disposition, Share, short};
use super::decisions::{Decisions, Wrap};
use super::level_names::LevelNames;
use super::level_words;
use super::lines::SourceLine;
use super::node::join;
use super::record::{DeclaredField, ImportedRecord, implied};
use super::running_numbers;
use super::tables::{self, TableLine, Tables, Which};
use super::verdict::Verdict;
use super::words;

/// What lines come to.
#[derive(Debug, Default)]
pub(super) struct Assembled {
    pub(super) title: String,
    /// The paragraphs before the first record.
    pub(super) introduction: Vec<String>,
    pub(super) records: Vec<ImportedRecord>,
    pub(super) dispositions: Vec<Disposition>,
    /// What the tables of the text have: fields, what their columns are, and what is to be looked at, with the number of the line.
    pub(super) fields: Vec<DeclaredField>,
    pub(super) decided: Vec<String>,
    pub(super) remarks: Vec<(usize, String)>,
}

/// A longer paragraph before the first record is not kept whole.
const LONGEST_PARAGRAPH: usize = 2000;

/// Puts the records together.
pub(super) fn assemble(lines: &[SourceLine], verdicts: &[Verdict], decisions: &Decisions) -> Assembled {
    let mut assembly = Assembly {
        out: Assembled::default(),
        said: Vec::new(),
        begun: Vec::new(),
        open: Vec::new(),
        last: Last::Nothing,
        decisions,
    };
    let texts = match decisions.wrap {
        Wrap::Join => broken_words::healed(lines, verdicts),
        Wrap::Keep => lines.iter().map(|line| line.text.clone()).collect(),
    };
    for (at, (text, verdict)) in texts.iter().zip(verdicts).enumerate() {
        let disposition = assembly.line(text, verdict, (at, &lines[at]));
        assembly.out.dispositions.push(disposition);
    }
    assembly.finish(&level_words::of(lines, decisions), tables::of(lines, decisions, Which::All))
}

/// What a line that goes on goes on.
#[derive(Clone, Copy)]
enum Last {
    Nothing,
    Title,
    Introduction,
    Record,
    /// A paragraph below this record.
    Paragraph(usize),
}

struct Assembly<'d> {
    out: Assembled,
    /// The lines of the words of each record.
    said: Vec<Vec<String>>,
    /// The line that each record begins with.
    begun: Vec<Option<usize>>,
    /// The newest record of each depth.
    open: Vec<usize>,
    last: Last,
    decisions: &'d Decisions,
}

impl Assembly<'_> {
    /// A line, of which `text` are the words.
    fn line(&mut self, text: &str, verdict: &Verdict, line: (usize, &SourceLine)) -> Disposition {
        match verdict {
            Verdict::Blank => Disposition::Blank,
            Verdict::LeftOut(kind) => Disposition::Boilerplate(*kind),
            Verdict::NotUnderstood(why) => Disposition::NotUnderstood(why),
            Verdict::GoesOn => self.goes_on(text),
            Verdict::Record { depth, id } => self.begin(*depth, id, text, line),
            Verdict::Title => {
                join(&mut self.out.title, text, false);
                self.last = Last::Title;
                Disposition::Boilerplate(Boilerplate::Title)
            }
            Verdict::Introduction => {
                self.out.introduction.push(text.to_owned());
                self.last = Last::Introduction;
                Disposition::Boilerplate(Boilerplate::Preamble)
            }
            Verdict::Text => self.paragraph(text),
            Verdict::TextOf(id) => match self.out.records.iter().rposition(|record| record.id == *id) {
                Some(record) => self.paragraph_of(record, text),
                None => self.paragraph(text),
            },
        }
    }

    /// A paragraph below the newest record; before the first one it is of the introduction.
    fn paragraph(&mut self, text: &str) -> Disposition {
        let Some(newest) = self.open.last().copied() else {
            self.out.introduction.push(text.to_owned());
            self.last = Last::Introduction;
            return Disposition::Boilerplate(Boilerplate::Preamble);
        };
        self.paragraph_of(newest, text)
    }

    fn paragraph_of(&mut self, record: usize, text: &str) -> Disposition {
        self.out.records[record].body.push(text.to_owned());
        self.last = Last::Paragraph(record);
        Disposition::Record(record, Share::Body)
    }

    fn goes_on(&mut self, text: &str) -> Disposition {
        let keep = self.decisions.wrap == Wrap::Keep;
        let newest = self.open.last().copied().unwrap_or_default();
        match self.last {
            Last::Nothing => self.paragraph(text),
            Last::Title => {
                join(&mut self.out.title, text, false);
                Disposition::Boilerplate(Boilerplate::Title)
            }
            Last::Introduction => {
                if let Some(paragraph) = self.out.introduction.last_mut() {
                    let is_row = are_rows(paragraph, text);
                    join(paragraph, text, is_row);
                }
                Disposition::Boilerplate(Boilerplate::Preamble)
            }
            Last::Record => {
                self.said[newest].push(text.to_owned());
                Disposition::Record(newest, Share::GoesOn)
            }
            Last::Paragraph(record) => {
                if let Some(paragraph) = self.out.records[record].body.last_mut() {
                    let is_row = are_rows(paragraph, text);
                    join(paragraph, text, keep || is_row);
                }
                Disposition::Record(record, Share::Body)
            }
        }
    }

    fn begin(&mut self, depth: usize, id: &str, text: &str, (at, line): (usize, &SourceLine)) -> Disposition {
        if depth > 0 {
            self.area_of(id);
        }
        self.open.truncate(depth);
        let parent = self.open.last().copied();
        if let Some(parent) = parent {
            self.out.records[parent].has_parts = true;
        }
        let index = self.push(ImportedRecord {
            id: id.to_owned(),
            depth,
            parent,
            line: Some(line.number),
            lead: if depth == 0 { Vec::new() } else { self.decisions.lead.clone() },
            ..ImportedRecord::default()
        });
        self.said[index].push(text.to_owned());
        self.begun[index] = Some(at);
        self.open.push(index);
        self.last = Last::Record;
        Disposition::Record(index, Share::Begins)
    }

    fn push(&mut self, record: ImportedRecord) -> usize {
        self.out.records.push(record);
        self.said.push(Vec::new());
        self.begun.push(None);
        self.out.records.len() - 1
    }

    /// Opens the area that an id begins with, when it is none of those that are open.
    fn area_of(&mut self, id: &str) {
        let area = id.split('.').next().unwrap_or(id);
        if self.open.first().is_some_and(|open| self.out.records[*open].id == area) {
            return;
        }
        let there = self.out.records.iter().position(|record| record.depth == 0 && record.id == area);
        let area = there.unwrap_or_else(|| self.push(implied(area)));
        self.open = vec![area];
    }

    fn finish(mut self, levels: &LevelNames, mut tables: Tables) -> Assembled {
        let wrap = self.decisions.wrap;
        for (index, record) in self.out.records.iter_mut().enumerate() {
            let said = &self.said[index];
            match self.begun[index].and_then(|at| tables.lines.remove(&at)) {
                Some(TableLine::Row(row)) => words::of_row(record, *row, &said[1..]),
                _ if said.is_empty() => {}
                _ => words::give(record, said, levels, wrap),
            }
        }
        running_numbers::keep(&mut self.out.records);
        words::keep_codes_apart(&mut self.out.records);
        let begun: BTreeSet<usize> = self.out.records.iter().filter_map(|record| record.line).collect();
        self.out.fields = tables.fields(&self.out.records);
        (self.out.decided, self.out.remarks) = (tables.decided(&begun), tables.remarks(&begun));
        for paragraph in &mut self.out.introduction {
            if !paragraph.starts_with('|') {
                *paragraph = short(&words::without_marks(paragraph), LONGEST_PARAGRAPH);
            }
        }
        self.out.title = self.out.title.trim_matches(|sign: char| "#*_ ".contains(sign)).to_owned();
        self.out
    }
}

/// Whether two texts are rows of a table, each a line of its own.
fn are_rows(above: &str, below: &str) -> bool {
    above.starts_with('|') && below.starts_with('|')
}
