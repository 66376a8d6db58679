//! The markers of all lines, with letters and Roman numbers told apart by what stands around them.

use super::furniture::Furniture;
use super::lines::Line;
use super::marker::{self, Marker};
use super::style::Style;

/// What each line looks like. Bullets without a number count only when they are records.
pub(super) fn find(lines: &[Line], furniture: &[Option<Furniture>], bullets: bool) -> Vec<Option<Marker>> {
    let mut markers: Vec<Option<Marker>> = lines
        .iter()
        .zip(furniture)
        .map(|(line, kind)| {
            let read = if kind.is_none() && !line.is_blank() { marker::read(&line.text) } else { None };
            read.filter(|marker| bullets || marker.style != Style::Bullet)
        })
        .collect();
    plan_title(&mut markers);
    tell_letters_from_roman(&mut markers);
    markers
}

/// A heading of the first level that stands alone is the title of the plan.
fn plan_title(markers: &mut [Option<Marker>]) {
    let first =
        |marker: &Option<Marker>| marker.as_ref().is_some_and(|marker| marker.style == Style::Heading(1));
    let deeper = markers.iter().flatten().any(|marker| marker.style != Style::Heading(1));
    let mut heads = (0..markers.len()).filter(|at| first(&markers[*at]));
    if let (Some(only), None, true) = (heads.next(), heads.next(), deeper) {
        let before = markers[..only].iter().all(Option::is_none);
        let numbered = markers[only].as_ref().is_some_and(|marker| !marker.steps.is_empty());
        if before && !numbered {
            markers[only] = None;
        }
    }
}

/// `(i)` after `(h)` is a letter; `(i)` before `(ii)` is a number.
fn tell_letters_from_roman(markers: &mut [Option<Marker>]) {
    let same = |one: &Style, other: &Style| match (one, other) {
        (Style::Letter(a, b) | Style::Roman(a, b), Style::Letter(c, d) | Style::Roman(c, d)) => {
            a == c && b == d
        }
        _ => false,
    };
    let mut before: Vec<(Style, u32)> = Vec::new();
    // From the end: what follows each line.
    let mut after: Vec<(Style, u32)> = Vec::new();
    let mut followers: Vec<Option<(Style, u32)>> = vec![None; markers.len()];
    for (at, marker) in markers.iter().enumerate().rev() {
        let Some(marker) = marker else { continue };
        let Some(last) = marker.last() else { continue };
        followers[at] = after.iter().find(|(style, _)| same(style, &marker.style)).cloned();
        after.retain(|(style, _)| !same(style, &marker.style));
        after.push((marker.style.clone(), last.value));
    }
    for (marker, follower) in markers.iter_mut().zip(followers) {
        let Some(marker) = marker else { continue };
        if let Some(roman) = marker.roman.as_ref().map(|roman| roman.value) {
            let letter = marker.last().map_or(0, |last| last.value);
            let earlier = before.iter().find(|(style, _)| same(style, &marker.style));
            if is_roman(letter, roman, earlier, follower.as_ref()) {
                marker.take_roman();
            }
        }
        if let Some(value) = marker.last().map(|last| last.value) {
            before.retain(|(style, _)| !same(style, &marker.style));
            before.push((marker.style.clone(), value));
        }
    }
}

/// Which of the two a letter is, by the number before it and the one after.
fn is_roman(letter: u32, roman: u32, before: Option<&(Style, u32)>, after: Option<&(Style, u32)>) -> bool {
    let follows = |number: Option<&(Style, u32)>, value: u32, is_roman: bool| {
        number.is_some_and(|(style, old)| matches!(style, Style::Roman(..)) == is_roman && old + 1 == value)
    };
    if after.is_some_and(|(style, next)| matches!(style, Style::Roman(..)) && *next == roman + 1) {
        return true;
    }
    if after.is_some_and(|(style, next)| matches!(style, Style::Letter(..)) && *next == letter + 1)
        && !follows(before, roman, true)
    {
        return false;
    }
    !follows(before, letter, false) && (follows(before, roman, true) || roman == 1)
}
