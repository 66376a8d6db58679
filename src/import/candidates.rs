//! The markers of all lines. What stands around a letter shows whether it is a Roman number.

use std::collections::BTreeMap;

use super::bare_headings;
use super::boilerplate::Boilerplate;
use super::decisions::{Bullets, Decisions};
use super::layout::{self, Shape};
use super::level_names::LevelNames;
use super::lines::SourceLine;
use super::marker::{self, Marker};
use super::preface;
use super::style::{Mark, NumberStyle};
use super::tables::{self, TableLine, Which};

/// What the lines of a text look like.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    pub(super) markers: Vec<Option<Marker>>,
    /// The lines that go on the heading of the line above.
    pub(super) goes_on: Vec<bool>,
    /// The line that is the title of the plan, when a heading is.
    pub(super) title: Option<usize>,
    /// The lines of tables.
    pub(super) tables: BTreeMap<usize, TableLine>,
    /// The lines that are headings although nothing marks them.
    pub(super) plain: Vec<usize>,
    /// Where the plan begins, when there are lists before it.
    pub(super) begins: Option<usize>,
}

/// What each line looks like. Bullets without a number count only when they are records.
pub(super) fn find(
    lines: &[SourceLine],
    boilerplate: &[Option<Boilerplate>],
    names: &LevelNames,
    decisions: &Decisions,
) -> Candidates {
    let bullets = decisions.bullets == Bullets::Records;
    let shapes = layout::of(lines, boilerplate);
    let mut markers: Vec<Option<Marker>> = (0..lines.len())
        .map(|at| {
            let line = &lines[at];
            if boilerplate[at].is_some() || line.is_blank() {
                return None;
            }
            marker_of(line, &shapes[at], names)
                .filter(|marker| bullets || marker.style != NumberStyle::Bullet)
        })
        .collect();
    let mut tables = tables::of(lines, decisions, Which::Sure).lines;
    // Where nothing else is a record, the rows of any table are.
    let is_other = |at: usize| !tables.contains_key(&at) || matches!(tables[&at], TableLine::Row(_));
    if !(0..lines.len()).any(|at| markers[at].is_some() && is_other(at)) {
        tables = tables::of(lines, decisions, Which::All).lines;
    }
    for (at, line) in &tables {
        markers[*at] = match line {
            TableLine::Row(row) => Some(row.marker.clone()),
            _ => None,
        };
    }
    capitals(lines, &mut markers, boilerplate);
    labels(lines, &mut markers);
    let plain = bare_headings::find(lines, &markers, boilerplate);
    for at in &plain {
        markers[*at] = Some(marker::plain(&lines[*at].text));
    }
    tell_letters_from_roman(&mut markers);
    let goes_on = shapes.iter().map(|shape| *shape == Shape::GoesOn).collect();
    let title = preface::title(lines, &markers);
    if let Some(title) = title {
        let style = markers[title].take().map(|marker| marker.style);
        let below = style.map_or(0, |style| preface::subtitles(lines, &markers, title, &style));
        let said = (title + 1..lines.len()).filter(|at| !lines[*at].is_blank());
        for at in said.take(below).collect::<Vec<_>>() {
            markers[at] = None;
        }
    }
    let begins = preface::begins(lines, &markers);
    if let Some(begins) = begins {
        markers[..begins].fill(None);
    }
    Candidates { markers, goes_on, title, begins, tables, plain }
}

fn marker_of(line: &SourceLine, shape: &Shape, names: &LevelNames) -> Option<Marker> {
    match shape {
        Shape::GoesOn => None,
        Shape::Plain => marker::read_with(&line.text, names),
        Shape::Opens(text) => marker::read_with(text, names),
        Shape::Underlined(level) => {
            marker::read_with(&format!("{} {}", "#".repeat(*level), line.text), names)
        }
    }
}

/// The same heading without a number again and again, such as `### Milestones`, says what a list is, and is no record.
fn labels(lines: &[SourceLine], markers: &mut [Option<Marker>]) {
    let mut places: BTreeMap<(NumberStyle, String), Vec<usize>> = BTreeMap::new();
    for (at, marker) in markers.iter().enumerate() {
        if let Some(marker) =
            marker.as_ref().filter(|marker| marker.style.is_heading() && marker.steps.is_empty())
        {
            places.entry((marker.style.clone(), marker.words.to_lowercase())).or_default().push(at);
        }
    }
    let heads = |at: usize, style: &NumberStyle| {
        let next = (at + 1..lines.len()).find(|next| !lines[*next].is_blank());
        next.and_then(|next| markers[next].as_ref())
            .is_some_and(|next| next.style != *style && !next.style.is_heading())
    };
    let found: Vec<usize> = places
        .iter()
        .filter(|((style, _), places)| places.len() > 1 && places.iter().all(|at| heads(*at, style)))
        .flat_map(|(_, places)| places.iter().copied())
        .collect();
    found.into_iter().for_each(|at| markers[at] = None);
}

