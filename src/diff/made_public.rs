//! Parts of a record that were internal and are public now: entries of lists, mappings, lines of a block.

use std::collections::BTreeSet;

use super::comparison::{Comparison, Pair};
use super::raw_fields::{AUDIENCE, RawField, RawFields, canonical, shown};
use super::words::plain;
use crate::diag::Span;
use crate::fields::{Value, ValueKind};
use crate::vocabulary::Audience;

/// Where the first of them stands now, if there is one.
pub(super) fn parts(comparison: &Comparison<'_>, pair: &Pair<'_>) -> Option<Span> {
    let whole = comparison.before.audience == Audience::Internal;
    let (old, new) = pair.raw_fields.as_ref()?;
    if !whole || !pair.new.public || !pair.old.record.has_public_reading {
        return None;
    }
    let keys = new.keys.iter().filter(|key| key.name != AUDIENCE);
    keys.filter_map(|key| entry(old.key(&key.name)?, key)).next().or_else(|| lines(old, new))
}

/// An entry of a key that only some could see, and that stands there for all.
fn entry(old: &RawField, new: &RawField) -> Option<Span> {
    let mut hidden = BTreeSet::new();
    closed(&old.value, &mut hidden);
    if hidden.is_empty() {
        return note(old, new);
    }
    let mut open = Vec::new();
    opened(&new.value, &mut open);
    open.into_iter().find(|(text, _)| hidden.contains(text)).map(|(_, span)| span)
}

/// A note is a text with blocks, like a body.
fn note(old: &RawField, new: &RawField) -> Option<Span> {
    let (ValueKind::Scalar(was), ValueKind::Scalar(is)) = (&old.value.kind, &new.value.kind) else {
        return None;
    };
    opened_lines(was, is).then_some(new.span)
}

fn lines(old: &RawFields, new: &RawFields) -> Option<Span> {
    opened_lines(&old.body, &new.body).then_some(new.body_span)
}

/// Whether a line that stood in an internal block, and nowhere else, stands outside of one.
fn opened_lines(was: &str, is: &str) -> bool {
    let says = |line: &&str| line.chars().any(char::is_alphanumeric);
    let (seen, now) = (shown(was, Audience::Public), shown(is, Audience::Public));
    let lines = |text: &str| -> BTreeSet<String> { text.lines().filter(says).map(plain).collect() };
    let (whole, seen, now) = (lines(was), lines(&seen), lines(&now));
    whole.difference(&seen).filter(|line| !line.starts_with(':')).any(|line| now.contains(line))
}

fn is_internal(value: &Value) -> bool {
    let ValueKind::Map(entries) = &value.kind else { return false };
    let word =
        |value: &Value| matches!(&value.kind, ValueKind::Scalar(word) if word == Audience::Public.word());
    entries.iter().any(|entry| entry.key == AUDIENCE && !word(&entry.value))
}

/// What a mapping says, without who may see it. `{agency: x}` and `{value: x}` are other ways to write `x`.
fn bare(value: &Value) -> String {
    let ValueKind::Map(entries) = &value.kind else { return canonical(value, true) };
    let mut rest = entries.iter().filter(|entry| entry.key != AUDIENCE);
    match (rest.next(), rest.next()) {
        (Some(only), None) if matches!(only.key.as_str(), "agency" | "value") => canonical(&only.value, true),
        _ => canonical(value, true),
    }
}

fn closed(value: &Value, found: &mut BTreeSet<String>) {
    match &value.kind {
        _ if is_internal(value) => drop(found.insert(bare(value))),
        ValueKind::List(values) => values.iter().for_each(|value| closed(value, found)),
        ValueKind::Map(entries) => entries.iter().for_each(|entry| closed(&entry.value, found)),
        ValueKind::Null | ValueKind::Refused | ValueKind::Scalar(_) => {}
    }
}

fn opened(value: &Value, found: &mut Vec<(String, Span)>) {
    if is_internal(value) {
        return;
    }
    match &value.kind {
        ValueKind::List(values) => values.iter().for_each(|value| opened(value, found)),
        ValueKind::Map(entries) => {
            let place = entries.first().map_or(value.span, |entry| entry.key_span);
            found.push((bare(value), place));
            entries.iter().for_each(|entry| opened(&entry.value, found));
        }
        ValueKind::Scalar(text) => found.push((plain(text), value.span)),
        ValueKind::Null | ValueKind::Refused => {}
    }
}
