//! What is printed on each page: its head and its foot.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::lines::SourceLine;
use super::super::marker;
use super::super::style::NumberStyle;
use super::kind::Boilerplate;

/// A line that is repeated on so many pages is no longer a coincidence.
const REPEATED: usize = 3;

/// The head and the foot of a page have so many lines.
const EDGE: usize = 3;

/// The pages of a text; one, where it does not say where they end.
pub(super) fn of(lines: &[SourceLine]) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    for at in (1..lines.len()).filter(|at| lines[*at].new_page) {
        pages.push(start..at);
        start = at;
    }
    // Without the ends of pages nobody knows where one is: the last lines of the text are no foot.
    if start > 0 {
        pages.push(start..lines.len());
    }
    pages
}

/// Lines that stand at the same edge of several pages, whatever numbers are in them.
pub(super) fn heads_and_feet(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let pages = of(lines);
    let mut places: BTreeMap<(bool, String), Vec<(usize, usize)>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        let said: Vec<usize> = page.clone().filter(|at| !lines[*at].is_blank()).collect();
        // A page of few lines has no text between its edges.
        let edge = EDGE.min(said.len() / 2);
        let mut note = |foot: bool, at: usize| {
            places.entry((foot, without_numbers(&lines[at].text))).or_default().push((number, at));
        };
        let heads = said.iter().take(edge).filter(|at| is_apart(lines, **at, 1));
        heads.for_each(|at| note(false, *at));
        let feet = said.iter().rev().take(edge).filter(|at| is_apart(lines, **at, -1));
        feet.for_each(|at| note(true, *at));
    }
    for ((_, text), places) in places {
        if is_repeated(lines, &text, &places, pages.len()) {
            for (_, at) in places {
                // The number of the page is what it is by itself.
                found[at] = found[at].or(Some(Boilerplate::PageHeader));
            }
        }
    }
}

/// What a browser prints on a page: the day and the hour above, the address and the number of the page below.
pub(super) fn of_browser(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let is_foot = |line: &SourceLine| {
        let mut words = line.text.split_whitespace();
        let address = words.next().is_some_and(|word| {
            ["http://", "https://", "file://"].iter().any(|scheme| word.starts_with(scheme))
        });
        let pages = words.next().and_then(|word| word.split_once('/'));
        let counts = |number: &str| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        address && pages.is_some_and(|(page, all)| counts(page) && counts(all)) && words.next().is_none()
    };
    let is_head = |line: &SourceLine| {
        let mut words = line.text.split_whitespace();
        let day = words.next().is_some_and(|word| {
            let word = word.trim_end_matches(',');
            word.matches(['/', '.', '-']).count() == 2 && word.starts_with(|sign: char| sign.is_ascii_digit())
        });
        let hour = words.next().and_then(|word| word.split_once(':'));
        day && hour.is_some_and(|(hour, rest)| {
            hour.len() <= 2 && rest.starts_with(|sign: char| sign.is_ascii_digit())
        })
    };
    if lines.iter().any(is_foot) {
        for (line, found) in lines.iter().zip(found) {
            if is_foot(line) || is_head(line) {
                *found = Some(Boilerplate::PageHeader);
            }
        }
    }
}

/// Whether a blank line stands between a line at the edge of a page and its text.
fn is_apart(lines: &[SourceLine], at: usize, inward: isize) -> bool {
    let inner =
        |steps: usize| at.checked_add_signed(inward * steps.cast_signed()).and_then(|at| lines.get(at));
    (1..=EDGE).any(|steps| inner(steps).is_some_and(SourceLine::is_blank))
}