/// A line in capitals with nothing beside it is a heading, when the text has several.
fn capitals(lines: &[SourceLine], markers: &mut [Option<Marker>], boilerplate: &[Option<Boilerplate>]) {
    let is_apart = |at: usize| {
        (at == 0 || lines[at - 1].is_blank()) && lines.get(at + 1).is_none_or(SourceLine::is_blank)
    };
    let places: Vec<usize> = (0..lines.len())
        .filter(|at| {
            markers[*at].is_none()
                && boilerplate[*at].is_none()
                && is_apart(*at)
                && in_capitals(&lines[*at].text)
        })
        .collect();
    if places.len() >= 2 {
        places.iter().for_each(|at| markers[*at] = Some(marker::in_capitals(&lines[*at].text)));
    }
}

/// `WATER AND ROADS`
fn in_capitals(text: &str) -> bool {
    const LONGEST: usize = 100;
    let letters = text.chars().filter(|sign| sign.is_alphabetic());
    let capitals = letters.clone().filter(|sign| sign.is_uppercase()).count();
    let short = text.chars().count() <= LONGEST && !text.ends_with(['.', ';', ':', ',']);
    short && capitals >= 4 && capitals == letters.count()
}

/// `(i)` after `(h)` is a letter; `(i)` before `(ii)` is a number.
fn tell_letters_from_roman(markers: &mut [Option<Marker>]) {
    let mut next = Newest::default();
    let mut followers: Vec<(Option<u32>, Option<u32>)> = vec![(None, None); markers.len()];
    for (follower, marker) in followers.iter_mut().zip(markers.iter()).rev() {
        let Some(marker) = marker else { continue };
        *follower = next.of(marker);
        next.note(marker);
    }
    let mut before = Newest::default();
    for (marker, after) in markers.iter_mut().zip(followers) {
        let Some(marker) = marker else { continue };
        if let (Some(roman), Some(letter)) = (marker.roman.as_ref().map(|roman| roman.value), marker.last())
            && is_roman(letter.value, roman, before.of(marker), after)
        {
            marker.take_roman();
        }
        before.note(marker);
    }
}

/// The newest letter and the newest Roman number with the same signs around them: (capital, mark, Roman), value.
#[derive(Default)]
struct Newest(Vec<((bool, Mark, bool), u32)>);

impl Newest {
    /// The letter and the Roman number.
    fn of(&self, marker: &Marker) -> (Option<u32>, Option<u32>) {
        let (NumberStyle::Letter(capital, mark) | NumberStyle::Roman(capital, mark)) = marker.style else {
            return (None, None);
        };
        let find =
            |roman| self.0.iter().find(|(key, _)| *key == (capital, mark, roman)).map(|(_, value)| *value);
        (find(false), find(true))
    }

    fn note(&mut self, marker: &Marker) {
        let (capital, mark, roman) = match marker.style {
            NumberStyle::Letter(capital, mark) => (capital, mark, false),
            NumberStyle::Roman(capital, mark) => (capital, mark, true),
            _ => return,
        };
        let Some(value) = marker.last().map(|last| last.value) else { return };
        self.0.retain(|(key, _)| *key != (capital, mark, roman));
        self.0.push(((capital, mark, roman), value));
    }
}

/// Which of the two a sign is that can be both, by the (letter, Roman number) before it and after it.
fn is_roman(
    letter: u32,
    roman: u32,
    before: (Option<u32>, Option<u32>),
    after: (Option<u32>, Option<u32>),
) -> bool {
    let after_letter = before.0.is_some_and(|before| before + 1 == letter);
    let after_roman = before.1.is_some_and(|before| before + 1 == roman);
    if after.1 == Some(roman + 1) {
        return true;
    }
    if after.0 == Some(letter + 1) && !after_roman {
        return false;
    }
    !after_letter && (after_roman || roman == 1)
}
