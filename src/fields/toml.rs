//! `book.toml` and `theme.toml` to values, so that one reader serves front matter and config.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::meant::{Unclosed, closed, explain_toml, unclosed};
use super::{MapEntry, Value, ValueKind};
use crate::characters::{control_message, unseen};
use crate::diag::{Diagnostic, FileId, Span, code};

/// How many mistakes of a file are reported: one with more of them is no TOML.
const MOST_ERRORS: usize = 100;

/// Parses a TOML file; what cannot be read is reported.
pub fn parse_toml(text: &str, file: FileId) -> (Value, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let unclosed = if errors.is_empty() { Vec::new() } else { unclosed(text) };
    if unclosed.is_empty() {
        return read(text, (&table, &errors), &Places { file, added: Vec::new() }, Vec::new());
    }
    // With the missing signs, the rest of the file can be read, and what it says of it is about the rest.
    let mut closed = text.to_owned();
    unclosed.iter().rev().for_each(|found| closed.insert_str(found.end, &found.missing));
    let added = unclosed.iter().map(|found| (found.end, found.missing.len())).collect();
    let (table, errors) = DeTable::parse_recoverable(&closed);
    let problems = unclosed.iter().map(|found| not_closed(text, file, found)).collect();
    read(text, (&table, &errors), &Places { file, added }, problems)
}

/// Where something is in a file, by its place in a text with more signs.
struct Places {
    file: FileId,
    /// What was added: where, and how long it is.
    added: Vec<(usize, usize)>,
}

impl Places {
    fn range(&self, range: Range<usize>) -> Range<usize> {
        self.at(range.start)..self.at(range.end)
    }

    fn at(&self, place: usize) -> usize {
        let mut before = 0;
        for (at, length) in &self.added {
            if at + before >= place {
                break;
            }
            // What is within the signs is where they were put.
            before += (*length).min(place - at - before);
        }
        place - before
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.range(range))
    }
}

/// A file as a value. The lines of `known` problems have no others.
fn read(
    text: &str,
    (table, errors): (&toml::Spanned<DeTable<'_>>, &[toml::de::Error]),
    places: &Places,
    known: Vec<Diagnostic>,
) -> (Value, Vec<Diagnostic>) {
    let line = |at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count());
    let of_known = known.iter().filter_map(|problem| problem.span).map(Span::range);
    let mut lines: BTreeSet<usize> = of_known.flat_map(|range| line(range.start)..=line(range.end)).collect();
    let mut diagnostics = known;
    for error in errors.iter().take(MOST_ERRORS) {
        let place = places.range(error.span().unwrap_or(0..0));
        // The parser goes on within a line that it could not read, and finds more in it.
        if lines.insert(line(place.start)) {
            diagnostics.push(syntax_error(text, places.file, place, error.message()));
        }
    }
    let value = map(table.get_ref(), places, table.span());
    look_for_unseen(&value, text, &mut diagnostics);
    (value, diagnostics)
}

/// That a list, or a table in one line, has no end.
fn not_closed(text: &str, file: FileId, found: &Unclosed) -> Diagnostic {
    let (place, right) = closed(text, found);
    let sign = text.get(found.open..=found.open).unwrap_or_default();
    let message = format!("the `{sign}` of `{}` is not closed", found.key);
    let help = match found.missing.as_str() {
        "]" => "write `]` behind the last entry".to_owned(),
        missing => format!("write `{missing}` behind what is in it"),
    };
    Diagnostic::new(code::BAD_CONFIG, Span::new(file, place), message).suggest(right).help(help)
}

/// Says in the words of whoever wrote the file what is wrong with a line.
fn syntax_error(text: &str, file: FileId, place: Range<usize>, message: &str) -> Diagnostic {
    let Some(found) = explain_toml(text, place.start, message.contains("duplicate")) else {
        let message = "this line cannot be read";
        return Diagnostic::new(code::BAD_CONFIG, Span::new(file, place), message).help(
            "write `key = \"value\"` lines below a `[section]`, with quotation marks around texts; a remark begins with `#`",
        );
    };
    let problem =
        Diagnostic::new(code::BAD_CONFIG, Span::new(file, found.place), found.message).help(found.help);
    match found.instead {
        Some(instead) if found.certain => problem.fix(instead),
        Some(instead) => problem.suggest(instead),
        None => problem,
    }
}

/// Characters that nobody sees, written as escapes. Those in the file itself were reported when it was read.
fn look_for_unseen(value: &Value, text: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut look = |decoded: &str, span: Span| {
        if let Some((_, c)) = unseen(decoded).filter(|(_, c)| !text.contains(*c)) {
            let problem = Diagnostic::new(code::CONTROL_CHARACTER, span, control_message(c));
            diagnostics.push(problem.help("delete the escape"));
        }
    };
    match &value.kind {
        ValueKind::Scalar(decoded) => look(decoded, value.span),
        ValueKind::List(values) => values.iter().for_each(|value| look_for_unseen(value, text, diagnostics)),
        ValueKind::Map(entries) => {
            for entry in entries {
                look(&entry.key, entry.key_span);
            }
            entries.iter().for_each(|entry| look_for_unseen(&entry.value, text, diagnostics));
        }
        ValueKind::Null | ValueKind::Refused => {}
    }
}

fn map(table: &DeTable<'_>, places: &Places, range: Range<usize>) -> Value {
    let mut entries: Vec<MapEntry> = table
        .iter()
        .map(|(key, entry)| {
            let key_span = places.span(key.span());
            MapEntry {
                key: key.get_ref().to_string(),
                key_span,
                value: value(entry.get_ref(), places, entry.span()),
            }
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    Value { kind: ValueKind::Map(entries), span: places.span(range) }
}

fn value(entry: &DeValue<'_>, places: &Places, range: Range<usize>) -> Value {
    let kind = match entry {
        DeValue::String(text) => ValueKind::Scalar(text.to_string()),
        DeValue::Integer(number) => ValueKind::Scalar(number.to_string()),
        DeValue::Float(number) => ValueKind::Scalar(number.to_string()),
        DeValue::Boolean(truth) => ValueKind::Scalar(truth.to_string()),
        DeValue::Datetime(date) => ValueKind::Scalar(date.to_string()),
        DeValue::Array(values) => {
            ValueKind::List(values.iter().map(|item| value(item.get_ref(), places, item.span())).collect())
        }
        DeValue::Table(table) => return map(table, places, range),
    };
    Value { kind, span: places.span(range) }
}