/// Whether what stands at an edge of these pages is printed there, and no part of the text.
fn is_repeated(lines: &[SourceLine], text: &str, places: &[(usize, usize)], pages: usize) -> bool {
    let [first, .., last] = places else { return false };
    // On every page, or on every second one; a chapter has its own.
    let in_turn = places.windows(2).filter(|pair| (1..=2).contains(&(pair[1].0 - pair[0].0))).count();
    if first.0 == last.0 || !(places.len() * 2 >= pages || in_turn + 1 >= REPEATED) {
        return false;
    }
    let counts = places.windows(2).all(|pair| {
        let number = |at: usize| own_number(&lines[at].text);
        match (number(pair[0].1), number(pair[1].1)) {
            (Some(before), Some(after)) => after > before && after - before == pair[1].0 - pair[0].0,
            _ => false,
        }
    });
    let is_record = places.iter().any(|(_, at)| {
        let marker = marker::read(&lines[*at].text);
        marker.is_some_and(|marker| !matches!(marker.style, NumberStyle::CodeAfter(_)))
    });
    match (is_record, text.chars().any(char::is_alphabetic)) {
        // `1. Actions` on one page and `2. Actions` on the next are more likely records than the number of the page.
        (true, _) => {
            counts && places.len() >= REPEATED && !places.iter().any(|(_, at)| lines[*at].text.contains(". "))
        }
        (false, true) => true,
        (false, false) => counts,
    }
}

/// The number of the page in a line: the first or the last one that stands alone.
fn own_number(text: &str) -> Option<usize> {
    let numbers = |word: &str| word.parse::<usize>().ok();
    let first = text.split_whitespace().next().and_then(numbers);
    first.or_else(|| {
        let words: Vec<&str> = text.split([' ', '/', '|']).filter(|word| !word.is_empty()).collect();
        let last = words.last().copied().and_then(numbers);
        // `1/3`, `page 1 of 3`: the last number is how many there are.
        let before = words.iter().rev().skip(1).find_map(|word| numbers(word));
        before.or(last)
    })
}

/// A line in lower case with `#` in the place of each number.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.to_lowercase().split_whitespace() {
        for sign in word.chars() {
            match sign {
                _ if sign.is_ascii_digit() && out.ends_with('#') => {}
                _ if sign.is_ascii_digit() => out.push('#'),
                _ => out.push(sign),
            }
        }
        out.push(' ');
    }
    out
}

/// Lines that are repeated beside the end of a page.
pub(super) fn repeated(lines: &[SourceLine], found: &mut [Option<Boilerplate>]) {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let said = line.text.as_str();
        let sentence = said.ends_with(['.', ';', '。', ',']) || said.contains(':');
        if !line.is_blank() && found[at].is_none() && !sentence && said.len() <= 120 {
            let without = said.trim_matches(|sign: char| sign.is_ascii_digit() || " |-–—".contains(sign));
            places.entry(without.to_lowercase()).or_default().push(at);
        }
    }
    let mut repeated: BTreeSet<usize> = BTreeSet::new();
    for (text, places) in places.iter().filter(|(text, places)| !text.is_empty() && places.len() >= REPEATED)
    {
        let beside = places.iter().filter(|at| is_beside_page_end(lines, found, **at)).count();
        // The number of the page may be in the line itself.
        let counts = places.windows(2).all(|pair| lines[pair[0]].text != lines[pair[1]].text)
            && places.iter().all(|at| marker::read(&lines[*at].text).is_none());
        if beside * 2 >= places.len() || (counts && text.len() > 3) {
            repeated.extend(places);
        }
    }
    for at in repeated {
        found[at] = Some(Boilerplate::PageHeader);
    }
}

/// Whether a page ends or begins within two lines that say something.
fn is_beside_page_end(lines: &[SourceLine], found: &[Option<Boilerplate>], at: usize) -> bool {
    let ends = |place: usize| found[place] == Some(Boilerplate::PageNumber) || lines[place].new_page;
    let before = (0..at).rev().filter(|place| !lines[*place].is_blank() || lines[*place].new_page).take(2);
    let after =
        (at + 1..lines.len()).filter(|place| !lines[*place].is_blank() || lines[*place].new_page).take(2);
    lines[at].new_page || before.chain(after).any(ends)
}
