//! The way through a text, line by line: each begins a record, goes on one, stands below one, or belongs to none.

use std::collections::{BTreeMap, BTreeSet};

use super::bars;
use super::boilerplate::{self, Boilerplate};
use super::candidates::{self, Candidates};
use super::decisions::{Decisions, Wrap};
use super::level_words;
use super::levels::Levels;
use super::lines::SourceLine;
use super::marker::{self, Marker};
use super::node::{Node, join};
use super::plausible::Surroundings;
use super::preface;
use super::sequence;
use super::style::NumberStyle;
use super::tables::TableLine;
use super::titles;
use super::verdict::{Doubt, Weight};
use super::when;
use super::wrapping::{self, Widths};

/// What the way through a text gives.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) nodes: Vec<Node>,
    /// What each line is.
    pub(super) steps: Vec<Step>,
    /// What a person should look at.
    pub(super) doubts: Vec<Doubt>,
}

/// What a line is on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It says nothing.
    Blank,
    /// It begins this node.
    Begins(usize),
    /// It goes on the line before.
    GoesOn,
    /// It begins a paragraph below the newest node.
    Text,
    /// It begins the title of the plan.
    Title,
    /// It begins a paragraph before the first node.
    Introduction,
    /// It belongs to the paper.
    LeftOut(Boilerplate),
    /// It is nothing that is known.
    NotUnderstood(&'static str),
}

/// An item of more bytes than this is none: something that ends it was not recognised.
const LONGEST: usize = 20_000;

/// `2009`: a longer date names a month, and stands below a title.
const YEAR: usize = 4;

/// A title of more bytes is none.
const LONGEST_TITLE: usize = 300;

struct Walk<'a> {
    lines: &'a [SourceLine],
    markers: Vec<Option<Marker>>,
    goes_on: Vec<bool>,
    /// The line that is the title, when a heading is.
    title_line: Option<usize>,
    /// Where the plan begins, when there are lists before it.
    begins: Option<usize>,
    /// The lines of tables.
    tables: BTreeMap<usize, TableLine>,
    counts: BTreeMap<NumberStyle, usize>,
    widths: Widths,
    /// The words that several lines begin with, before a colon.
    labels: BTreeSet<&'a str>,
    decisions: &'a Decisions,
    levels: Levels,
    out: Outline,
    /// Whether a blank line was passed since the line before, or the end of a page.
    gap: bool,
    page: bool,
    /// The title so far.
    title: String,
    /// The first line that is none of the title, when it stands above a paragraph.
    title_ends: Option<usize>,
    /// Whether something of the introduction was passed.
    introduced: bool,
}

/// Reads the outline of a text.
pub(super) fn outline(lines: &[SourceLine], decisions: &Decisions) -> Outline {
    let boilerplate = boilerplate::find(lines);
    let names = level_words::of(lines, decisions);
    let found = candidates::find(lines, &boilerplate, &names, decisions);
    let Candidates { markers, goes_on, title: title_line, begins, tables, plain } = found;
    let mut counts: BTreeMap<NumberStyle, usize> = BTreeMap::new();
    for marker in markers.iter().flatten() {
        *counts.entry(marker.style.clone()).or_default() += 1;
    }
    let mut walk = Walk {
        lines,
        markers,
        goes_on,
        title_line,
        begins,
        tables,
        counts,
        widths: Widths::of(lines),
        labels: wrapping::labels(lines),
        decisions,
        levels: Levels::default(),
        out: Outline::default(),
        gap: true,
        page: false,
        title: String::new(),
        title_ends: None,
        introduced: false,
    };
    if let Some(begins) = walk.begins {
        let said = format!(
            "the plan begins on line {}, so this line and those below it are its introduction; if they belong to the plan, write A or I",
            lines[begins].number
        );
        let is_list =
            |at: &usize| Some(*at) != title_line && marker::read_with(&lines[*at].text, &names).is_some();
        let list = (0..begins).find(is_list);
        walk.out.doubts.push(Doubt { weight: Weight::Doubtful, line: list.or(Some(begins)), said });
    }
    if let [first, rest @ ..] = plain.as_slice() {
        let said = format!(
            "this line and {} like it are read as headings because each stands alone above a list",
            rest.len()
        );
        walk.out.doubts.push(Doubt { weight: Weight::Doubtful, line: Some(*first), said });
    }
    for (at, line) in lines.iter().enumerate() {
        let step = match boilerplate[at] {
            _ if line.is_blank() => {
                walk.gap = true;
                Step::Blank
            }
            _ if let Some(step) = walk.table_line(at) => step,
            Some(kind) => {
                walk.page |= kind.is_of_page();
                walk.gap = true;
                Step::LeftOut(kind)
            }
            None => walk.line(at),
        };
        walk.out.steps.push(step);
    }
    walk.out
}

