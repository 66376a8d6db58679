//! Whether what looks like a number is one. "1.5 Track" and a wrapped "2025." are not.

use std::collections::BTreeMap;

use super::levels::Levels;
use super::lines::SourceLine;
use super::marker::Marker;
use super::node::{Node, prefix};
use super::style::{Mark, NumberStyle};
use crate::fields::meant::month_in_full;

/// How many numbers may be left out within a list.
const SKIPPED: u32 = 5;

/// What the lines around a marker say about it.
pub(super) struct Surroundings<'a> {
    pub(super) levels: &'a Levels,
    pub(super) nodes: &'a [Node],
    /// How many lines look like each style.
    pub(super) counts: &'a BTreeMap<NumberStyle, usize>,
    pub(super) line: &'a SourceLine,
    /// Whether the line before ends in the middle of a sentence.
    pub(super) dangling: bool,
    /// Whether a blank line, or the end of a page, stands before it.
    pub(super) gap: bool,
    /// Whether the next line of the same style has the same number.
    pub(super) comes_again: bool,
    /// Whether a list of another style begins below it at once.
    pub(super) heads: bool,
    /// Whether the line before it goes on a sentence: it is no bullet and has no end.
    pub(super) within: bool,
}

impl Surroundings<'_> {
    /// Whether a line begins a record.
    pub(super) fn accept(&self, marker: &Marker) -> bool {
        let count = self.counts.get(&marker.style).copied().unwrap_or(0);
        if marker.style.is_rare_alone()
            && count < 2
            && !self.heads_alone(marker)
            && !self.has_code_above(marker)
        {
            return false;
        }
        let Some(number) = marker.last().filter(|_| !marker.style.is_sure()) else { return true };
        let apart = self.gap || marker.bulleted;
        let written_out = !marker.words.is_empty() || apart || matches!(marker.style, NumberStyle::Named(_));
        if !written_out
            || (!apart && (is_date(marker) || (self.comes_again && number.value > 1) || self.dangling))
        {
            return false;
        }
        let fits = self.fits_above(marker);
        let begins = number.value <= 1;
        let known = self.levels.find(marker, self.line.indent).map(|at| &self.levels.all[at]);
        if self.has_code_above(marker) || self.begins_below(marker, count) {
            return true;
        }
        let Some((before, last)) = known.and_then(|level| level.last.as_ref()) else {
            return fits && (begins || (apart && count > 1));
        };
        let same = *before == prefix(marker);
        let goes_on = same && number.value == last + 1;
        let skips = same && number.value > *last && number.value - last <= SKIPPED;
        // The first below a heading that was just opened.
        let fresh = known.is_some_and(|level| self.nodes.last().is_some_and(|node| node.depth < level.depth));
        let sentence = marker.words.starts_with(|sign: char| !sign.is_lowercase());
        match marker.style {
            // Without a sign beside it a number must be the very next one.
            NumberStyle::Number(Mark::Bare) => goes_on || (begins && (apart || fresh)),
            NumberStyle::Letter(true, Mark::Stop) | NumberStyle::Roman(true, Mark::Stop) => {
                goes_on || (begins && (apart || fresh)) || (skips && apart)
            }
            _ => fits && (goes_on || begins || apart || (skips && sentence)),
        }
    }

    /// Whether a code stands below one that is open: `LK01.13` below `LK01`. Codes need not begin with 1.
    fn has_code_above(&self, marker: &Marker) -> bool {
        let above = prefix(marker);
        let is_code = matches!(marker.style, NumberStyle::Code(steps) if steps > 2);
        is_code && self.levels.open.iter().any(|(node, _)| self.nodes[*node].number() == above)
    }

    /// Whether a number stands at once below the record that it begins with, whatever its last step is: `3.4` below `3.`
    fn begins_below(&self, marker: &Marker, count: usize) -> bool {
        let NumberStyle::Steps(steps) = marker.style else { return false };
        let is_title = marker.words.starts_with(|sign: char| !sign.is_lowercase()) && !self.dangling;
        let above = prefix(marker);
        let newest = self.nodes.last().is_some_and(|node| node.body.is_empty() && node.number() == above);
        is_title && newest && (count > 1 || steps > 2)
    }

    /// Whether a single line of its style is the heading of what is below: `I. Water`.
    fn heads_alone(&self, marker: &Marker) -> bool {
        const LONGEST: usize = 80;
        let first = marker.last().is_some_and(|number| number.value == 1)
            && !matches!(marker.style, NumberStyle::Code(_) | NumberStyle::CodeAfter(_));
        let title = marker.words.chars().count() <= LONGEST && !marker.words.ends_with(['.', ';', ',']);
        first && title && self.gap && self.heads && marker.words.starts_with(char::is_uppercase)
    }

    /// Whether a list begins inside of a sentence, which none does: `(1) springs, (2) mains`, or a dash.
    pub(super) fn is_within_sentence(&self, marker: &Marker) -> bool {
        if self.gap {
            return false;
        }
        let dash = matches!(marker.style, NumberStyle::Bullet) && self.line.text.starts_with(['-', '–', '—']);
        if dash {
            return self.within && marker.words.starts_with(char::is_lowercase);
        }
        let next = marker.last().map(|number| format!("({}) ", number.value + 1));
        let both = marker.style == NumberStyle::Number(Mark::Both);
        both && next.is_some_and(|next| marker.words.contains(&next))
    }

    /// Whether a number of several steps goes on one that is open: `1.5` stands below `1`.
    fn fits_above(&self, marker: &Marker) -> bool {
        let NumberStyle::Steps(_) = marker.style else { return true };
        let numbered = || {
            self.levels
                .open
                .iter()
                .map(|(node, _)| &self.nodes[*node])
                .filter(|node| !node.marker.steps.is_empty())
        };
        let before = prefix(marker);
        let last_of = |text: &str| text.rsplit('.').next().and_then(|step| step.parse::<u32>().ok());
        let ends_alike = |node: &Node| {
            let last = node.marker.last();
            last.is_some_and(|last| last.text == before || Some(last.value) == before.parse().ok())
        };
        if numbered().next().is_none() || numbered().any(|node| node.number() == before || ends_alike(node)) {
            return true;
        }
        let next = |old: &str| last_of(old).is_some_and(|old| last_of(&before) == Some(old + 1));
        let same_style = self.levels.all.iter().filter(|level| level.style == marker.style);
        let mut known = same_style.filter_map(|level| level.last.as_ref()).peekable();
        let begins = marker.last().is_some_and(|number| number.value <= 1);
        known.peek().is_some() && known.any(|(old, _)| *old == before || (begins && (next(old) || self.gap)))
    }
}

/// `1. January 2030`, `1. März 2030`
fn is_date(marker: &Marker) -> bool {
    let word: String = marker.words.chars().take_while(|sign| sign.is_alphabetic()).collect();
    matches!(marker.style, NumberStyle::Number(_)) && month_in_full(&word.to_lowercase()).is_some()
}
