//! A place in the outline of a text, before it has an id.

use super::marker::Marker;
use super::style::NumberStyle;
use crate::line_breaks;

/// What a marker began, with all that follows up to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) marker: Marker,
    /// The words, joined from the lines that they stand on.
    pub(super) text: String,
    /// Paragraphs below.
    pub(super) body: Vec<String>,
    /// The index of its first line.
    pub(super) line: usize,
    /// How deep it lies among the levels of the text, from 0.
    pub(super) depth: usize,
    pub(super) indent: usize,
}

impl Node {
    pub(super) fn style(&self) -> &NumberStyle {
        &self.marker.style
    }

    /// The steps of its number: `1.2`.
    pub(super) fn number(&self) -> String {
        joined(&self.marker, self.marker.steps.len())
    }
}

/// The first steps of a number, joined by full stops.
pub(super) fn joined(marker: &Marker, steps: usize) -> String {
    marker.steps.iter().take(steps).map(|step| step.text.as_str()).collect::<Vec<_>>().join(".")
}

/// All steps but the last.
pub(super) fn prefix(marker: &Marker) -> String {
    joined(marker, marker.steps.len().saturating_sub(1))
}

/// Two pieces of text as one. Between signs of a script without spaces none is put, and after a hyphen neither: whether it
/// is part of the word is not known.
pub(super) fn join(text: &mut String, more: &str, line_break: bool) {
    let last = text.chars().next_back();
    let first = more.chars().next();
    let hyphen = matches!(last, Some('-' | '\u{2010}')) && first.is_some_and(char::is_lowercase);
    let between = match () {
        () if text.is_empty() || more.is_empty() => "",
        () if line_break => "\n",
        () if hyphen || is_span(text, first) => "",
        () => line_breaks::between(last, first),
    };
    text.push_str(between);
    text.push_str(more);
}

/// `2026–` before `2030`.
fn is_span(text: &str, first: Option<char>) -> bool {
    let digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    text.strip_suffix('–').is_some_and(|text| digit(text.chars().next_back())) && digit(first)
}