impl Walk<'_> {
    /// A line of a table that begins no record.
    fn table_line(&mut self, at: usize) -> Option<Step> {
        let step = match self.tables.get(&at)? {
            TableLine::Row(_) => return None,
            TableLine::Text(begins) => {
                let begins = *begins;
                self.table_text(at, begins)
            }
            TableLine::Head => Step::LeftOut(Boilerplate::Columns),
            TableLine::LeftOut => Step::LeftOut(Boilerplate::NoItem),
            TableLine::Rule => Step::LeftOut(Boilerplate::Rule),
            TableLine::Unread(why) => Step::NotUnderstood(why),
        };
        self.gap = true;
        Some(step)
    }

    /// A line of a table that is text.
    fn table_text(&mut self, at: usize, begins: bool) -> Step {
        self.introduced |= self.out.nodes.is_empty();
        if !begins {
            return Step::GoesOn;
        }
        let column = bars::cells(&self.lines[at].text).into_iter().find(|name| !name.is_empty());
        let said = format!(
            "no column of this table has a name that planbook knows from items, so the table is text of what stands above it; if its rows are items, name the column that has their words, as in `--column text=\"{}\"`, or write I before each row",
            column.unwrap_or_else(|| "Action".to_owned())
        );
        self.out.doubts.push(Doubt { weight: Weight::Doubtful, line: Some(at), said });
        match self.out.nodes.last_mut() {
            // What follows is a paragraph of its own.
            Some(node) => {
                node.body.push(self.lines[at].text.clone());
                Step::Text
            }
            None => Step::Introduction,
        }
    }

    fn line(&mut self, at: usize) -> Step {
        let step = match self.markers[at].clone() {
            None if self.goes_on[at] => self.heading_goes_on(at),
            Some(marker) if self.surroundings(&marker, at).is_within_sentence(&marker) => {
                self.sentence_goes_on(at)
            }
            Some(marker) if self.surroundings(&marker, at).accept(&marker) => self.open(marker, at),
            Some(marker) => {
                self.doubt_text(&marker, at);
                self.words(at)
            }
            None => self.words(at),
        };
        self.gap = false;
        self.page = false;
        step
    }

    fn surroundings(&self, marker: &Marker, at: usize) -> Surroundings<'_> {
        // The next of the same style may be far away in a long text; what matters is near.
        const NEAR: usize = 400;
        let later =
            self.markers[at + 1..].iter().take(NEAR).flatten().find(|later| later.style == marker.style);
        let next = self.markers[at + 1..].iter().flatten().next();
        let is_dash = |at: usize| self.lines[at].text.starts_with(['-', '–', '—']);
        let before = at.checked_sub(1).map(|before| (before, &self.lines[before].text));
        Surroundings {
            heads: next.is_some_and(|next| {
                next.style != marker.style && next.last().is_none_or(|number| number.value == 1)
            }),
            within: before.is_some_and(|(before, text)| {
                !is_dash(before)
                    && self.markers[before].as_ref().is_none_or(|marker| !marker.style.is_heading())
                    && !text.ends_with(['.', ':', ';', ',', '!', '?', '：'])
            }) && !self.lines.get(at + 1).is_some_and(|_| is_dash(at + 1)),
            levels: &self.levels,
            nodes: &self.out.nodes,
            counts: &self.counts,
            line: &self.lines[at],
            gap: self.gap,
            dangling: at > 0 && wrapping::is_dangling(&self.lines[at - 1].text),
            comes_again: later.is_some_and(|later| !later.steps.is_empty() && later.steps == marker.steps),
        }
    }

    /// Says of a number that it was read as text, unless it is the kind of thing that only looks like one from afar.
    fn doubt_text(&mut self, marker: &Marker, at: usize) {
        // `COVID-19` and `CO2` are names, unless the plan has such codes.
        let is_name = matches!(marker.style, NumberStyle::Code(_) | NumberStyle::CodeAfter(_))
            && !self.out.nodes.iter().any(|node| *node.style() == marker.style);
        if !marker.steps.is_empty() && !self.out.nodes.is_empty() && !is_name {
            let said =
                format!("`{}` does not continue any list here, so the line counts as text", marker.written);
            self.out.doubts.push(Doubt { weight: Weight::Doubtful, line: Some(at), said });
        }
    }

    fn open(&mut self, marker: Marker, at: usize) -> Step {
        let line = &self.lines[at];
        let level = self.levels.place(&marker, line.indent, &self.out.nodes);
        let parent = self.levels.open.last().map(|(node, _)| *node);
        let unusual = sequence::remark(&self.levels.all[level], parent, &marker);
        self.out.doubts.extend(unusual.map(|said| Doubt { weight: Weight::Unusual, line: Some(at), said }));
        let node = self.out.nodes.len();
        self.out.nodes.push(Node {
            text: marker.words.clone(),
            body: Vec::new(),
            line: at,
            depth: self.levels.open.len(),
            indent: line.indent,
            marker: marker.clone(),
        });
        self.levels.note(level, node, &marker);
        Step::Begins(node)
    }

    /// A line in the middle of a sentence, whatever it begins with.
    fn sentence_goes_on(&mut self, at: usize) -> Step {
        let keep = self.decisions.wrap == Wrap::Keep;
        let Some(node) = self.out.nodes.last_mut() else { return self.words(at) };
        join(node.body.last_mut().unwrap_or(&mut node.text), &self.lines[at].text, keep);
        Step::GoesOn
    }

    /// A line that goes on the heading of the line above.
    fn heading_goes_on(&mut self, at: usize) -> Step {
        match self.out.nodes.last_mut() {
            // The words of the heading are known already.
            Some(node) if node.body.is_empty() => Step::GoesOn,
            _ => self.words(at),
        }
    }

    /// A line without a number.
    fn words(&mut self, at: usize) -> Step {
        let line = &self.lines[at];
        if self.out.nodes.is_empty() {
            return self.before_all(at);
        }
        if line.text.starts_with('|') {
            return Step::NotUnderstood("this is a row of a table: save the table as CSV and import that");
        }
        let index = self.out.nodes.len() - 1;
        let keep = self.decisions.wrap == Wrap::Keep;
        let joins = self.goes_on(at);
        if !joins && self.stands_alone(at) {
            return Step::NotUnderstood(
                "it is a single line between records: if it is a heading, number it or mark it with `#`; if it is text, end it with a full stop",
            );
        }
        let node = &mut self.out.nodes[index];
        if node.text.len() + node.body.iter().map(String::len).sum::<usize>() + line.text.len() > LONGEST {
            return Step::NotUnderstood(
                "the record above has more text than a record can have: look for a heading that planbook did not recognise",
            );
        }
        match (joins, node.body.last_mut()) {
            (true, Some(paragraph)) => {
                join(paragraph, &line.text, keep);
                Step::GoesOn
            }
            (true, None) => {
                join(&mut node.text, &line.text, keep);
                Step::GoesOn
            }
            (false, _) => {
                node.body.push(line.text.clone());
                Step::Text
            }
        }
    }

    /// The first lines are the title, up to a blank one, unless a heading is; the others stand before the first record.
    fn before_all(&mut self, at: usize) -> Step {
        let text = &self.lines[at].text;
        let first = self.title.is_empty() && !self.introduced && self.title_line.is_none();
        let is_paragraph = first && preface::is_paragraph(self.lines, at, self.begins);
        if is_paragraph {
            let lines = preface::title_above(self.lines, at);
            self.title_ends = (lines > 0).then_some(at + lines);
        }
        let named = match self.title_line {
            Some(title) => title == at,
            None => first && (!is_paragraph || self.title_ends.is_some()),
        };
        let is_text = self.title_ends.is_some_and(|end| at >= end);
        let dated = when::find(text).is_some_and(|date| date.len() > YEAR);
        let goes_on = !dated && !is_text && !self.gap && !self.introduced && self.title.len() < LONGEST_TITLE;
        if named || (goes_on && !self.title.is_empty() && self.title_line.is_none()) {
            join(&mut self.title, text, false);
            return if named { Step::Title } else { Step::GoesOn };
        }
        let more = self.introduced && !self.gap && self.widths.wraps(&self.lines[at - 1], &self.lines[at]);
        self.introduced = true;
        if more { Step::GoesOn } else { Step::Introduction }
    }

    /// Whether a line goes on the words of the line before.
    fn goes_on(&self, at: usize) -> bool {
        let Some(node) = self.out.nodes.last() else { return false };
        if node.text.is_empty() {
            return true;
        }
        let whole =
            node.style().is_sure() && !matches!(node.style(), NumberStyle::Bullet) && node.body.is_empty();
        if whole {
            return false;
        }
        if marker::is_bullet(&self.lines[at].text) || self.is_labelled(at) {
            return false;
        }
        let last = node.body.last().unwrap_or(&node.text);
        if self.gap {
            let text = &self.lines[at].text;
            let broken = wrapping::is_dangling(last) && text.starts_with(char::is_lowercase);
            return broken || (self.page && wrapping::is_mid_sentence(last, text));
        }
        let hanging = self.lines[at].indent > node.indent && node.body.is_empty();
        hanging || at > 0 && self.widths.wraps(&self.lines[at - 1], &self.lines[at])
    }

    /// Whether a line begins with a word and a colon that other lines begin with, as `Lead: Works Office` does.
    fn is_labelled(&self, at: usize) -> bool {
        wrapping::label(&self.lines[at].text).is_some_and(|label| self.labels.contains(label))
    }

    /// A short line without an end, between blank lines, with a record after it: a heading that has no mark.
    fn stands_alone(&self, at: usize) -> bool {
        // The mark of a note may stand behind the full stop.
        let text = &titles::without_notes(&self.lines[at].text);
        let said =
            text.ends_with(['.', '!', '?', ';', ',', '。', '"', '”', ')']) || text.contains([':', '：']);
        let next = (at + 1..self.lines.len()).find(|next| !self.lines[*next].is_blank());
        let apart = next.is_none_or(|next| next > at + 1 && self.markers[next].is_some());
        self.gap && !said && text.chars().count() <= 80 && apart
    }
}
