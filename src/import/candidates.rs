//! The markers of all lines. What stands around a letter shows whether it is a Roman number.

use super::boilerplate::Boilerplate;
use super::lines::SourceLine;
use super::marker::{self, Marker};
use super::style::{Mark, NumberStyle};

/// What each line looks like. Bullets without a number count only when they are records.
pub(super) fn find(
    lines: &[SourceLine],
    boilerplate: &[Option<Boilerplate>],
    bullets: bool,
) -> Vec<Option<Marker>> {
    let mut markers: Vec<Option<Marker>> = lines
        .iter()
        .zip(boilerplate)
        .map(|(line, kind)| {
            let read = if kind.is_none() && !line.is_blank() { marker::read(&line.text) } else { None };
            read.filter(|marker| bullets || marker.style != NumberStyle::Bullet)
        })
        .collect();
    plan_title(lines, &mut markers);
    tell_letters_from_roman(&mut markers);
    markers
}

/// The first line is the title of the plan when it is a heading without a number, and either the only one of its level or
/// followed at once by another of that level.
fn plan_title(lines: &[SourceLine], markers: &mut [Option<Marker>]) {
    let mut said = (0..lines.len()).filter(|at| !lines[*at].is_blank());
    let (Some(first), second) = (said.next(), said.next()) else { return };
    let Some(marker) = markers[first].as_ref().filter(|marker| marker.steps.is_empty()) else { return };
    let style = marker.style.clone();
    if !matches!(style, NumberStyle::Heading(_) | NumberStyle::Bold) {
        return;
    }
    let alike = |at: usize| {
        markers[at].as_ref().is_some_and(|marker| marker.style == style && marker.steps.is_empty())
    };
    let alone = markers.iter().flatten().filter(|marker| marker.style == style).count() == 1;
    let others = markers.iter().flatten().count() > 1;
    if (alone && others) || second.is_some_and(alike) {
        markers[first] = None;
    }
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
