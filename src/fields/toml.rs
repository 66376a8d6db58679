//! `book.toml` and `theme.toml` to values, so that one reader serves front matter and config.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::meant::explain_toml;
use super::{MapEntry, Value, ValueKind};
use crate::characters::{control_message, unseen};
use crate::diag::{Diagnostic, FileId, Span, code};

/// How many mistakes of a file are reported: one with more of them is no TOML.
const MOST_ERRORS: usize = 100;

/// Parses a TOML file; what cannot be read is reported.
pub fn parse_toml(text: &str, file: FileId) -> (Value, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut diagnostics = Vec::new();
    let mut lines = BTreeSet::new();
    for error in errors.iter().take(MOST_ERRORS) {
        let place = error.span().unwrap_or(0..0);
        // The parser goes on within a line that it could not read, and finds more in it.
        let line = text.get(..place.start).map_or(0, |before| before.matches('\n').count());
        if lines.insert(line) {
            diagnostics.push(syntax_error(text, file, place, error.message()));
        }
    }
    let range = table.span();
    let value = map(table.get_ref(), file, range);
    look_for_unseen(&value, text, &mut diagnostics);
    (value, diagnostics)
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

fn map(table: &DeTable<'_>, file: FileId, range: Range<usize>) -> Value {
    let mut entries: Vec<MapEntry> = table
        .iter()
        .map(|(key, entry)| {
            let key_span = Span::new(file, key.span());
            MapEntry {
                key: key.get_ref().to_string(),
                key_span,
                value: value(entry.get_ref(), file, entry.span()),
            }
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    Value { kind: ValueKind::Map(entries), span: Span::new(file, range) }
}

fn value(entry: &DeValue<'_>, file: FileId, range: Range<usize>) -> Value {
    let kind = match entry {
        DeValue::String(text) => ValueKind::Scalar(text.to_string()),
        DeValue::Integer(number) => ValueKind::Scalar(number.to_string()),
        DeValue::Float(number) => ValueKind::Scalar(number.to_string()),
        DeValue::Boolean(truth) => ValueKind::Scalar(truth.to_string()),
        DeValue::Datetime(date) => ValueKind::Scalar(date.to_string()),
        DeValue::Array(values) => {
            ValueKind::List(values.iter().map(|item| value(item.get_ref(), file, item.span())).collect())
        }
        DeValue::Table(table) => return map(table, file, range),
    };
    Value { kind, span: Span::new(file, range) }
}
