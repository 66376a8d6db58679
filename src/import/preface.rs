//! What stands before the first record: the title of the plan, and lists that belong to its introduction.

use super::lines::SourceLine;
use super::marker::{self, Marker};
use super::style::NumberStyle;
use super::wrapping;

/// Headings of what stands before a plan: none is its title, and the first heading is no area.
const FOREWORDS: &[&str] = &[
    "introduction",
    "foreword",
    "preface",
    "background",
    "summary",
    "executive summary",
    "preamble",
    "einleitung",
    "vorwort",
    "zusammenfassung",
    "avant-propos",
    "préambule",
    "préface",
    "presentación",
    "preámbulo",
    "prefazione",
    "apresentação",
    "prefácio",
    "inleiding",
    "voorwoord",
    "résumé",
    "introducción",
    "prólogo",
    "resumen",
    "introduzione",
    "premessa",
    "introdução",
    "введение",
    "предисловие",
    "はじめに",
    "まえがき",
    "前言",
    "引言",
    "序文",
    "머리말",
];

/// The line that is the title of the plan, when it is a heading: the first one without a number that nothing is below, and
/// either the only one of its style or followed by another of it.
pub(super) fn title(lines: &[SourceLine], markers: &[Option<Marker>]) -> Option<usize> {
    let first = markers.iter().position(Option::is_some)?;
    let marker = markers[first].as_ref()?;
    if !marker.steps.is_empty() || !marker.style.is_heading() || is_foreword(marker) {
        return None;
    }
    let alike = |other: &&Marker| other.style == marker.style && other.steps.is_empty();
    let count = markers.iter().flatten().filter(alike).count();
    let others = markers.iter().flatten().count() > 1;
    let above = lines[..first].iter().filter(|line| !line.is_blank()).count();
    let next = markers[first + 1..].iter().flatten().next();
    // Below the last of a style nothing may follow either; a title has another heading of its style after it at once.
    let followed = next.as_ref().is_some_and(alike) && above == 0 && count > 2 && {
        let later = markers[first + 1..].iter().flatten();
        later.clone().any(|marker| !alike(&marker))
    };
    let at_once = above == 0
        && lines
            .iter()
            .zip(markers)
            .skip(first + 1)
            .find(|(line, _)| !line.is_blank())
            .is_some_and(|(_, marker)| marker.as_ref().is_some_and(|marker| alike(&marker)));
    let top = matches!(marker.style, NumberStyle::Heading(1)) || above == 0;
    ((count == 1 && others && top) || followed || at_once).then_some(first)
}

fn is_foreword(marker: &Marker) -> bool {
    let bare = marker.words.trim_matches(|sign: char| "*_: ".contains(sign)).to_lowercase();
    FOREWORDS.contains(&bare.as_str())
}

/// The headings at once below the title that look like it and have nothing below them: its other lines, `2026–2030`. Below those
/// headings that are left something stands.
pub(super) fn subtitles(
    lines: &[SourceLine],
    markers: &[Option<Marker>],
    title: usize,
    style: &NumberStyle,
) -> usize {
    const MOST: usize = 2;
    let said: Vec<usize> = (title + 1..lines.len()).filter(|at| !lines[*at].is_blank()).collect();
    let is_alike = |at: &usize| {
        markers[*at].as_ref().is_some_and(|marker| marker.style == *style && marker.steps.is_empty())
    };
    let run = said.iter().take_while(|at| is_alike(at)).count();
    let others = said.iter().skip(run).filter(|at| is_alike(at)).count();
    let found = run.saturating_sub(1);
    if found <= MOST && others > 0 { found } else { 0 }
}

/// Where the plan begins, when lists stand before it that belong to the introduction, or headings without a number.
pub(super) fn begins(lines: &[SourceLine], markers: &[Option<Marker>]) -> Option<usize> {
    let first = markers.iter().position(Option::is_some)?;
    let marker = markers[first].as_ref()?;
    if marker.style.is_heading() {
        return begins_with_numbers(markers, marker).or_else(|| begins_below_foreword(markers, first));
    }
    if matches!(marker.style, NumberStyle::Named(_)) {
        return None;
    }
    let found: Vec<(usize, &Marker)> = markers
        .iter()
        .enumerate()
        .skip(first)
        .filter_map(|(at, marker)| Some((at, marker.as_ref()?)))
        .collect();
    let alike = |other: &Marker| other.style == marker.style;
    // A list of one level, up to what begins the plan.
    let run = found.iter().take_while(|(_, other)| alike(other) && other.dressed == marker.dressed).count();
    let (at, next) = *found.get(run)?;
    let rest = &found[run..];
    let after = rest.iter().filter(|(_, other)| alike(other)).count();
    let heads =
        rest.iter().filter(|(_, other)| other.style == next.style && other.dressed == next.dressed).count();
    let last = found[..run].last().and_then(|(_, marker)| marker.last());
    let introduced = (0..first)
        .rev()
        .find(|at| !lines[*at].is_blank())
        .is_some_and(|at| lines[at].text.ends_with([':', '：']));
    // `have agreed:` between the two: what follows is the plan.
    let announced = (first..at)
        .rev()
        .find(|at| !lines[*at].is_blank())
        .is_some_and(|at| markers[at].is_none() && lines[at].text.ends_with([':', '：']));
    let introduced = introduced || announced;
    let is_plan = match &next.style {
        NumberStyle::Heading(_) => after >= run,
        style if style.is_heading() || matches!(style, NumberStyle::Named(_)) => {
            heads >= 2
                && (begins_below(rest, next, marker) || (introduced && after == 0 && holds(rest, next)))
        }
        // The same numbers in another dress, from the first on.
        _ if alike(next) => {
            next.last().is_some_and(|number| number.value == 1) && next.dressed != marker.dressed && run > 1
        }
        // Bullets that a sentence announces, before numbers.
        _ if marker.style == NumberStyle::Bullet && marker.steps.is_empty() => introduced && heads >= 2,
        // Numbers that a sentence announces, before a numbered list that begins anew.
        _ => introduced && heads >= 2 && last.is_some() && after == 0,
    };
    is_plan.then_some(at)
}

