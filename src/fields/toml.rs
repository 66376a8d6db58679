//! `book.toml` and `theme.toml` to values, so that one reader serves front matter and config.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::{MapEntry, Value, ValueKind};
use crate::characters::{control_message, unseen};
use crate::diag::{Diagnostic, FileId, Span, code};

/// How many mistakes of a file are reported: one with more of them is no TOML.
const MOST_ERRORS: usize = 100;

/// Parses a TOML file; what cannot be read is reported.
pub fn parse_toml(text: &str, file: FileId) -> (Value, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut diagnostics: Vec<Diagnostic> = errors
        .iter()
        .take(MOST_ERRORS)
        .map(|error| {
            let span = Span::new(file, error.span().unwrap_or(0..0));
            Diagnostic::new(code::BAD_CONFIG, span, format!("this is not TOML: {}", error.message()))
                .help("write `key = \"value\"` lines below a `[section]`")
        })
        .collect();
    let range = table.span();
    let value = map(table.get_ref(), file, range);
    look_for_unseen(&value, text, &mut diagnostics);
    (value, diagnostics)
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
