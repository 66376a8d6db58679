//! What each line of a text is, as an outline file says it.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::fit::Fit;
use super::letter::{Letter, name};
use super::problem::OutlineProblem;
use crate::import::boilerplate::Boilerplate;
use crate::import::lines::SourceLine;
use crate::import::marker;
use crate::import::verdict::{Doubt, Reading, Verdict, Weight};
use crate::outline::OutlineId;

/// Says what each line is. `detected` is what the text itself shows: it knows why a line is not in the plan.
pub(in crate::import) fn obey(
    lines: &[SourceLine],
    entries: &[Entry],
    fit: &Fit,
    detected: &[Verdict],
) -> (Reading, Vec<OutlineProblem>) {
    let begins = |entry: &&Entry| matches!(entry.letter, Letter::Begins(_));
    let given = entries.iter().filter(begins).filter_map(|entry| entry.id.as_ref());
    let given = given.map(|(id, _)| id.clone()).collect();
    let mut way = Way {
        open: Vec::new(),
        given,
        taken: BTreeMap::new(),
        has_areas: false,
        titled: false,
        begun: false,
        doubts: Vec::new(),
        renumbered: Vec::new(),
        problems: Vec::new(),
    };
    let mut verdicts = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let verdict = match fit.entries.get(at).copied().flatten().map(|entry| &entries[entry]) {
            _ if line.is_blank() => Verdict::Blank,
            Some(entry) => way.line(entry, (at, line), &detected[at]),
            None => {
                let said = "the outline file has no row for this line, so it is in no record".to_owned();
                way.doubts.push(Doubt { weight: Weight::Wrong, line: Some(at), said });
                Verdict::NotUnderstood("it is new: the outline file has no row for it")
            }
        };
        verdicts.push(verdict);
    }
    let rows = fit.entries.iter().flatten().count();
    let decided = vec![format!("every line is what the outline file says: {rows} rows (--outline)")];
    let Way { doubts, renumbered, problems, .. } = way;
    (Reading { verdicts, decided, doubts, renumbered }, problems)
}

struct Way {
    /// The ids of the records that the next one can stand below.
    open: Vec<String>,
    /// All numbers that the outline file has.
    given: BTreeSet<String>,
    /// The row that has each id.
    taken: BTreeMap<String, usize>,
    /// Whether an area has a row so far. Until then the numbers of the items say their areas.
    has_areas: bool,
    titled: bool,
    /// Whether something was passed that a line can go on.
    begun: bool,
    doubts: Vec<Doubt>,
    /// The lines that get another number than their rows say.
    renumbered: Vec<usize>,
    problems: Vec<OutlineProblem>,
}

impl Way {
    fn line(&mut self, entry: &Entry, line: (usize, &SourceLine), detected: &Verdict) -> Verdict {
        let verdict = match entry.letter {
            Letter::Begins(depth) => self.record(depth, entry, line),
            Letter::LeftOut => match detected {
                Verdict::LeftOut(kind) => return Verdict::LeftOut(*kind),
                _ => return Verdict::LeftOut(Boilerplate::Outline),
            },
            Letter::Unknown => match detected {
                Verdict::NotUnderstood(why) => return Verdict::NotUnderstood(why),
                _ => return Verdict::NotUnderstood("the outline file marks it with `?`"),
            },
            Letter::GoesOn => {
                if !self.begun {
                    let message = "`+` goes on the line above, but no line of the plan stands above it";
                    self.problem(entry, 1, message.to_owned(), "write T, N, A or I".to_owned());
                }
                Verdict::GoesOn
            }
            Letter::Text if let Some((id, column)) = &entry.id => self.text_of(id, *column, entry),
            Letter::Text if !self.open.is_empty() => Verdict::Text,
            Letter::Text if !self.titled => {
                self.titled = true;
                Verdict::Title
            }
            Letter::Introduction if !self.open.is_empty() => {
                let message = "`N` is the introduction of the plan, but a record stands above it".to_owned();
                self.problem(entry, 1, message, "write T for text of the record above".to_owned());
                Verdict::Text
            }
            Letter::Text | Letter::Introduction => Verdict::Introduction,
        };
        self.begun = true;
        verdict
    }

    /// Text of a record that is not the one above.
    fn text_of(&mut self, id: &str, column: usize, entry: &Entry) -> Verdict {
        if self.open.last().is_some_and(|open| open == id) {
            return Verdict::Text;
        }
        // An area that no row is for has no text.
        if self.taken.get(id).is_none_or(|place| *place == 0) {
            let message = format!("`T {id}` is text of {id}, but no row above has that number");
            let help = "write the number of a record that stands above, or delete the number: the text then belongs to the record above".to_owned();
            self.problem(entry, column, message, help);
        }
        Verdict::TextOf(id.to_owned())
    }