/// The first heading that has a number, when all those of its style have one except for some before it (a foreword, without numbers
/// below it) and some at the end.
fn begins_with_numbers(markers: &[Option<Marker>], first: &Marker) -> Option<usize> {
    const MOST_FOREWORDS: usize = 3;
    let has_number = |marker: &Marker| !marker.steps.is_empty();
    let heads = || {
        let found = markers.iter().enumerate().filter_map(|(at, marker)| Some((at, marker.as_ref()?)));
        found.filter(|(_, marker)| marker.style == first.style)
    };
    let before = heads().take_while(|(_, marker)| !has_number(marker)).count();
    let (begins, one) = heads().nth(before)?;
    let numbered = heads().skip(before).take_while(|(_, marker)| has_number(marker)).count();
    let in_order = heads().filter(|(_, marker)| has_number(marker)).count() == numbered;
    let from_one = one.last().is_some_and(|number| number.value == 1);
    let bare = !markers[..begins].iter().flatten().any(has_number);
    ((1..=MOST_FOREWORDS).contains(&before) && numbered > 1 && in_order && from_one && bare).then_some(begins)
}

/// The first heading that names no foreword, when nothing with a number stands before it.
fn begins_below_foreword(markers: &[Option<Marker>], first: usize) -> Option<usize> {
    let style = markers[first].as_ref()?.style.clone();
    let alike = |marker: &Marker| marker.style == style;
    let found = || markers.iter().enumerate().filter_map(|(at, marker)| Some((at, marker.as_ref()?)));
    let (begins, _) = found().find(|(_, marker)| alike(marker) && !is_foreword(marker))?;
    let has_number = found().take_while(|(at, _)| *at < begins).any(|(_, marker)| !marker.steps.is_empty());
    (begins > first && !has_number).then_some(begins)
}

/// Whether headings hold something: lines of other styles stand below them. Annexes stand behind a plan, and not above it.
fn holds(rest: &[(usize, &Marker)], head: &Marker) -> bool {
    let is_annex = matches!(&head.style, NumberStyle::Named(word) if word == "annex" || word == "appendix");
    !is_annex && rest.iter().any(|(_, marker)| marker.style != head.style)
}

/// Whether the numbers of a style begin again, or go on, below most headings.
fn begins_below(rest: &[(usize, &Marker)], head: &Marker, list: &Marker) -> bool {
    let pairs = || rest.windows(2).filter(|pair| pair[0].1.style == head.style);
    let first =
        |marker: &Marker| marker.style == list.style && marker.last().is_none_or(|number| number.value == 1);
    let begun = pairs().filter(|pair| first(pair[1].1)).count();
    begun * 2 > pairs().count()
}

/// A first sentence is longer than an abbreviation such as `No.`.
const SENTENCE: usize = 20;
/// A longer one that ends with a full stop is no title.
const LONG_SENTENCE: usize = 120;
/// A title has no more lines than these.
const LINES: usize = 8;

/// How many lines from here are a title that stands on the lines of the first paragraph: they end early, although the next word would
/// have had room, and without a sign.
pub(super) fn title_above(lines: &[SourceLine], at: usize) -> usize {
    const MOST: usize = 3;
    let block: Vec<&SourceLine> = lines[at..].iter().take_while(|line| !line.is_blank()).collect();
    let width = |line: &SourceLine| line.text.chars().count();
    let full = block.iter().map(|line| width(line)).max().unwrap_or(0);
    let is_title = |pair: &&[&SourceLine]| {
        let next = wrapping::first_word(&pair[1].text);
        let ends = pair[0].text.ends_with(['.', ',', ';', ':', '!', '?', '。', '、']);
        !ends && (width(pair[0]) + next) * 10 <= full * 7
    };
    let titled = block.windows(2).take_while(is_title).count();
    let text = block.get(titled).is_some_and(|line| line.text.starts_with(|sign: char| !sign.is_lowercase()));
    if titled <= MOST && titled > 0 && text { titled } else { 0 }
}

/// Whether the lines from here to the next blank one are sentences and no title. What looks like a list before the plan begins is
/// none either.
pub(super) fn is_paragraph(lines: &[SourceLine], at: usize, begins: Option<usize>) -> bool {
    if begins.is_some_and(|begins| at < begins && marker::read(&lines[at].text).is_some()) {
        return true;
    }
    let block = lines[at..].iter().take_while(|line| !line.is_blank()).map(|line| line.text.as_str());
    let text = block.take(LINES).collect::<Vec<_>>().join(" ");
    let number = |sign: char| sign.is_ascii_digit();
    let within = text.char_indices().any(|(place, sign)| {
        // The number of a footnote may stand behind the full stop.
        let rest = text[place + sign.len_utf8()..].trim_start_matches(number);
        let next = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase);
        sign == '.' && place > SENTENCE && next
    });
    let ends = text.trim_end_matches(number).ends_with(['.', ':', '。', '：']);
    ends && (within || text.len() > LONG_SENTENCE || text.contains('。'))
}