    fn problem(&mut self, entry: &Entry, column: usize, message: String, help: String) {
        self.problems.push(OutlineProblem { line: entry.place, column, message, help });
    }

    fn record(&mut self, depth: usize, entry: &Entry, line: (usize, &SourceLine)) -> Verdict {
        if depth > 1 && depth > self.open.len() {
            let letter = entry.letter.shown();
            let message = format!(
                "`{letter}` is {}, but nothing that it can be a part of stands above it",
                name(depth)
            );
            let help =
                format!("write {}, or mark a line above it", Letter::Begins(self.open.len().max(1)).shown());
            self.problem(entry, 1, message, help);
            return Verdict::Text;
        }
        self.open.truncate(depth);
        let id = match &entry.id {
            Some((id, column)) => self.given(depth, (id, *column), entry, line),
            None => Some(self.made(depth, line.1)),
        };
        let Some(id) = id else { return Verdict::Text };
        self.has_areas |= depth == 0;
        self.taken.insert(id.clone(), entry.place);
        self.open.push(id.clone());
        Verdict::Record { depth, id }
    }

    /// The id that a row gives, when it is one and nobody has it.
    fn given(
        &mut self,
        depth: usize,
        (id, column): (&str, usize),
        entry: &Entry,
        (at, line): (usize, &SourceLine),
    ) -> Option<String> {
        let above = self.open.last().cloned().or_else(|| (depth == 1).then(|| "3".to_owned()));
        let example = self.free_below(above.as_deref());
        let help =
            format!("write a number such as {example}, or delete it: planbook then gives the next one");
        let Some(read) = OutlineId::parse(id) else {
            let message = format!(
                "`{id}` is not a number of a record: it has small letters and digits, joined by full stops"
            );
            self.problem(entry, column, message, help);
            return None;
        };
        if read.depth() != depth + 1 {
            let steps =
                if read.depth() == 1 { "1 step".to_owned() } else { format!("{} steps", read.depth()) };
            let message = format!("`{id}` has {steps}, but {} here has {}", name(depth), depth + 1);
            self.problem(entry, column, message, help);
            return None;
        }
        if depth == 1 && !self.has_areas {
            let area = area(id).to_owned();
            self.taken.insert(area.clone(), entry.place);
            self.open = vec![area];
        }
        let is_below =
            |above: &String| id.strip_prefix(above.as_str()).is_some_and(|rest| rest.starts_with('.'));
        if !self.open.last().is_none_or(is_below) {
            let other = self.made(depth, line);
            let said = format!(
                "{id} stands below {} in the outline file, so it becomes {other}",
                self.open.last().map_or("", String::as_str)
            );
            self.doubts.push(Doubt { weight: Weight::Unusual, line: Some(at), said });
            self.renumbered.push(at);
            return Some(other);
        }
        if let Some(place) = self.taken.get(id) {
            let message = match place {
                0 => format!("the number {id} is that of the area of the items above, which has no row"),
                _ => format!("line {place} of the outline file already uses the number {id}"),
            };
            self.problem(entry, column, message, help);
            return None;
        }
        Some(id.to_owned())
    }

    /// The first number below a record that no row has, and none that planbook has given.
    fn free_below(&self, above: Option<&str>) -> String {
        let id = |number: u32| above.map_or_else(|| number.to_string(), |above| format!("{above}.{number}"));
        let is_free = |id: &String| !self.taken.contains_key(id) && !self.given.contains(id);
        (1..).map(id).find(is_free).unwrap_or_default()
    }

    /// The number that the line has, below what is open; else the next one that is free.
    fn made(&mut self, depth: usize, line: &SourceLine) -> String {
        if depth == 1 && self.open.is_empty() {
            // An area that no row is for.
            let area = (1..).map(|area: u32| area.to_string()).find(|area| !self.given.contains(area));
            let area = area.unwrap_or_default();
            self.taken.insert(area.clone(), 0);
            self.open.push(area);
        }
        let below = |step: &str| match self.open.last() {
            Some(above) => format!("{above}.{step}"),
            None => step.to_owned(),
        };
        let is_free = |id: &String| {
            !self.taken.contains_key(id) && !self.given.contains(id) && OutlineId::parse(id).is_some()
        };
        let own = marker::read(&line.text).and_then(|marker| marker.last().map(|last| below(&last.text)));
        let next = || (1..).map(|number: u32| below(&number.to_string())).find(is_free);
        own.filter(is_free).or_else(next).unwrap_or_default()
    }
}

/// The first step of an id.
fn area(id: &str) -> &str {
    id.split('.').next().unwrap_or(id)
}
